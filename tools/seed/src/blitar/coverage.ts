import type { Area } from '@papan/domain';
import { Chance } from '../chance';
import type { CoverageFacts } from '../coverage/coverage-facts';
import { coverageOf } from '../coverage/region-coverage';
import type { Step } from '../coverage/walk-back';
import { BLITAR_CUT } from '../demo-figures';

const SEED = 350_524;
const FIRST = '2024-11-01';
/** A decree of the Ministry of Social Affairs took people off the list of PBI JK. */
const DECREE = { asOf: '2026-02-01', people: 9_640 };
/** The movements of this month leave some people untold, as they do in life. */
const UNTOLD = { asOf: '2026-06-01', people: 137 };

/** Two years of Kabupaten Blitar up to the standing cut, with villages for the last of them; all of it invented. */
export function blitarCoverage(areas: readonly Area[]): CoverageFacts {
  return coverageOf(
    {
      seed: SEED,
      standing: BLITAR_CUT,
      segments: {
        PBI_JK: [402_318, 371_204],
        PBPU_BP_PEMDA: [148_205, 139_880],
        PPU_PN: [64_870, 64_312],
        PPU_BU: [118_422, 109_655],
        PBPU_MANDIRI: [197_640, 78_450],
        BP: [40_285, 37_934],
      },
      shares: {
        PBI_JK: [0.3, 0.16],
        PBPU_BP_PEMDA: [0.38, 0.06],
        PPU_PN: [0.02, 0.002],
        PPU_BU: [0.14, 0.1],
        PBPU_MANDIRI: [0.13, 0.66],
        BP: [0.03, 0.018],
      },
      first: FIRST,
      steps: steps(),
      earlier: { semester: '2024-I (contoh)', people: 1_243_118, until: '2026-04-01' },
      byVillage: 12,
      // More are paid for than the state gave places for: who leaves is not replaced.
      quota: 361_000,
      crowded: ['35.05.10.2005'],
    },
    areas,
  );
}

/** Every month brings some; the last two bring more, since the campaign is being prepared. */
function steps(): readonly Step[] {
  const chance = new Chance(SEED + 1);
  return Array.from({ length: 23 }, (_, at): Step => {
    const month = 11 + at;
    const asOf = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    const registered = at < 21 ? chance.between(900, 3_300) : chance.between(3_600, 4_300);
    const kept = registered - chance.between(-350, 1_150);
    if (asOf === DECREE.asOf)
      return { asOf, registered: 640, active: 640 - DECREE.people - 310, decree: DECREE.people };
    // Some of those whom the decree had hit are back in the two months after it.
    const back = asOf === '2026-03-01' ? 2_180 : asOf === '2026-04-01' ? 1_260 : 0;
    const untold = asOf === UNTOLD.asOf ? { unexplained: UNTOLD.people } : {};
    return { asOf, registered, active: kept + back, ...untold };
  });
}
