import type { Cut } from './headline';
import type { Measure } from './thresholds';

/** A region with its newest cut and, for the gain, an earlier one of the same population. Null: no figures are known. */
export interface RegionFigures {
  readonly region: string;
  readonly cut: Cut | null;
  readonly earlier: Cut | null;
}

/** By the share of the population, or by how much the share grew since the earlier cut. */
export type RankedBy = 'FIGURE' | 'GAIN';

/** Regions with equal shares share a place; the next one counts them all: 1, 2, 2, 4. */
export interface Ranked {
  readonly place: number;
  readonly region: string;
  readonly cut: Cut;
  readonly earlier: Cut | null;
}

/** `apart`: regions that cannot be compared; a claim without figures never gets a place. */
export interface Ranking {
  readonly ranked: readonly Ranked[];
  readonly apart: readonly string[];
}

/**
 * The highest first, compared exactly: what is printed as the same percentage may differ by a person. A gain is compared
 * only where both cuts stand on the same population: a new semester moves every percentage without anybody being enrolled.
 */
export function rank(measure: Measure, by: RankedBy, regions: readonly RegionFigures[]): Ranking {
  const known: (Ranked & { readonly share: Share })[] = [];
  const apart: string[] = [];
  for (const { region, cut, earlier } of regions) {
    const share = shareOf(measure, by, cut, earlier);
    if (cut === null || share === null) apart.push(region);
    else known.push({ place: 0, region, cut, earlier, share });
  }
  known.sort((a, b) => compare(b.share, a.share) || (a.region < b.region ? -1 : 1));
  let place = 0;
  const ranked = known.map(({ share, region, cut, earlier }, at): Ranked => {
    const before = known[at - 1];
    if (!before || compare(before.share, share) !== 0) place = at + 1;
    return { place, region, cut, earlier };
  });
  return { ranked, apart };
}

/** Whole people over a population. */
interface Share {
  readonly people: bigint;
  readonly population: bigint;
}

function shareOf(measure: Measure, by: RankedBy, cut: Cut | null, earlier: Cut | null): Share | null {
  if (cut === null || cut.population === 0) return null;
  const population = BigInt(cut.population);
  if (by === 'FIGURE') return { people: BigInt(cut[measure]), population };
  if (earlier?.population !== cut.population || earlier.populationVersion !== cut.populationVersion) return null;
  return { people: BigInt(cut[measure] - earlier[measure]), population };
}

function compare(a: Share, b: Share): number {
  const difference = a.people * b.population - b.people * a.population;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}
