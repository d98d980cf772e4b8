import { Component, computed, inject, signal } from '@angular/core';
import type { AccountView } from '@papan/contracts';
import { BoardApi, Directory, LiveStore, Say, SayPipe, SessionStore } from '@papan/board-platform';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import { formatMoment, formatRelative } from '@papan/domain';

/** The accounts of the region, for administrators: who they are, and ending their sessions. */
@Component({
  selector: 'pp-people-page',
  imports: [EmptyState, ErrorState, SayPipe, Skeleton],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  private readonly api = inject(BoardApi);
  private readonly directory = inject(Directory);
  private readonly live = inject(LiveStore);
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

  protected moment(instant: string): string {
    return formatMoment(instant, this.voice.locale());
  }

  protected ago(instant: string | null): string {
    if (instant === null) return this.voice.say('shell.never');
    return formatRelative(instant, this.live.now(), this.voice.locale());
  }
}
