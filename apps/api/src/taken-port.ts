import { createServer } from 'node:net';
import { StartRefused } from '@papan/server-platform';

/** Said before anything is started. Port 0 means any free one. */
export function refuseTakenPort(host: string, port: number): Promise<void> {
  if (port === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new StartRefused('PORT_TAKEN', { port }) : error);
    });
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}
