import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

interface LiveFigures {
  readonly sockets: number;
  readonly regions: ReadonlyMap<string, { readonly through: number }>;
}

/** What /metrics shows. Labels hold routes and regions, never people. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'papan_http_seconds',
    help: 'Time to answer HTTP requests',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  readonly frames = this.counter('papan_live_frames_total', 'Frames made (each is sent to every socket of its class)');
  readonly garbage = this.counter('papan_live_garbage_total', 'Socket messages outside of the language');
  readonly limited = this.counter('papan_live_limited_total', 'Socket questions beyond the reader’s share');
  readonly skipped = this.counter('papan_live_skipped_total', 'Frames or answers that a slow reader did not get');
  readonly dropped = this.counter('papan_live_dropped_total', 'Sockets cut because they no longer read');
  readonly lag = new Gauge({
    name: 'papan_tail_lag',
    help: 'Entries between the journal’s head and what this instance has told',
    labelNames: ['region'] as const,
    registers: [this.registry],
  });
  readonly head = new Gauge({
    name: 'papan_journal_head',
    help: 'Number of the last journal entry',
    labelNames: ['region'] as const,
    registers: [this.registry],
  });

  readonly sweepSteps = this.counterOf('papan_sweep_steps_total', 'Pieces of work that sweeps have done', 'sweep');
  readonly sweepFailures = this.counterOf('papan_sweep_failures_total', 'Rounds of a sweep that failed', 'sweep');
  readonly deadlinesFired = this.counter('papan_deadlines_fired_total', 'Deadlines that this instance has fired');
  readonly deadlineFailures = this.counterOf(
    'papan_deadline_failures_total',
    'Deadlines put off after a failure',
    'kind',
  );
  readonly deadlineLag = new Histogram({
    name: 'papan_deadline_lag_seconds',
    help: 'Time from the moment a deadline fell due until it was fired',
    buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 3_600, 86_400],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Asked whenever somebody reads the figures. */
  watchLive(figures: () => LiveFigures): void {
    this.gauge('papan_live_sockets', 'Open sockets', () => figures().sockets);
  }

  gauge(name: string, help: string, read: () => number): void {
    this.registry.removeSingleMetric(name);
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** A counter of one label, made by whoever counts. */
  counterOf<L extends string>(name: string, help: string, label: L): Counter<L> {
    return new Counter({ name, help, labelNames: [label], registers: [this.registry] });
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }
}
