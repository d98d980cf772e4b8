import type { PublishedFigureView } from '@papan/contracts';
import { NATIONAL_THRESHOLDS, readPublished, statusOf } from '@papan/domain';
import type { ClaimVerdict, PublishedFigure, PublishedPercent, PublishedStatement } from '@papan/domain';

/** How many decimals a percentage was written with: 97.45 has 2. */
export function decimalsOf(percent: number): number {
  return String(percent).split('.')[1]?.length ?? 0;
}

/** What follows from a published figure by arithmetic; its lines are told by the verdict. Source: docs/domain.md#coverage. */
export function statementsOf(figure: PublishedFigureView): readonly PublishedStatement[] {
  return readPublished(asPublished(figure), []);
}

/** Whether it holds, against the national lines in force on its date. */
export function verdictOf(figure: PublishedFigureView): ClaimVerdict {
  return statusOf(asPublished(figure), NATIONAL_THRESHOLDS);
}

function asPublished(figure: PublishedFigureView): PublishedFigure {
  const { region, asOf, kind, source, note, saysUhc } = figure;
  return {
    region,
    asOf,
    kind,
    source,
    note,
    saysUhc,
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
