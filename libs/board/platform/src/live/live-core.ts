import { PROTOCOL_VERSION, unpackTasks } from '@papan/contracts';
import type { Bye, Cursor, Down, Frame, Pull as PullAnswer, Snapshot } from '@papan/contracts';
import { epochMillis, instantFromMillis } from '@papan/domain';
import type { Blocker, BoardState, BoardView, Happening, IsoInstant, Task } from '@papan/domain';
import { apply } from './apply';
import type { Applied } from './apply';
import { backOff } from './back-off';
import type { Alarm, Line, LiveClock, Pull, Transport } from './transport';

/** No heartbeat for so long: the badge says "reconnecting", and a new line is tried. */
export const RECONNECTING_AFTER = 5_000;
/** No heartbeat for so long: the badge says how old the screen is. */
export const STALE_AFTER = 8_000;

const CHECK_EVERY = 250;
const RESYNC_AGAIN_AFTER = 1_500;
const PULL_EVERY = 2_000;
const PULL_AFTER_FAILURES = 2;
const LINE_BACK_OFF = { first: 400, most: 3_000 };
const SNAPSHOT_BACK_OFF = { first: 500, most: 4_000 };

/**
 * LOADING: no board yet. LIVE: current within the last five seconds. RECONNECTING, STALE: see above.
 * ENDED: the server no longer knows the reader. FORBIDDEN: he may not see this board. OUTDATED: the server speaks a newer
 * language than this page.
 */
export type LiveStatus = 'LOADING' | 'LIVE' | 'RECONNECTING' | 'STALE' | LiveEnd;
/** After these the store has stopped. */
export type LiveEnd = 'ENDED' | 'FORBIDDEN' | 'OUTDATED';

export interface LiveListener {
  /** A whole board took the place of what was there. */
  readonly replaced: () => void;
  /** These things changed, in this order of happenings. */
  readonly changed: (applied: Applied, happenings: readonly Happening[]) => void;
  readonly statusChanged: (status: LiveStatus) => void;
}

export interface LiveOptions {
  readonly region: string;
  readonly transport: Transport;
  readonly pull: Pull;
  readonly clock: LiveClock;
  /** A number in [0, 1) each time. */
  readonly chance: () => number;
  readonly listener: LiveListener;
  /**
   * For the sabotaged twin of a test only: a frame for which this is true is swallowed, yet the cursor moves as if it had
   * been applied. Such a board must be found to differ from the server.
   */
  readonly dropFrame?: (frame: Frame) => boolean;
}

/**
 * The board of one region as this reader sees it, kept equal to the server's: a snapshot, then frames in order, gaps asked
 * for, a new epoch loaded anew. Knows how old it is. Without Angular and without a browser, so that tests run hundreds.
 */
export class LiveCore implements BoardView {
  readonly tasks = new Map<number, Task>();
  readonly blockers = new Map<number, Blocker>();
  cut: BoardState['cut'] = null;
  verified: BoardState['verified'] = {};
  allocation: BoardState['allocation'] = {};
  gains: BoardState['gains'] = [];

  private position: Cursor | null = null;
  private statusNow: LiveStatus = 'LOADING';
  private line: Line | null = null;
  /** Which line is meant: messages of an earlier one are late and no longer listened to. */
  private lineNumber = 0;
  private lineIsOpen = false;
  private failures = 0;
  private lineAlarm: Alarm | null = null;
  private loading = false;
  private loadFailures = 0;
  private pulling = false;
  private pulledAt = Number.NEGATIVE_INFINITY;
  private askedAt = Number.NEGATIVE_INFINITY;
  /** When this line last said anything; at first, when it was tried. */
  private heardAt = Number.NEGATIVE_INFINITY;
  private currentAt = Number.NEGATIVE_INFINITY;
  /** The newest heartbeat whose head has not been reached yet. */
  private awaited: { readonly head: number; readonly at: number } | null = null;
  private serverAhead: number | null = null;
  private checkAlarm: Alarm | null = null;
  private running = false;

  constructor(private readonly options: LiveOptions) {}

  get region(): string {
    return this.options.region;
  }

  task = (id: number): Task | undefined => this.tasks.get(id);
  blocker = (id: number): Blocker | undefined => this.blockers.get(id);

  get status(): LiveStatus {
    return this.statusNow;
  }

  /** Where the board stands in the journal; null before the first snapshot. */
  get cursor(): Cursor | null {
    return this.position;
  }

  /** The server's time; null before it was ever heard. Does not depend on what the device believes. */
  get now(): IsoInstant | null {
    return this.serverAhead === null
      ? null
      : instantFromMillis(Math.floor(this.options.clock.now() + this.serverAhead));
  }

  /** The server's time at which the board was last known to be complete; null before. */
  get asOf(): IsoInstant | null {
    if (this.serverAhead === null || this.currentAt === Number.NEGATIVE_INFINITY) return null;
    return instantFromMillis(Math.floor(this.currentAt + this.serverAhead));
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.setStatus(this.position === null ? 'LOADING' : 'RECONNECTING');
    this.check();
    if (this.position === null) void this.load();
    else this.connect();
  }

  /** Closes everything; `start` continues from the same place. */
  stop(): void {
    this.running = false;
    this.hangUp();
    this.lineAlarm?.stop();
    this.checkAlarm?.stop();
  }

  /** Something suggests that the world changed (the network came back, the lid was opened): look at once. */
  nudge(): void {
    if (!this.running || this.position === null) return;
    void this.catchUp();
    if (this.line === null) this.connect();
  }

  // ── The snapshot ──

  private async load(): Promise<void> {
    if (this.loading || !this.running) return;
    this.loading = true;
    const askedAt = this.options.clock.now();
    const { status, body } = await this.options.pull(`/api/regions/${this.options.region}/board`);
    this.loading = false;
    if (this.isRefused(status)) return;
    if (status === 200) {
      this.loadFailures = 0;
      this.replace(body as Snapshot, askedAt);
    } else {
      const wait = backOff(SNAPSHOT_BACK_OFF, this.loadFailures++, this.options.chance());
      this.options.clock.after(wait, () => void this.load());
    }
  }

  private replace(snapshot: Snapshot, askedAt: number): void {
    if (snapshot.protocol !== PROTOCOL_VERSION) return this.finish('OUTDATED');
    this.tasks.clear();
    for (const task of unpackTasks(snapshot.tasks)) this.tasks.set(task.id, task);
    this.blockers.clear();
    for (const blocker of snapshot.blockers) this.blockers.set(blocker.id, blocker);
    const { cut, verified, allocation, gains } = snapshot;
    Object.assign(this, { cut, verified, allocation, gains });
    this.position = { epoch: snapshot.epoch, seq: snapshot.through };
    this.awaited = null;
    this.hear(snapshot.serverTime);
    this.current(askedAt);
    this.options.listener.replaced();
    if (this.line === null) this.connect();
    else this.watch();
  }

  // ── The line ──

  private connect(): void {
    if (!this.running || this.line !== null) return;
    this.lineAlarm?.stop();
    const number = ++this.lineNumber;
    const ifThisLine = (act: () => void) => () => {
      if (number === this.lineNumber && this.running) act();
    };
    this.lineIsOpen = false;
    this.heardAt = this.options.clock.now(); // a line that neither opens nor fails is given up like a silent one
    this.line = this.options.transport({
      opened: ifThisLine(() => {
        this.lineIsOpen = true;
        this.watch();
      }),
      said: (message) => ifThisLine(() => this.hearDown(message))(),
      closed: ifThisLine(() => this.lineLost()),
    });
  }

  private hangUp(): void {
    const line = this.line;
    this.line = null;
    this.lineIsOpen = false;
    this.lineNumber++;
    line?.close();
  }

  private lineLost(): void {
    this.hangUp();
    const wait = backOff(LINE_BACK_OFF, this.failures++, this.options.chance());
    this.lineAlarm = this.options.clock.after(wait, () => this.connect());
    if (this.failures >= PULL_AFTER_FAILURES) void this.catchUp();
  }

  private watch(): void {
    if (!this.lineIsOpen || this.position === null) return;
    this.askedAt = this.options.clock.now();
    this.line?.send({ type: 'watch', region: this.options.region, cursor: this.position });
  }

  private resync(): void {
    const now = this.options.clock.now();
    if (!this.lineIsOpen || this.position === null || now - this.askedAt < RESYNC_AGAIN_AFTER) return;
    this.askedAt = now;
    this.line?.send({ type: 'resync', cursor: this.position });
  }

  private hearDown(message: Down): void {
    this.heardAt = this.options.clock.now();
    if (message.type === 'bye') return this.takeLeave(message.reason);
    if (message.region !== this.options.region || this.position === null) return;
    switch (message.type) {
      case 'frame':
        return this.hearFrame(message);
      case 'reset':
        return void this.load();
      case 'heartbeat':
        this.failures = 0;
        this.hear(message.serverTime);
        return this.hearHead(message.epoch, message.head);
    }
  }

  /** The rules of frames; see `Frame` in the contracts. */
  private hearFrame(frame: Frame): void {
    const cursor = this.position;
    if (cursor === null) return;
    if (frame.epoch !== cursor.epoch) return void this.load();
    if (frame.from > cursor.seq) return this.resync();
    if (frame.through > cursor.seq) {
      this.position = { epoch: cursor.epoch, seq: frame.through };
      if (!this.options.dropFrame?.(frame)) this.take(frame.events.filter(({ seq }) => seq > cursor.seq));
    }
    if (this.awaited && frame.through >= this.awaited.head) this.current(this.awaited.at);
  }

  private take(happenings: readonly Happening[]): void {
    if (happenings.length === 0) return;
    const applied = apply(this, happenings);
    for (const task of applied.tasks.values()) this.tasks.set(task.id, task);
    for (const blocker of applied.blockers.values()) this.blockers.set(blocker.id, blocker);
    Object.assign(this, applied.rest);
    this.options.listener.changed(applied, happenings);
  }

  /** The heartbeat says how far the journal is. Behind it for a whole beat: something was lost on the way. */
  private hearHead(epoch: number, head: number): void {
    const cursor = this.position;
    if (cursor === null) return;
    if (epoch !== cursor.epoch) return void this.load();
    if (head <= cursor.seq) return this.current();
    if (this.awaited && this.awaited.head > cursor.seq) return this.resync();
    this.awaited = { head, at: this.options.clock.now() };
  }

  // ── The same over HTTP, where websockets are blocked or broken ──

  private async catchUp(): Promise<void> {
    const cursor = this.position;
    if (this.pulling || cursor === null) return;
    this.pulling = true;
    this.pulledAt = this.options.clock.now();
    const { region, pull } = this.options;
    const { status, body } = await pull(`/api/regions/${region}/events?epoch=${cursor.epoch}&after=${cursor.seq}`);
    this.pulling = false;
    if (this.isRefused(status) || status !== 200) return;
    const answer = body as PullAnswer;
    if (answer.type === 'reset') return void this.load();
    const askedAt = this.pulledAt;
    this.hearFrame(answer);
    if (this.position && answer.epoch === this.position.epoch && answer.through <= this.position.seq)
      this.current(askedAt);
  }

  // ── How old ──

  private hear(serverTime: IsoInstant): void {
    this.serverAhead = epochMillis(serverTime) - this.options.clock.now();
  }

  private current(at = this.options.clock.now()): void {
    this.awaited = null;
    this.currentAt = Math.max(this.currentAt, at);
    this.judge();
  }

  private check(): void {
    if (!this.running) return;
    this.checkAlarm = this.options.clock.after(CHECK_EVERY, () => this.check());
    const now = this.options.clock.now();
    this.judge();
    if (this.line !== null && now - this.heardAt > RECONNECTING_AFTER) this.lineLost();
    if (this.failures >= PULL_AFTER_FAILURES && now - this.pulledAt > PULL_EVERY) void this.catchUp();
  }

  private judge(): void {
    if (this.position === null || !this.running) return;
    const age = this.options.clock.now() - this.currentAt;
    this.setStatus(age >= STALE_AFTER ? 'STALE' : age >= RECONNECTING_AFTER ? 'RECONNECTING' : 'LIVE');
  }

  /** True where the answer must not be used any more: the server said no, or the store was stopped meanwhile. */
  private isRefused(status: number): boolean {
    if (!this.running) return true;
    if (status === 401) this.finish('ENDED');
    else if (status === 403 || status === 404) this.finish('FORBIDDEN');
    return !this.running;
  }

  /** A post that was taken away is no lost line: asking again would be refused for ever. */
  private takeLeave(reason: Bye['reason']): void {
    if (reason === 'SESSION_ENDED') this.finish('ENDED');
    else if (reason === 'NOT_ALLOWED') this.finish('FORBIDDEN');
    else this.lineLost();
  }

  private finish(status: LiveEnd): void {
    this.setStatus(status);
    this.stop();
  }

  private setStatus(status: LiveStatus): void {
    if (status === this.statusNow) return;
    this.statusNow = status;
    this.options.listener.statusChanged(status);
  }
}
