import { DOCUMENT, DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Directory, LiveStore, SessionStore } from '@papan/board-platform';
import type { NoticeView } from '@papan/contracts';
import { noticesOf, recipientsOf } from '@papan/domain';
import type { Happening, NoticeFacts } from '@papan/domain';
import { NoticesApi } from './notices-api';

/** The server has written a notice so long after its reason at the latest, in milliseconds; asked again once after that. */
const SETTLED = 2_500;
const AGAIN = 4_000;
/** What the time alone brings about is found by asking: often where no board is open beside it, seldom where there is. */
const POLL_ALONE = 60_000;
const POLL_BESIDE = 300_000;

/** One's own notices, and how many are unread; asked for when something happens that concerns the reader, and now and then. */
@Injectable({ providedIn: 'root' })
export class NoticesStore {
  private readonly api = inject(NoticesApi);
  private readonly session = inject(SessionStore);
  private readonly live = inject(LiveStore);
  private readonly directory = inject(Directory);
  private readonly document = inject(DOCUMENT);
  private readonly known = signal<readonly NoticeView[] | null>(null);
  private readonly count = signal(0);
  private readonly failedNow = signal(false);
  private readonly newest = signal(0);
  private turn = 0;
  private soon: ReturnType<typeof setTimeout> | undefined;

  readonly notices = this.known.asReadonly();
  readonly unread = this.count.asReadonly();
  readonly failed = this.failedNow.asReadonly();
  readonly loaded = computed(() => this.known() !== null);
  /** Grows with each notice that came while the page was open: then it is said aloud. */
  readonly arrivals = signal(0);

  constructor() {
    effect(() => {
      const actor = this.session.actor();
      untracked(() => this.begin(actor !== null));
    });
    const stop = this.live.onHappenings((happenings) => {
      if (happenings.some((one) => this.concerns(one))) this.askSoon();
    });
    const poll = setInterval(() => void this.poll(), this.session.can('board.read') ? POLL_BESIDE : POLL_ALONE);
    const seen = (): void => void this.poll();
    this.document.addEventListener('visibilitychange', seen);
    inject(DestroyRef).onDestroy(() => {
      stop();
      clearInterval(poll);
      clearTimeout(this.soon);
      this.document.removeEventListener('visibilitychange', seen);
    });
  }

  async load(): Promise<void> {
    const turn = ++this.turn;
    const result = await this.api.list();
    if (turn !== this.turn) return;
    this.failedNow.set(!result.ok);
    if (!result.ok) return;
    const { unread, notices, newest } = result.value;
    if (this.loaded() && newest > this.newest() && unread > 0) this.arrivals.update((count) => count + 1);
    this.known.set(notices);
    this.count.set(unread);
    this.newest.set(newest);
  }

  /** What the reader has opened. */
  async markRead(id: number): Promise<void> {
    if (this.known()?.find((one) => one.id === id)?.read !== false) return;
    await this.send({ ids: [id] }, (one) => one.id === id);
  }

  /** Everything that he has before him; what came in the meantime stays unread. */
  async markAllRead(): Promise<void> {
    await this.send({ through: this.newest() }, () => true);
  }

  private async send(
    body: { ids: number[] } | { through: number },
    which: (notice: NoticeView) => boolean,
  ): Promise<void> {
    const result = await this.api.read(body);
    if (!result.ok) return;
    this.count.set(result.value.unread);
    this.known.update((all) => all?.map((one) => (which(one) ? { ...one, read: true } : one)) ?? null);
  }

  private begin(isIn: boolean): void {
    this.turn++;
    this.known.set(null);
    this.count.set(0);
    this.newest.set(0);
    if (isIn) void this.load();
  }

  private async poll(): Promise<void> {
    if (this.document.visibilityState === 'visible' && this.session.state() === 'IN') await this.load();
  }

  private askSoon(): void {
    clearTimeout(this.soon);
    const before = this.newest();
    this.soon = setTimeout(() => {
      void this.load().then(() => {
        if (this.newest() === before) this.soon = setTimeout(() => void this.load(), AGAIN);
      });
    }, SETTLED);
  }

  /** By the very rule that the server tells by. */
  private concerns(happening: Happening): boolean {
    const actor = this.session.actor();
    if (!actor) return false;
    const facts: NoticeFacts = {
      task: (id) => {
        const task = this.live.task(id)();
        return task && { id, agency: task.agency, restricted: task.visibility === 'agency', due: task.due };
      },
      agency: this.directory.agency,
      turnOf: () => actor.agency.id,
    };
    const self = [{ person: actor.person, agency: actor.agency.id, role: actor.role }];
    return noticesOf(happening, facts).some(({ to, by }) => recipientsOf(to, self, by).length > 0);
  }
}
