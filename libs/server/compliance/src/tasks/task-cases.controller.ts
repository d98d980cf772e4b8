import { Controller, Get, Put } from '@nestjs/common';
import { type Accepted, LinkCases, type TaskCases } from '@papan/contracts';
import type { Actor } from '@papan/domain';
import {
  CommandId,
  Commands,
  CurrentActor,
  Database,
  JsonBody,
  May,
  SmallNumber,
  orRefuse,
} from '@papan/server-platform';
import { linkCases } from './link-cases';
import { readTaskCases } from './read-task-cases';

/** The cases that a task is about. */
@Controller('api/regions/:region')
export class TaskCasesController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get('tasks/:task/cases')
  @May('case.read')
  async read(@CurrentActor() actor: Actor, @SmallNumber('task') task: number): Promise<TaskCases> {
    return orRefuse(await readTaskCases(this.database, actor, task));
  }

  @Put('tasks/:task/cases')
  @May('task.edit')
  async link(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('task') task: number,
    @JsonBody(LinkCases) body: LinkCases,
  ): Promise<Accepted> {
    const command = { actor, id, name: 'task.cases', params: { task }, body };
    return orRefuse(await this.commands.run(command, linkCases({ actor }, task, body)));
  }
}
