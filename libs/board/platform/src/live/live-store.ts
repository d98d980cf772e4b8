import { DOCUMENT, DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { Signal, WritableSignal } from '@angular/core';
import type { Actor, Blocker, BoardState, Happening, Headline, IsoDate, IsoInstant, Task } from '@papan/domain';
import { headline, instantFromMillis, oldestWaits, wibDate } from '@papan/domain';
import { Directory } from '../directory/directory';
import { SessionStore } from '../session/session-store';
import type { Applied } from './apply';
import { LiveCore } from './live-core';
import type { LiveStatus } from './live-core';
import { LIVE_WORLD } from './live-world';

/** How long a change by others stays marked. */
export const RECENT_FOR = 6_000;

/** The last thing that others did to a task. */
export interface RecentChange {
  readonly happening: Happening;
}

const NO_BLOCKERS: readonly Blocker[] = [];
type Rest = Pick<BoardState, 'cut' | 'verified' | 'allocation' | 'gains'>;
const EMPTY_REST: Rest = { cut: null, verified: {}, allocation: {}, gains: [] };

/**
 * The board of the active region as signals: one per card, so that one event touches one card. Changes are written once
 * per animation frame, and not at all while the board is held (`hold`): nothing moves under the pointer.
 */
@Injectable({ providedIn: 'root' })
export class LiveStore {
  private readonly world = inject(LIVE_WORLD);
  private readonly session = inject(SessionStore);
  private readonly directory = inject(Directory);
  private readonly window = inject(DOCUMENT).defaultView;

  private core: LiveCore | undefined;
  /** Region and reader of the core: another reader sees another board. */
  private reader = '';
  private readonly cells = new Map<number, WritableSignal<Task | undefined>>();
  private readonly blockersByTask = new Map<number, WritableSignal<readonly Blocker[]>>();
  private readonly recent = new Map<number, WritableSignal<RecentChange | undefined>>();
  private readonly listeners = new Set<(happenings: readonly Happening[]) => void>();

  private readonly ids = signal<readonly number[]>([]);
  private readonly all = signal<readonly Task[]>([]);
  private readonly open = signal<readonly Blocker[]>([]);
  private readonly rest = signal<Rest>(EMPTY_REST);
  private readonly statusNow = signal<LiveStatus>('LOADING');
  private readonly seconds = signal<IsoInstant>(instantFromMillis(Date.now()));
  private readonly freshness = signal<IsoInstant | null>(null);
  private readonly isLoaded = signal(false);
  private readonly waiting = signal(0);
  private readonly began = signal(0);

  private touchedTasks = new Map<number, Task>();
  private touchedBlockers = false;
  private queued: Happening[] = [];
  private isScheduled = false;
  private isReplaced = false;
  private holds = 0;

  readonly status = this.statusNow.asReadonly();
  /** The first snapshot is here. */
  readonly loaded = this.isLoaded.asReadonly();
  /** Server time at which the screen was last known to be complete. */
  readonly asOf = this.freshness.asReadonly();
  /** The server's time, each second; what the session told of it until the board was heard. */
  readonly now = this.seconds.asReadonly();
  /** Today in WIB. */
  readonly today = computed<IsoDate>(() => wibDate(this.seconds()));
  readonly taskIds = this.ids.asReadonly();
  readonly allTasks: Signal<readonly Task[]> = this.all.asReadonly();
  /** Open blockers, the longest wait first. */
  readonly openBlockers: Signal<readonly Blocker[]> = this.open.asReadonly();
  readonly cut = computed(() => this.rest().cut);
  readonly verified = computed(() => this.rest().verified);
  readonly allocation = computed(() => this.rest().allocation);
  readonly gains = computed(() => this.rest().gains);
  /** The two figures; null while no cut of BPJS is known. */
  readonly headline = computed<Headline | null>(() => {
    const { cut, verified } = this.rest();
    return cut ? headline(cut, verified) : null;
  });
  /** How often the board began anew from a snapshot: what happened before it was not told one by one. */
  readonly snapshots = this.began.asReadonly();
  /** How many happenings wait while the board is held. */
  readonly heldBack = this.waiting.asReadonly();

  constructor() {
    effect(() => {
      const actor = this.session.actor();
      const reads = this.session.state() === 'IN' && this.session.can('board.read');
      untracked(() => this.attend(reads ? actor : null));
    });
    const tick = setInterval(() => this.tick(), 1_000);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(tick);
      this.core?.stop();
    });
    const wake = (): void => this.core?.nudge();
    this.window?.addEventListener('online', wake);
    this.window?.document.addEventListener('visibilitychange', wake);
  }

  /** One card. The signal is made once; it is undefined for a task that is not on this board. */
  task(id: number): Signal<Task | undefined> {
    return this.cell(id).asReadonly();
  }

  /** Open blockers of one task, oldest first. */
  blockersOf(id: number): Signal<readonly Blocker[]> {
    return this.blockersCell(id).asReadonly();
  }

  /** What others did to the task within the last six seconds. */
  recentChange(id: number): Signal<RecentChange | undefined> {
    return this.recentCell(id).asReadonly();
  }

  /** Calls back with what happened, once per flush, after the signals were written. Returns how to stop. */
  onHappenings(listener: (happenings: readonly Happening[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Nothing on the screen moves until `release`: the pointer is down, or a card is being dragged. May be nested. */
  hold(): void {
    this.holds++;
  }

  release(): void {
    this.holds = Math.max(0, this.holds - 1);
    if (this.holds === 0) this.schedule();
  }

  /** Where the board stands in the journal; for tests and support. */
  cursor(): string {
    const cursor = this.core?.cursor;
    return cursor ? `${cursor.epoch}:${cursor.seq}` : '';
  }

  private attend(actor: Actor | null): void {
    if (actor === null) {
      this.core?.stop();
      this.tick();
      return;
    }
    const { region, person, role, agency } = actor;
    const reader = `${region}/${person}/${role}/${agency.id}`;
    if (this.core && this.reader === reader) {
      this.core.start();
      return;
    }
    this.reader = reader;
    this.core?.stop();
    this.forget();
    const core: LiveCore = new LiveCore({
      ...this.world,
      region,
      listener: {
        replaced: () => this.core === core && this.replaced(),
        changed: (applied, happenings) => this.core === core && this.changed(applied, happenings),
        statusChanged: (status) => this.core === core && this.showStatus(status),
      },
    });
    this.core = core;
    core.start();
  }

  private forget(): void {
    this.isLoaded.set(false);
    this.statusNow.set('LOADING');
    for (const cell of this.cells.values()) cell.set(undefined);
    for (const cell of this.blockersByTask.values()) cell.set(NO_BLOCKERS);
    this.ids.set([]);
    this.all.set([]);
    this.open.set([]);
    this.rest.set(EMPTY_REST);
    this.touchedTasks.clear();
    this.queued = [];
  }

  private showStatus(status: LiveStatus): void {
    this.statusNow.set(status);
    this.tick();
    if (status === 'ENDED') this.session.ended();
  }

  private tick(): void {
    const core = this.core;
    this.seconds.set(core?.now ?? this.session.serverTime());
    this.freshness.set(core?.asOf ?? null);
  }

  private replaced(): void {
    this.isReplaced = true;
    this.tick();
    if (this.isLoaded()) this.schedule();
    else this.flush();
  }

  private changed(applied: Applied, happenings: readonly Happening[]): void {
    for (const [id, task] of applied.tasks) this.touchedTasks.set(id, task);
    this.touchedBlockers ||= applied.blockers.size > 0;
    this.queued.push(...happenings);
    this.waiting.set(this.queued.length);
    this.schedule();
  }

  private schedule(): void {
    if (this.isScheduled || this.holds > 0) return;
    this.isScheduled = true;
    this.world.nextFrame(() => {
      this.isScheduled = false;
      if (this.holds === 0) this.flush();
    });
  }

  private flush(): void {
    const core = this.core;
    if (!core) return;
    if (this.isReplaced) this.showAll(core);
    else this.showTouched(core);
    const { cut, verified, allocation, gains } = core;
    const rest = this.rest();
    if (rest.cut !== cut || rest.verified !== verified || rest.allocation !== allocation || rest.gains !== gains)
      this.rest.set({ cut, verified, allocation, gains });
    const happenings = this.queued;
    this.queued = [];
    this.waiting.set(0);
    if (happenings.length === 0) return;
    this.mark(happenings);
    for (const listener of this.listeners) listener(happenings);
  }

  private showAll(core: LiveCore): void {
    this.isReplaced = false;
    this.began.update((count) => count + 1);
    this.touchedTasks.clear();
    for (const [id, cell] of this.cells) cell.set(core.task(id));
    this.showLists(core);
    this.showBlockers(core);
    this.isLoaded.set(true);
  }

  private showTouched(core: LiveCore): void {
    if (this.touchedTasks.size > 0) {
      for (const [id, task] of this.touchedTasks) this.cells.get(id)?.set(task);
      this.touchedTasks.clear();
      this.showLists(core);
    }
    if (this.touchedBlockers) this.showBlockers(core);
  }

  private showLists(core: LiveCore): void {
    this.all.set([...core.tasks.values()]);
    if (this.ids().length !== core.tasks.size || !this.isLoaded()) this.ids.set([...core.tasks.keys()]);
  }

  private showBlockers(core: LiveCore): void {
    this.touchedBlockers = false;
    const open = oldestWaits(core.blockers.values());
    const byTask = new Map<number, Blocker[]>();
    for (const blocker of open) byTask.set(blocker.task, [...(byTask.get(blocker.task) ?? []), blocker]);
    for (const [task, cell] of this.blockersByTask) {
      const now = byTask.get(task) ?? NO_BLOCKERS;
      if (!sameBlockers(cell(), now)) cell.set(now);
    }
    this.open.set(open);
  }

  /** Marks what others did; one's own doing needs no flash. */
  private mark(happenings: readonly Happening[]): void {
    const me = this.session.actor()?.person;
    for (const happening of happenings) {
      if (happening.by.person !== null && happening.by.person === me) continue;
      for (const id of tasksOf(happening)) {
        const cell = this.recentCell(id);
        const change = { happening };
        cell.set(change);
        setTimeout(() => cell.update((shown) => (shown === change ? undefined : shown)), RECENT_FOR);
      }
    }
    if (happenings.some(({ by }) => by.person !== null && !this.directory.person(by.person)))
      void this.directory.load();
  }

  private cell(id: number): WritableSignal<Task | undefined> {
    return findOrMake(this.cells, id, () => signal(this.core?.task(id)));
  }

  private blockersCell(id: number): WritableSignal<readonly Blocker[]> {
    return findOrMake(this.blockersByTask, id, () =>
      signal<readonly Blocker[]>(untracked(this.open).filter((blocker) => blocker.task === id)),
    );
  }

  private recentCell(id: number): WritableSignal<RecentChange | undefined> {
    return findOrMake(this.recent, id, () => signal<RecentChange | undefined>(undefined));
  }
}

function findOrMake<V>(map: Map<number, V>, id: number, make: () => V): V {
  const found = map.get(id);
  if (found !== undefined) return found;
  const made = make();
  map.set(id, made);
  return made;
}

function sameBlockers(a: readonly Blocker[], b: readonly Blocker[]): boolean {
  return a.length === b.length && a.every((blocker, at) => blocker === b[at]);
}

/** The tasks that a happening is about. */
export function tasksOf({ event }: Happening): readonly number[] {
  if (event.type === 'TaskReassigned') return [event.data.task, event.data.newTask];
  return 'task' in event.data ? [event.data.task] : [];
}
