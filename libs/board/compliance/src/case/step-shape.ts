import type { CaseStatus, Step } from '@papan/domain';

/** Drawn on a grid of 12: the outline says which track, the solid part how far on it. Told apart without colour. */
export interface StepShape {
  readonly outline: string;
  readonly solid: string;
  readonly dashed: boolean;
}

const CIRCLE = 'M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z';
const TRIANGLE = 'M6 1.5L11 10.5H1z';
const SQUARE = 'M1.5 1.5h9v9h-9z';
const DIAMOND = 'M6 .8L11.2 6L6 11.2L.8 6z';

const shape = (outline: string, solid = '', dashed = false): StepShape => ({ outline, solid, dashed });

export const STEP_SHAPES: Readonly<Record<Step, StepShape>> = {
  IDENTIFIED: shape(CIRCLE, '', true),
  HIMBAUAN: shape(CIRCLE, 'M6 6V1a5 5 0 0 1 5 5z'),
  VISIT: shape(CIRCLE, 'M6 1a5 5 0 0 1 0 10z'),
  INSPECTION: shape(CIRCLE, 'M6 6V1a5 5 0 1 1-5 5z'),
  TEGURAN_I: shape(TRIANGLE, 'M2.1 8.5h7.8l1.1 2H1z'),
  TEGURAN_II: shape(TRIANGLE, 'M3.7 5.7h4.6l2.7 4.8H1z'),
  DENDA: shape(TRIANGLE, TRIANGLE),
  TMP2T_REQUESTED: shape(SQUARE),
  TMP2T_IN_FORCE: shape(SQUARE, SQUARE),
  TMP2T_LIFTED: shape(`${SQUARE}M3.5 6.2L5.3 8L8.7 4.2`),
  SKK: shape(DIAMOND),
  SUMMONS: shape(DIAMOND, 'M6 6V.8L11.2 6z'),
  MEDIATION: shape(DIAMOND, 'M6 .8L11.2 6L6 11.2z'),
  SETTLEMENT: shape(DIAMOND, 'M6 6V.8L11.2 6L6 11.2L.8 6z'),
  SMALL_CLAIM: shape(DIAMOND, DIAMOND),
};

/** A case that has ended. */
export const END_SHAPES: Readonly<Record<Exclude<CaseStatus, 'OPEN'>, StepShape>> = {
  PATUH: shape('M1.5 6.5L4.5 9.5L10.5 2.5'),
  TUTUP: shape('M2.5 2.5l7 7M9.5 2.5l-7 7'),
};
