import {
  Component,
  DestroyRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { ElementRef } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Directory, LetterKeys, LiveStore, Preferences, Say } from '@papan/board-platform';
import type { CaseRow } from '@papan/contracts';
import { Icon } from '@papan/board-ui';
import { TRACKS } from '@papan/domain';
import { CaseWords } from '../case/case-words';
import { StepChip } from '../case/step-chip';
import { timersOf } from '../case/timer';
import { TimerChip } from '../case/timer-chip';
import { CasesStore } from './cases-store';
import { actionOf, stepOf } from './row-keys';
import type { RowAction } from './row-keys';
import { stretch, toggle } from './selection';
import type { Selection } from './selection';
import type { Sort } from './views';
import { countMoved, decideOrder, rowsInSight } from './window';

/** Heights of a row in pixels by the room there is; whatever a row says, it keeps its height. */
const HEIGHTS = {
  wide: { comfortable: 46, compact: 34 },
  medium: { comfortable: 62, compact: 56 },
  narrow: { comfortable: 116, compact: 116 },
} as const;
type Room = keyof typeof HEIGHTS;

/** A pointer that rests longer than this no longer holds the list. */
const POINTER_HOLDS_FOR = 10_000;
/** After one's own doing the list follows at once. */
const FOLLOW_FOR = 4_000;

/**
 * The cases as a table of which only the rows in sight are drawn. Nothing moves under the pointer or the focus: values
 * change in their row at once, a new order waits until it can be shown without moving what is looked at. The focus stays
 * on the table itself, which names its active row (`aria-activedescendant`): rows come and go while keys are pressed, and
 * a key that had to find its row in the page would act on the wrong one, or on none.
 */
@Component({
  selector: 'pp-case-table',
  imports: [Icon, RouterLink, StepChip, TimerChip],
  templateUrl: './case-table.html',
  styleUrl: './case-table.css',
  host: { '[class]': 'room()', '[class.compact]': "preferences.density() === 'compact'" },
})
export class CaseTable {
  readonly rows = input.required<readonly CaseRow[]>();
  /** Changes with the filter: then the order is new whatever is held. */
  readonly view = input.required<string>();
  readonly sort = input.required<Sort>();
  readonly down = input.required<boolean>();
  /** Held here too: the keys of one moment build upon each other before the page hears of the first. */
  readonly selection = model.required<Selection>();
  readonly sortChange = output<Sort>();
  readonly act = output<{ case: number; action: RowAction }>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly preferences = inject(Preferences);
  private readonly live = inject(LiveStore);
  private readonly directory = inject(Directory);
  private readonly store = inject(CasesStore);
  private readonly letters = inject(LetterKeys);
  private readonly injector = inject(Injector);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');

  protected readonly columns = COLUMNS;
  protected readonly room = signal<Room>('wide');
  protected readonly rowHeight = computed(() => HEIGHTS[this.room()][this.preferences.density()]);
  private readonly scrollTop = signal(0);
  private readonly height = signal(600);
  /** The order that is shown; the rows themselves are always the newest. */
  protected readonly shown = signal<readonly number[]>([]);
  private readonly newest = computed(() => this.rows().map(({ id }) => id));
  private readonly byId = computed(() => new Map(this.rows().map((row) => [row.id, row])));
  protected readonly waiting = signal(0);

  /** The row that the keys act on. */
  private readonly focused = signal<number | null>(null);
  private readonly focusInside = signal(false);
  private readonly pointed = signal<number | null>(null);
  private readonly followUntil = signal(0);
  private pointerTimer: ReturnType<typeof setTimeout> | undefined;
  private lastView = '';

  /** The row that the keys act on, else the first in sight. */
  protected readonly active = computed(() => {
    const [ids, focused] = [this.shown(), this.focused()];
    if (focused !== null && ids.includes(focused)) return focused;
    return ids[Math.ceil(this.scrollTop() / this.rowHeight())] ?? ids[0] ?? null;
  });

  protected readonly drawn = computed(() => {
    const [ids, height, active] = [this.shown(), this.rowHeight(), this.active()];
    const { from, to } = rowsInSight(ids.length, height, this.scrollTop(), this.height());
    const places = ids.slice(from, to).map((id, step) => ({ id, at: from + step }));
    const at = active === null ? -1 : ids.indexOf(active);
    if (active !== null && at >= 0 && (at < from || at >= to)) places.push({ id: active, at });
    const today = this.live.today();
    return places.flatMap(({ id, at: place }) => {
      const row = this.byId().get(id) ?? this.store.row(id);
      return row ? [this.viewOf(row, place, height, today)] : [];
    });
  });
  protected readonly allChosen = computed(() => {
    const { chosen } = this.selection();
    return this.shown().length > 0 && this.shown().every((id) => chosen.has(id));
  });

  constructor() {
    effect(() => this.settle());
    inject(DestroyRef).onDestroy(() => clearTimeout(this.pointerTimer));
    afterNextRender(() => this.attach());
  }

  /** One's own doing: the list follows at once. */
  follow(): void {
    this.followUntil.set(Date.now() + FOLLOW_FOR);
  }

  /** Puts the focus on a row, or on the one that the keys would act on. */
  focusRow(id: number | null = this.active()): void {
    if (id === null) return;
    this.focused.set(id);
    const at = this.shown().indexOf(id);
    if (at >= 0) this.reveal(at);
    this.takeFocus();
  }

  protected onScroll(): void {
    this.scrollTop.set(this.scroller().nativeElement.scrollTop);
  }

  protected onFocus(event: FocusEvent): void {
    if (inHead(event.target)) return;
    this.focused.set(rowOf(event.target) ?? this.active());
    this.focusInside.set(true);
  }

  protected onBlur(event: FocusEvent): void {
    const inside = event.relatedTarget instanceof Node && this.scroller().nativeElement.contains(event.relatedTarget);
    if (!inside) this.focusInside.set(false);
  }

  protected onPointer(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    this.pointed.set(rowOf(event.target));
    clearTimeout(this.pointerTimer);
    this.pointerTimer = setTimeout(() => this.pointed.set(null), POINTER_HOLDS_FOR);
  }

  protected onLeave(): void {
    clearTimeout(this.pointerTimer);
    this.pointed.set(null);
  }

  protected onKey(event: KeyboardEvent): void {
    const id = this.active();
    if (id === null || inHead(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.letters.endsChord(event)) return;
    const step = stepOf(event.key, this.letters.on(), Math.max(1, Math.floor(this.height() / this.rowHeight()) - 1));
    if (step !== null) {
      event.preventDefault();
      this.move(id, step, event.shiftKey && event.key.startsWith('Arrow'));
      return;
    }
    const action = actionOf(event.key, this.letters.on());
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (action === 'select') this.choose(id);
    else this.act.emit({ case: id, action });
  }

  protected choose(id: number, event?: MouseEvent): void {
    const selection = this.selection();
    this.selection.set(event?.shiftKey ? stretch(selection, this.shown(), id, id) : toggle(selection, id));
    // A box that scrolls away would take the focus with it.
    if (event) this.takeFocus();
  }

  protected chooseAll(): void {
    const chosen = this.allChosen() ? new Set<number>() : new Set(this.shown());
    this.selection.set({ chosen, anchor: null });
  }

  /** A click anywhere in the row opens it; links, boxes and marked text keep their own meaning. */
  protected onClick(event: MouseEvent): void {
    const id = rowOf(event.target);
    if (id === null || (event.target as Element).closest('a, input, button')) return;
    if ((getSelection()?.toString() ?? '') !== '') return;
    this.act.emit({ case: id, action: 'open' });
  }

  protected showWaiting(): void {
    this.apply(this.newest(), this.scrollTop());
  }

  protected sortText(sort: Sort): string | null {
    if (sort !== this.sort()) return null;
    return this.down() === (sort === 'workers') ? 'ascending' : 'descending';
  }

  private move(id: number, step: number, stretching: boolean): void {
    const ids = this.shown();
    const to = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(id) + step))];
    if (to === undefined) return;
    if (stretching) this.selection.set(stretch(this.selection(), ids, id, to));
    this.focusRow(to);
  }

  private settle(): void {
    const next = this.newest();
    const view = this.view();
    const anchor = this.focusInside() ? this.focused() : this.pointed();
    const follows = this.followUntil() > Date.now();
    untracked(() => {
      if (view !== this.lastView || this.shown().length === 0 || follows) {
        const top = view === this.lastView ? this.scrollTop() : 0;
        this.lastView = view;
        this.apply(next, top);
        return;
      }
      const sight = { scroll: this.scrollTop(), height: this.height(), rowHeight: this.rowHeight() };
      const decision = decideOrder(anchor, this.shown(), next, sight);
      if (decision.apply) this.apply(next, decision.scroll);
      else this.waiting.set(countMoved(this.shown(), next));
    });
  }

  private apply(next: readonly number[], scroll: number): void {
    this.shown.set(next);
    this.waiting.set(0);
    if (scroll === this.scrollTop()) return;
    this.scrollTop.set(scroll);
    afterNextRender(() => (this.scroller().nativeElement.scrollTop = scroll), { injector: this.injector });
  }

  private takeFocus(): void {
    this.scroller().nativeElement.focus({ preventScroll: true });
  }

  private reveal(at: number): void {
    const scroller = this.scroller().nativeElement;
    const [top, height] = [at * this.rowHeight(), this.rowHeight()];
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + height > scroller.scrollTop + this.height()) scroller.scrollTop = top + height - this.height();
    this.onScroll();
  }

  private attach(): void {
    const scroller = this.scroller().nativeElement;
    const observer = new ResizeObserver(() => {
      const width = scroller.clientWidth;
      this.room.set(width < 620 ? 'narrow' : width < 1060 ? 'medium' : 'wide');
      this.height.set(scroller.clientHeight - (scroller.querySelector('.head')?.clientHeight ?? 0));
    });
    observer.observe(scroller);
    this.injector.get(DestroyRef).onDestroy(() => observer.disconnect());
  }

  private viewOf(row: CaseRow, at: number, height: number, today: string) {
    const change = this.preferences.flash() ? this.store.recent(row.id)() : undefined;
    const ended = row.status === 'OPEN' ? [] : [row.status];
    const steps = TRACKS.flatMap((track) => row.tracks[track] ?? []);
    return {
      id: row.id,
      at,
      top: at * height,
      name: this.words.employer(row.name),
      nib: row.nib ?? '',
      district: this.words.district(row.district),
      violations: this.words.violations(row.violations),
      workers: this.words.integer(row.workersMissing),
      steps: [...ended, ...(row.status === 'OPEN' ? steps : [])],
      ready: row.readyForHandover && row.handover === null && row.status === 'OPEN',
      handover: row.handover === null ? '' : this.voice.say(`compliance.handover${row.handover}`),
      timers: timersOf(row, today, this.directory.decrees()).slice(0, 2),
      chosen: this.selection().chosen.has(row.id),
      active: this.active() === row.id,
      news: change ? this.words.news(change) : '',
    };
  }
}

/** Columns with the order that a press on their head asks for. */
const COLUMNS = [
  { name: 'employer', title: 'compliance.columnEmployer', sort: 'name' },
  { name: 'district', title: 'compliance.columnDistrict', sort: 'district' },
  { name: 'violations', title: 'compliance.columnViolations', sort: null },
  { name: 'workers', title: 'compliance.columnWorkers', sort: 'workers' },
  { name: 'tracks', title: 'compliance.columnTracks', sort: 'latest' },
  { name: 'timer', title: 'compliance.columnTimer', sort: 'next' },
] as const satisfies readonly { name: string; title: string; sort: Sort | null }[];

function rowOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-case]') : null;
  return row ? Number(row.dataset['case']) : null;
}

/** The boxes and buttons above the rows keep their own keys. */
function inHead(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.head') !== null;
}
