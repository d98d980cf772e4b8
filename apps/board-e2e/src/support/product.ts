import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';

const HOUSE = resolve(import.meta.dirname, '../../../..');

/** A product of its own for a journey that kills it: own port, own data folder, the same demo. */
export class Product {
  private child: ChildProcess | undefined;

  constructor(
    readonly port: number,
    private readonly dataDir: string,
  ) {}

  get address(): string {
    return `http://localhost:${this.port}`;
  }

  async start(): Promise<void> {
    this.child = spawn(process.execPath, ['dist/apps/api/main.js'], {
      cwd: HOUSE,
      env: { ...process.env, PORT: String(this.port), HOST: 'localhost', DATA_DIR: this.dataDir },
      stdio: 'ignore',
    });
    await this.answers();
  }

  /** As a power cut would: no word to anybody. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGINT');
    await rm(resolve(HOUSE, this.dataDir), { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }

  private async answers(): Promise<void> {
    const until = Date.now() + 90_000;
    while (Date.now() < until) {
      const ready = await fetch(`${this.address}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) return;
      if (this.child?.exitCode !== null) throw new Error('the product ended before it answered');
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error('the product did not answer');
  }
}
