import { Controller, Get, Res } from '@nestjs/common';
import type { Actor } from '@papan/domain';
import { workbook } from '@papan/server-papers';
import { CurrentActor, Database, May, attachmentOf, orRefuse } from '@papan/server-platform';
import type { Response } from 'express';
import { exampleCsv, exampleMonth, exampleSheet } from './example-month';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** In the demonstration: a file with the next month, to try how figures are loaded. */
@Controller('api/regions/:region/coverage')
export class ExampleController {
  constructor(private readonly database: Database) {}

  @Get('example.csv')
  @May('coverage.import')
  async csv(@CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    const month = orRefuse(await exampleMonth(this.database, actor));
    save(response, exampleCsv(month), `data-bulanan-bpjs-contoh-${month.asOf}.csv`, 'text/csv; charset=utf-8');
  }

  @Get('example.xlsx')
  @May('coverage.import')
  async table(@CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    const month = orRefuse(await exampleMonth(this.database, actor));
    save(response, await workbook([exampleSheet(month)]), `data-bulanan-bpjs-contoh-${month.asOf}.xlsx`, XLSX);
  }
}

function save(response: Response, body: string | Buffer, name: string, type: string): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', attachmentOf(name));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.send(body);
}
