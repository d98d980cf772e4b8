import { type Tx, systemContextSql } from '@papan/server-platform';
import { prepareDossiers } from './prepare-dossiers';

/**
 * Lays down the dossiers of hand-overs whose rows were loaded past the use case: what each will hold is read from the case
 * and its papers, as of the moment of the confirmation, and the background job makes them. `loader` asks as the owner of the
 * database, in its one transaction. Those that are laid down already stay.
 */
export async function layDownDossiers(loader: Pick<Tx, 'query'>): Promise<void> {
  const query = <R>(sql: string, params: readonly unknown[] = []): Promise<R[]> => loader.query<R>(sql, params);
  const tx: Tx = {
    query,
    get manager(): never {
      throw new Error('a loader has no manager of entities');
    },
  };
  const waiting = await query<{ region: string; id: number }>(
    `SELECT h.region, h.id FROM handover h WHERE h.state = 'CONFIRMED'
        AND NOT EXISTS (SELECT FROM dossier d WHERE d.region = h.region AND d.handover = h.id) ORDER BY h.region, h.id`,
  );
  for (const { region, id } of waiting) {
    await query<unknown>(systemContextSql(region));
    await prepareDossiers(tx, region, id);
  }
}
