import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, keptOpen } from './http-call';

/** A program of ours in a process of its own. */
export interface Program {
  readonly port: number;
  readonly pid: number;
  /** Milliseconds from the start of the process to the first good answer. */
  readonly startedIn: number;
  /** Resolves when the process has ended, by whatever cause. */
  readonly gone: Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Asks it to end (SIGTERM), then insists after 10 s; done when the process is gone. */
  end(): Promise<void>;
}

export interface ProgramPlan {
  readonly main: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  /** Path that answers 200 once the program can work. */
  readonly readyPath: string;
  readonly name: string;
  readonly nodeArgs?: readonly string[];
  readonly args?: readonly string[];
}

const PATIENCE = 60_000;

/** Ctrl+C ends the run at once, and with it everything that it has started. */
export function endOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
}

/** Starts it and waits for its first good answer. What it says goes to `tmp/rig/<name>.log`. Throws when it ends before. */
export async function startProgram(plan: ProgramPlan): Promise<Program> {
  mkdirSync('tmp/rig', { recursive: true });
  const log = createWriteStream(`tmp/rig/${plan.name}.log`, { flags: 'a' });
  const began = performance.now();
  const child = spawn(process.execPath, [...(plan.nodeArgs ?? []), plan.main, ...(plan.args ?? [])], {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], TZ: 'UTC', ...plan.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const lastWill = (): void => void child.kill('SIGKILL');
  process.once('exit', lastWill);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.off('exit', lastWill);
      log.end();
      resolve();
    });
  });
  await untilReady(child, plan);
  return {
    port: plan.port,
    pid: child.pid ?? 0,
    startedIn: performance.now() - began,
    gone,
    signal: (signal) => void child.kill(signal),
    end: () => endChild(child),
  };
}

async function untilReady(child: ChildProcess, plan: ProgramPlan): Promise<void> {
  const agent = keptOpen();
  const until = performance.now() + PATIENCE;
  const ask = { method: 'GET', path: plan.readyPath, headers: {} } as const;
  try {
    while (performance.now() < until) {
      if (hasEnded(child)) throw new Error(`${plan.name} ended while starting; see tmp/rig/${plan.name}.log`);
      const status = await call(agent, plan.port, ask, 2_000).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 200) return;
      await sleep(5);
    }
    child.kill('SIGKILL');
    throw new Error(`${plan.name} did not answer ${plan.readyPath} within ${PATIENCE / 1000} s`);
  } finally {
    agent.destroy();
  }
}

async function endChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const insist = setTimeout(() => void child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(insist);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
