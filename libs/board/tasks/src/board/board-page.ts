import { Component, DestroyRef, ElementRef, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { BoardApi, Directory, LetterKeys, LiveStore, Say, SessionStore, newCommandId } from '@papan/board-platform';
import type { No } from '@papan/board-platform';
import { EmptyState, ErrorState, Menu, Skeleton } from '@papan/board-ui';
import type { MenuItem } from '@papan/board-ui';
import type { Column, Deed, Refusal, Task } from '@papan/domain';
import { COLUMNS, DEEDS, columnOf, formatList, isOverdue, isRefusal, may } from '@papan/domain';
import { TaskDrawer } from '../drawer/task-drawer';
import type { DrawerSection } from '../drawer/sections';
import { sectionOf, sectionInAddress } from '../drawer/sections';
import { NewTaskForm } from '../new-task/new-task-form';
import { TaskWords } from '../task/task-words';
import { arrange } from './arrange';
import type { Lane } from './arrange';
import { BoardSheet } from './board-sheet';
import type { CardAction, RefusedMove } from './board-sheet';
import { decideDrop, resourceOf } from './decide-drop';
import type { BoardFilter } from './filter';
import { EVERYTHING, NO_LANE, isFiltered, matches, readFilter, writeFilter } from './filter';
import { FilterBar } from './filter-bar';
import { HeaderStrip } from './header-strip';
import { MoveDialog } from './move-dialog';

/** Deeds that are asked about although they need no reason: they speak for the agency, or end the task. */
const ASK_FIRST: readonly Deed[] = ['submit', 'close'];

/** The board: columns by status, lanes by agency, live; its filter and the open task stand in the address. */
@Component({
  selector: 'pp-board-page',
  imports: [
    BoardSheet,
    EmptyState,
    ErrorState,
    FilterBar,
    HeaderStrip,
    Menu,
    MoveDialog,
    NewTaskForm,
    Skeleton,
    TaskDrawer,
  ],
  templateUrl: './board-page.html',
  styleUrl: './board-page.css',
  host: { '(document:keydown)': 'onKey($event)', '[style.--board-top.px]': 'top()' },
})
export class BoardPage {
  protected readonly voice = inject(Say);
  protected readonly live = inject(LiveStore);
  protected readonly session = inject(SessionStore);
  protected readonly directory = inject(Directory);
  private readonly api = inject(BoardApi);
  private readonly words = inject(TaskWords);
  private readonly letters = inject(LetterKeys);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  private readonly sheet = viewChild(BoardSheet);
  private readonly menu = viewChild.required(Menu);
  private readonly moves = viewChild.required(MoveDialog);
  private readonly filterBar = viewChild(FilterBar);

  protected readonly top = signal(0);
  protected readonly slow = signal(false);
  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly filter = computed<BoardFilter>(() => {
    const map = this.query();
    return readFilter(Object.fromEntries(map.keys.map((key) => [key, map.get(key)])));
  });
  protected readonly openTask = computed(() => {
    const id = Number(this.query().get('tugas'));
    return Number.isInteger(id) && id > 0 ? id : null;
  });
  protected readonly section = computed<DrawerSection | null>(() => sectionOf(this.query().get('bagian')));
  protected readonly making = computed(() => this.query().has('baru') && this.mayCreate());

  protected readonly mayRead = computed(() => this.session.can('board.read'));
  protected readonly mayCreate = computed(() => this.session.can('task.create'));
  protected readonly roleWord = computed(() => {
    const role = this.session.membership()?.role;
    return role ? this.voice.word('role', role) : '';
  });

  private readonly openCount = computed(() => {
    const counts = new Map<number, number>();
    for (const blocker of this.live.openBlockers()) counts.set(blocker.task, (counts.get(blocker.task) ?? 0) + 1);
    return counts;
  });
  private readonly found = computed(() => {
    const filter = this.filter();
    const context = {
      myAgency: this.session.membership()?.agency ?? 0,
      today: this.live.today(),
      words: (task: Task) =>
        `${this.words.label(task)} ${this.words.agencyShort(task.agency)} ${this.words.agencyName(task.agency)} ${this.words.areaName(task.area)}`,
    };
    return this.live.allTasks().filter((task) => matches(task, filter, context));
  });
  protected readonly arrangement = computed(() => {
    const counts = this.openCount();
    return arrange(this.found(), this.filter().lanes, (id) => counts.get(id) ?? 0);
  });
  /** The part of the address that lays the board out anew. */
  protected readonly view = computed(() => JSON.stringify(this.filter()));
  protected readonly filtered = computed(() => isFiltered(this.filter()));
  protected readonly overdue = computed(() => {
    const today = this.live.today();
    return this.live.allTasks().filter((task) => columnOf(task.status, 0) !== null && isOverdue(task, today)).length;
  });
  protected readonly idleAgencies = computed(() => {
    if (this.filter().lanes !== 'agency' || this.filtered()) return '';
    const busy = new Set(this.arrangement().lanes.map((lane) => lane.key));
    const idle = this.directory
      .agencies()
      .filter((agency) => agency.kind !== 'PARTNER' && !busy.has(String(agency.id)))
      .map((agency) => agency.short);
    if (idle.length === 0) return '';
    return this.voice.say('board.foldedLanes', {
      count: idle.length,
      names: formatList(idle, this.voice.locale()),
    });
  });

  protected readonly laneName = computed(() => {
    const { lanes } = this.filter();
    return (key: string): string => {
      if (lanes === 'agency') return this.words.agencyName(Number(key));
      if (lanes === 'segment') return key === NO_LANE ? this.voice.say('board.noSegment') : this.segmentWord(key);
      return key === NO_LANE ? this.voice.say('board.noDistrict') : this.words.areaName(key);
    };
  });
  protected readonly laneText = computed(() => {
    const now = `${this.live.today()}T05:00:00Z`;
    return (lane: Lane): string => {
      const head =
        lane.remaining > 0
          ? this.voice.say('board.laneHead', { count: lane.count, people: this.words.integer(lane.remaining) })
          : this.voice.say('board.laneHeadDone', { count: lane.count });
      const report = lane.lastReportAt
        ? this.voice.say('board.laneReported', { when: this.dayOf(lane.lastReportAt, now) })
        : this.voice.say('board.laneNoReport');
      return `${head} · ${report}`;
    };
  });

  protected readonly refused = signal<RefusedMove | null>(null);
  private menuTask: Task | null = null;

  constructor() {
    const measure = (): void => this.top.set(this.host.nativeElement.getBoundingClientRect().top + scrollY);
    afterNextRender(measure);
    addEventListener('resize', measure);
    const slow = setTimeout(() => this.slow.set(true), 8_000);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('resize', measure);
      clearTimeout(slow);
    });
  }

  protected readonly dropAllowed = (id: number, column: Column): boolean => {
    const [task, actor] = [this.live.task(id)(), this.session.actor()];
    return !!task && !!actor && decideDrop(actor, task, this.blockersOn(id), column).kind !== 'refused';
  };

  protected setFilter(part: Partial<BoardFilter>): void {
    void this.go(writeFilter({ ...this.filter(), ...part }), 'text' in part);
  }

  protected clearFilter(): void {
    this.setFilter({ ...EVERYTHING, lanes: this.filter().lanes });
  }

  protected open(task: number, section: DrawerSection | null = null): void {
    this.refused.set(null);
    void this.go({ tugas: String(task), bagian: section === null ? null : sectionInAddress(section), baru: null });
  }

  protected closeDrawer(): void {
    const task = this.openTask();
    void this.go({ tugas: null, bagian: null }).then(() => {
      if (task !== null) this.sheet()?.focusCard(task);
    });
  }

  protected setSection(section: DrawerSection | null): void {
    void this.go({ bagian: section === null ? null : sectionInAddress(section) }, true);
  }

  protected make(): void {
    void this.go({ baru: '1', tugas: null, bagian: null });
  }

  protected stopMaking(made: number | null): void {
    void this.go({ baru: null, tugas: made === null ? null : String(made) });
  }

  protected act({ task, action, anchor }: { task: number; action: CardAction; anchor?: HTMLElement }): void {
    const card = this.live.task(task)();
    if (!card) return;
    switch (action) {
      case 'open':
        return this.open(task);
      case 'report':
        return this.open(task, 'report');
      case 'blocker':
        return this.open(task, 'blockers');
      case 'menu':
      case 'move':
        return this.openMenu(card, action === 'move', anchor);
    }
  }

  protected choose(id: string): void {
    const task = this.menuTask;
    if (!task) return;
    const column = COLUMNS.find((one) => `to-${one}` === id);
    if (column) this.drop({ task: task.id, column });
    else if (id === 'report') this.open(task.id, 'report');
    else if (id === 'blocker') this.open(task.id, 'blockers');
    else this.open(task.id);
  }

  /** A drop by mouse, finger, key or menu: one way for all. */
  protected drop({ task: id, column }: { task: number; column: Column }): void {
    const [task, actor] = [this.live.task(id)(), this.session.actor()];
    if (!task || !actor) return;
    this.refused.set(null);
    const decision = decideDrop(actor, task, this.blockersOn(id), column);
    switch (decision.kind) {
      case 'stay':
        return;
      case 'raise-blocker':
      case 'lift-blockers':
        return this.open(id, 'blockers');
      case 'refused':
        this.refused.set({ task: id, no: decision.refusal, wayOut: decision.wayOut });
        this.sheet()?.focusCard(id);
        return;
      case 'confirm':
        if (decision.reasonNeeded || ASK_FIRST.includes(decision.deed)) this.moves().ask(task, decision.deed);
        else void this.doAtOnce(task, decision.deed);
    }
  }

  protected done({ task, deed }: { task: Task; deed: Deed }): void {
    this.sheet()?.follow(task.id);
    const column = columnOf(DEEDS[deed].to, 0);
    if (column)
      this.announce.set(
        this.voice.say('board.moved', { task: this.words.label(task), column: this.voice.word('column', column) }),
      );
  }

  protected takeWayOut({ task, wayOut }: RefusedMove): void {
    this.open(task, wayOut === 'report' ? 'report' : wayOut === 'blockers' ? 'blockers' : null);
  }

  protected dismiss(): void {
    const task = this.refused()?.task;
    this.refused.set(null);
    if (task !== undefined) this.sheet()?.focusCard(task);
  }

  protected readonly announce = signal('');

  protected onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.key === 'Escape' && this.refused()) return this.dismiss();
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, dialog')) return;
    if (event.key !== '/' || !this.letters.on()) return;
    event.preventDefault();
    this.filterBar()?.focusSearch();
  }

  private async doAtOnce(task: Task, deed: Deed): Promise<void> {
    const result = await this.api.doDeed(task.id, { deed, reason: '' }, newCommandId());
    if (result.ok) {
      this.done({ task, deed });
      return;
    }
    const no: No | Refusal = 'problem' in result ? result.problem : UNREACHABLE;
    this.refused.set({ task: task.id, no, wayOut: 'open' });
    this.sheet()?.focusCard(task.id);
  }

  private openMenu(task: Task, movesOnly: boolean, anchor?: HTMLElement): void {
    const sheet = this.sheet();
    const card = sheet?.element(task.id);
    if (!card) return;
    this.menuTask = task;
    const items = movesOnly ? this.moveItems(task) : [...this.workItems(task), ...this.moveItems(task)];
    this.menu().openAt(anchor ?? card, items, card.querySelector<HTMLElement>('.title') ?? card);
  }

  private workItems(task: Task): readonly MenuItem[] {
    const actor = this.session.actor();
    if (!actor) return [];
    const why = (answer: true | Refusal): string => (isRefusal(answer) ? this.voice.refusal(answer).title : '');
    const resource = resourceOf(actor.region, task);
    return [
      { id: 'open', text: this.voice.say('board.open'), key: 'Enter' },
      {
        id: 'report',
        text: this.voice.say('board.report'),
        key: 'L',
        refused: why(may(actor, 'progress.report', resource)),
      },
      {
        id: 'blocker',
        text: this.voice.say('board.blocker'),
        key: 'K',
        refused: why(may(actor, 'blocker.raise', resource)),
      },
    ];
  }

  private moveItems(task: Task): readonly MenuItem[] {
    const actor = this.session.actor();
    if (!actor) return [];
    const here = columnOf(task.status, this.blockersOn(task.id));
    return COLUMNS.filter((column) => column !== here).map((column, index) => {
      const decision = decideDrop(actor, task, this.blockersOn(task.id), column);
      return {
        id: `to-${column}`,
        text: this.voice.say('board.moveToColumn', { column: this.voice.word('column', column) }),
        refused: decision.kind === 'refused' ? this.voice.refusal(decision.refusal).title : '',
        group: index === 0 ? this.voice.say('board.moveTo') : undefined,
      };
    });
  }

  private blockersOn(id: number): number {
    return this.openCount().get(id) ?? 0;
  }

  private segmentWord(key: string): string {
    return this.voice.word('segment', key as Parameters<typeof this.voice.word<'segment'>>[1]);
  }

  private dayOf(at: string, now: string): string {
    return at.slice(0, 10) >= now.slice(0, 10) ? this.voice.say('board.ageToday') : this.words.moment(at, now);
  }

  private go(query: Readonly<Record<string, string | null>>, replaceUrl = false): Promise<boolean> {
    return this.router.navigate([], {
      relativeTo: this.route,
      queryParams: query,
      queryParamsHandling: 'merge',
      replaceUrl,
    });
  }
}

/** No answer came; said like a refusal beside the card. */
const UNREACHABLE: Refusal = { refused: true, code: 'DATABASE_DOWN', params: {}, rule: '' };
