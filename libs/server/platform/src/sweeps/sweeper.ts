import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { failureCode, isConnectionLost, isOverload } from '../database/failures';
import { Metrics } from '../health/metrics';
import { Refused } from '../http/refused';

/** Work that waits in rows. Every instance looks for it; the row's lock or lease decides who does it. */
export interface Sweep {
  /** In the metrics and the log: "deadlines". */
  readonly name: string;
  /** How long it rests when there was nothing to do, in milliseconds; default 1,000. */
  readonly everyMs?: number;
  /** Claims one piece of work and does it; true when there was one, and then it is called again at once. */
  readonly step: () => Promise<boolean>;
}

const EVERY_MS = 1_000;
/** After so many pieces in a row the others get a turn; nothing waits longer than the next round for it. */
const IN_A_ROW = 500;
/** What is under way at the end gets so long to be finished; what is not is taken up by another instance. */
const LAST_WORD_MS = 5_000;

/**
 * Calls each sweep once a second, on every instance, and again as long as there is work. A failing step is logged and
 * counted and tried again in the next round; it does not stop the other sweeps. Source: docs/domain.md#deadlines.
 */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Sweeper');
  private readonly sweeps: Sweep[] = [];
  private readonly running: Promise<void>[] = [];
  private readonly ending = new AbortController();
  private isStarted = false;

  constructor(private readonly metrics: Metrics) {}

  register(sweep: Sweep): void {
    this.sweeps.push(sweep);
    if (this.isStarted) this.running.push(this.run(sweep));
  }

  onApplicationBootstrap(): void {
    this.isStarted = true;
    for (const sweep of this.sweeps) this.running.push(this.run(sweep));
  }

  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await Promise.race([Promise.all(this.running), sleep(LAST_WORD_MS, undefined, { ref: false })]);
  }

  private async run(sweep: Sweep): Promise<void> {
    let wasDown = false;
    while (!this.ending.signal.aborted) {
      try {
        await this.round(sweep);
        wasDown = false;
      } catch (error) {
        this.metrics.sweepFailures.inc({ sweep: sweep.name });
        // An outage is said once, by the first round that meets it.
        if (!wasDown) this.log.warn({ sweep: sweep.name, reason: reasonOf(error) });
        wasDown = isAway(error);
      }
      await this.rest(sweep.everyMs ?? EVERY_MS);
    }
  }

  private async round({ name, step }: Sweep): Promise<void> {
    for (let steps = 0; steps < IN_A_ROW && !this.ending.signal.aborted; steps++) {
      if (!(await step())) return;
      this.metrics.sweepSteps.inc({ sweep: name });
    }
  }

  private async rest(millis: number): Promise<void> {
    await sleep(millis, undefined, { signal: this.ending.signal, ref: false }).catch(() => undefined);
  }
}

/** A code of the database or the kind of the error: what it says may hold people's words. */
export function reasonOf(error: unknown): string {
  return failureCode(error) ?? (error instanceof Error ? error.name : typeof error);
}

function isAway(error: unknown): boolean {
  return isConnectionLost(error) || isOverload(error) || error instanceof Refused;
}
