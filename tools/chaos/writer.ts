import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, keptOpen, readJson } from '../rig/http-call';
import type { HttpAnswer, HttpCall } from '../rig/http-call';
import type { Chance } from '@papan/seed';
import type { History, Invoked, Told } from './history';

/** Someone of an agency who reports on its tasks. */
export interface Reporter {
  readonly region: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tasks: readonly number[];
  /** An agency that is not the reporter's, for blockers. */
  readonly lifter: number;
}

/** A sender gives up on a connection after so long and asks again; people's patience, in milliseconds. */
const PATIENCE = 4_000;
const PERSISTENCE = 60_000;
/** Of a hundred commands, so many are blockers: their number is made by the server, so only the key protects them. */
const BLOCKERS = 10;
/** Of a hundred commands with an unknown outcome, so many are never asked about again: the tab was closed. */
const ABANDONED = 5;

/**
 * Sends one command after the other through the balancer until told to stop. What got no clear answer is sent again under
 * the same key, until it has one.
 */
export async function write(
  port: number,
  reporter: Reporter,
  history: History,
  chance: Chance,
  options: { readonly pause: number; readonly isOver: () => boolean },
): Promise<void> {
  const agent = keptOpen();
  while (!options.isOver()) {
    const { command, what } = nextCommand(reporter, chance);
    history.invoke(what);
    const until = performance.now() + PERSISTENCE;
    for (let attempt = 0; performance.now() < until; attempt++) {
      const told = await send(port, agent, command);
      history.answer(what.key, told);
      if (told.told !== 'info') break;
      if (attempt === 0 && chance.between(1, 100) <= ABANDONED) break;
      await sleep(chance.between(50, 300));
    }
    if (options.pause > 0) await sleep(chance.between(0, 2 * options.pause));
  }
  agent.destroy();
}

function nextCommand(reporter: Reporter, chance: Chance): { command: HttpCall; what: Invoked } {
  const [key, mark] = [randomUUID(), randomUUID()];
  const task = chance.pick(reporter.tasks);
  const isBlocker = chance.between(1, 100) <= BLOCKERS;
  const delta = isBlocker ? 0 : chance.between(1, 3);
  const path = `/api/regions/${reporter.region}/tasks/${task}/${isBlocker ? 'blockers' : 'reports'}`;
  const body = isBlocker ? { code: 'DATA', text: mark, lifter: reporter.lifter } : { entry: mark, delta };
  return {
    command: {
      method: 'POST',
      path,
      headers: { ...reporter.headers, 'idempotency-key': key },
      body: JSON.stringify(body),
    },
    what: { key, mark, what: isBlocker ? 'blocker' : 'report', task, delta },
  };
}

async function send(port: number, agent: ReturnType<typeof keptOpen>, command: HttpCall): Promise<Told> {
  try {
    return read(await call(agent, port, command, PATIENCE));
  } catch (error) {
    return { told: 'info', why: error instanceof Error ? error.message : String(error) };
  }
}

/** 2xx is a promise; "busy", "database down" and mishaps leave it open; any other refusal is final. */
function read(answer: HttpAnswer): Told {
  const { status } = answer;
  if (status === 429 || status >= 500) return { told: 'info', why: String(status) };
  const body = readJson(answer) as { seq?: number; code?: string };
  if (status >= 200 && status < 300 && body.seq !== undefined) return { told: 'ok', seq: body.seq };
  return { told: 'fail', code: body.code ?? String(status) };
}
