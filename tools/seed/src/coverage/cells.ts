import { type Area, type CoverageCell, type PopulationCell, SEGMENTS, type Segment } from '@papan/domain';
import type { Chance } from '../chance';
import type { BySegment } from './coverage-facts';
import { spread } from './spread';

/** What makes one village differ from the next, the same in every month. */
interface Character {
  readonly area: string;
  /** Residents, as a weight. */
  readonly size: number;
  /** How common a segment is, and how common it is there to be without entitlement. */
  readonly common: Readonly<Record<Segment, number>>;
  readonly idle: Readonly<Record<Segment, number>>;
  /** How much faster than the region it grows, per month before the standing one. */
  readonly drift: number;
}

/** Segments that are much more common in one village than in the next: workers live near their factory. */
const UNEVEN: Readonly<Record<Segment, number>> = {
  PBI_JK: 0.35,
  PBPU_BP_PEMDA: 0.4,
  PPU_PN: 0.6,
  PPU_BU: 0.7,
  PBPU_MANDIRI: 0.35,
  BP: 0.4,
};

/** The villages of a region as characters; sums of a month are spread over them. */
export class Villages {
  private readonly characters: readonly Character[];

  /** `crowded`: villages with more members than residents: who moved away is still counted there. */
  constructor(areas: readonly Area[], chance: Chance, crowded: readonly string[] = []) {
    const lively = new Map<string, number>();
    this.characters = areas
      .filter((area) => area.kind === 'VILLAGE')
      .map(({ code }) => {
        const district = code.slice(0, 8);
        if (!lively.has(district)) lively.set(district, (chance.fraction() - 0.5) / 120);
        const more = crowded.includes(code) ? 1.5 : 1;
        const poor = 0.8 + 0.4 * chance.fraction();
        return {
          area: code,
          size: 1800 + 5200 * chance.fraction() ** 1.6,
          common: perSegment((segment) => {
            const uneven = 1 + UNEVEN[segment] * (2 * chance.fraction() - 1);
            return uneven * more * (segment === 'PBI_JK' ? poor : 1);
          }),
          idle: perSegment(() => 0.5 + chance.fraction()),
          drift: lively.get(district) ?? 0,
        };
      });
  }

  populations(people: number): readonly PopulationCell[] {
    const parts = spread(
      people,
      this.characters.map(({ size }) => size),
    );
    return this.characters.map(({ area }, at) => ({ area, people: parts[at] ?? 0 }));
  }

  /** The sums of a month in its villages. `back`: how many months before the standing one. */
  cells(sums: BySegment, back: number): readonly CoverageCell[] {
    return SEGMENTS.flatMap((segment) => {
      const [all, active] = sums[segment];
      const registered = spread(
        all,
        this.characters.map(({ size, common, drift }) => size * common[segment] * (1 - drift * back)),
      );
      const idle = spread(
        all - active,
        this.characters.map(({ idle }, at) => (registered[at] ?? 0) * idle[segment]),
        registered,
      );
      return this.characters.map(({ area }, at): CoverageCell => {
        const here = registered[at] ?? 0;
        return { area, segment, registered: here, active: here - (idle[at] ?? 0) };
      });
    });
  }
}

/** The same figures by district. */
export function byDistrict(cells: readonly CoverageCell[]): readonly CoverageCell[] {
  const sums = new Map<string, CoverageCell>();
  for (const { area, segment, registered, active } of cells) {
    const district = area.slice(0, 8);
    const sum = sums.get(`${district}/${segment}`) ?? { area: district, segment, registered: 0, active: 0 };
    sums.set(`${district}/${segment}`, {
      ...sum,
      registered: sum.registered + registered,
      active: sum.active + active,
    });
  }
  return [...sums.values()];
}

function perSegment(of: (segment: Segment) => number): Readonly<Record<Segment, number>> {
  return Object.fromEntries(SEGMENTS.map((segment) => [segment, of(segment)])) as Record<Segment, number>;
}
