import { Controller, Get, Res } from '@nestjs/common';
import type { ComplianceSummary } from '@papan/contracts';
import type { Actor } from '@papan/domain';
import { CurrentActor, Database, May, attachmentOf, orRefuse } from '@papan/server-platform';
import type { Response } from 'express';
import { Papers } from '../letters/papers';
import { summaryPaper, summaryWorkbook } from './export-summary';
import { readSummary } from './read-summary';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How the work on employers stands: on home, as a table, on paper. */
@Controller('api/regions/:region')
export class SummaryController {
  constructor(
    private readonly database: Database,
    private readonly papers: Papers,
  ) {}

  @Get('compliance')
  @May('case.read')
  async read(@CurrentActor() actor: Actor): Promise<ComplianceSummary> {
    return orRefuse(await readSummary(this.database, actor));
  }

  @Get('compliance.xlsx')
  @May('case.read')
  async table(@CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    save(response, orRefuse(await summaryWorkbook(this.database, actor)), 'kepatuhan-badan-usaha.xlsx', XLSX);
  }

  @Get('compliance.pdf')
  @May('case.read')
  async paper(@CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    const bytes = orRefuse(await summaryPaper(this.database, actor, this.papers));
    save(response, bytes, 'kepatuhan-badan-usaha.pdf', 'application/pdf');
  }
}

function save(response: Response, bytes: Buffer, name: string, type: string): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', attachmentOf(name));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.send(bytes);
}
