import { Injectable } from '@nestjs/common';
import {
  ESCALATION_RUNGS,
  IN_HAND,
  type IsoInstant,
  type LateStep,
  type Standing,
  type TaskFact,
  type Told,
  noticesAt,
  recipientsOf,
  soonHorizon,
  wibDate,
} from '@papan/domain';
import { Database, type Tx, Sweeper, systemContextSql } from '@papan/server-platform';
import { Mailer } from './mail/mailer';
import { regionNow } from './region-now';
import { type Dated, writeNotices } from './write-notices';

/** How often each region is looked at, by one of the instances. */
const EVERY = '1 minute';
/** Things told in one transaction at most: each to several people. */
const AT_ONCE = 1_000;

/**
 * Tells what nobody did but the time: due soon, overdue, and the rungs of the escalation. Looks anew each minute and
 * recognises by its key what was told before; so each is told once, late but once after an outage, and nothing follows
 * once the reason is gone. Source: docs/domain.md#notices.
 */
@Injectable()
export class WatchTime {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    sweeper: Sweeper,
  ) {
    sweeper.register({ name: 'due-and-late', step: () => this.watch() });
  }

  /** Looks at the region that was not looked at for longest; false where all were, a moment ago. */
  watch(every = EVERY): Promise<boolean> {
    return this.database.inTransaction('BEGIN', async (tx) => {
      const [claimed] = await tx.query<{ region: string; now: IsoInstant }>(
        'SELECT region, now FROM claim_watched_region($1)',
        [every],
      );
      if (!claimed) return false;
      const { region, now } = claimed;
      await tx.send(systemContextSql(region));
      const known = await regionNow(tx, region, wibDate(now));
      const facts = { agency: (id: number) => known.agencies.get(id) };
      const standing = await standingOf(tx, region, now);
      const all = noticesAt(now, standing, known.rule, known.decrees, facts);
      const told = await untold(
        tx,
        region,
        all.filter(({ to, by }) => recipientsOf(to, known.posts, by).length > 0),
      );
      const batch = told.slice(0, AT_ONCE).map((one) => ({ told: one, at: now }));
      await writeNotices(tx, region, batch, known, now, this.mailer.isOn);
      await noteRungs(tx, region, batch);
      // What is left over is told at once, by whoever looks next.
      if (told.length <= AT_ONCE)
        await tx.query('UPDATE notice_cursor SET looked_at = $2 WHERE region = $1', [region, now]);
      return true;
    });
  }
}

/** Those that nobody was told yet: most of what is late was late a minute ago as well. */
async function untold(tx: Tx, region: string, all: readonly Told[]): Promise<readonly Told[]> {
  const keys = all.map(({ notice }) => notice.dedupe);
  const rows = await tx.query<{ key: string }>(
    `SELECT key FROM unnest($2::text[]) AS key
      WHERE NOT EXISTS (SELECT FROM notice n WHERE n.region = $1 AND n.dedupe = key)`,
    [region, keys],
  );
  const fresh = new Set(rows.map(({ key }) => key));
  return all.filter(({ notice }) => fresh.has(notice.dedupe));
}

/** A step whose rungs have heard is not looked up again: they were told in the order of the rungs. */
async function noteRungs(tx: Tx, region: string, batch: readonly Dated[]): Promise<void> {
  const steps = batch.flatMap(({ told: { notice } }) =>
    notice.kind === 'STEP_ESCALATED' ? [{ dedupe: notice.dedupe }] : [],
  );
  if (steps.length === 0) return;
  await tx.query(
    `UPDATE deadline d SET rungs_told = d.rungs_told + s.rungs
       FROM (SELECT split_part(dedupe, ':', 3)::uuid AS entry, count(*)::int AS rungs
               FROM jsonb_to_recordset($2) AS n (dedupe text) GROUP BY 1) AS s
      WHERE d.region = $1 AND d.entry = s.entry`,
    [region, JSON.stringify(steps)],
  );
}

/** Work in hand of running campaigns that is due soon or late, and the clocks that have run out unheeded. */
async function standingOf(tx: Tx, region: string, now: IsoInstant): Promise<Standing> {
  const tasks = await tx.query<TaskFact>(
    `SELECT t.id, t.agency, t.visibility = 'agency' AS restricted, t.due::text
       FROM task t JOIN campaign c ON c.region = t.region AND c.id = t.campaign AND c.open
      WHERE t.region = $1 AND t.status = ANY ($2) AND t.due <= $3`,
    [region, IN_HAND, soonHorizon(wibDate(now))],
  );
  const steps = await tx.query<LateStep>(
    `SELECT entry, subject AS "case", code AS step, agency, instant_text(due_at) AS "dueAt", rungs_told AS "rungsTold"
       FROM deadline
      WHERE region = $1 AND fired_at IS NOT NULL AND stopped_at IS NULL AND agency IS NOT NULL AND rungs_told < $2
      ORDER BY due_at, id`,
    [region, ESCALATION_RUNGS.length],
  );
  return { tasks, steps };
}
