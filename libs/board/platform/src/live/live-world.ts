import { ApplicationRef, InjectionToken, inject } from '@angular/core';
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

/** An idle moment, at the latest after this many milliseconds. */
const IDLE_WITHIN = 1_000;
function idle(): Promise<void> {
  // Safari has no idle callback.
  if (!('requestIdleCallback' in globalThis)) return new Promise((ready) => setTimeout(ready, 0));
  return new Promise((ready) => requestIdleCallback(() => ready(), { timeout: IDLE_WITHIN }));
}

export const LIVE_WORLD = new InjectionToken<LiveWorld>('the world around the live store', {
  providedIn: 'root',
  factory: () => {
    const application = inject(ApplicationRef);
    return {
      transport: socketTransport({
        origin: '',
        // The socket's code must not be in the way of the first card: the page is drawn first.
        io: async () => {
          await application.whenStable();
          await idle();
          return (await import('socket.io-client')).io;
        },
      }),
      pull,
      clock,
      chance: Math.random,
      nextFrame,
    };
  },
});
