import { type Handover, type Refusal, refuse } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** The hand-over as the domain asks for it, or NOT_FOUND. */
export async function readHandover(tx: Tx, region: string, id: number): Promise<Handover | Refusal> {
  const [found] = await tx.query<Handover>(
    `SELECT h.id, h.state, h.proposed_by AS "proposedBy",
            (SELECT json_agg(c.case_id ORDER BY c.case_id) FROM handover_case c
              WHERE c.region = h.region AND c.handover = h.id) AS cases
       FROM handover h WHERE h.region = $1 AND h.id = $2`,
    [region, id],
  );
  return found ?? refuse('NOT_FOUND');
}

/** Locks the row until the end of the transaction; the cases of the hand-over are locked before it. */
export async function lockHandover(tx: Tx, region: string, id: number): Promise<Handover | Refusal> {
  await tx.query('SELECT FROM handover WHERE region = $1 AND id = $2 FOR UPDATE', [region, id]);
  return readHandover(tx, region, id);
}
