import type { Area } from '@papan/domain';
import type { CoverageFacts } from '../coverage/coverage-facts';
import { coverageOf } from '../coverage/region-coverage';
import type { Step } from '../coverage/walk-back';
import { KOTA_CUT } from '../demo-figures';

/**
 * What the press printed: 163,342 registered (100 %) and 97 % active on 1 November 2025, 95.14 % about two months later:
 * 3,038 fewer (docs/domain.md#forecast). The people behind the percentages, and all other months, are invented.
 */
const PRESS = { registered: 163_342, active: [158_442, 155_404] } as const;

/** A year of Kota Blitar: everybody registered, and fewer entitled from month to month. */
export function kotaCoverage(areas: readonly Area[]): CoverageFacts {
  return coverageOf(
    {
      seed: 357_224,
      standing: KOTA_CUT,
      segments: {
        PBI_JK: [41_820, 38_900],
        PBPU_BP_PEMDA: [38_460, 36_950],
        PPU_PN: [18_940, 18_870],
        PPU_BU: [29_310, 27_420],
        PBPU_MANDIRI: [24_180, 17_680],
        BP: [7_190, 6_980],
      },
      shares: {
        PBI_JK: [0.22, 0.25],
        PBPU_BP_PEMDA: [0.3, 0.1],
        PPU_PN: [0.04, 0.005],
        PPU_BU: [0.16, 0.13],
        PBPU_MANDIRI: [0.24, 0.5],
        BP: [0.04, 0.015],
      },
      first: '2025-11-01',
      steps: STEPS,
      // The press calls the registered 100 %; taken as that many residents, until the population of the next semester.
      earlier: { semester: '2025-I (contoh)', people: PRESS.registered, until: '2026-04-01' },
      byVillage: 12,
      quota: 40_150,
      crowded: [],
      sources: {
        '2025-11-01':
          'Berita 17 November 2025: 163.342 terdaftar, 97% aktif; jumlah aktif dan penduduk dihitung (contoh)',
        '2026-01-01': 'Berita Januari 2026: 95,14% aktif; jumlah orang dihitung (contoh)',
      },
    },
    areas,
  );
}

const FELL = PRESS.active[0] - PRESS.active[1];

/** Net movements of the months up to the standing cut: they end at its 159,900 registered and 146,800 active. */
const STEPS: readonly Step[] = [
  { asOf: '2025-12-01', registered: -184, active: -1_466 },
  { asOf: '2026-01-01', registered: -236, active: 1_466 - FELL },
  { asOf: '2026-02-01', registered: -402, active: -1_338 },
  { asOf: '2026-03-01', registered: -318, active: -1_027 },
  { asOf: '2026-04-01', registered: -291, active: -894 },
  { asOf: '2026-05-01', registered: -377, active: -1_112 },
  { asOf: '2026-06-01', registered: -264, active: -743 },
  { asOf: '2026-07-01', registered: -345, active: -1_004, unexplained: -21 },
  { asOf: '2026-08-01', registered: -388, active: -951 },
  { asOf: '2026-09-01', registered: -309, active: -862 },
  { asOf: '2026-10-01', registered: -328, active: -673 },
];
