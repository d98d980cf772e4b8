import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database';
import { Sweeper } from '../sweeps/sweeper';
import { Files } from './store';

const EVERY_MS = 60 * 60_000;
const AT_ONCE = 100;
/** No upload takes a day. */
const ARRIVING_MS = 24 * 60 * 60_000;

/**
 * Removes files that nothing uses and nobody has uploaded for seven days, a hundred at a time; answers how many. Only what
 * the rows know of is removed: a store put beside the wrong database loses nothing. Source: docs/domain.md#evidence.
 */
export function sweepEvidence(database: Database, files: Files): Promise<number> {
  return database.asNobody(async (tx) => {
    const unused = await tx.query<{ hash: string }>('SELECT forget_unused_evidence($1) AS hash', [AT_ONCE]);
    // Inside the transaction, while nobody can upload or use the same bytes.
    for (const { hash } of unused) await files.remove(hash);
    return unused.length;
  });
}

/** Once an hour, on every instance: which of them sweeps a file, the file's lock decides. */
@Injectable()
export class EvidenceSweep implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  onModuleInit(): void {
    const step = async (): Promise<boolean> => {
      await this.files.forgetArriving(Date.now() - ARRIVING_MS);
      return (await sweepEvidence(this.database, this.files)) === AT_ONCE;
    };
    this.sweeper.register({ name: 'evidence', everyMs: EVERY_MS, step });
  }
}
