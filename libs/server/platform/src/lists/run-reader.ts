import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Line, isRefusal, refuse } from '@papan/domain';
import type { Sheet, SheetOrRefusal } from './reader/sheet';

/** The product's reader is a bundle beside it; the tests run it from its sources. */
const BUNDLE = fileURLToPath(new URL('./list-reader.js', import.meta.url));
const SOURCE = fileURLToPath(new URL('./reader/main.ts', import.meta.url));
const HOOK = new URL('./reader/from-source.mjs', import.meta.url).href;

export interface ReaderLimits {
  /** Heap of the reading process, in MB. */
  readonly heap: number;
  /** How long it may take, in milliseconds. */
  readonly time: number;
}

export const READER_LIMITS: ReaderLimits = { heap: 512, time: 30_000 };

/**
 * Reads a list in a process of its own that has no secrets, may not write files or start programs, and is ended when it
 * takes too much time or memory: then IMPORT_TOO_SLOW. Throws only where the process cannot be started.
 */
export function runReader(bytes: Uint8Array, limits: ReaderLimits = READER_LIMITS): Promise<SheetOrRefusal> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${limits.heap}`, '--permission', '--allow-fs-read=*', '--no-warnings', ...program()],
    { env: { TZ: 'UTC' }, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const tooSlow = setTimeout(() => child.kill('SIGKILL'), limits.time);
  return new Promise<SheetOrRefusal>((resolve, reject) => {
    const gathered = new Gathered();
    createInterface({ input: child.stdout }).on('line', (line) => gathered.take(line));
    child.once('error', reject);
    child.once('close', () => resolve(gathered.result()));
    // A reader that ended early leaves the rest of the file unread.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  }).finally(() => clearTimeout(tooSlow));
}

function program(): readonly string[] {
  if (existsSync(BUNDLE)) return [BUNDLE];
  if (existsSync(SOURCE)) return ['--import', HOOK, SOURCE];
  throw new Error('the program that reads lists was not built');
}

/** What the reader has said so far; without its last word nothing of it counts. */
class Gathered {
  private sheet: Omit<Sheet, 'lines'> | undefined;
  private readonly lines: Line[] = [];
  private refused: SheetOrRefusal | undefined;
  private ended = false;

  take(said: string): void {
    const value = JSON.parse(said) as Said;
    if (Array.isArray(value)) for (const line of value as readonly Line[]) this.lines.push(line);
    else if ('end' in value) this.ended = value.end === this.lines.length;
    else if ('refusal' in value) this.refused = isRefusal(value.refusal) ? value.refusal : undefined;
    else if ('kind' in value) this.sheet = value;
  }

  result(): SheetOrRefusal {
    if (this.refused) return this.refused;
    return this.sheet && this.ended ? { ...this.sheet, lines: this.lines } : refuse('IMPORT_TOO_SLOW', {});
  }
}

type Said = readonly Line[] | { readonly end: number } | { readonly refusal: unknown } | Omit<Sheet, 'lines'>;
