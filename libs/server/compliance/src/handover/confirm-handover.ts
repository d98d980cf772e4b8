import type { ConfirmHandover } from '@papan/contracts';
import { type Actor, type ComplianceEventOf, confirmHandover, isRefusal } from '@papan/domain';
import { type Clock, type Decide, type Tx, derivedId } from '@papan/server-platform';
import { lockCases } from '../cases/case-rows';
import type { InRegion } from '../cases/in-region';
import { settle } from '../cases/settle';
import { prepareDossiers } from '../dossiers/prepare-dossiers';
import { ladderFacts } from '../ladder/ladder-facts';
import { lockHandover, readHandover } from './handover-rows';

/**
 * The second of two persons: the power of attorney is on record, every case enters SKK by it, and what will be in each
 * dossier is fixed in the same transaction. The dossiers themselves are made afterwards, in the background.
 */
export function confirmOneHandover({ actor }: InRegion, id: number, body: ConfirmHandover): Decide {
  return async (tx, clock) => {
    const seen = await readHandover(tx, actor.region, id);
    if (isRefusal(seen)) return seen;
    const cases = await lockCases(tx, actor.region, seen.cases);
    if (isRefusal(cases)) return cases;
    const handover = await lockHandover(tx, actor.region, id);
    if (isRefusal(handover)) return handover;
    const entries = new Map(handover.cases.map((one) => [one, derivedId('skk', actor.region, id, one)]));
    const facts = await ladderFacts(tx, actor.region, clock.today);
    const event = confirmHandover(handover, cases, { ...body, entries }, actor, facts);
    if (isRefusal(event)) return event;
    await writeConfirmed(tx, actor, clock, event);
    const outcome = await settle(tx, clock, actor, cases, event);
    if (isRefusal(outcome)) return outcome;
    await prepareDossiers(tx, actor.region, id);
    return { ...outcome, answer: { handover: id } };
  };
}

async function writeConfirmed(
  tx: Tx,
  { region, person }: Actor,
  { now }: Clock,
  { data, text }: ComplianceEventOf<'HandoverConfirmed'>,
): Promise<void> {
  await tx.query(
    `UPDATE handover SET state = 'CONFIRMED', confirmed_by = $3, confirmed_at = $4, number = $5, signatory = $6,
            on_day = $7, term = $8, document = $9,
            anchor = (SELECT jsonb_build_object('epoch', r.epoch, 'seq', r.seq, 'hash', encode(r.head_hash, 'hex'))
                        FROM region r WHERE r.code = $1)
      WHERE region = $1 AND id = $2`,
    [
      ...[region, data.handover, person, now, text?.number ?? '', text?.signatory ?? ''],
      ...[data.on, data.term, data.document],
    ],
  );
  await tx.query(
    `UPDATE handover_case h SET entry = n.entry FROM jsonb_to_recordset($3::jsonb) AS n ("case" int, entry uuid)
      WHERE h.region = $1 AND h.handover = $2 AND h.case_id = n."case"`,
    [region, data.handover, JSON.stringify(data.cases)],
  );
}
