import type { ComplianceEventOf } from '@papan/domain';
import { type Clock, type Tx, filesOf } from '@papan/server-platform';
import { readCases } from '../cases/case-rows';
import { turnsOf } from '../cases/clocks';
import { paperFacts } from '../letters/paper-facts';
import { dossierContent } from './dossier-content';

/**
 * Lays down what will be in the dossier of each case of a hand-over, in the transaction that confirms it and after its
 * cases were written. Nothing is made yet: a row that waits is all that the background job needs.
 */
export async function writeDossiers(
  tx: Tx,
  region: string,
  clock: Clock,
  event: ComplianceEventOf<'HandoverConfirmed'>,
): Promise<void> {
  const cases = await readCases(
    tx,
    region,
    event.data.cases.map((one) => one.case),
  );
  const facts = await paperFacts(
    tx,
    region,
    clock,
    cases.map(({ employer }) => employer),
  );
  const { bpjs, prosecutor } = await turnsOf(tx, region);
  const parties = { from: bpjs ?? 0, to: prosecutor ?? null };
  const rows = [];
  for (const one of cases) {
    const files = await filesOf(tx, region, 'case', one.id);
    rows.push({ case_id: one.id, content: dossierContent(facts, parties, event, one, files) });
  }
  await tx.query(
    `INSERT INTO dossier (region, handover, case_id, content)
     SELECT $1, $2, case_id, content FROM jsonb_to_recordset($3::jsonb) AS d (case_id int, content jsonb)`,
    [region, event.data.handover, JSON.stringify(rows)],
  );
}
