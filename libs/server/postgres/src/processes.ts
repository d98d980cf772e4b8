import { spawn } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whom a child process runs as; empty for ourselves. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** A process that can be told from a later one with the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** Start time in clock ticks since boot (field 22 of /proc/PID/stat). */
  readonly started: string;
}

/** The mark of a running process, undefined when there is none. */
export function findProcess(pid: number): ProcessMark | undefined {
  const stat = tryRead(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === undefined) return undefined;
  // The name in parentheses may hold spaces; after it, field 3 is the state and field 22 the start time.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, started] = [fields[0], fields[19]];
  return state === 'Z' || started === undefined ? undefined : { pid, started };
}

/** Whether exactly this process still runs. */
export function isAlive(mark: ProcessMark): boolean {
  return findProcess(mark.pid)?.started === mark.started;
}

/** The words of a process's command line, empty when it is gone. */
export function commandLine(pid: number): readonly string[] {
  return tryRead(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')) ?? [];
}

/** The folder a process works in; undefined when it is gone or when we may not know. */
export function workingFolder(pid: number): string | undefined {
  return tryRead(() => readlinkSync(`/proc/${pid}/cwd`));
}

/** Sends `signal` and waits until the process is gone; false when it still runs after `patience` milliseconds. */
export async function endProcess(pid: number, signal: NodeJS.Signals, patience: number): Promise<boolean> {
  const mark = findProcess(pid);
  if (mark === undefined) return true;
  tryRead(() => process.kill(pid, signal));
  const until = performance.now() + patience;
  while (performance.now() < until) {
    if (!isAlive(mark)) return true;
    await sleep(20);
  }
  return !isAlive(mark);
}

/** Runs a program to its end; `code` is null when it could not be started or was killed, `output` is all it said. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: RunAs & { readonly cwd?: string } = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, env: PLAIN_ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** What the server's programs see of our environment: nothing that could change how they sort, speak or connect. */
export const PLAIN_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };

/** The value, or undefined when reading it threw. */
export function tryRead<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
