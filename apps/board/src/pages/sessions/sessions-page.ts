import { Component, computed, inject, signal } from '@angular/core';
import type { SessionView } from '@papan/contracts';
import { BoardApi, Say, SayPipe } from '@papan/board-platform';
import { ErrorState, Skeleton } from '@papan/board-ui';
import { formatMoment } from '@papan/domain';

/** The devices that are signed in with one's account, each of which can be ended. */
@Component({
  selector: 'pp-sessions-page',
  imports: [ErrorState, SayPipe, Skeleton],
  templateUrl: './sessions-page.html',
})
export class SessionsPage {
  private readonly api = inject(BoardApi);
  protected readonly voice = inject(Say);

  protected readonly sessions = signal<readonly SessionView[] | null>(null);
  protected readonly failed = signal(false);
  protected readonly busy = signal<string | null>(null);
  protected readonly notice = signal('');
  protected readonly others = computed(() => (this.sessions() ?? []).filter(({ current }) => !current));

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.failed.set(false);
    const result = await this.api.sessions();
    if (result.ok) this.sessions.set(result.value);
    else this.failed.set(true);
  }

  protected async end(session: SessionView): Promise<void> {
    this.busy.set(session.id);
    const result = await this.api.endSession(session.id);
    await this.after(result.ok, this.voice.say('shell.sessionEnded'));
  }

  protected async endOthers(): Promise<void> {
    this.busy.set('others');
    const results = await Promise.all(this.others().map(({ id }) => this.api.endSession(id)));
    await this.after(
      results.every(({ ok }) => ok),
      this.voice.say('shell.othersEnded'),
    );
  }

  protected moment(instant: string): string {
    return formatMoment(instant, this.voice.locale());
  }

  private async after(isDone: boolean, done: string): Promise<void> {
    this.busy.set(null);
    this.notice.set(isDone ? done : this.voice.say('shell.unreachableTitle'));
    await this.load();
  }
}
