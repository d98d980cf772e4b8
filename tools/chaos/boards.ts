import { setTimeout as sleep } from 'node:timers/promises';
import { LiveCore } from '@papan/board-platform/live';
import type { Pull, Transport } from '@papan/board-platform/live';
import { SOCKET_EVENT, SOCKET_PATH } from '@papan/contracts';
import type { Down } from '@papan/contracts';
import type { Blocker, Task } from '@papan/domain';
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

  /** What differs from another board; nothing where they are equal. */
  differencesTo(other: Board): readonly string[] {
    const found = this.seq === other.seq ? [] : [`number ${this.seq} ≠ ${other.seq}`];
    for (const id of new Set([...this.core.tasks.keys(), ...other.core.tasks.keys()])) {
      if (shown(this.core.tasks.get(id)) !== shown(other.core.tasks.get(id))) found.push(`task ${id}`);
    }
    // A snapshot brings the open blockers only; a board that was open longer also remembers lifted ones.
    for (const id of new Set([...this.core.blockers.keys(), ...other.core.blockers.keys()])) {
      if (shown(openOf(this.core.blockers.get(id))) !== shown(openOf(other.core.blockers.get(id))))
        found.push(`blocker ${id}`);
    }
    for (const part of ['cut', 'verified', 'allocation', 'gains'] as const) {
      if (canonical(this.core[part]) !== canonical(other.core[part])) found.push(part);
    }
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

/** Boards that have not come to `seq`, in words. */
export function laggards(boards: readonly Board[], seq: number): string {
  return boards
    .flatMap((board, nth) => (board.seq >= seq ? [] : [`${nth + 1} (${board.core.status}, at ${board.seq} of ${seq})`]))
    .join(', ');
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

function openOf(blocker: Blocker | undefined): Blocker | undefined {
  return blocker?.liftedAt === null ? blocker : undefined;
}

/** As it is on the board; the long texts come with the detail only. */
function shown(thing: Task | Blocker | undefined): string {
  return canonical({ ...thing, description: '', evidence: '' });
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
