import type { ReportData, ReportTable } from '../data';
import { NO_DATA } from '../values/report';
import type { ColumnKind, Sheet } from './workbook';

const KINDS = {
  TEXT: 'TEXT',
  NUMBER: 'NUMBER',
  CHANGE: 'NUMBER',
  PERCENT: 'DECIMAL',
  DATE: 'DATE',
} as const satisfies Record<ReportTable['columns'][number]['kind'], ColumnKind>;

/** The tables of a report to be worked on: the same figures as on paper, numbers as numbers. */
export function sheetsOfReport({ title, region, parts }: ReportData, demo: boolean): readonly Sheet[] {
  return parts.flatMap(({ heading, table }) =>
    table?.tab && table.origin ? [sheetOf(heading, table, table.tab, table.origin)] : [],
  );

  function sheetOf(
    heading: string,
    { columns, rows }: ReportTable,
    tab: string,
    { asOf, source }: NonNullable<ReportTable['origin']>,
  ): Sheet {
    return {
      ...{ name: tab, title: `${title} ${region}: ${heading}`, asOf, source, demo },
      columns: columns.map(({ header, kind }) => ({ header, kind: KINDS[kind] })),
      rows: rows.map((row) => columns.map((_, at) => row[at] ?? NO_DATA)),
    };
  }
}
