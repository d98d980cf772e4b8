import { formatFullDate, formatInteger, formatLongMoment } from '@papan/domain';
import type { ReportCell, ReportPart, ReportTable } from '@papan/server-papers';
import type { ReportFacts } from './gather';

/** A part of the report; what is left out is empty. */
export function part(heading: string, rest: Partial<Omit<ReportPart, 'heading'>>): ReportPart {
  return { heading, newPage: false, sentences: [], items: [], table: null, ...rest };
}

type Figures = Omit<ReportTable, 'origin'>;

/** A table with figures of the cut: compared with its population, from its source. */
export function ofCut({ cut }: Pick<ReportFacts, 'cut'>, table: Figures): ReportTable {
  const asOf = `${formatFullDate(cut.asOf)}; penduduk ${populationWords({ cut })}`;
  return { ...table, origin: { asOf, source: cut.source } };
}

/** A table with figures of the board, as they stand when the report is made. */
export function ofToday({ now, region }: Pick<ReportFacts, 'now' | 'region'>, table: Figures): ReportTable {
  return { ...table, origin: { asOf: formatLongMoment(now), source: `Papan UHC ${region.name}` } };
}

export function populationWords({ cut }: Pick<ReportFacts, 'cut'>): string {
  return `${formatInteger(cut.population)} jiwa (${cut.populationVersion})`;
}

/** The sum of what is known; null where something is not. */
export function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}

/**
 * The last row of a table, by the numbers of its columns: `SUM` stands for their sum, anything else for itself; nothing
 * where a sum says nothing.
 */
export function totalRow(
  rows: readonly (readonly ReportCell[])[],
  columns: number,
  of: Readonly<Record<number, ReportCell>>,
): readonly ReportCell[] {
  return Array.from({ length: columns }, (_, at) => {
    const what = of[at];
    if (what === undefined) return at === 0 ? 'Jumlah' : '';
    return what === 'SUM' ? sum(rows.map((row) => numberIn(row[at]))) : what;
  });
}

function numberIn(cell: ReportCell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
