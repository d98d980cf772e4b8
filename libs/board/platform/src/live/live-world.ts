import { InjectionToken } from '@angular/core';
import { socketTransport } from './socket-transport';
import type { LiveClock, Pull, Transport } from './transport';

/** Everything outside that the live store needs; a test brings its own. */
export interface LiveWorld {
  readonly transport: Transport;
  readonly pull: Pull;
  readonly clock: LiveClock;
  readonly chance: () => number;
  /** Calls back before the next paint. */
  readonly nextFrame: (draw: () => void) => void;
}

const PULL_TIMEOUT = 10_000;

/** One GET without repeating: the store has its own patience. */
const pull: Pull = async (path) => {
  try {
    const response = await fetch(path, {
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PULL_TIMEOUT),
    });
    return { status: response.status, body: response.ok ? await response.json() : undefined };
  } catch {
    return { status: 0, body: undefined };
  }
};

const clock: LiveClock = {
  now: () => performance.now(),
  after: (millis, wake) => {
    const alarm = setTimeout(wake, millis);
    return { stop: () => clearTimeout(alarm) };
  },
};

/** A hidden page paints nothing, but has to stay current: whichever comes first. */
function nextFrame(draw: () => void): void {
  let isDrawn = false;
  const once = (): void => {
    if (isDrawn) return;
    isDrawn = true;
    draw();
  };
  requestAnimationFrame(once);
  setTimeout(once, 250);
}

/** The line may wait this long for an idle moment, in milliseconds. */
const IDLE_WITHIN = 1_500;

/** Waits until the cards are drawn and the page is idle; the socket's code must not be in the way of the first card. */
const afterFirstPaint = (): Promise<void> =>
  new Promise((ready) =>
    nextFrame(() => {
      const idle = (): void => void setTimeout(ready, 0);
      // Safari has no idle callback.
      if ('requestIdleCallback' in globalThis) requestIdleCallback(idle, { timeout: IDLE_WITHIN });
      else idle();
    }),
  );

export const LIVE_WORLD = new InjectionToken<LiveWorld>('the world around the live store', {
  providedIn: 'root',
  factory: () => ({
    transport: socketTransport({
      origin: '',
      io: async () => {
        await afterFirstPaint();
        return (await import('socket.io-client')).io;
      },
    }),
    pull,
    clock,
    chance: Math.random,
    nextFrame,
  }),
});
