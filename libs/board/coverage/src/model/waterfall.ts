import type { Bridge, Movement } from '@papan/domain';

/** A bar of the bridge: from where to where it hangs. */
export interface WaterfallBar {
  readonly kind: 'START' | 'COMES' | 'GOES' | 'UNEXPLAINED' | 'END';
  readonly movement: Movement | null;
  /** The people of the start and the end; else the change, with its sign. */
  readonly people: number;
  readonly from: number;
  readonly through: number;
}

/** Start, each movement, what no movement tells, end; each bar begins where the one before it ended. */
export function waterfall({ start, steps, unexplained, end }: Bridge): readonly WaterfallBar[] {
  const bars: WaterfallBar[] = [{ kind: 'START', movement: null, people: start, from: 0, through: start }];
  let at = start;
  const put = (kind: WaterfallBar['kind'], movement: Movement | null, people: number): void => {
    bars.push({ kind, movement, people, from: at, through: at + people });
    at += people;
  };
  for (const { movement, people } of steps) put(people < 0 ? 'GOES' : 'COMES', movement, people);
  if (unexplained !== 0) put('UNEXPLAINED', null, unexplained);
  bars.push({ kind: 'END', movement: null, people: end, from: 0, through: end });
  return bars;
}

/**
 * What the bars are drawn over: not from 0, where a change of a thousand among a million would be a hair. The start and the
 * end are cut off below and say so.
 */
export function waterfallSpan(bars: readonly WaterfallBar[]): readonly [from: number, through: number] {
  const edges = bars.flatMap(({ kind, from, through }) =>
    kind === 'START' || kind === 'END' ? [through] : [from, through],
  );
  const [lowest, highest] = [Math.min(...edges), Math.max(...edges)];
  const room = Math.max(1, highest - lowest);
  return [Math.max(0, lowest - room * 0.35), highest + room * 0.05];
}
