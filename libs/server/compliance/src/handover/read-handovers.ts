import type { HandoverReadiness, HandoverView } from '@papan/contracts';
import { type Actor, type Refusal, isRefusal, may, readiness, refuse } from '@papan/domain';
import { type Database, type Tx, todayOf } from '@papan/server-platform';
import { readCases } from '../cases/case-rows';
import { ladderFacts } from '../ladder/ladder-facts';

/** Every hand-over of the region, newest first. */
export function readHandovers(database: Database, actor: Actor): Promise<readonly HandoverView[] | Refusal> {
  return asReader(database, actor, (tx) => viewsOf(tx, actor.region, null));
}

export function readOneHandover(database: Database, actor: Actor, id: number): Promise<HandoverView | Refusal> {
  return asReader(database, actor, async (tx) => (await viewsOf(tx, actor.region, id))[0] ?? refuse('NOT_FOUND'));
}

/** What each of these cases still lacks before it can be handed over; nothing where it is complete. */
export function readReadiness(
  database: Database,
  actor: Actor,
  ids: readonly number[],
): Promise<HandoverReadiness | Refusal> {
  return asReader(database, actor, async (tx) => {
    const facts = await ladderFacts(tx, actor.region, await todayOf(tx));
    const cases = await readCases(tx, actor.region, ids);
    const names = await tx.query<{ id: number; name: string }>(
      'SELECT id, name FROM employer WHERE region = $1 AND id = ANY ($2::int[])',
      [actor.region, cases.map(({ employer }) => employer)],
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return {
      cases: cases.map((one) => ({
        case: one.id,
        name: nameOf.get(one.employer) ?? '',
        missing: readiness(one, facts).map(({ code, params, rule }) => ({ code, params, rule })),
      })),
    };
  });
}

function asReader<T>(database: Database, actor: Actor, read: (tx: Tx) => Promise<T | Refusal>): Promise<T | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const allowed = may(actor, 'case.read', { region: actor.region });
      return isRefusal(allowed) ? allowed : read(tx);
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

const CASES = `
  SELECT json_agg(json_build_object(
           'case', c.id, 'employer', c.employer, 'name', e.name, 'violations', c.summary -> 'violations',
           'manifest', d.manifest,
           'trouble', CASE WHEN d.trouble_code IS NOT NULL AND d.sealed_at IS NULL
                           THEN json_build_object('code', d.trouble_code, 'file', d.trouble_file) END,
           'sealedAt', instant_text(d.sealed_at),
           'readAt', (SELECT instant_text(max(r.at)) FROM dossier_reading r
                       WHERE r.region = c.region AND r.case_id = c.id AND r.handover = h.id)) ORDER BY c.id)
    FROM handover_case hc
    JOIN employer_case c ON c.region = hc.region AND c.id = hc.case_id
    JOIN employer e ON e.region = c.region AND e.id = c.employer
    LEFT JOIN dossier d ON d.region = hc.region AND d.handover = hc.handover AND d.case_id = hc.case_id
   WHERE hc.region = h.region AND hc.handover = h.id`;

/** Hand-overs as they are shown, newest first; `id`: only that one. */
async function viewsOf(tx: Tx, region: string, id: number | null): Promise<readonly HandoverView[]> {
  return tx.query<HandoverView>(
    `SELECT h.id, h.state, h.proposed_by AS "proposedBy", instant_text(h.proposed_at) AS "proposedAt",
            h.confirmed_by AS "confirmedBy", instant_text(h.confirmed_at) AS "confirmedAt",
            h.number, h.on_day::text AS "on", (${CASES}) AS cases,
            (SELECT count(*)::int FROM dossier d
              WHERE d.region = h.region AND d.handover = h.id AND d.sealed_at IS NOT NULL) AS sealed,
            (SELECT max(d.fingerprint) FROM dossier d WHERE d.region = h.region AND d.handover = h.id) AS fingerprint
       FROM handover h WHERE h.region = $1 AND ($2::int IS NULL OR h.id = $2) ORDER BY h.id DESC`,
    [region, id],
  );
}
