import {
  Component,
  DestroyRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { ElementRef } from '@angular/core';
import { LetterKeys, LiveStore, Preferences, Say, tasksOf } from '@papan/board-platform';
import type { No } from '@papan/board-platform';
import { Icon, ProblemBox, StatusChip } from '@papan/board-ui';
import type { StatusKind } from '@papan/board-ui';
import type { Column } from '@papan/domain';
import { COLUMNS } from '@papan/domain';
import type { Arrangement, Lane } from './arrange';
import { BoardCard } from './board-card';
import { CardDrag } from './card-drag';
import type { WayOut } from './decide-drop';
import { decideHold, movedCards } from './hold';
import type { Anchor } from './hold';
import type { Direction, Layout } from './layout';
import { COMFORTABLE, COMPACT, cardsInSight, lanesInSight, layOut, neighbour, topOf } from './layout';

/** A move that was refused: said beside the card, with a way out. */
export interface RefusedMove {
  readonly task: number;
  readonly no: No;
  readonly wayOut: WayOut;
}

/** What a key or a menu asks for. */
export type CardAction = 'open' | 'menu' | 'move' | 'report' | 'blocker';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};
const LETTERS: Readonly<Record<string, CardAction>> = { m: 'move', l: 'report', k: 'blocker' };

const OVERSCAN = 280;
/** A pointer that rests longer than this no longer holds the board: a projector's mouse lies still for hours. */
const POINTER_HOLDS_FOR = 10_000;
/** After one's own doing the board follows at once. */
const FOLLOW_FOR = 4_000;
const REMEMBER_CHANGES = 30_000;

/**
 * Lanes and columns as one tall sheet of which only the part in sight is drawn. Nothing moves under the pointer or the
 * focus: changes that would move that column wait, all others keep the anchored card at its place on the screen.
 */
@Component({
  selector: 'pp-board-sheet',
  imports: [BoardCard, Icon, ProblemBox, StatusChip],
  template: `
    @if (narrow()) {
      <div class="picker" role="group" [attr.aria-label]="voice.say('board.columns')">
        @for (column of columns; track column) {
          <button type="button" class="button" [attr.aria-pressed]="picked() === column" (click)="picked.set(column)">
            <pp-status-chip class="bare" [kind]="column" [word]="columnText(column)" />
          </button>
        }
      </div>
    }
    <div
      #scroller
      tabindex="-1"
      class="scroller"
      [class.single]="narrow()"
      [style.--columns]="shownColumns().length"
      (scroll)="onScroll()"
      (keydown)="onKey($event)"
      (focusin)="onFocus($event)"
      (focusout)="onBlur($event)"
      (pointerdown)="drag?.press($event)"
      (pointerover)="onPointer($event)"
      (pointerleave)="pointerAnchor.set(null)"
    >
      @if (narrow()) {
        <h2 class="sr-only">{{ voice.word('column', picked()) }}</h2>
      } @else {
        <div class="heads">
          @for (column of columns; track column) {
            <h2>
              <pp-status-chip class="bare" [kind]="column" [word]="voice.word('column', column)" />
              <span class="muted">{{ shown().counts[column] }}</span>
            </h2>
          }
          @if (laneAbove(); as name) {
            <p class="lane-above" aria-hidden="true">{{ name }}</p>
          }
        </div>
      }
      <div class="sheet" [style.height.px]="layout().height + 8">
        @for (placed of lanes(); track placed.lane.key) {
          @if (withHeaders()) {
            <h3 class="lane" [style.top.px]="placed.top" [style.height.px]="layout().metrics.header">
              <button type="button" [attr.aria-expanded]="!placed.folded" (click)="fold(placed.lane.key)">
                <pp-icon [name]="placed.folded ? 'right' : 'down'" />
                <span class="name">{{ laneName()(placed.lane.key) }}</span>
                <span class="muted">{{ laneText()(placed.lane) }}</span>
              </button>
            </h3>
          }
        }
        @for (column of shownColumns(); track column) {
          <ul
            class="column"
            [attr.data-column]="column"
            [attr.aria-label]="columnLabel(column)"
            [class.may]="allowed()?.[column] === true"
            [class.no]="allowed()?.[column] === false"
            [class.over]="overColumn() === column"
          >
            @for (card of cards()[column]; track card.id) {
              <li
                [ppCard]="card.id"
                [active]="card.id === activeCard()"
                [class.lifted]="card.id === dragged()"
                [style.top.px]="card.y"
                [style.height.px]="layout().metrics.card"
                [attr.aria-posinset]="card.position"
                [attr.aria-setsize]="card.size"
                (opened)="act.emit({ task: card.id, action: 'open' })"
                (menu)="act.emit({ task: card.id, action: 'menu', anchor: anchorOf($event) })"
              ></li>
            }
          </ul>
        }
        @if (refusalPlace(); as place) {
          <pp-problem-box
            class="refusal"
            [style.top.px]="place.y"
            [style.inset-inline-start.%]="place.start"
            [style.inline-size]="place.width"
            [problem]="place.problem"
          >
            <button type="button" class="button" (click)="wayOut.emit(place.refused)">{{ place.way }}</button>
            <button type="button" class="button quiet" (click)="dismissed.emit()">
              {{ voice.say('board.dismiss') }}
            </button>
          </pp-problem-box>
        }
      </div>
    </div>
    @if (pill(); as shownPill) {
      <button type="button" class="button primary pill" (click)="takePill()">{{ shownPill.text }}</button>
    }
    <p class="sr-only" aria-live="polite">{{ spoken() }}</p>
  `,
  styleUrl: './board-sheet.css',
})
export class BoardSheet {
  readonly arrangement = input.required<Arrangement>();
  /** Changes with the filter: then the board is laid out anew whatever is held. */
  readonly view = input.required<string>();
  readonly withHeaders = input.required<boolean>();
  readonly laneName = input.required<(key: string) => string>();
  readonly laneText = input.required<(lane: Lane) => string>();
  readonly refused = input<RefusedMove | null>(null);
  /** Which columns take the card: shown while it is dragged. */
  readonly dropAllowed = input.required<(task: number, column: Column) => boolean>();
  readonly act = output<{ task: number; action: CardAction; anchor?: HTMLElement }>();
  readonly dropped = output<{ task: number; column: Column }>();
  readonly wayOut = output<RefusedMove>();
  readonly dismissed = output();

  protected readonly voice = inject(Say);
  private readonly live = inject(LiveStore);
  private readonly preferences = inject(Preferences);
  private readonly letters = inject(LetterKeys);
  private readonly injector = inject(Injector);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');

  protected readonly columns = COLUMNS;
  protected readonly narrow = signal(false);
  protected readonly picked = signal<Column>('RUNNING');
  protected readonly shownColumns = computed<readonly Column[]>(() => (this.narrow() ? [this.picked()] : COLUMNS));
  protected readonly shown = signal<Arrangement>(NOTHING);
  private readonly folded = signal<ReadonlySet<string>>(new Set());
  private readonly scrollTop = signal(0);
  private readonly height = signal(600);
  private readonly metrics = computed(() => (this.preferences.density() === 'compact' ? COMPACT : COMFORTABLE));

  protected readonly layout = computed<Layout>(() => this.layoutOf(this.shown()));
  private readonly sight = computed(() => ({
    from: this.scrollTop() - OVERSCAN,
    to: this.scrollTop() + this.height() + OVERSCAN,
  }));
  protected readonly lanes = computed(() => lanesInSight(this.layout(), this.sight()));
  protected readonly dragged = signal<number | null>(null);
  private readonly focusedCard = signal<number | null>(null);
  private readonly pinned = computed(() =>
    [this.focusedCard(), this.dragged(), this.refused()?.task ?? null].filter((id) => id !== null),
  );
  protected readonly cards = computed(() => {
    const [layout, sight, pinned] = [this.layout(), this.sight(), this.pinned()];
    const pairs = this.shownColumns().map((column) => [column, cardsInSight(layout, column, sight, pinned)] as const);
    return Object.fromEntries(pairs) as Record<Column, ReturnType<typeof cardsInSight>>;
  });
  /** The card that Tab reaches: the last focused, else the first in sight. */
  protected readonly activeCard = computed(() => {
    const focused = this.focusedCard();
    if (focused !== null && this.shown().cards.has(focused)) return focused;
    const cards = this.cards();
    for (const column of this.shownColumns()) {
      const first = cards[column].find((card) => card.y >= this.scrollTop()) ?? cards[column][0];
      if (first) return first.id;
    }
    return null;
  });

  /** The lane whose header has scrolled out of sight above its cards. */
  protected readonly laneAbove = computed(() => {
    if (!this.withHeaders()) return '';
    const top = this.scrollTop();
    const { lanes, metrics } = this.layout();
    const above = lanes.find((lane) => lane.top + 8 < top && lane.top + lane.height > top + metrics.card);
    return above ? this.laneName()(above.lane.key) : '';
  });

  // Holding
  protected readonly pointerAnchor = signal<Anchor | null>(null);
  private readonly focusAnchor = signal<Anchor | null>(null);
  private readonly anchor = computed(() => this.focusAnchor() ?? this.pointerAnchor());
  private readonly waiting = signal(0);
  private readonly followUntil = signal(0);
  private pointerTimer = 0;
  private lastView = '';

  // Changes out of sight
  private readonly changed = signal<ReadonlySet<number>>(new Set());
  protected readonly spoken = signal('');
  private unspoken = 0;
  private latest = '';

  // Dragging
  protected drag: CardDrag | undefined;
  protected readonly overColumn = signal<Column | null>(null);
  protected readonly allowed = computed(() => {
    const task = this.dragged();
    if (task === null) return null;
    return Object.fromEntries(COLUMNS.map((column) => [column, this.dropAllowed()(task, column)])) as Record<
      Column,
      boolean
    >;
  });

  protected readonly pill = computed(() => {
    if (this.waiting() > 0)
      return { text: this.voice.say('board.waitingChanges', { count: this.waiting() }), to: null };
    const layout = this.layout();
    const tops = [...this.changed()].map((id) => topOf(layout, id)).filter((top) => top !== null);
    const above = tops.filter((top) => top + layout.metrics.card < this.scrollTop());
    if (above.length > 0)
      return { text: this.voice.say('board.changesAbove', { count: above.length }), to: Math.max(...above) };
    const below = tops.filter((top) => top > this.scrollTop() + this.height() - 60);
    if (below.length > 0)
      return { text: this.voice.say('board.changesBelow', { count: below.length }), to: Math.min(...below) };
    return null;
  });

  protected readonly refusalPlace = computed(() => {
    const refused = this.refused();
    const where = refused && this.shown().cards.get(refused.task);
    const top = refused && topOf(this.layout(), refused.task);
    if (!refused || !where || top === null) return null;
    const shownColumns = this.shownColumns();
    const index = Math.min(shownColumns.indexOf(where.column), Math.max(0, shownColumns.length - 2));
    return {
      refused,
      y: top + this.metrics().card + 4,
      start: (index * 100) / shownColumns.length,
      width: `min(100%, max(${this.narrow() ? 100 : 200 / shownColumns.length}%, 280px))`,
      problem: this.voice.refusal(refused.no),
      way: this.voice.say(WAYS[refused.wayOut]),
    };
  });

  constructor() {
    effect(() => this.settle());
    effect(() => {
      const refused = this.refused();
      if (refused === null) return;
      const { title, detail } = this.voice.refusal(refused.no);
      untracked(() => this.spoken.set(`${title}. ${detail}`));
    });
    const stop = this.live.onHappenings((happenings) => {
      const fresh = happenings.flatMap(tasksOf).filter((id) => this.live.recentChange(id)() !== undefined);
      if (fresh.length > 0) this.remember(fresh);
    });
    const speak = setInterval(() => this.speakSummary(), 10_000);
    inject(DestroyRef).onDestroy(() => {
      stop();
      clearInterval(speak);
      clearTimeout(this.pointerTimer);
      this.drag?.destroy();
    });
    afterNextRender(() => this.attach());
  }

  /** Own doing: the board follows at once, and the focus goes with the card. */
  follow(task: number): void {
    this.followUntil.set(Date.now() + FOLLOW_FOR);
    this.focusedCard.set(task);
  }

  /** Brings a card into sight and puts the focus on it. */
  focusCard(id: number): void {
    this.focusedCard.set(id);
    const top = topOf(this.layout(), id);
    if (top !== null) this.reveal(top);
    afterNextRender(() => this.element(id)?.querySelector<HTMLElement>('.title')?.focus({ preventScroll: true }), {
      injector: this.injector,
    });
  }

  /** The element of a card, for a menu to stand beside. */
  element(id: number): HTMLElement | null {
    return this.scroller().nativeElement.querySelector<HTMLElement>(`li[data-task="${id}"]`);
  }

  protected anchorOf = (event: MouseEvent): HTMLElement => event.currentTarget as HTMLElement;

  protected columnText = (column: Column): string =>
    this.voice.say('board.columnShort', {
      column: this.voice.word('column', column),
      count: this.shown().counts[column],
    });

  protected columnLabel = (column: Column): string =>
    this.voice.say('board.columnLabel', {
      column: this.voice.word('column', column),
      count: this.shown().counts[column],
    });

  protected fold(key: string): void {
    this.folded.update((folded) => {
      const next = new Set(folded);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }

  protected onScroll(): void {
    this.scrollTop.set(this.scroller().nativeElement.scrollTop);
  }

  protected onFocus(event: FocusEvent): void {
    const id = cardOf(event.target);
    if (id === null) return;
    this.focusedCard.set(id);
    const column = this.shown().cards.get(id)?.column;
    if (column) this.focusAnchor.set({ card: id, column });
  }

  protected onBlur(event: FocusEvent): void {
    const scroller = this.scroller().nativeElement;
    if (event.relatedTarget instanceof Node && scroller.contains(event.relatedTarget)) return;
    this.focusAnchor.set(null);
  }

  protected onPointer(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const id = cardOf(event.target);
    const column = id === null ? undefined : this.shown().cards.get(id)?.column;
    this.pointerAnchor.set(id !== null && column ? { card: id, column } : null);
    clearTimeout(this.pointerTimer);
    this.pointerTimer = window.setTimeout(() => this.pointerAnchor.set(null), POINTER_HOLDS_FOR);
  }

  protected onKey(event: KeyboardEvent): void {
    const id = cardOf(event.target);
    if (id === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    if (direction) {
      event.preventDefault();
      const next = neighbour(this.layout(), id, direction);
      if (next !== null) this.focusCard(next);
      return;
    }
    const action = this.letters.on() ? LETTERS[event.key.toLowerCase()] : undefined;
    if (!action) return;
    event.preventDefault();
    const anchor = this.element(id) ?? undefined;
    this.act.emit({ task: id, action, anchor });
  }

  protected takePill(): void {
    const to = this.pill()?.to;
    if (to === null || to === undefined) {
      this.apply(this.arrangement(), this.scrollTop());
      return;
    }
    this.scroller().nativeElement.scrollTop = Math.max(0, to - 80);
    this.changed.set(new Set());
  }

  /** Shows the newest arrangement, or lets it wait where it would move what is held. */
  private settle(): void {
    const next = this.arrangement();
    const view = this.view();
    const anchor = this.anchor();
    const dragging = this.dragged() !== null;
    const follows = this.followUntil() > Date.now();
    untracked(() => {
      const shown = this.shown();
      if (view !== this.lastView || shown === NOTHING || follows) {
        this.lastView = view;
        this.apply(next, this.scrollTop());
        return;
      }
      if (dragging) return;
      const decision = decideHold(
        anchor,
        { arrangement: shown, layout: this.layout() },
        { arrangement: next, layout: this.layoutOf(next) },
        this.scrollTop(),
      );
      if (decision.apply) this.apply(next, decision.scroll);
      else this.waiting.set(movedCards(shown, next).length);
    });
  }

  private apply(next: Arrangement, scroll: number): void {
    this.shown.set(next);
    this.waiting.set(0);
    const before = this.scrollTop();
    const hadFocus = cardOf(document.activeElement);
    if (scroll !== before) this.scrollTop.set(scroll);
    afterNextRender(
      () => {
        const scroller = this.scroller().nativeElement;
        if (scroll !== before) scroller.scrollTop = scroll;
        const lost = hadFocus !== null && !scroller.contains(document.activeElement);
        if (lost && document.activeElement === document.body && next.cards.has(hadFocus)) this.focusCard(hadFocus);
      },
      { injector: this.injector },
    );
  }

  private layoutOf(arrangement: Arrangement): Layout {
    return layOut(arrangement, this.shownColumns(), this.folded(), this.metrics(), this.withHeaders());
  }

  private reveal(top: number): void {
    const scroller = this.scroller().nativeElement;
    const room = this.metrics().header + 8;
    const bottom = top + this.metrics().card + 12;
    if (top - room < scroller.scrollTop) scroller.scrollTop = Math.max(0, top - room);
    else if (bottom > scroller.scrollTop + this.height()) scroller.scrollTop = bottom - this.height();
    this.onScroll();
  }

  private remember(ids: readonly number[]): void {
    this.unspoken += ids.length;
    const last = this.live.task(ids.at(-1) ?? 0)();
    this.latest = last?.title ?? this.latest;
    if (!this.preferences.flash()) return;
    this.changed.update((changed) => new Set([...changed, ...ids]));
    setTimeout(
      () => this.changed.update((changed) => new Set([...changed].filter((id) => !ids.includes(id)))),
      REMEMBER_CHANGES,
    );
  }

  /** One sentence for many changes: a screen reader is not to be talked over. */
  private speakSummary(): void {
    if (this.unspoken === 0) return;
    this.spoken.set(this.voice.say('board.spokenSummary', { count: this.unspoken, latest: this.latest }));
    this.unspoken = 0;
  }

  private attach(): void {
    const scroller = this.scroller().nativeElement;
    const heads = (): number => scroller.querySelector('.heads')?.clientHeight ?? 0;
    const observer = new ResizeObserver(() => this.height.set(scroller.clientHeight - heads()));
    observer.observe(scroller);
    const narrow = matchMedia('(max-width: 639px)');
    const look = (): void => this.narrow.set(narrow.matches);
    look();
    narrow.addEventListener('change', look);
    this.injector.get(DestroyRef).onDestroy(() => {
      observer.disconnect();
      narrow.removeEventListener('change', look);
    });
    this.drag = new CardDrag({
      scroller,
      started: (card) => {
        const id = cardOf(card);
        if (id === null) return false;
        this.live.hold();
        this.dragged.set(id);
        return true;
      },
      over: ({ x }) => this.overColumn.set(this.columnAt(x)),
      ended: (point) => {
        const task = this.dragged();
        const column = point === null ? null : this.columnAt(point.x);
        this.dragged.set(null);
        this.overColumn.set(null);
        this.live.release();
        if (task !== null && column !== null && this.shown().cards.get(task)?.column !== column)
          this.dropped.emit({ task, column });
      },
    });
  }

  private columnAt(x: number): Column | null {
    for (const element of this.scroller().nativeElement.querySelectorAll<HTMLElement>('ul[data-column]')) {
      const { left, right } = element.getBoundingClientRect();
      if (x >= left && x <= right) return COLUMNS.find((column) => column === element.dataset['column']) ?? null;
    }
    return null;
  }
}

const NOTHING: Arrangement = {
  lanes: [],
  cards: new Map(),
  counts: { ASSIGNED: 0, RUNNING: 0, BLOCKED: 0, TO_VERIFY: 0, DONE: 0 } satisfies Record<Column & StatusKind, number>,
};

const WAYS = {
  report: 'board.wayReport',
  blockers: 'board.wayBlockers',
  open: 'board.wayOpen',
} as const satisfies Record<WayOut, string>;

function cardOf(target: EventTarget | null): number | null {
  const card = target instanceof Element ? target.closest<HTMLElement>('li[data-task]') : null;
  return card ? Number(card.dataset['task']) : null;
}
