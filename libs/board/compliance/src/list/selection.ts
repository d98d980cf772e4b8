/** Rows that are chosen. `anchor`: where a stretch with Shift begins. */
export interface Selection {
  readonly chosen: ReadonlySet<number>;
  readonly anchor: number | null;
}

export const NOTHING_CHOSEN: Selection = { chosen: new Set(), anchor: null };

/** Takes a row in, or out again. */
export function toggle({ chosen }: Selection, id: number): Selection {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return { chosen: next, anchor: id };
}

/** Takes in everything between the anchor and this row, in the order shown. */
export function stretch(selection: Selection, ids: readonly number[], from: number, to: number): Selection {
  const anchor = selection.anchor ?? from;
  const [one, other] = [ids.indexOf(anchor), ids.indexOf(to)];
  if (one < 0 || other < 0) return selection;
  const between = ids.slice(Math.min(one, other), Math.max(one, other) + 1);
  return { chosen: new Set([...selection.chosen, ...between]), anchor };
}

/** Chosen rows that are no longer there are forgotten. */
export function stillThere({ chosen, anchor }: Selection, exists: (id: number) => boolean): Selection {
  return {
    chosen: new Set([...chosen].filter(exists)),
    anchor: anchor !== null && exists(anchor) ? anchor : null,
  };
}
