import { getDistricts, getVillages } from 'idn-area-data';
import type { Area } from '@papan/domain';

/**
 * Districts and villages of one region by their Kemendagri codes, read from the package idn-area-data (data licence ODbL,
 * see NOTICE) when the demonstration is loaded.
 */
export async function areasOf(region: string): Promise<readonly Area[]> {
  const [districts, villages] = await Promise.all([getDistricts(), getVillages()]);
  const own = ({ code }: { readonly code: string }): boolean => code.startsWith(`${region}.`);
  return [
    ...districts.filter(own).map(({ code, name }): Area => ({ code, name, kind: 'DISTRICT' })),
    ...villages.filter(own).map(({ code, name }): Area => ({ code, name, kind: 'VILLAGE' })),
  ];
}
