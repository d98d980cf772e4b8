import { Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  type Accepted,
  type CaseDetail,
  type CaseList,
  CloseCase,
  FreezeStep,
  type ManySteps,
  OpenCase,
  RecordAttendance,
  RecordReceipt,
  ReopenCase,
  SetViolations,
  TakeStep,
  TakeStepForMany,
  VerifyCase,
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
import {
  closeOneCase,
  freezeOneStep,
  recordOneAttendance,
  recordOneReceipt,
  reopenOneCase,
  setCaseViolations,
  takeOneStep,
  verifyOneCase,
} from './deeds';
import { appealToMany } from './appeal-to-many';
import { StepEntry } from './step-entry';
import { openOneCase } from './open-case';
import { readCaseDetail } from './read-case';
import { numbersIn, readCaseList } from './read-case-list';

/** What is said about cases. Who may take which step stands in the ladder, and is asked with the case in hand. */
@Controller('api/regions/:region')
export class CasesController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  /** Every case as the list shows it, packed by column; `ids`: those that have changed. */
  @Get('cases')
  @May('case.read')
  list(@CurrentActor() actor: Actor, @QueryWord('ids') ids: string | undefined): Promise<CaseList> {
    return readCaseList(this.database, actor, ids === undefined ? null : numbersIn(ids));
  }

  @Get('cases/:case')
  @May('case.read')
  async read(@CurrentActor() actor: Actor, @SmallNumber('case') id: number): Promise<CaseDetail> {
    return orRefuse(await readCaseDetail(this.database, actor, id));
  }

  @Post('cases')
  @May('case.open')
  open(@CurrentActor() actor: Actor, @CommandId() id: string, @JsonBody(OpenCase) body: OpenCase) {
    return this.run({ actor, id, name: 'case.open', params: {}, body }, openOneCase({ actor }, body));
  }

  @Put('cases/:case/violations')
  @May('case.open', 'case.inspect')
  violations(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('case') on: number,
    @JsonBody(SetViolations) body: SetViolations,
  ) {
    const command = { actor, id, name: 'case.violations', params: { case: on }, body };
    return this.run(command, setCaseViolations({ actor, case: on }, body));
  }

  /** The same appeal to a selection: each case is a command of its own and gets its own answer. */
  @Post('cases/steps')
  @HttpCode(200)
  @May('case.appeal')
  many(@CurrentActor() actor: Actor, @JsonBody(TakeStepForMany) body: TakeStepForMany): Promise<ManySteps> {
    return appealToMany(this.commands, actor, body);
  }

  @Post('cases/:case/steps')
  @May('case.appeal', 'case.inspect', 'case.sanction', 'case.refuse-services', 'case.prosecute')
  step(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('case') on: number,
    @JsonBody(TakeStep) body: TakeStep,
  ) {
    return this.run(
      { actor, id, name: 'case.step', params: { case: on }, body },
      takeOneStep({ actor, case: on }, body),
    );
  }

  @Post('cases/:case/steps/:entry/receipt')
  @May('case.appeal', 'case.inspect', 'case.sanction', 'case.refuse-services', 'case.prosecute')
  receipt(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('case') on: number,
    @StepEntry() entry: string,
    @JsonBody(RecordReceipt) body: RecordReceipt,
  ) {
    const command = { actor, id, name: 'case.receipt', params: { case: on, entry }, body };
    return this.run(command, recordOneReceipt({ actor, case: on, entry }, body));
  }

  @Post('cases/:case/steps/:entry/freeze')
  @May('case.appeal', 'case.inspect', 'case.sanction', 'case.refuse-services', 'case.prosecute')
  freeze(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('case') on: number,
    @StepEntry() entry: string,
    @JsonBody(FreezeStep) body: FreezeStep,
  ) {
    const command = { actor, id, name: 'case.freeze', params: { case: on, entry }, body };
    return this.run(command, freezeOneStep({ actor, case: on, entry }, body));
  }

  @Post('cases/:case/steps/:entry/attendance')
  @May('case.prosecute')
  attendance(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('case') on: number,
    @StepEntry() entry: string,
    @JsonBody(RecordAttendance) body: RecordAttendance,
  ) {
    const command = { actor, id, name: 'case.attendance', params: { case: on, entry }, body };
    return this.run(command, recordOneAttendance({ actor, case: on, entry }, body));
  }

  @Post('cases/:case/verification')
  @May('case.verify')
  verify(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('case') on: number,
    @JsonBody(VerifyCase) body: VerifyCase,
  ) {
    const command = { actor, id, name: 'case.verify', params: { case: on }, body };
    return this.run(command, verifyOneCase({ actor, case: on }, body));
  }

  @Post('cases/:case/closing')
  @May('case.close')
  close(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('case') on: number,
    @JsonBody(CloseCase) body: CloseCase,
  ) {
    const command = { actor, id, name: 'case.close', params: { case: on }, body };
    return this.run(command, closeOneCase({ actor, case: on }, body));
  }

  @Post('cases/:case/reopening')
  @May('case.open')
  reopen(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('case') on: number,
    @JsonBody(ReopenCase) body: ReopenCase,
  ) {
    const command = { actor, id, name: 'case.reopen', params: { case: on }, body };
    return this.run(command, reopenOneCase({ actor, case: on }, body));
  }

  private async run(command: Parameters<Commands['run']>[0], decide: Decide): Promise<Accepted> {
    return orRefuse(await this.commands.run(command, decide));
  }
}
