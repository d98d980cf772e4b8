import { type Area, type AreaNames, type KnownAreas, areaNames, isAreaCode } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** Which of the codes the region has; the rules ask for no others. */
export async function knownAreas(
  tx: Tx,
  region: string,
  codes: readonly (string | null | undefined)[],
): Promise<KnownAreas> {
  const asked = codes.filter((code) => typeof code === 'string' && isAreaCode(code));
  const rows =
    asked.length === 0
      ? []
      : await tx.query<{ code: string }>('SELECT code FROM area WHERE region = $1 AND code = ANY ($2::text[])', [
          ...[region, asked],
        ]);
  const known = new Set(rows.map(({ code }) => code));
  return { hasArea: (code) => known.has(code) };
}

/** All districts and villages of the region, found by code or name. */
export async function areasByName(tx: Tx, region: string): Promise<AreaNames> {
  return areaNames(await tx.query<Area>('SELECT code, name, kind FROM area WHERE region = $1 ORDER BY code', [region]));
}
