import type { CaseDetail } from '@papan/contracts';
import { type Actor, type Happening, type Refusal, isRefusal, may, offersFor } from '@papan/domain';
import { type Database, type EntryRow, type Tx, audienceIs, entryOf, todayOf } from '@papan/server-platform';
import { ladderFacts } from '../ladder/ladder-facts';
import { readCase } from './case-rows';
import { employerOf } from './employer-of';
import { headOf } from './read-case-list';

/** One case with everything that happened to it, and what this reader may do next. */
export function readCaseDetail(database: Database, actor: Actor, id: number): Promise<CaseDetail | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const allowed = may(actor, 'case.read', { region: actor.region });
      if (isRefusal(allowed)) return allowed;
      const found = await readCase(tx, actor.region, id);
      if (isRefusal(found)) return found;
      const employer = await employerOf(tx, actor.region, found.employer);
      if (isRefusal(employer)) return employer;
      const facts = await ladderFacts(tx, actor.region, await todayOf(tx));
      const { through } = await headOf(tx, actor.region);
      return {
        case: found,
        employer,
        offers: offersFor(found, actor, facts),
        history: await historyOf(tx, actor.region, id),
        tasks: await tasksOf(tx, actor.region, id),
        readings: await readingsOf(tx, actor.region, id),
        through,
      };
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

const NEWEST = 1_000;

async function historyOf(tx: Tx, region: string, id: number): Promise<readonly Happening[]> {
  const rows = await tx.query<EntryRow>(
    `SELECT j.epoch, j.audience, j.entry, p.body
       FROM case_event e JOIN journal j ON j.region = e.region AND j.seq = e.seq
       LEFT JOIN journal_private p ON p.region = j.region AND p.seq = j.seq
      WHERE e.region = $1 AND e.case_id = $2 AND ${audienceIs('j.audience')} ORDER BY e.seq DESC LIMIT ${NEWEST}`,
    [region, id],
  );
  return rows.map((row) => entryOf(row).happening).reverse();
}

async function tasksOf(tx: Tx, region: string, id: number): Promise<readonly number[]> {
  const rows = await tx.query<{ task: number }>(
    'SELECT task FROM case_task WHERE region = $1 AND case_id = $2 ORDER BY task',
    [region, id],
  );
  return rows.map(({ task }) => task);
}

/** Openings and downloads of the dossier by the prosecutor, newest first. */
function readingsOf(tx: Tx, region: string, id: number): Promise<CaseDetail['readings']> {
  return tx.query(
    `SELECT instant_text(at) AS at, person, what FROM dossier_reading
      WHERE region = $1 AND case_id = $2 ORDER BY number DESC LIMIT ${NEWEST}`,
    [region, id],
  );
}
