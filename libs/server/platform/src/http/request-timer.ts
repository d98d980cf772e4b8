import type { Request, RequestHandler, Response } from 'express';
import type { Metrics } from '../health/metrics';

/** How long answers take, by route as it is written (`/api/regions/:region/board`), never by what stands in it. */
export function requestTimer(metrics: Metrics): RequestHandler {
  return (request: Request, response: Response, next): void => {
    const start = performance.now();
    response.once('finish', () => {
      const { route } = request as { route?: { path?: unknown } };
      const labels = {
        method: request.method,
        route: typeof route?.path === 'string' ? route.path : 'other',
        status: String(response.statusCode),
      };
      metrics.requests.observe(labels, (performance.now() - start) / 1000);
    });
    next();
  };
}
