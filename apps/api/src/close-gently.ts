import type { NestExpressApplication } from '@nestjs/platform-express';

/** What still runs then is cut: a reader on a dead line must not hold the end up. */
const PATIENCE_MS = 5_000;

/**
 * Ends the application after the requests that are under way. Kept-alive lines without a request are closed as soon as
 * they fall silent; browsers would hold them open for a minute.
 */
export async function closeGently(app: NestExpressApplication, patience = PATIENCE_MS): Promise<void> {
  const server = app.getHttpServer();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(cut);
  }
}
