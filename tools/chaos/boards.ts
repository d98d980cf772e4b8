import { setTimeout as sleep } from 'node:timers/promises';
import { LiveCore } from '@papan/board-platform/live';
import type { Pull, Transport } from '@papan/board-platform/live';
import { SOCKET_EVENT, SOCKET_PATH, unpackTasks } from '@papan/contracts';
import type { Down, Snapshot } from '@papan/contracts';
import { call, keptOpen, readJson } from '../rig/http-call';
import type { Headers } from '../rig/http-call';
import { LightSocket } from '../rig/light-socket';

/** After so long (ms) without a change that was acknowledged, a board may no longer call itself live. */
const MAY_LAG = 10_000;
const LOOK_EVERY = 100;

/** An open board without a browser: the very store that the page runs, on a socket of our own. */
export class Board {
  readonly core: LiveCore;
  private readonly agent = keptOpen();

  constructor(
    private readonly port: number,
    readonly region: string,
    private readonly headers: Headers,
  ) {
    this.core = new LiveCore({
      region,
      transport: this.transport,
      pull: this.pull,
      clock: {
        now: () => performance.now(),
        after: (millis, wake) => {
          const alarm = setTimeout(wake, millis);
          return { stop: () => clearTimeout(alarm) };
        },
      },
      chance: Math.random,
      listener: { replaced: nothing, changed: nothing, statusChanged: nothing },
    });
  }

  get seq(): number {
    return this.core.cursor?.seq ?? -1;
  }

  stop(): void {
    this.core.stop();
    this.agent.destroy();
  }

  /** What differs from the server's own board for the same reader; nothing where they are equal. */
  async differences(): Promise<readonly string[]> {
    const { status, body } = await this.pull(`/api/regions/${this.region}/board`);
    if (status !== 200) return [`the server's board was answered ${status}`];
    const { through, tasks, blockers, cut, verified, allocation, gains } = body as Snapshot;
    const theirs = new Map(unpackTasks(tasks).map((task) => [task.id, task]));
    const found: string[] = [];
    // A snapshot may be a little old: it is the reader's to fetch the rest, so only an equal number compares.
    if (through !== this.seq) found.push(`number ${this.seq} ≠ ${through}`);
    for (const id of new Set([...theirs.keys(), ...this.core.tasks.keys()])) {
      const [mine, other] = [this.core.tasks.get(id), theirs.get(id)];
      if (canonical({ ...mine, description: '', evidence: '' }) !== canonical({ ...other })) found.push(`task ${id}`);
    }
    const rest = { cut, verified, allocation, gains };
    const { cut: c, verified: v, allocation: a, gains: g } = this.core;
    if (canonical({ cut: c, verified: v, allocation: a, gains: g }) !== canonical(rest)) found.push('totals');
    const mine = [...this.core.blockers.values()].filter(({ liftedAt }) => liftedAt === null);
    const others = blockers.filter(({ liftedAt }) => liftedAt === null);
    if (canonical(byId(mine)) !== canonical(byId(others))) found.push('blockers');
    return found;
  }

  private readonly transport: Transport = ({ opened, said, closed }) => {
    let socket: LightSocket | undefined;
    let isOver = false;
    const over = (): void => {
      if (isOver) return;
      isOver = true;
      socket?.close();
      closed();
    };
    LightSocket.open({ port: this.port, path: SOCKET_PATH, headers: this.headers }).then((open) => {
      socket = open;
      if (isOver) return open.close();
      open.onClose = over;
      open.onEvent = (text) => {
        const [event, message] = JSON.parse(text) as [string, Down];
        if (event === SOCKET_EVENT && !isOver) said(message);
      };
      opened();
    }, over);
    return {
      send: (message) => socket?.emit(SOCKET_EVENT, message),
      close: () => {
        isOver = true;
        socket?.close();
      },
    };
  };

  private readonly pull: Pull = async (path) => {
    try {
      const ask = { method: 'GET', path, headers: { ...this.headers, 'accept-encoding': 'br' } } as const;
      const answer = await call(this.agent, this.port, ask, 10_000);
      return { status: answer.status, body: answer.status === 200 ? readJson(answer) : undefined };
    } catch {
      return { status: 0, body: undefined };
    }
  };
}

/** Milliseconds until every board has come to `seq`; null when some has not within `patience`. */
export async function untilAllHave(boards: readonly Board[], seq: number, patience: number): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < patience) {
    if (boards.every((board) => board.seq >= seq)) return performance.now() - began;
    await sleep(20);
  }
  return null;
}

/** Watches that no board says "live" while it misses what was acknowledged more than ten seconds ago. */
export class Witness {
  /** How often a board was caught at it. */
  lies = 0;
  private readonly heads: { readonly at: number; readonly head: number }[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(boards: readonly Board[], head: () => number) {
    this.timer = setInterval(() => {
      const now = performance.now();
      this.heads.push({ at: now, head: head() });
      while ((this.heads[1]?.at ?? now) < now - MAY_LAG) this.heads.shift();
      const old = this.heads[0];
      if (old === undefined || old.at > now - MAY_LAG) return;
      this.lies += boards.filter(({ core, seq }) => core.status === 'LIVE' && seq < old.head).length;
    }, LOOK_EVERY);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

function byId<T extends { readonly id: number }>(things: readonly T[]): readonly T[] {
  return [...things].sort((a, b) => a.id - b.id);
}

/** JSON with keys in order, so that equal things are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function nothing(): void {
  // Nobody looks at this board but the checks.
}
