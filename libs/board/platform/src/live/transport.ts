import type { Down, Up } from '@papan/contracts';

/** What a line tells its owner. After `closed` nothing more comes. */
export interface LineEvents {
  readonly opened: () => void;
  readonly said: (message: Down) => void;
  readonly closed: () => void;
}

/** An open (or opening) line to the server's socket. */
export interface Line {
  readonly send: (message: Up) => void;
  readonly close: () => void;
}

/** How a board reaches the socket: socket.io in the browser, whatever a test brings elsewhere. */
export type Transport = (events: LineEvents) => Line;

/** Time as the store needs it: a clock that only goes forward, in milliseconds, and alarms. */
export interface LiveClock {
  readonly now: () => number;
  readonly after: (millis: number, wake: () => void) => Alarm;
}

export interface Alarm {
  readonly stop: () => void;
}

/** One try over HTTP; the status 0 stands for "no answer". */
export type Pull = (path: string) => Promise<{ readonly status: number; readonly body: unknown }>;
