import { Controller, HttpCode, Post } from '@nestjs/common';
import { CheckAtCounter, type CounterAnswer } from '@papan/contracts';
import type { Actor } from '@papan/domain';
import { CommandId, Commands, CurrentActor, JsonBody, May, orRefuse } from '@papan/server-platform';
import { checkAtCounter } from './check-at-counter';

/** The licensing counter asks whether services are refused to an employer. */
@Controller('api/regions/:region')
export class CounterController {
  constructor(private readonly commands: Commands) {}

  @Post('counter')
  @HttpCode(200)
  @May('counter.check')
  async check(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @JsonBody(CheckAtCounter) body: CheckAtCounter,
  ): Promise<CounterAnswer> {
    const command = { actor, id, name: 'counter.check', params: {}, body };
    const { counter } = orRefuse(await this.commands.run(command, checkAtCounter({ actor }, body)));
    if (!counter) throw new Error('the check left no answer');
    return counter;
  }
}
