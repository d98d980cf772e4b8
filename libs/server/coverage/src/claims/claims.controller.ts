import { Controller, Get, Post } from '@nestjs/common';
import { type Accepted, type PublishedFigureView, RecordClaim } from '@papan/contracts';
import type { Actor } from '@papan/domain';
import { CommandId, Commands, CurrentActor, Database, JsonBody, May, orRefuse } from '@papan/server-platform';
import { claimsOf, recordClaim } from './claims';

/** The register of what was said in public about a region's coverage. */
@Controller('api/regions/:region/claims')
export class ClaimsController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get()
  @May('figures.read')
  list(@CurrentActor() actor: Actor): Promise<PublishedFigureView[]> {
    return claimsOf(this.database, actor);
  }

  @Post()
  @May('claim.record')
  async record(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @JsonBody(RecordClaim) body: RecordClaim,
  ): Promise<Accepted> {
    const command = { actor, id, name: 'claim.record', params: {}, body };
    return orRefuse(await this.commands.run(command, recordClaim(actor, body)));
  }
}
