import type { live as source } from './live.id';
import type { Translated } from './messages';

export const live: Translated<typeof source> = {
  connecting: 'Connecting…',
  connected: 'Connected · data as of {time}',
  connectedShort: 'Connected',
  reconnecting: 'Reconnecting…',
  stale: 'Data as of {time}',
  ended: 'Session ended',
  outdated: 'New version available',
  explainStale: 'No word from the server. The figures are those of {time}; the board keeps trying to connect.',
  loadingTasks: 'Still loading the board…',
  failed: 'The board could not be loaded',
  failedHint: 'The server cannot be reached. The board tries again by itself.',
};
