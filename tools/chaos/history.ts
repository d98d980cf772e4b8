import { createWriteStream, mkdirSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { dirname } from 'node:path';

/** A write as its sender sees it: `key` is the Idempotency-Key, `mark` what can be found again in the journal. */
export interface Invoked {
  readonly key: string;
  readonly mark: string;
  readonly what: 'report' | 'blocker';
  readonly task: number;
  readonly delta: number;
}

/** `ok`: accepted under `seq`; `fail`: refused for good; `info`: nobody knows. A sender may get several answers. */
export type Told =
  | { readonly told: 'ok'; readonly seq: number }
  | { readonly told: 'fail'; readonly code: string }
  | { readonly told: 'info'; readonly why: string };

/** Everything that was sent and answered, in memory for the checks and as JSON lines for people. */
export class History {
  readonly invoked = new Map<string, Invoked>();
  readonly answers = new Map<string, Told[]>();
  /** Highest number that was ever acknowledged. */
  head = 0;
  acknowledged = 0;
  unknown = 0;
  private readonly began = performance.now();
  private readonly file: WriteStream;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = createWriteStream(path);
  }

  invoke(command: Invoked): void {
    this.invoked.set(command.key, command);
    this.line({ invoke: command.key, ...command });
  }

  answer(key: string, told: Told): void {
    const before = this.answers.get(key) ?? [];
    if (told.told === 'ok') {
      if (!before.some((one) => one.told === 'ok')) this.acknowledged++;
      this.head = Math.max(this.head, told.seq);
    }
    if (told.told === 'info') this.unknown++;
    this.answers.set(key, [...before, told]);
    this.line({ key, ...told });
  }

  /** A fault, or its end. */
  note(text: string): void {
    this.line({ note: text });
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.file.end(() => resolve()));
  }

  private line(what: object): void {
    this.file.write(`${JSON.stringify({ at: Math.round(performance.now() - this.began), ...what })}\n`);
  }
}
