import { DestroyRef, Injectable, PendingTasks, computed, effect, inject, signal, untracked } from '@angular/core';
import type { Signal, WritableSignal } from '@angular/core';
import { LiveStore, SessionStore, problemOf } from '@papan/board-platform';
import { unpackCases } from '@papan/contracts';
import type { CaseRow, Problem } from '@papan/contracts';
import type { Happening, IsoInstant } from '@papan/domain';
import { CasesApi } from '../api/cases-api';
import { MANY, touchedBy } from './touched';

/** How long a row that others changed stays marked, in milliseconds. */
const RECENT_FOR = 6_000;
/** Changes of one moment are asked for together. */
const GATHER = 120;
/** After a question without an answer, which was repeated already. */
const RETRY_AFTER = 15_000;

export type ListState = 'LOADING' | 'READY' | 'FAILED' | 'FORBIDDEN';

/**
 * All cases of the active region. The list is fetched once; what happens on the journal afterwards names the rows to
 * fetch again. Only one question is under way at a time, so that an older answer cannot cover a newer one.
 */
@Injectable({ providedIn: 'root' })
export class CasesStore {
  private readonly api = inject(CasesApi);
  private readonly live = inject(LiveStore);
  private readonly session = inject(SessionStore);
  private readonly pending = inject(PendingTasks);

  private readonly byId = signal<ReadonlyMap<number, CaseRow>>(new Map());
  private readonly stateNow = signal<ListState>('LOADING');
  private readonly problemNow = signal<Problem | null>(null);
  private readonly fetchedAt = signal<IsoInstant | null>(null);
  private readonly marks = new Map<number, WritableSignal<Happening | undefined>>();
  private readonly lastFresh = signal<readonly number[]>([]);

  private readonly waiting = new Set<number>();
  private everything = false;
  private asking = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Region and person of the rows: another reader sees other ones. */
  private reader = '';
  /** Grows with the reader: answers to the one before are dropped. */
  private turn = 0;

  readonly rows = computed<readonly CaseRow[]>(() => [...this.byId().values()]);
  readonly state = this.stateNow.asReadonly();
  /** What the server said instead of a list; null also where it said nothing. */
  readonly problem = this.problemNow.asReadonly();
  /** Server time at which the list was last complete; null while rows are missing or the line is lost. */
  readonly asOf = computed(() => (this.live.status() === 'LIVE' ? this.live.asOf() : this.fetchedAt()));
  /** Rows that others have just changed: the last batch. */
  readonly fresh = this.lastFresh.asReadonly();

  constructor() {
    const stop = this.live.onHappenings((happenings) => this.hear(happenings));
    effect(() => {
      const actor = this.session.actor();
      const reader = actor ? `${actor.region}/${actor.person}/${actor.role}` : '';
      untracked(() => this.enter(reader));
    });
    let snapshots = this.live.snapshots();
    effect(() => {
      const now = this.live.snapshots();
      if (now === snapshots) return;
      snapshots = now;
      // The board began anew without telling what happened meanwhile.
      untracked(() => this.stateNow() === 'READY' && this.ask(true));
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      clearTimeout(this.timer);
    });
  }

  row = (id: number): CaseRow | undefined => this.byId().get(id);

  /** What others did to the row within the last seconds. */
  recent(id: number): Signal<Happening | undefined> {
    return this.mark(id).asReadonly();
  }

  /** Fetches everything anew: after a failure, or when asked to. */
  reload(): void {
    this.stateNow.set(this.byId().size > 0 ? 'READY' : 'LOADING');
    this.ask(true);
  }

  /** One's own doing: the row is fetched at once, not when the journal tells. */
  refetch(ids: readonly number[]): void {
    for (const id of ids) this.waiting.add(id);
    this.ask(false);
  }

  private enter(reader: string): void {
    if (reader === this.reader) return;
    this.reader = reader;
    this.turn += 1;
    this.byId.set(new Map());
    this.fetchedAt.set(null);
    this.waiting.clear();
    this.everything = false;
    this.asking = false;
    clearTimeout(this.timer);
    this.stateNow.set('LOADING');
    if (reader !== '') this.ask(true);
  }

  private hear(happenings: readonly Happening[]): void {
    const { cases, employers, all } = touchedBy(happenings);
    const ids = new Set(cases);
    if (employers.size > 0) for (const row of this.byId().values()) if (employers.has(row.employer)) ids.add(row.id);
    if (!all && ids.size === 0) return;
    this.highlight(happenings);
    for (const id of ids) this.waiting.add(id);
    this.everything ||= all;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(false), GATHER);
  }

  private ask(everything: boolean): void {
    this.everything ||= everything;
    if (this.asking || (!this.everything && this.waiting.size === 0)) return;
    this.asking = true;
    const turn = this.turn;
    const asked = this.fetch().then((answered) => {
      if (turn !== this.turn) return;
      this.asking = false;
      if (answered) this.ask(false);
      else this.timer = setTimeout(() => this.ask(false), RETRY_AFTER);
    });
    // A page is drawn when its rows are.
    this.pending.run(() => asked);
  }

  /** False where no list came; then everything is asked for again later. */
  private async fetch(): Promise<boolean> {
    const turn = this.turn;
    const whole = this.everything || this.waiting.size > MANY;
    const ids = [...this.waiting];
    this.waiting.clear();
    this.everything = false;
    const result = whole ? await this.api.cases() : await this.api.changed(ids);
    if (turn !== this.turn) return false;
    if (!result.ok) {
      this.fail(problemOf(result) ?? null);
      return false;
    }
    const rows = unpackCases(result.value);
    if (whole) this.byId.set(new Map(rows.map((row) => [row.id, row])));
    else this.merge(ids, rows);
    this.problemNow.set(null);
    this.stateNow.set('READY');
    this.fetchedAt.set(this.live.now());
    return true;
  }

  private merge(ids: readonly number[], rows: readonly CaseRow[]): void {
    const next = new Map(this.byId());
    // A row that was asked for and did not come is no longer there for this reader.
    for (const id of ids) next.delete(id);
    for (const row of rows) next.set(row.id, row);
    this.byId.set(next);
  }

  private fail(problem: Problem | null): void {
    this.problemNow.set(problem);
    // Rows that are here stay; what was missed comes with the next whole list.
    this.everything = true;
    if (this.byId().size > 0) return;
    this.stateNow.set(problem?.status === 403 ? 'FORBIDDEN' : 'FAILED');
  }

  /** Marks what others did; one's own doing needs no flash. */
  private highlight(happenings: readonly Happening[]): void {
    const me = this.session.actor()?.person;
    const fresh: number[] = [];
    for (const happening of happenings) {
      if (happening.by.person !== null && happening.by.person === me) continue;
      for (const id of touchedBy([happening]).cases) {
        fresh.push(id);
        const cell = this.mark(id);
        cell.set(happening);
        setTimeout(() => cell.update((shown) => (shown === happening ? undefined : shown)), RECENT_FOR);
      }
    }
    if (fresh.length > 0) this.lastFresh.set(fresh);
  }

  private mark(id: number): WritableSignal<Happening | undefined> {
    const known = this.marks.get(id);
    if (known) return known;
    const made = signal<Happening | undefined>(undefined);
    this.marks.set(id, made);
    return made;
  }
}
