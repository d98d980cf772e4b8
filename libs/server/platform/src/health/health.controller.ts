import { Controller, Get, Req, Res } from '@nestjs/common';
import { refuse } from '@papan/domain';
import type { Request, Response } from 'express';
import { Refused } from '../http/refused';
import { Public } from '../identity/access';
import { JournalTail } from '../journal/journal-tail';
import { Metrics } from './metrics';
import { Readiness } from './readiness';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** For whoever keeps the server running. */
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
    private readonly tail: JournalTail,
  ) {}

  /** The process is there. */
  @Get('livez')
  @Public()
  live(@Res() response: Response): void {
    response.setHeader('Cache-Control', 'no-store');
    response.type('text/plain').send('ok\n');
  }

  /** It can do its work: the database answers, is migrated, and syncs what it acknowledges. */
  @Get('readyz')
  @Public()
  async ready(@Res() response: Response): Promise<void> {
    const problem = await this.readiness.problem();
    response.setHeader('Cache-Control', 'no-store');
    response
      .status(problem === null ? 200 : 503)
      .type('text/plain')
      .send(`${problem ?? 'ok'}\n`);
  }

  /** Figures for Prometheus; to this very machine, and not through a proxy. */
  @Get('metrics')
  @Public()
  async figures(@Req() request: Request, @Res() response: Response): Promise<void> {
    const direct = request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
    if (!direct || !LOOPBACK.test(request.socket.remoteAddress ?? '')) throw new Refused(refuse('NOT_FOUND'));
    await this.lookAtTheJournal();
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }

  private async lookAtTheJournal(): Promise<void> {
    for (const [region, { through }] of this.tail.watched) {
      const head = await this.tail.head(region);
      if (!head) continue;
      this.metrics.head.set({ region }, head.head);
      this.metrics.lag.set({ region }, Math.max(0, head.head - through));
    }
  }
}
