import { type Agency, type Refusal, SHIPPED_DECREES, refuse } from '@papan/domain';
import { areasOf, findRegionName } from './areas';
import { BLITAR_PARTIES } from './blitar/parties';
import type { Owner } from './owner';
import { agenciesFrom } from './table';
import { writeDecrees, writeRegion } from './write-region';

const VERTICAL: Readonly<Record<string, string>> = {
  'BPJS-KES': 'BPJS Kesehatan',
  KEJARI: 'Kejaksaan Negeri, Seksi Datun',
};

/** The usual parties of a regency or city, named without a place. Master data to start from. */
export function standardParties(): readonly Agency[] {
  return agenciesFrom(BLITAR_PARTIES.map(([code, name, ...rest]) => [code, VERTICAL[code] ?? name, ...rest] as const));
}

/**
 * Makes a region from the area data: its districts and villages, the usual parties, the shipped decrees; no campaign.
 * Answers its name; refuses AREA_UNKNOWN for a code that no regency or city has.
 */
export async function createRegion(owner: Owner, code: string, root?: string): Promise<string | Refusal> {
  const name = /^\d{2}\.\d{2}$/.test(code) ? await findRegionName(code, root) : undefined;
  if (name === undefined) return refuse('AREA_UNKNOWN', { value: code.slice(0, 40) });
  const areas = await areasOf(code, root);
  await writeRegion(owner, {
    region: { code, name, example: false },
    areas,
    agencies: standardParties(),
    heads: [],
    campaigns: [],
  });
  await writeDecrees(owner, SHIPPED_DECREES);
  return name;
}
