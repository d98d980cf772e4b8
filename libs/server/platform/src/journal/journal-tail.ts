import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { IsoInstant } from '@papan/domain';
import { JournalBell } from './journal-bell';
import { type JournalEntry, readEntries } from './read-happenings';
import { TailPool } from './tail-pool';

/** Where a region's journal stands: the number of its last entry, in this epoch. */
export interface Head {
  readonly epoch: number;
  readonly head: number;
  readonly serverTime: IsoInstant;
}

/** What has been read on: entries after `from` up to `through`, all of them, in order. */
export interface Stretch {
  readonly region: string;
  readonly epoch: number;
  readonly from: number;
  readonly through: number;
  readonly entries: readonly JournalEntry[];
}

export interface TailListener {
  /** New entries. Synchronous; how long it takes decides when the next stretch comes. */
  onStretch(stretch: Stretch): void;
  /** The journal was set back or restored: what readers hold is worth nothing. */
  onEpoch(region: string, epoch: number): void;
  /** Every second while the region is watched and the database answers. */
  onHeartbeat(region: string, head: Head): void;
}

/** The newest entries stay in memory, so that a reader who comes late or stumbled needs no query. */
const KEPT = 2_000;
const AT_ONCE = 1_000;
const POLL_MS = 250;
const POLLS_PER_HEARTBEAT = 4;
/** Between two stretches the writers get at least twice the time that telling the last one took. */
const REST_FACTOR = 2;
const REST_AT_MOST_MS = 100;

class WatchedRegion {
  watchers = 0;
  kept: JournalEntry[] = [];
  pulling = false;
  again = false;
  /** The head as the last heartbeat saw it: by the next one it has been told, or something is wrong. */
  seen = 0;

  constructor(
    readonly code: string,
    public epoch: number,
    public through: number,
  ) {}

  keep(entries: readonly JournalEntry[]): void {
    this.kept.push(...entries);
    if (this.kept.length > 2 * KEPT) this.kept = this.kept.slice(-KEPT);
  }

  /** Entries after `after`, or undefined where they are no longer in memory. */
  keptAfter(after: number): readonly JournalEntry[] | undefined {
    const missing = this.through - after;
    if (missing <= 0) return [];
    return missing <= this.kept.length ? this.kept.slice(-missing) : undefined;
  }
}

/**
 * Reads the journal of each watched region onwards, on every instance by itself. It is woken right after a commit in
 * this process and by notices from other instances; a poll finds whatever both have missed.
 */
@Injectable()
export class JournalTail {
  private readonly regions = new Map<string, WatchedRegion>();
  private readonly opening = new Map<string, Promise<WatchedRegion>>();
  private listener: TailListener | undefined;
  private timer: NodeJS.Timeout | undefined;
  private polling = false;
  private polls = 0;
  private closed = false;
  private readonly stopListening: () => void;

  constructor(
    private readonly pool: TailPool,
    bell: JournalBell,
  ) {
    this.stopListening = bell.onRing((region) => this.wake(region));
  }

  listen(listener: TailListener): void {
    this.listener = listener;
  }

  /** Begins (or goes on) to follow a region; answers where it stands. Throws where there is no such region. */
  async watch(code: string): Promise<{ readonly epoch: number; readonly through: number }> {
    const region = await this.open(code);
    region.watchers++;
    this.timer ??= setInterval(() => void this.poll(), POLL_MS);
    return region;
  }

  unwatch(code: string): void {
    const region = this.regions.get(code);
    if (!region) return;
    region.watchers--;
    if (region.watchers <= 0) this.regions.delete(code);
    if (this.regions.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Where the tail has read to; undefined while nobody watches the region. */
  position(code: string): { readonly epoch: number; readonly through: number } | undefined {
    return this.regions.get(code);
  }

  /** From memory: the entries after `after`, or undefined where memory does not reach back so far. */
  keptAfter(code: string, after: number): readonly JournalEntry[] | undefined {
    return this.regions.get(code)?.keptAfter(after);
  }

  /** From the database. */
  readAfter(code: string, after: number, limit: number): Promise<readonly JournalEntry[]> {
    return readEntries(this.pool.query, code, after, limit);
  }

  /** Where the journal stands now, asked of the database. */
  async head(code: string): Promise<Head | undefined> {
    const [row] = await this.heads([code]);
    return row;
  }

  /** Something was written there; by whom does not matter. */
  wake(code: string): void {
    const region = this.regions.get(code);
    if (region) void this.pull(region);
  }

  /** After a lost connection anything may have happened. */
  wakeAll(): void {
    for (const region of this.regions.values()) void this.pull(region);
  }

  /** How far each watched region is behind the database's last known head. */
  get watched(): ReadonlyMap<string, { readonly epoch: number; readonly through: number }> {
    return this.regions;
  }

  close(): void {
    this.closed = true;
    this.stopListening();
    clearInterval(this.timer);
    this.timer = undefined;
    this.regions.clear();
  }

  private async open(code: string): Promise<WatchedRegion> {
    const known = this.regions.get(code);
    if (known) return known;
    const underway = this.opening.get(code) ?? this.load(code);
    this.opening.set(code, underway);
    try {
      return await underway;
    } finally {
      this.opening.delete(code);
    }
  }

  private async load(code: string): Promise<WatchedRegion> {
    const head = await this.head(code);
    if (!head) throw new Error(`no region ${code}`);
    const region = new WatchedRegion(code, head.epoch, head.head);
    this.regions.set(code, region);
    return region;
  }

  private async heads(codes: readonly string[]): Promise<(Head & { readonly code: string })[]> {
    const rows = await this.pool.query<{ code: string; epoch: number; seq: string; now: string }>(
      'SELECT code, epoch, seq, instant_text(app_now()) AS now FROM region WHERE code = ANY($1)',
      [codes],
    );
    return rows.map(({ code, epoch, seq, now }) => ({ code, epoch, head: Number(seq), serverTime: now }));
  }

  private async poll(): Promise<void> {
    if (this.polling || this.regions.size === 0) return;
    this.polling = true;
    try {
      const beat = this.polls++ % POLLS_PER_HEARTBEAT === 0;
      for (const head of await this.heads([...this.regions.keys()])) this.see(head, beat);
    } catch {
      // The database is away: no heartbeat goes out, and the boards say how old they are.
    } finally {
      this.polling = false;
    }
  }

  private see(head: Head & { readonly code: string }, beat: boolean): void {
    const region = this.regions.get(head.code);
    if (!region) return;
    if (head.epoch !== region.epoch) this.restart(region, head);
    else if (head.head > region.through) void this.pull(region);
    if (!beat) return;
    this.listener?.onHeartbeat(head.code, { ...head, head: Math.max(region.through, region.seen) });
    region.seen = head.head;
  }

  private restart(region: WatchedRegion, { epoch, head }: Head): void {
    region.epoch = epoch;
    region.through = head;
    region.kept = [];
    region.seen = 0;
    this.listener?.onEpoch(region.code, epoch);
  }

  private async pull(region: WatchedRegion): Promise<void> {
    region.again = true;
    if (region.pulling) return;
    region.pulling = true;
    try {
      while (region.again && !this.closed && this.regions.get(region.code) === region) {
        region.again = false;
        const told = await this.pullOnce(region);
        if (told > 0) await sleep(Math.min(REST_AT_MOST_MS, told * REST_FACTOR));
      }
    } catch {
      // The next poll tries again.
    } finally {
      region.pulling = false;
    }
  }

  /** Reads one stretch and tells it; answers how many milliseconds the telling took. */
  private async pullOnce(region: WatchedRegion): Promise<number> {
    const { epoch, through } = region;
    const entries = await this.readAfter(region.code, through, AT_ONCE);
    const last = entries.at(-1);
    if (!last || region.epoch !== epoch || region.through !== through) return 0;
    if (entries.some((entry) => entry.epoch !== epoch)) {
      const head = await this.head(region.code);
      if (head) this.restart(region, head);
      return 0;
    }
    if (last.happening.seq !== through + entries.length) throw new Error('the journal has a gap');
    if (entries.length === AT_ONCE) region.again = true;
    region.through = last.happening.seq;
    region.keep(entries);
    const before = performance.now();
    this.listener?.onStretch({ region: region.code, epoch, from: through, through: region.through, entries });
    return performance.now() - before;
  }
}
