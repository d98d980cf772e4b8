import type { IsoDate } from '../calendar/wib';
import type { Movements } from './bridge';

/** What is told about the figures besides the cut itself, which the board folds (`CutRecorded`). */
export type CoverageEvent =
  | {
      /** The population of a semester, as the Ministry of Home Affairs publishes it. A later one of the same semester corrects it. */
      readonly type: 'PopulationRecorded';
      readonly data: {
        readonly number: number;
        /** Semester and year: "2025-II". */
        readonly semester: string;
        readonly people: number;
        /** Villages or districts with figures of their own. */
        readonly areas: number;
        readonly source: string;
        readonly example: boolean;
        readonly file: string | null;
      };
      readonly text: null;
    }
  | {
      /** Why people came and went in the month that ends with `asOf`. A later one of the same date corrects it. */
      readonly type: 'MovementsRecorded';
      readonly data: {
        readonly asOf: IsoDate;
        readonly movements: Movements;
        readonly source: string;
        readonly example: boolean;
        readonly file: string | null;
      };
      readonly text: null;
    }
  | {
      /** The shapes of the districts, as an administrator put them up. */
      readonly type: 'MapLayerPublished';
      readonly data: {
        readonly number: number;
        readonly areas: number;
        readonly source: string;
        readonly file: string;
      };
      readonly text: null;
    }
  | {
      /** The tile grid is shown again. */
      readonly type: 'MapLayerWithdrawn';
      readonly data: { readonly number: number };
      readonly text: null;
    }
  | {
      /** What somebody said in public about the region's coverage. */
      readonly type: 'ClaimRecorded';
      readonly data: { readonly claim: number; readonly asOf: IsoDate | null };
      readonly text: null;
    };

export type CoverageEventType = CoverageEvent['type'];
export type CoverageEventOf<T extends CoverageEventType> = Extract<CoverageEvent, { type: T }>;

/** Names of the private fields of each event; everything else is hashed. */
export const COVERAGE_PRIVATE_FIELDS: Readonly<Record<CoverageEventType, readonly string[]>> = {
  PopulationRecorded: [],
  MovementsRecorded: [],
  MapLayerPublished: [],
  MapLayerWithdrawn: [],
  ClaimRecorded: [],
};
