import type { Happening } from '@papan/domain';

const FIGURES = new Set([
  'CutRecorded',
  'PopulationRecorded',
  'MovementsRecorded',
  'MapLayerPublished',
  'MapLayerWithdrawn',
  // What agencies report and BPJS verifies is set beside the cuts.
  'ProgressReported',
  'ProgressCorrected',
  'ProgressVerified',
]);

/** Whether something happened that the page shows and the live store does not fold. */
export function touchesFigures(happenings: readonly Happening[]): boolean {
  return happenings.some(({ event }) => FIGURES.has(event.type));
}
