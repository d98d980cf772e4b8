import { Injectable } from '@nestjs/common';
import { refuseForgetfulServer } from '../database/prepare-database';
import { Database } from '../database/database';

/** Whether this instance should be given work: the database answers and keeps what it acknowledges. */
@Injectable()
export class Readiness {
  private stopping = false;

  constructor(private readonly database: Database) {}

  /** From now on the balancer sends nothing more here. */
  stop(): void {
    this.stopping = true;
  }

  /** Null when ready; else a word for the operator. */
  async problem(): Promise<string | null> {
    if (this.stopping) return 'stopping';
    try {
      await refuseForgetfulServer((sql) => this.database.ask(sql));
      await this.database.ask('SELECT 1 FROM installation LIMIT 1');
      return null;
    } catch (error) {
      return error instanceof Error ? error.name : 'unknown';
    }
  }
}
