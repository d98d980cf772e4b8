import type { Column } from '@papan/domain';
import { COLUMNS } from '@papan/domain';
import type { Arrangement, Lane } from './arrange';

/** Heights in pixels; a card keeps its height whatever it says, so that a place can be reckoned without looking. */
export interface Metrics {
  readonly card: number;
  readonly gap: number;
  readonly header: number;
}

export const COMFORTABLE: Metrics = { card: 146, gap: 8, header: 44 };
export const COMPACT: Metrics = { card: 92, gap: 6, header: 36 };

/** A lane with its place on the tall sheet. `first` is, for each column, how many cards stand in the lanes above. */
export interface PlacedLane {
  readonly lane: Lane;
  readonly top: number;
  readonly cardsTop: number;
  readonly rows: number;
  readonly height: number;
  readonly folded: boolean;
  readonly first: Readonly<Record<Column, number>>;
}

export interface Layout {
  readonly lanes: readonly PlacedLane[];
  readonly height: number;
  readonly shown: readonly Column[];
  readonly metrics: Metrics;
}

/** A card at its place: `position` of `size` in its column, counted from 1 through all lanes. */
export interface PlacedCard {
  readonly id: number;
  readonly y: number;
  readonly position: number;
  readonly size: number;
  readonly lane: string;
}

/** Puts lane under lane. A board of one lane has no lane header. */
export function layOut(
  arrangement: Arrangement,
  shown: readonly Column[],
  folded: ReadonlySet<string>,
  metrics: Metrics,
  withHeaders: boolean,
): Layout {
  const header = withHeaders ? metrics.header : metrics.gap;
  const first: Record<Column, number> = { ASSIGNED: 0, RUNNING: 0, BLOCKED: 0, TO_VERIFY: 0, DONE: 0 };
  const lanes: PlacedLane[] = [];
  let top = 0;
  for (const lane of arrangement.lanes) {
    const isFolded = folded.has(lane.key);
    const rows = isFolded ? 0 : Math.max(...shown.map((column) => lane.columns[column].length));
    const height = header + rows * (metrics.card + metrics.gap);
    lanes.push({ lane, top, cardsTop: top + header, rows, height, folded: isFolded, first: { ...first } });
    if (!isFolded) for (const column of COLUMNS) first[column] += lane.columns[column].length;
    top += height;
  }
  return { lanes, height: top, shown, metrics };
}

/** The part of the sheet that is drawn: what the window shows, and a little more on both sides. */
export interface Sight {
  readonly from: number;
  readonly to: number;
}

/** Lanes that touch the part in sight. */
export function lanesInSight(layout: Layout, { from, to }: Sight): readonly PlacedLane[] {
  return layout.lanes.filter((lane) => lane.top < to && lane.top + lane.height > from);
}

/** The cards of a column in sight, in order, with those that have to stay drawn (focused, dragged) wherever they are. */
export function cardsInSight(
  layout: Layout,
  column: Column,
  sight: Sight,
  pinned: readonly number[],
): readonly PlacedCard[] {
  const size = columnSize(layout, column);
  const cards: PlacedCard[] = [];
  for (const placed of layout.lanes) {
    if (placed.folded) continue;
    const ids = placed.lane.columns[column];
    const inSight = placed.top < sight.to && placed.top + placed.height > sight.from;
    if (inSight) {
      const pitch = layout.metrics.card + layout.metrics.gap;
      const begin = Math.max(0, Math.floor((sight.from - placed.cardsTop) / pitch));
      const end = Math.min(ids.length, Math.ceil((sight.to - placed.cardsTop) / pitch));
      for (let row = begin; row < end; row++) cards.push(place(layout, placed, column, row, size));
      for (const id of pinned) {
        const row = ids.indexOf(id);
        if (row >= 0 && (row < begin || row >= end)) cards.push(place(layout, placed, column, row, size));
      }
    } else {
      for (const id of pinned) {
        const row = ids.indexOf(id);
        if (row >= 0) cards.push(place(layout, placed, column, row, size));
      }
    }
  }
  return cards.sort((a, b) => a.position - b.position);
}

/** How many cards of a column can be reached: folded lanes hide theirs. */
export function columnSize(layout: Layout, column: Column): number {
  return layout.lanes.reduce((sum, placed) => sum + (placed.folded ? 0 : placed.lane.columns[column].length), 0);
}

/** The top of a card on the sheet, or null where it is not shown. */
export function topOf(layout: Layout, id: number): number | null {
  for (const placed of layout.lanes) {
    if (placed.folded) continue;
    for (const column of layout.shown) {
      const row = placed.lane.columns[column].indexOf(id);
      if (row >= 0) return placed.cardsTop + row * (layout.metrics.card + layout.metrics.gap);
    }
  }
  return null;
}

function place(layout: Layout, placed: PlacedLane, column: Column, row: number, size: number): PlacedCard {
  return {
    id: placed.lane.columns[column][row] ?? 0,
    y: placed.cardsTop + row * (layout.metrics.card + layout.metrics.gap),
    position: placed.first[column] + row + 1,
    size,
    lane: placed.lane.key,
  };
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/**
 * The card that an arrow leads to: up and down within the column through all lanes; left and right to the nearest card
 * of the nearest column that has one. Null at the edge. Without a card to start from, the first of the board.
 */
export function neighbour(layout: Layout, from: number | null, direction: Direction): number | null {
  const columns = layout.shown.map((column) => cardsOf(layout, column));
  const at = columns.findIndex((cards) => cards.some((card) => card.id === from));
  if (at < 0) return columns.find((cards) => cards.length > 0)?.[0]?.id ?? null;
  const column = columns[at] ?? [];
  const row = column.findIndex((card) => card.id === from);
  switch (direction) {
    case 'up':
      return column[row - 1]?.id ?? null;
    case 'down':
      return column[row + 1]?.id ?? null;
    case 'first':
      return column[0]?.id ?? null;
    case 'last':
      return column.at(-1)?.id ?? null;
    case 'left':
      return nearest(columns.slice(0, at).reverse(), column[row]?.y ?? 0);
    case 'right':
      return nearest(columns.slice(at + 1), column[row]?.y ?? 0);
  }
}

function nearest(columns: readonly (readonly PlacedCard[])[], y: number): number | null {
  const cards = columns.find((column) => column.length > 0) ?? [];
  const best = cards.reduce<PlacedCard | null>(
    (found, card) => (found === null || Math.abs(card.y - y) < Math.abs(found.y - y) ? card : found),
    null,
  );
  return best?.id ?? null;
}

function cardsOf(layout: Layout, column: Column): readonly PlacedCard[] {
  return cardsInSight(layout, column, { from: -Infinity, to: Infinity }, []);
}
