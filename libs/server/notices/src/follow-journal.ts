import { Injectable } from '@nestjs/common';
import {
  type BoardEventType,
  type Happening,
  type IsoInstant,
  type TaskFact,
  type Told,
  isNews,
  noticesOf,
  wibDate,
} from '@papan/domain';
import { Database, type Tx, Sweeper, entryOf, systemContextSql } from '@papan/server-platform';
import { Mailer } from './mail/mailer';
import { regionNow } from './region-now';
import { writeNotices } from './write-notices';

/** Entries that are read at once. */
const AT_ONCE = 500;

/** Of these somebody may have to be told; the rest of the journal is passed over unread. */
const TOLD: readonly BoardEventType[] = [
  'TaskCreated',
  'TaskMoved',
  'TaskReassigned',
  'ProgressVerified',
  'BlockerRaised',
  'DeadlineFired',
  'HandoverProposed',
  'DossierSealed',
];

interface Claimed {
  readonly region: string;
  readonly seq: string;
  readonly now: IsoInstant;
}

/**
 * Follows the journal of each region: what people have to be told is written in the same transaction that moves the
 * cursor on, so each thing is told once, whichever instance follows. Source: docs/domain.md#notices.
 */
@Injectable()
export class FollowJournal {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    sweeper: Sweeper,
  ) {
    sweeper.register({ name: 'notices', step: () => this.follow() });
  }

  /** One stretch of one region; true where there is more to read. */
  follow(): Promise<boolean> {
    return this.database.inTransaction('BEGIN', async (tx) => {
      const [claimed] = await tx.query<Claimed>('SELECT region, seq, now FROM claim_followed_region()', []);
      if (!claimed) return false;
      const { region, now } = claimed;
      await tx.send(systemContextSql(region));
      const entries = await tx.query<{ seq: string; type: BoardEventType; epoch: number; entry: string }>(
        'SELECT seq, type, epoch, entry FROM journal WHERE region = $1 AND seq > $2 ORDER BY seq LIMIT $3',
        [region, claimed.seq, AT_ONCE],
      );
      const happenings = entries
        .filter(({ type }) => TOLD.includes(type))
        .map(({ epoch, entry }) => entryOf({ epoch, audience: null, entry, body: null }).happening)
        .filter(({ at }) => isNews(at, now));
      await this.tell(tx, region, happenings, now);
      await tx.query('UPDATE notice_cursor SET seq = $2 WHERE region = $1', [
        region,
        entries.at(-1)?.seq ?? claimed.seq,
      ]);
      return entries.length === AT_ONCE;
    });
  }

  private async tell(tx: Tx, region: string, happenings: readonly Happening[], now: IsoInstant): Promise<void> {
    if (happenings.length === 0) return;
    const known = await regionNow(tx, region, wibDate(now));
    const tasks = await tasksOf(tx, region, happenings);
    const turns = await turnsOf(tx, region, happenings);
    const facts = {
      task: (id: number) => tasks.get(id),
      agency: (id: number) => known.agencies.get(id),
      turnOf: (entry: string) => turns.get(entry) ?? null,
    };
    const told = happenings.flatMap((one) => noticesOf(one, facts).map((it: Told) => ({ told: it, at: one.at })));
    await writeNotices(tx, region, told, known, now, this.mailer.isOn);
  }
}

async function tasksOf(tx: Tx, region: string, happenings: readonly Happening[]): Promise<Map<number, TaskFact>> {
  const ids = happenings.flatMap(({ event }) => {
    if (event.type === 'TaskReassigned') return [event.data.newTask];
    return 'task' in event.data ? [event.data.task] : [];
  });
  const rows = await tx.query<TaskFact>(
    `SELECT id, agency, visibility = 'agency' AS restricted, due::text FROM task WHERE region = $1 AND id = ANY ($2)`,
    [region, [...new Set(ids)]],
  );
  return new Map(rows.map((task) => [task.id, task]));
}

async function turnsOf(tx: Tx, region: string, happenings: readonly Happening[]): Promise<Map<string, number | null>> {
  const entries = happenings.flatMap(({ event }) => (event.type === 'DeadlineFired' ? [event.data.entry] : []));
  if (entries.length === 0) return new Map();
  const rows = await tx.query<{ entry: string; agency: number | null }>(
    'SELECT entry, agency FROM deadline WHERE region = $1 AND entry = ANY ($2)',
    [region, entries],
  );
  return new Map(rows.map(({ entry, agency }) => [entry, agency]));
}
