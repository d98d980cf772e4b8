import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  type Accepted,
  ConfirmHandover,
  type HandoverReadiness,
  type HandoverView,
  ProposeHandover,
  WithdrawHandover,
} from '@papan/contracts';
import type { Actor } from '@papan/domain';
import {
  CommandId,
  Commands,
  CurrentActor,
  Database,
  type Decide,
  JsonBody,
  May,
  QueryWord,
  SmallNumber,
  orRefuse,
} from '@papan/server-platform';
import { numbersIn } from '../cases/read-case-list';
import { confirmOneHandover } from './confirm-handover';
import { proposeOneHandover } from './propose-handover';
import { readHandovers, readOneHandover, readReadiness } from './read-handovers';
import { withdrawOneHandover } from './withdraw-handover';

/** Cases go to the prosecutor by two persons: one proposes, another confirms. */
@Controller('api/regions/:region/handovers')
export class HandoverController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get()
  @May('case.read')
  async list(@CurrentActor() actor: Actor): Promise<readonly HandoverView[]> {
    return orRefuse(await readHandovers(this.database, actor));
  }

  /** What these cases still lack, before anybody proposes them. */
  @Get('readiness')
  @May('case.read')
  async readiness(
    @CurrentActor() actor: Actor,
    @QueryWord('cases') cases: string | undefined,
  ): Promise<HandoverReadiness> {
    return orRefuse(await readReadiness(this.database, actor, numbersIn(cases ?? '')));
  }

  @Get(':handover')
  @May('case.read')
  async read(@CurrentActor() actor: Actor, @SmallNumber('handover') id: number): Promise<HandoverView> {
    return orRefuse(await readOneHandover(this.database, actor, id));
  }

  @Post()
  @May('handover.propose')
  propose(@CurrentActor() actor: Actor, @CommandId() id: string, @JsonBody(ProposeHandover) body: ProposeHandover) {
    return this.run({ actor, id, name: 'handover.propose', params: {}, body }, proposeOneHandover({ actor }, body));
  }

  @Post(':handover/confirmation')
  @HttpCode(200)
  @May('handover.confirm')
  confirm(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('handover') handover: number,
    @JsonBody(ConfirmHandover) body: ConfirmHandover,
  ) {
    const command = { actor, id, name: 'handover.confirm', params: { handover }, body };
    return this.run(command, confirmOneHandover({ actor }, handover, body));
  }

  @Post(':handover/withdrawal')
  @HttpCode(200)
  @May('handover.propose', 'handover.confirm')
  withdraw(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('handover') handover: number,
    @JsonBody(WithdrawHandover) body: WithdrawHandover,
  ) {
    const command = { actor, id, name: 'handover.withdraw', params: { handover }, body };
    return this.run(command, withdrawOneHandover({ actor }, handover, body));
  }

  private async run(command: Parameters<Commands['run']>[0], decide: Decide): Promise<Accepted> {
    return orRefuse(await this.commands.run(command, decide));
  }
}
