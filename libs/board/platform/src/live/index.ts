// A door of its own for those who run the board's core without a page: nothing of Angular comes with it.
export { LiveCore } from './live-core';
export type { LiveListener, LiveOptions, LiveStatus } from './live-core';
export type { Alarm, Line, LineEvents, LiveClock, Pull, Transport } from './transport';
