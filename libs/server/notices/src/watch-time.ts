import { Injectable } from '@nestjs/common';
import {
  IN_HAND,
  type IsoInstant,
  type LateStep,
  type Standing,
  type TaskFact,
  noticesAt,
  soonHorizon,
  wibDate,
} from '@papan/domain';
import { Database, type Tx, Sweeper, systemContextSql } from '@papan/server-platform';
import { Mailer } from './mail/mailer';
import { regionNow } from './region-now';
import { writeNotices } from './write-notices';

/** How often each region is looked at, by one of the instances. */
const EVERY = '1 minute';

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
      const told = noticesAt(now, await standingOf(tx, region, now), known.rule, known.decrees, facts);
      await writeNotices(
        tx,
        region,
        told.map((one) => ({ told: one, at: now })),
        known,
        now,
        this.mailer.isOn,
      );
      await tx.query('UPDATE notice_cursor SET looked_at = $2 WHERE region = $1', [region, now]);
      return true;
    });
  }
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
    `SELECT entry, subject AS "case", code AS step, agency, instant_text(due_at) AS "dueAt" FROM deadline
      WHERE region = $1 AND fired_at IS NOT NULL AND stopped_at IS NULL AND agency IS NOT NULL`,
    [region],
  );
  return { tasks, steps };
}
