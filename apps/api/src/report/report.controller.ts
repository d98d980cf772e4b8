import { Controller, Get, Res } from '@nestjs/common';
import { type Actor, type Refusal, refuse } from '@papan/domain';
import { Papers } from '@papan/server-compliance';
import { sheetsOfReport, workbook } from '@papan/server-papers';
import { CurrentActor, Database, May, QueryWord, attachmentOf, orRefuse } from '@papan/server-platform';
import type { Response } from 'express';
import { composeReport, isExample } from './compose';
import { type ReportFacts, gatherReport } from './gather';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SIZES = ['F4', 'A4'] as const;

/** The monthly report on coverage: on paper, and as tables to be worked on. It speaks of every noun, so it stands in none. */
@Controller('api/regions/:region/coverage')
export class ReportController {
  constructor(
    private readonly database: Database,
    private readonly papers: Papers,
  ) {}

  @Get('report.pdf')
  @May('figures.read')
  async paper(
    @CurrentActor() actor: Actor,
    @QueryWord('month') month: string | undefined,
    @QueryWord('paper') paper: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const size = orRefuse(sizeOf(paper));
    const facts = orRefuse(await gatherReport(this.database, actor, month));
    const setting = { size, demo: isExample(facts), madeAt: facts.now };
    const bytes = orRefuse(await this.papers.pdf.render({ kind: 'REPORT', data: composeReport(facts) }, setting));
    save(response, bytes, nameOf(facts, 'pdf'), 'application/pdf');
  }

  @Get('report.xlsx')
  @May('figures.read')
  async table(
    @CurrentActor() actor: Actor,
    @QueryWord('month') month: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const facts = orRefuse(await gatherReport(this.database, actor, month));
    const bytes = await workbook(sheetsOfReport(composeReport(facts), isExample(facts)));
    save(response, bytes, nameOf(facts, 'xlsx'), XLSX);
  }
}

function sizeOf(paper: string | undefined): (typeof SIZES)[number] | Refusal {
  const size = SIZES.find((one) => one === (paper ?? 'F4'));
  return size ?? refuse('BODY_INVALID', { field: 'paper' });
}

function nameOf({ region, cut }: ReportFacts, ending: string): string {
  return `laporan-cakupan-${region.code}-${cut.asOf}.${ending}`;
}

function save(response: Response, bytes: Buffer, name: string, type: string): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', attachmentOf(name));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.send(bytes);
}
