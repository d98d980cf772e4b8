import type { Column } from '@papan/domain';
import type { Arrangement } from './arrange';
import type { Layout } from './layout';
import { topOf } from './layout';

/** The card under the pointer or in focus: it and its column stay where they are. */
export interface Anchor {
  readonly card: number;
  readonly column: Column;
}

/** Cards that changed their place between two arrangements: came, went, or moved to another column or lane. */
export function movedCards(shown: Arrangement, next: Arrangement): readonly number[] {
  const moved: number[] = [];
  for (const [id, where] of next.cards) {
    const before = shown.cards.get(id);
    if (before?.column !== where.column || before.lane !== where.lane) moved.push(id);
  }
  for (const id of shown.cards.keys()) if (!next.cards.has(id)) moved.push(id);
  return moved;
}

/** Whether the column of the anchor keeps the same cards in the same order. */
export function leavesColumnAlone(shown: Arrangement, next: Arrangement, column: Column): boolean {
  const before = sequence(shown, column);
  const after = sequence(next, column);
  return before.length === after.length && before.every((id, at) => id === after[at]);
}

function sequence(arrangement: Arrangement, column: Column): readonly number[] {
  return arrangement.lanes.flatMap((lane) => lane.columns[column]);
}

/**
 * What may happen to the sheet while somebody points at a card or stands on it. `apply` with the new scroll position
 * that keeps the anchor at the same place of the screen; or `wait`, because that place cannot be kept.
 */
export type HoldDecision = { readonly apply: true; readonly scroll: number } | { readonly apply: false };

export function decideHold(
  anchor: Anchor | null,
  shown: { readonly arrangement: Arrangement; readonly layout: Layout },
  next: { readonly arrangement: Arrangement; readonly layout: Layout },
  scroll: number,
): HoldDecision {
  if (anchor === null) return { apply: true, scroll };
  const before = topOf(shown.layout, anchor.card);
  if (before === null) return { apply: true, scroll };
  const after = topOf(next.layout, anchor.card);
  if (after === null || !leavesColumnAlone(shown.arrangement, next.arrangement, anchor.column)) return { apply: false };
  const moved = scroll + after - before;
  return moved < 0 ? { apply: false } : { apply: true, scroll: moved };
}
