import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { type Refusal, isRefusal, refuse } from '@papan/domain';
import type { Drawing } from './drawing';

/** The product's reader is a bundle beside it; the tests run it from its sources. */
const BUNDLE = fileURLToPath(new URL('./map-reader.js', import.meta.url));
const SOURCE = fileURLToPath(new URL('./reader/main.ts', import.meta.url));
const HOOK = new URL('../../../platform/src/lists/reader/from-source.mjs', import.meta.url).href;

const HEAP_MEGABYTES = 1_024;
const LONGEST_MILLIS = 30_000;

/**
 * Reads, checks and draws a layer in a process of its own that has no secrets, may not write files or start programs, and is
 * ended when it takes too much time or memory. One at a time: it takes a core and much memory for a moment.
 */
@Injectable()
export class MapReader {
  private busy = false;

  /** The drawing, or why the layer is refused; OVERLOADED while another one is read. */
  async read(bytes: Uint8Array, region: string): Promise<Drawing | Refusal> {
    if (this.busy) return refuse('OVERLOADED');
    this.busy = true;
    try {
      return understood(await said(bytes, region));
    } finally {
      this.busy = false;
    }
  }
}

function said(bytes: Uint8Array, region: string): Promise<string> {
  const limits = [`--max-old-space-size=${HEAP_MEGABYTES}`, '--permission', '--allow-fs-read=*', '--no-warnings'];
  const child = spawn(process.execPath, [...limits, ...program(), region], {
    ...{ env: { TZ: 'UTC' }, stdio: ['pipe', 'pipe', 'ignore'] },
  });
  const tooSlow = setTimeout(() => child.kill('SIGKILL'), LONGEST_MILLIS);
  return new Promise<string>((resolve, reject) => {
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.once('error', reject);
    child.once('close', () => resolve(Buffer.concat(parts).toString()));
    // A reader that ended early leaves the rest of the file unread.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  }).finally(() => clearTimeout(tooSlow));
}

function program(): readonly string[] {
  if (existsSync(BUNDLE)) return [BUNDLE];
  if (existsSync(SOURCE)) return ['--import', HOOK, SOURCE];
  throw new Error('the program that reads map layers was not built');
}

/** A reader that was ended, or ran out of memory, has not said its whole line. */
function understood(line: string): Drawing | Refusal {
  if (!line.endsWith('\n')) return refuse('MAP_TOO_SLOW');
  const { refusal, drawing } = JSON.parse(line) as { readonly refusal?: unknown; readonly drawing?: Drawing };
  if (isRefusal(refusal)) return refusal;
  return drawing ?? refuse('MAP_UNREADABLE');
}
