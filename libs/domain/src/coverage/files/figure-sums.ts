import type { Segment } from '../../tasks/task';
import type { FigureCheck } from '../figure-files';
import type { Figure, FigureTotal } from './read-figures';

/** Sums of figures, by what they are of and by segment. */
class Sums {
  private readonly sums = new Map<string, number[]>();

  add(scopes: readonly string[], { segment, amounts }: Figure): void {
    for (const scope of scopes) {
      for (const of of segment === null ? [null] : [segment, null]) {
        const before = this.of(scope, of);
        this.sums.set(
          key(scope, of),
          amounts.map((amount, at) => amount + (before[at] ?? 0)),
        );
      }
    }
  }

  of(scope: string, segment: Segment | null): readonly number[] {
    return this.sums.get(key(scope, segment)) ?? [];
  }
}

function key(scope: string, segment: Segment | null): string {
  return `${scope} ${segment ?? ''}`;
}

const ALL = 'all';

/** The district of a village; nothing above a district is told apart. */
function areasOf(area: string): readonly string[] {
  return area.length > 8 ? [area, area.slice(0, 8)] : [area];
}

/**
 * Sums of the file that do not add up. A sum of its line or of an area is compared with just that; one that names nothing,
 * with everything or with what stands since the sum before it, whichever fits.
 */
export function differingTotals(figures: readonly Figure[], totals: readonly FigureTotal[]): readonly FigureCheck[] {
  const whole = new Sums();
  for (const figure of figures) whole.add([ALL, `#${figure.line}`, ...areasOf(figure.area)], figure);
  const final = totals.findLast(({ of, own }) => of === null && !own)?.line;
  const checks: FigureCheck[] = [];
  for (const { total, block } of withBlocks(figures, totals)) {
    const { line, of, own, segment, label } = total;
    const scope = own ? `#${line}` : (of ?? ALL);
    const expected = whole.of(scope, segment);
    for (const [at, found] of total.amounts.entries()) {
      const [sum, since] = [expected[at] ?? 0, block.of(ALL, segment)[at] ?? 0];
      if (found === null || found === sum || (scope === ALL && found === since)) continue;
      const meant = scope === ALL && line !== final ? since : sum;
      checks.push({
        code: 'SUM_DIFFERS',
        weight: 'STOP',
        lines: [line],
        count: 1,
        about: [label],
        found,
        expected: meant,
      });
    }
  }
  return checks;
}

/** Each sum with the figures since the sum before it that named nothing. */
function* withBlocks(
  figures: readonly Figure[],
  totals: readonly FigureTotal[],
): Generator<{ readonly total: FigureTotal; readonly block: Sums }> {
  let [block, closed, next] = [new Sums(), false, 0];
  for (const total of totals) {
    for (let figure = figures[next]; figure !== undefined && figure.line < total.line; figure = figures[++next]) {
      if (closed) [block, closed] = [new Sums(), false];
      block.add([ALL], figure);
    }
    closed ||= total.of === null && !total.own;
    yield { total, block };
  }
}
