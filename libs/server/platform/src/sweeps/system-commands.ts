import { Injectable } from '@nestjs/common';
import { type IsoInstant, wibDate } from '@papan/domain';
import type { Clock, Further } from '../commands/commands';
import { systemContextSql } from '../database/context';
import { Database } from '../database/database';
import { isUniqueViolation } from '../database/failures';
import type { Tx } from '../database/tx';
import { appendSql } from '../journal/append';
import { sha256 } from '../journal/canonical';
import { JournalBell } from '../journal/journal-bell';

/** What the house itself does once; `id` is a `derivedId` of what it stands for. */
export interface SystemCommand {
  readonly region: string;
  readonly id: string;
}

/** Changes that no person makes: the outcome of a background job, written with its rows and its journal entry. */
@Injectable()
export class SystemCommands {
  constructor(
    private readonly database: Database,
    private readonly bell: JournalBell,
  ) {}

  /**
   * Runs `decide` in one transaction and writes what it answers into the journal; null: nothing to say, but its rows
   * stay. False where the command was done before: then nothing runs.
   */
  async run(
    { region, id }: SystemCommand,
    decide: (tx: Tx, clock: Clock) => Promise<Further | null>,
  ): Promise<boolean> {
    const opening = `BEGIN; ${systemContextSql(region)}; SELECT * FROM open_command('${id.replace(/[^0-9a-f-]/gi, '')}')`;
    try {
      const done = await this.database.inTransaction(opening, async (tx) => {
        const [known] = tx.opening as readonly { readonly now: IsoInstant; readonly seq: string | null }[];
        if (!known) throw new Error('the database said no time');
        if (known.seq !== null) return null;
        const said = await decide(tx, { now: known.now, today: wibDate(known.now) });
        if (!said) return 0;
        const entry = { ...said, answer: {}, command: id, hash: sha256(id).toString('hex'), at: known.now };
        const rows = await tx.send(`${appendSql(entry)}; COMMIT`);
        tx.ended = true;
        return Number(rows[0]?.['seq']);
      });
      if (done) this.bell.ring(region, done);
      return done !== null;
    } catch (error) {
      // Another instance has done the very same a moment ago.
      if (isUniqueViolation(error) && (await this.isKnown(region, id))) return false;
      throw error;
    }
  }

  private isKnown(region: string, id: string): Promise<boolean> {
    return this.database.asSystem(region, async (tx) => {
      const known = await tx.query(`SELECT FROM command_log WHERE region = $1 AND id = $2`, [region, id]);
      return known.length > 0;
    });
  }
}
