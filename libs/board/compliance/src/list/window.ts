/** The rows that are drawn: `from` inclusive, `to` exclusive. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** Rows drawn beyond the edge of what is seen, so that a scroll finds them there. */
const OVERSCAN = 6;

/** Which rows of equal height stand in sight; heights and positions in pixels. */
export function rowsInSight(count: number, rowHeight: number, scroll: number, height: number): RowWindow {
  const first = Math.floor(Math.max(0, scroll) / rowHeight) - OVERSCAN;
  const last = Math.ceil((Math.max(0, scroll) + height) / rowHeight) + OVERSCAN;
  const from = Math.min(Math.max(0, first), Math.max(0, count - 1));
  return { from, to: Math.min(count, Math.max(last, from)) };
}

/**
 * What becomes of the rows while somebody points at one or stands on it: shown at once with the scroll position that
 * keeps that row where it is, or not yet, because what stands in sight would move.
 */
export type OrderDecision = { readonly apply: true; readonly scroll: number } | { readonly apply: false };

export function decideOrder(
  anchor: number | null,
  shown: readonly number[],
  next: readonly number[],
  sight: { readonly scroll: number; readonly height: number; readonly rowHeight: number },
): OrderDecision {
  if (anchor === null) return { apply: true, scroll: sight.scroll };
  const [before, after] = [shown.indexOf(anchor), next.indexOf(anchor)];
  if (before < 0) return { apply: true, scroll: sight.scroll };
  if (after < 0) return { apply: false };
  const first = Math.floor(sight.scroll / sight.rowHeight);
  const last = Math.min(shown.length, Math.ceil((sight.scroll + sight.height) / sight.rowHeight));
  for (let at = first; at < last; at++) if (shown[at] !== next[at + after - before]) return { apply: false };
  const scroll = sight.scroll + (after - before) * sight.rowHeight;
  return scroll < 0 ? { apply: false } : { apply: true, scroll };
}

/** How many rows came, went, or stand elsewhere than before. */
export function countMoved(shown: readonly number[], next: readonly number[]): number {
  const places = new Map(shown.map((id, at) => [id, at]));
  const moved = next.filter((id, at) => places.get(id) !== at).length;
  const kept = new Set(next);
  return moved + shown.filter((id) => !kept.has(id)).length;
}
