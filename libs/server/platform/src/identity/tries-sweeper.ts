import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database';
import { sweepTries } from './login-throttle';

const EVERY_MS = 10 * 60_000;

/** Failed tries name addresses: they are not kept longer than they are of use, also where nobody ever signs in. */
@Injectable()
export class TriesSweeper implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      // The database may be away; the next round comes.
      sweepTries(this.database).catch(() => undefined);
    }, EVERY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
