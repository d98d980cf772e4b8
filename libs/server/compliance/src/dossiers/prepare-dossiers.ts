import { type IsoInstant, wibDate } from '@papan/domain';
import { type Tx, filesOf } from '@papan/server-platform';
import { readCases } from '../cases/case-rows';
import { partiesOf } from '../letters/handover-cover';
import { paperFacts } from '../letters/paper-facts';
import { type Confirmed, dossierContent } from './dossier-content';

/**
 * Lays down what will be in the dossier of each case of a confirmed hand-over, after its cases were written. Nothing is made
 * yet: a row that waits is all that the background job needs. Sees the evidence of the cases, so it runs in the transaction
 * that confirms, or as the house itself; done a second time, it changes nothing.
 */
export async function prepareDossiers(tx: Tx, region: string, handover: number): Promise<void> {
  const confirmed = await readConfirmed(tx, region, handover);
  const cases = await readCases(tx, region, confirmed.cases);
  const when = { now: confirmed.at, today: wibDate(confirmed.at) };
  const facts = await paperFacts(
    tx,
    region,
    when,
    cases.map(({ employer }) => employer),
  );
  const parties = await partiesOf(tx, region);
  const rows = [];
  for (const one of cases) {
    const files = await filesOf(tx, region, 'case', one.id);
    rows.push({ case_id: one.id, content: dossierContent(facts, parties, confirmed, one, files) });
  }
  await tx.query(
    `INSERT INTO dossier (region, handover, case_id, content)
     SELECT $1, $2, case_id, content FROM jsonb_to_recordset($3::jsonb) AS d (case_id int, content jsonb)
     ON CONFLICT DO NOTHING`,
    [region, handover, JSON.stringify(rows)],
  );
}

type Row = Confirmed & { readonly at: IsoInstant; readonly cases: readonly number[] };

async function readConfirmed(tx: Tx, region: string, id: number): Promise<Row> {
  const [row] = await tx.query<Row>(
    `SELECT h.id AS handover, h.number, h.signatory, h.on_day::text AS "on", instant_text(h.confirmed_at) AS at,
            (SELECT json_agg(c.case_id ORDER BY c.case_id) FROM handover_case c
              WHERE c.region = h.region AND c.handover = h.id) AS cases
       FROM handover h WHERE h.region = $1 AND h.id = $2 AND h.confirmed_at IS NOT NULL`,
    [region, id],
  );
  if (!row) throw new Error(`hand-over ${id} is not confirmed`);
  return row;
}
