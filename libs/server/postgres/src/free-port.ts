import { createServer } from 'node:net';

/**
 * A port on 127.0.0.1 on which nobody listens now: `wanted` if that is free, else any.
 * Only a good guess; whoever listens next must still cope with a taken port.
 */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted !== undefined && (await isFree(wanted))) return wanted;
  return await listenOnce(0);
}

/** Whether one may listen on `port` of 127.0.0.1 now. */
export async function isFree(port: number): Promise<boolean> {
  return await listenOnce(port).then(
    () => true,
    () => false,
  );
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}
