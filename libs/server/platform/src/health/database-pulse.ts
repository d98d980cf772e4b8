import pg from 'pg';

const BEAT_MS = 5_000;

/**
 * Feels the database's pulse on a connection of its own. A database that is away is no reason to end (it comes back); one
 * that took the question and does not answer for 20 s holds every connection of the pool, and only a new start helps.
 */
export class DatabasePulse {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private askedAt: number | undefined;

  constructor(
    private readonly url: string,
    private readonly onFrozen: () => void,
    private readonly patienceMs = 20_000,
    private readonly beatMs = BEAT_MS,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.beat(), this.beatMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    const client = this.client;
    this.client = undefined;
    if (this.askedAt === undefined) await client?.end().catch(() => undefined);
  }

  private async beat(): Promise<void> {
    if (this.askedAt !== undefined) {
      if (performance.now() - this.askedAt > this.patienceMs) this.onFrozen();
      return;
    }
    this.askedAt = performance.now();
    try {
      this.client ??= await this.connect();
      await this.client.query('SELECT 1');
    } catch {
      this.client = undefined;
    } finally {
      this.askedAt = undefined;
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'papan-pulse', keepAlive: true });
    client.on('error', () => {
      this.client = undefined;
      this.askedAt = undefined;
    });
    await client.connect();
    return client;
  }
}
