import { Controller, Get, Post } from '@nestjs/common';
import { type Accepted, type PublishedFigureView, RecordCut } from '@papan/contracts';
import type { Actor } from '@papan/domain';
import { CommandId, Commands, CurrentActor, Database, JsonBody, May, orRefuse } from '@papan/server-platform';
import { publishedFigures } from './published-figures';
import { recordCut } from './record-cut';

/** Coverage: the cuts of BPJS Kesehatan, and what was published. */
@Controller('api')
export class CoverageController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get('figures')
  @May('figures.read')
  figures(): Promise<PublishedFigureView[]> {
    return publishedFigures(this.database);
  }

  @Post('regions/:region/cuts')
  @May('cut.record')
  async record(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @JsonBody(RecordCut) body: RecordCut,
  ): Promise<Accepted> {
    const command = { actor, id, name: 'cut.record', params: {}, body };
    return orRefuse(await this.commands.run(command, recordCut(actor, body)));
  }
}
