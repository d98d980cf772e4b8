import { inWords, isReached, ruleOf } from './goals';
import { spread } from './statistics';
import type { Spread } from './statistics';
import type { Figures } from './works';

/** Figures of both subjects in one round. */
export interface Round {
  readonly floor: Figures;
  readonly product: Figures;
}

/** One line of the table. */
export interface Line {
  readonly work: string;
  readonly unit: string;
  readonly floor: Spread | null;
  readonly product: Spread;
  /** Median of the rounds' own ratios, product ÷ floor; null where the floor is 0 or missing. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly reached: boolean | null;
}

/** Product against floor, work by work, round by round. */
export function compare(rounds: readonly Round[]): readonly Line[] {
  const works = [...(rounds[0]?.product.keys() ?? [])];
  return works.map((work) => {
    const { unit, goal } = ruleOf(work);
    const product = spread(rounds.map((round) => round.product.get(work) ?? NaN));
    const floors = rounds.map((round) => round.floor.get(work) ?? NaN);
    const ratios = rounds.map((round) => (round.product.get(work) ?? NaN) / (round.floor.get(work) ?? NaN));
    const ratio = spread(ratios).median;
    // A count of failures is judged by its worst round.
    const judged = goal.kind === 'none' ? product.max : product.median;
    return {
      work,
      unit,
      floor: floors.some(Number.isNaN) ? null : spread(floors),
      product,
      ratio: Number.isFinite(ratio) ? ratio : null,
      goal: inWords(goal),
      reached: isReached(goal, judged, ratio),
    };
  });
}

const HEAD = ['work', 'floor median (min–max)', 'product median (min–max)', 'product ÷ floor', 'goal', ''];

/** The table as Markdown, in columns that line up. */
export function table(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? '').length)));
  const lay = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [lay(head), lay(widths.map((width) => '-'.repeat(width))), ...body.map(lay)].join('\n');
}

function cells({ work, unit, floor, product, ratio, goal, reached }: Line): readonly string[] {
  const verdict = reached === null ? '' : reached ? 'reached' : 'MISSED';
  const times = ratio === null ? '' : `${round(ratio)}×`;
  return [work, floor === null ? '' : inUnit(floor, unit), inUnit(product, unit), times, goal, verdict];
}

function inUnit({ median, min, max }: Spread, unit: string): string {
  const gap = unit === '' || unit === '/s' ? '' : ' ';
  return `${round(median)}${gap}${unit} (${round(min)}–${round(max)})`;
}

/** Three figures that count. */
function round(value: number): string {
  if (value === 0 || Number.isInteger(value)) return String(value);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(digits);
}
