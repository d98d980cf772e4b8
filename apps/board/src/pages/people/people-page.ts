import { Component, computed, inject, signal } from '@angular/core';
import type { AccountView } from '@papan/contracts';
import { BoardApi, Directory, Say, SayPipe, SessionStore } from '@papan/board-platform';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import { formatMoment } from '@papan/domain';

/** The accounts of the region, for administrators: who they are, and ending their sessions. */
@Component({
  selector: 'pp-people-page',
  imports: [EmptyState, ErrorState, SayPipe, Skeleton],
  templateUrl: './people-page.html',
  styles: `
    .find {
      max-inline-size: 420px;
    }
    tbody th {
      font-weight: 400;
    }
  `,
})
export class PeoplePage {
  private readonly api = inject(BoardApi);
  private readonly directory = inject(Directory);
  protected readonly session = inject(SessionStore);
  protected readonly voice = inject(Say);

  private readonly accounts = signal<readonly AccountView[] | null>(null);
  protected readonly failed = signal(false);
  protected readonly text = signal('');
  protected readonly busy = signal<number | null>(null);
  protected readonly notice = signal('');
  protected readonly mayManage = computed(() => this.session.can('people.manage'));

  protected readonly rows = computed(() => {
    const [accounts, wanted] = [this.accounts(), this.text().trim().toLocaleLowerCase('id')];
    if (accounts === null) return null;
    return accounts
      .map((account) => ({
        ...account,
        agencyName: this.directory.agency(account.agency)?.name ?? '',
        roleWord: this.voice.word('role', account.role),
      }))
      .filter(({ name, login, agencyName, roleWord }) =>
        `${name} ${login} ${agencyName} ${roleWord}`.toLocaleLowerCase('id').includes(wanted),
      );
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.failed.set(false);
    const result = await this.api.people();
    if (result.ok) this.accounts.set(result.value);
    else this.failed.set(true);
  }

  protected async endSessions({ person, name }: AccountView): Promise<void> {
    this.busy.set(person);
    const result = await this.api.endSessionsOf(person);
    this.busy.set(null);
    if (result.ok) this.notice.set(this.voice.say('shell.sessionsOfEnded', { name }));
    else if ('problem' in result) this.notice.set(this.voice.refusal(result.problem).title);
    else this.notice.set(this.voice.unreachable().title);
    await this.load();
  }

  /** By the real clock, also in the demonstration: sessions do not live in sample time. */
  protected lastSeen(instant: string | null): string {
    return instant === null ? this.voice.say('shell.never') : formatMoment(instant, this.voice.locale());
  }
}
