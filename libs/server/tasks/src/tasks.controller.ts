import { Controller, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import {
  type Accepted,
  AttachEvidence,
  CorrectProgress,
  CreateTask,
  DoDeed,
  EditTask,
  type EvidenceView,
  LiftBlocker,
  RaiseBlocker,
  ReassignTask,
  ReportProgress,
  SetAllocation,
  type TaskDetail,
  VerifyProgress,
} from '@papan/contracts';
import { type Actor, MEASURES, type Measure, refuse } from '@papan/domain';
import {
  CommandId,
  Commands,
  CurrentActor,
  Database,
  type Decide,
  JsonBody,
  May,
  PathWord,
  Refused,
  SeenVersion,
  SmallNumber,
  orRefuse,
} from '@papan/server-platform';
import { attachToTask, evidenceOfTask } from './attach-evidence';
import { correctProgress } from './correct-progress';
import { doDeed } from './do-deed';
import { editOneTask } from './edit-task';
import { liftOneBlocker } from './lift-blocker';
import { planNewTask } from './plan-task';
import { raiseOneBlocker } from './raise-blocker';
import { readTask } from './read-task';
import { reassignOneTask } from './reassign-task';
import { reportProgress } from './report-progress';
import { setAllocation } from './set-allocation';
import { verifyEntries } from './verify-progress';

/** What is said about tasks. Each handler reads the words, asks its use case, and answers. */
@Controller('api/regions/:region')
export class TasksController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get('tasks/:task')
  @May('board.read')
  async read(@CurrentActor() actor: Actor, @SmallNumber('task') task: number): Promise<TaskDetail> {
    return orRefuse(await readTask(this.database, actor, task));
  }

  @Post('tasks')
  @May('task.create')
  plan(@CurrentActor() actor: Actor, @CommandId() id: string, @JsonBody(CreateTask) body: CreateTask) {
    return this.run({ actor, id, name: 'task.create', params: {}, body }, planNewTask({ actor }, body));
  }

  @Patch('tasks/:task')
  @May('task.edit')
  edit(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('task') task: number,
    @SeenVersion() seen: number,
    @JsonBody(EditTask) body: EditTask,
  ) {
    return this.run(
      { actor, id, name: 'task.edit', params: { task, seen }, body },
      editOneTask({ actor, task }, seen, body),
    );
  }

  @Post('tasks/:task/deeds')
  @HttpCode(200)
  @May('task.accept', 'task.submit', 'task.close', 'task.return', 'task.assign', 'task.cancel')
  deed(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('task') task: number,
    @JsonBody(DoDeed) body: DoDeed,
  ) {
    return this.run({ actor, id, name: 'task.deed', params: { task }, body }, doDeed({ actor, task }, body));
  }

  @Post('tasks/:task/reports')
  @May('progress.report')
  report(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('task') task: number,
    @JsonBody(ReportProgress) body: ReportProgress,
  ) {
    return this.run(
      { actor, id, name: 'progress.report', params: { task }, body },
      reportProgress({ actor, task }, body),
    );
  }

  @Post('tasks/:task/corrections')
  @May('progress.correct')
  correct(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('task') task: number,
    @JsonBody(CorrectProgress) body: CorrectProgress,
  ) {
    return this.run(
      { actor, id, name: 'progress.correct', params: { task }, body },
      correctProgress({ actor, task }, body),
    );
  }

  @Post('tasks/:task/verifications')
  @May('progress.verify')
  verify(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('task') task: number,
    @JsonBody(VerifyProgress) body: VerifyProgress,
  ) {
    return this.run(
      { actor, id, name: 'progress.verify', params: { task }, body },
      verifyEntries({ actor, task }, body),
    );
  }

  @Post('tasks/:task/reassignments')
  @May('task.reassign')
  reassign(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('task') task: number,
    @JsonBody(ReassignTask) body: ReassignTask,
  ) {
    return this.run(
      { actor, id, name: 'task.reassign', params: { task }, body },
      reassignOneTask({ actor, task }, body),
    );
  }

  @Post('tasks/:task/blockers')
  @May('blocker.raise')
  raise(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('task') task: number,
    @JsonBody(RaiseBlocker) body: RaiseBlocker,
  ) {
    return this.run(
      { actor, id, name: 'blocker.raise', params: { task }, body },
      raiseOneBlocker({ actor, task }, body),
    );
  }

  @Get('tasks/:task/evidence')
  @May('board.read')
  async evidence(@CurrentActor() actor: Actor, @SmallNumber('task') task: number): Promise<readonly EvidenceView[]> {
    return orRefuse(await evidenceOfTask(this.database, actor, task));
  }

  @Post('tasks/:task/evidence')
  @May('evidence.attach')
  attach(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('task') task: number,
    @JsonBody(AttachEvidence) body: AttachEvidence,
  ) {
    return this.run(
      { actor, id, name: 'evidence.attach', params: { task }, body },
      attachToTask({ actor, task }, body),
    );
  }

  @Post('blockers/:blocker/lift')
  @HttpCode(200)
  @May('blocker.lift')
  lift(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('blocker') blocker: number,
    @JsonBody(LiftBlocker) body: LiftBlocker,
  ) {
    return this.run(
      { actor, id, name: 'blocker.lift', params: { blocker }, body },
      liftOneBlocker({ actor }, blocker, body),
    );
  }

  @Put('campaigns/:campaign/allocations/:measure/:agency')
  @May('allocation.set')
  allocate(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('campaign') campaign: number,
    @PathWord('measure') word: string,
    @SmallNumber('agency') agency: number,
    @JsonBody(SetAllocation) body: SetAllocation,
  ) {
    const allocation = { campaign, measure: measureOf(word), agency, people: body.people };
    return this.run(
      { actor, id, name: 'allocation.set', params: { ...allocation }, body },
      setAllocation({ actor }, allocation),
    );
  }

  private async run(command: Parameters<Commands['run']>[0], decide: Decide): Promise<Accepted> {
    return orRefuse(await this.commands.run(command, decide));
  }
}

function measureOf(word: string): Measure {
  const measure = MEASURES.find((one) => one === word);
  if (!measure) throw new Refused(refuse('NOT_FOUND'));
  return measure;
}
