import { writeSync } from 'node:fs';
import { isRefusal } from '@papan/domain';
import { readSheet } from './read-sheet';

/**
 * The program that looks into an uploaded list: bytes come in, lines of JSON go out, first what the file is or why it is
 * refused, then its lines in bundles. It knows nothing of the house and may be ended at any moment.
 */
const AT_ONCE = 500;

async function main(): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  const sheet = readSheet(Buffer.concat(parts));
  if (isRefusal(sheet)) {
    say({ refusal: sheet });
    return;
  }
  say({ kind: sheet.kind, sheet: sheet.sheet });
  for (let at = 0; at < sheet.lines.length; at += AT_ONCE) say(sheet.lines.slice(at, at + AT_ONCE));
  say({ end: sheet.lines.length });
}

/** Written before anything else is done: nothing waits in memory. */
function say(value: unknown): void {
  let rest = Buffer.from(`${JSON.stringify(value)}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EAGAIN') throw error;
    }
  }
}

await main();
