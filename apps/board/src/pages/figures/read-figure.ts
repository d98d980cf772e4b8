import type { PublishedFigureView } from '@papan/contracts';
import { NATIONAL_THRESHOLDS, readPublished, thresholdsOn } from '@papan/domain';
import type { PublishedFigure, PublishedPercent, PublishedStatement } from '@papan/domain';

/** How many decimals a percentage was written with: 97.45 has 2. */
export function decimalsOf(percent: number): number {
  return String(percent).split('.')[1]?.length ?? 0;
}

/** What follows from a published figure, against the national lines in force on its date. Source: docs/domain.md#figures. */
export function statementsOf(figure: PublishedFigureView): readonly PublishedStatement[] {
  const lines = figure.asOf === null ? [] : thresholdsOn(NATIONAL_THRESHOLDS, figure.asOf);
  return readPublished(asPublished(figure), lines);
}

function asPublished(figure: PublishedFigureView): PublishedFigure {
  const { region, asOf, kind, source, note } = figure;
  return {
    region,
    asOf,
    kind,
    source,
    note,
    population: figure.population ?? undefined,
    registered: figure.registered ?? undefined,
    coveragePercent: printed(figure.registeredPercent),
    active: figure.active ?? undefined,
    activePercent: printed(figure.activePercent),
    unregistered: figure.unregistered ?? undefined,
    unregisteredPercent: printed(figure.unregisteredPercent),
  };
}

function printed(percent: number | null): PublishedPercent | undefined {
  return percent === null ? undefined : { percent, decimals: decimalsOf(percent) };
}
