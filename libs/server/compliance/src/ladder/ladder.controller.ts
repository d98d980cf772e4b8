import { Controller, Get, Post, Put } from '@nestjs/common';
import { type Accepted, AcceptDeadlines, type DeadlineChanges, type LadderView, SetLadder } from '@papan/contracts';
import { type Actor, refuse } from '@papan/domain';
import {
  CommandId,
  Commands,
  CurrentActor,
  Database,
  JsonBody,
  May,
  QueryWord,
  Refused,
  orRefuse,
} from '@papan/server-platform';
import { acceptDeadlines, readDeadlineChanges } from './deadline-changes';
import { readLadder } from './read-ladder';
import { setLadder } from './set-ladder';

/** What is data in the rules of the ladder: waiting times, and what a decree does to running clocks. */
@Controller('api/regions/:region/ladder')
export class LadderController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get()
  @May('case.read')
  read(@CurrentActor() actor: Actor): Promise<LadderView> {
    return readLadder(this.database, actor);
  }

  @Put('settings')
  @May('settings.manage')
  async set(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @JsonBody(SetLadder) body: SetLadder,
  ): Promise<Accepted> {
    const command = { actor, id, name: 'ladder.set', params: {}, body };
    return orRefuse(await this.commands.run(command, setLadder({ actor }, body)));
  }

  @Get('changes')
  @May('case.read')
  async changes(@CurrentActor() actor: Actor, @QueryWord('year') year: string | undefined): Promise<DeadlineChanges> {
    return orRefuse(await readDeadlineChanges(this.database, actor, year === undefined ? null : yearIn(year)));
  }

  @Post('changes')
  @May('deadlines.accept')
  async accept(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @JsonBody(AcceptDeadlines) body: AcceptDeadlines,
  ): Promise<Accepted> {
    const command = { actor, id, name: 'deadlines.accept', params: {}, body };
    return orRefuse(await this.commands.run(command, acceptDeadlines({ actor }, body)));
  }
}

function yearIn(text: string): number {
  if (!/^2\d{3}$/.test(text)) throw new Refused(refuse('BODY_INVALID', { field: 'year' }));
  return Number(text);
}
