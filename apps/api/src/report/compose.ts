import { formatFullDate } from '@papan/domain';
import type { ReportData } from '@papan/server-papers';
import { areaParts } from './areas';
import { bridgePart, movementsPart, quotaPart, segmentsPart } from './figures';
import type { ReportFacts } from './gather';
import { linesPart } from './lines';
import { populationWords } from './part';
import { agenciesPart, employersPart, meetingParts, reconciliationPart } from './parties';

/** The monthly report to the head of the region, in the order in which it is read. Source: docs/domain.md#papers. */
export function composeReport(facts: ReportFacts): ReportData {
  const { cut, region } = facts;
  const { districts, villages } = areaParts(facts);
  return {
    ...{ title: 'Laporan Bulanan Cakupan JKN', region: region.name, asOf: cut.asOf, source: cut.source },
    // "1 Oktober 2026" without its day.
    month: formatFullDate(cut.asOf).replace(/^\d+ /, ''),
    population: populationWords(facts),
    parts: [
      linesPart(facts),
      segmentsPart(facts),
      quotaPart(facts),
      bridgePart(facts),
      movementsPart(facts),
      districts,
      agenciesPart(facts),
      employersPart(facts),
      reconciliationPart(facts),
      ...villages,
      ...meetingParts(facts),
    ],
  };
}

/** Whether anything in the report is invented. */
export function isExample({ cut, region }: ReportFacts): boolean {
  return cut.example || region.example;
}
