import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { JournalBell } from './journal-bell';
import { JournalTail } from './journal-tail';
import { TailPool } from './tail-pool';

const CHANNEL = 'papan_journal';
/** Notices are gathered: inside each write they would cost most of the writes. */
const GATHER_MS = 10;
/** So long it counts as known whether anybody else listens; who comes in between has the poll. */
const ALONE_KNOWN_MS = 1_000;
const LISTENER = 'papan-listen';
/** The start waits for the first connection; packets that go nowhere must not hold it for minutes. */
const CONNECT_MS = 5_000;
const RECONNECT_MS = { least: 250, most: 5_000 };

/**
 * Tells the other instances, after commit and outside of any transaction, that a region's journal has grown; and hears
 * them. Only a wake-up: what is lost here is found by the poll.
 */
@Injectable()
export class JournalNotices {
  private readonly self = crypto.randomUUID();
  private readonly grown = new Set<string>();
  private gathering: NodeJS.Timeout | undefined;
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private patience = RECONNECT_MS.least;
  private closed = false;
  private alone = { is: false, askedAt: -Infinity };
  private readonly stopListening: () => void;

  constructor(
    private readonly pool: TailPool,
    private readonly tail: JournalTail,
    bell: JournalBell,
  ) {
    this.stopListening = bell.onRing((region) => this.gather(region));
  }

  async start(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      connectionString: this.pool.url,
      application_name: LISTENER,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      connectionTimeoutMillis: CONNECT_MS,
    });
    this.client = client;
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.patience = RECONNECT_MS.least;
      this.tail.wakeAll();
    } catch {
      this.lost(client);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopListening();
    clearTimeout(this.gathering);
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private gather(region: string): void {
    this.grown.add(region);
    this.gathering ??= setTimeout(() => void this.tell(), GATHER_MS);
  }

  private async tell(): Promise<void> {
    this.gathering = undefined;
    const regions = [...this.grown].join(',');
    this.grown.clear();
    try {
      if (this.closed || (await this.isAlone())) return;
      await this.pool.query('SELECT pg_notify($1, $2)', [CHANNEL, `${this.self}:${regions}`]);
    } catch {
      // The others find it by their poll.
    }
  }

  /** A single instance need not talk to itself: that would be a second transaction for each write. */
  private async isAlone(): Promise<boolean> {
    const now = performance.now();
    if (now - this.alone.askedAt < ALONE_KNOWN_MS) return this.alone.is;
    const [row] = await this.pool.query<{ listeners: number }>(
      'SELECT count(*)::int AS listeners FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()',
      [LISTENER],
    );
    this.alone = { is: row?.listeners === 1 && this.client !== undefined, askedAt: now };
    return this.alone.is;
  }

  private hear(payload: string): void {
    const [sender, regions = ''] = payload.split(':');
    if (sender === this.self) return;
    for (const region of regions.split(',')) this.tail.wake(region);
  }

  private lost(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    client.removeAllListeners('end');
    void client.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.start(), this.patience);
    this.patience = Math.min(RECONNECT_MS.most, this.patience * 2);
  }
}
