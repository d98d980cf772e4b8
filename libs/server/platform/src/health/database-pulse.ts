import { createConnection } from 'node:net';
import pg from 'pg';

const BEAT_MS = 5_000;

const KNOCK_MS = 3_000;

/**
 * Feels the database's pulse on a connection of its own. A database that is away is no reason to end (it comes back); one
 * that can be reached, took the question and does not answer for 20 s holds every connection of the pool, and only a new
 * start helps.
 */
export class DatabasePulse {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private askedAt: number | undefined;
  private knocking = false;

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
      if (performance.now() - this.askedAt > this.patienceMs) await this.doubt();
      return;
    }
    const asked = (this.askedAt = performance.now());
    try {
      this.client ??= await this.connect();
      await this.client.query('SELECT 1');
    } catch {
      this.client = undefined;
    } finally {
      // A later question may be under way, where this one was given up.
      if (this.askedAt === asked) this.askedAt = undefined;
    }
  }

  /** No answer for long: frozen where somebody still opens the door, away where the packets go nowhere. */
  private async doubt(): Promise<void> {
    if (this.knocking) return;
    this.knocking = true;
    const isThere = await opensTheDoor(this.url);
    this.knocking = false;
    if (this.askedAt === undefined) return;
    if (isThere) {
      this.onFrozen();
      return;
    }
    // An open question ends with its line; a line that is still being made ends by its own time limit.
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'papan-pulse',
      keepAlive: true,
      connectionTimeoutMillis: 2 * this.patienceMs,
    });
    client.on('error', () => {
      this.client = undefined;
      this.askedAt = undefined;
    });
    await client.connect();
    return client;
  }
}

/** Whether anybody accepts connections at the database's address. */
function opensTheDoor(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const line = createConnection({ host: hostname, port: Number(port || 5432), timeout: KNOCK_MS });
    const say = (answer: boolean): void => {
      line.destroy();
      resolve(answer);
    };
    line.once('connect', () => say(true));
    line.once('error', () => say(false));
    line.once('timeout', () => say(false));
  });
}
