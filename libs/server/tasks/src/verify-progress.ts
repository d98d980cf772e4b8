import type { VerifyProgress } from '@papan/contracts';
import {
  type EventOf,
  type StandingVerification,
  type Task,
  isRefusal,
  movesFigure,
  refuse,
  verifyProgress,
} from '@papan/domain';
import type { Clock, Decide, Tx } from '@papan/server-platform';
import { taskAfter } from './after';
import type { OnTask } from './in-region';
import { agenciesOf } from './region-facts';
import { audienceOf, lockTask, writeTask } from './task-rows';

/** BPJS (or the lead from BPJS's file) enters verified people; only these move the region's figure. */
export function verifyEntries({ actor, task: id }: OnTask, verification: VerifyProgress): Decide {
  return async (tx, clock) => {
    const task = await lockTask(tx, actor, id, 'progress.verify');
    if (isRefusal(task)) return task;
    const verifier = (await agenciesOf(tx, actor.region)).get(actor.agency.id);
    if (!verifier) return refuse('AGENCY_UNKNOWN', { agency: actor.agency.id });
    const standing = await standingOf(tx, actor.region, id, verification);
    const event = verifyProgress(task, verification, verifier, clock.today, standing);
    if (isRefusal(event)) return event;
    const after = taskAfter(event, clock, actor, task);
    const known = await insertEntries(tx, actor.region, task, event, actor.person, clock);
    if (known !== undefined) return refuse('ENTRY_KNOWN', { entry: known });
    await writeTask(tx, actor.region, task, after);
    if (movesFigure(task)) await addToDay(tx, actor.region, event.data.asOf, task, after);
    return { event, audience: audienceOf(task), answer: { task: id, version: after.version } };
  };
}

/** The entries that are corrected, with what was already taken back of them. */
async function standingOf(
  tx: Tx,
  region: string,
  task: number,
  { entries }: VerifyProgress,
): Promise<readonly StandingVerification[]> {
  const named = entries.flatMap(({ corrects }) => corrects ?? []);
  if (named.length === 0) return [];
  return tx.query<StandingVerification>(
    `SELECT e.entry, e.measure, e.delta::float8, coalesce(sum(c.delta), 0)::float8 AS corrected,
            e.as_of::text AS "asOf"
       FROM verification_entry e LEFT JOIN verification_entry c ON c.region = e.region AND c.corrects = e.entry
      WHERE e.region = $1 AND e.task = $2 AND e.entry = ANY ($3::uuid[])
      GROUP BY e.region, e.entry`,
    [region, task, named],
  );
}

/** Writes the entries; answers the id of one that was known before, if any. */
async function insertEntries(
  tx: Tx,
  region: string,
  task: Task,
  { data }: EventOf<'ProgressVerified'>,
  person: number,
  { now }: Clock,
): Promise<string | undefined> {
  const made = await tx.query<{ entry: string }>(
    `INSERT INTO verification_entry (region, task, audience, entry, measure, delta, as_of, corrects, source, person, at)
     SELECT $1, $2, $3, e.entry, e.measure, e.delta, $4, e.corrects, $5, $6, $7
       FROM jsonb_to_recordset($8::jsonb) AS e (entry uuid, measure text, delta bigint, corrects uuid)
     ON CONFLICT DO NOTHING RETURNING entry`,
    [
      ...[region, task.id, audienceOf(task), data.asOf, JSON.stringify(data.source), person, now],
      JSON.stringify(data.entries),
    ],
  );
  if (made.length === data.entries.length) return undefined;
  const fresh = new Set(made.map(({ entry }) => entry));
  return data.entries.find(({ entry }) => !fresh.has(entry.toLowerCase()))?.entry ?? data.entries[0]?.entry;
}

/** The day's net verified people: what stands beside the cut in the headline. */
async function addToDay(tx: Tx, region: string, asOf: string, before: Task, after: Task): Promise<void> {
  await tx.query(
    `INSERT INTO verified_day AS d (region, as_of, registered, active) VALUES ($1, $2, $3, $4)
     ON CONFLICT (region, as_of) DO UPDATE
       SET registered = d.registered + excluded.registered, active = d.active + excluded.active`,
    [region, asOf, after.registered - before.registered, after.active - before.active],
  );
}
