import { type IsoDate, type IsoInstant, wibDate } from '@papan/domain';
import type { Tx } from './tx';

/** What the product's one clock says now. */
export async function nowOf(tx: Pick<Tx, 'query'>): Promise<IsoInstant> {
  const [row] = await tx.query<{ now: string }>('SELECT instant_text(app_now()) AS now', []);
  if (!row) throw new Error('the database said no time');
  return row.now;
}

/** Today in WIB. */
export async function todayOf(tx: Pick<Tx, 'query'>): Promise<IsoDate> {
  return wibDate(await nowOf(tx));
}
