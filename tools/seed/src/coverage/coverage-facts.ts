import type { CoverageCell, Cut, IsoDate, IsoInstant, Movements, PopulationCell, Segment } from '@papan/domain';

/** A month of the demonstration with what stands beside its totals. */
export interface MonthFacts {
  readonly cut: Cut;
  readonly recordedAt: IsoInstant;
  readonly quota: number | null;
  readonly level: 'TOTAL' | 'DISTRICT' | 'VILLAGE';
  readonly cells: readonly CoverageCell[];
}

export interface PopulationFacts {
  readonly semester: string;
  readonly people: number;
  readonly source: string;
  readonly recordedAt: IsoInstant;
  readonly cells: readonly PopulationCell[];
}

export interface MovementFacts {
  readonly asOf: IsoDate;
  readonly movements: Movements;
  readonly source: string;
  readonly recordedAt: IsoInstant;
}

/** What the demonstration knows of the coverage of one region: months oldest first, all of it invented. */
export interface CoverageFacts {
  readonly months: readonly MonthFacts[];
  readonly populations: readonly PopulationFacts[];
  readonly movements: readonly MovementFacts[];
}

/** Registered and active of each segment. */
export type BySegment = Readonly<Record<Segment, readonly [registered: number, active: number]>>;
