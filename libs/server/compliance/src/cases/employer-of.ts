import { type Employer, type Refusal, refuse } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** The employer of a case, as the register knows it. */
export async function employerOf(tx: Tx, region: string, id: number): Promise<Employer | Refusal> {
  const [found] = await employersOf(tx, region, [id]);
  return found ?? refuse('NOT_FOUND');
}

export function employersOf(tx: Tx, region: string, ids: readonly number[]): Promise<readonly Employer[]> {
  return tx.query<Employer>(
    `SELECT id, name, nib, npwp, npp, address, contact, district, village, sector, estimated::float8, registered::float8,
            source, merged_into AS "mergedInto", instant_text(changed_at) AS "changedAt", version
       FROM employer WHERE region = $1 AND id = ANY ($2::int[]) ORDER BY id`,
    [region, ids],
  );
}
