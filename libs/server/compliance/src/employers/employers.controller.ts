import { Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import {
  type Accepted,
  type DoublePairs,
  EditEmployer,
  type EmployerDetail,
  type EmployerList,
  KeepEmployersApart,
  MergeEmployer,
  RecordEmployer,
  SearchEmployers,
} from '@papan/contracts';
import { type Actor, isAreaCode } from '@papan/domain';
import {
  CommandId,
  Commands,
  CurrentActor,
  Database,
  type Decide,
  JsonBody,
  May,
  QueryWord,
  SeenVersion,
  SmallNumber,
  orRefuse,
} from '@papan/server-platform';
import { editOneEmployer } from './edit-one';
import { listDoubles, listEmployers, readEmployer } from './read-employers';
import { recordOneEmployer } from './record-one';
import { keepTwoEmployersApart, mergeTwoEmployers } from './settle-doubles';
import { Registers } from './the-register';

/** The register of employers. */
@Controller('api/regions/:region/employers')
export class EmployersController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly registers: Registers,
  ) {}

  @Get()
  @May('case.read')
  async list(
    @CurrentActor() actor: Actor,
    @QueryWord('district') district: string | undefined,
    @QueryWord('page') page: string | undefined,
  ): Promise<EmployerList> {
    const query = { q: '', district: district && isAreaCode(district) ? district : null, page: pageOf(page) };
    return orRefuse(await listEmployers(this.database, actor, query));
  }

  @Post('search')
  @HttpCode(200)
  @May('case.read')
  async search(@CurrentActor() actor: Actor, @JsonBody(SearchEmployers) body: SearchEmployers): Promise<EmployerList> {
    return orRefuse(await listEmployers(this.database, actor, body));
  }

  @Get('doubles')
  @May('case.read')
  async doubles(@CurrentActor() actor: Actor): Promise<DoublePairs> {
    return orRefuse(await listDoubles(this.database, this.registers, actor));
  }

  @Get(':employer')
  @May('case.read')
  async read(@CurrentActor() actor: Actor, @SmallNumber('employer') employer: number): Promise<EmployerDetail> {
    return orRefuse(await readEmployer(this.database, this.registers, actor, employer));
  }

  @Post()
  @May('employer.write')
  record(@CurrentActor() actor: Actor, @CommandId() id: string, @JsonBody(RecordEmployer) body: RecordEmployer) {
    return this.run({ actor, id, name: 'employer.record', params: {}, body }, recordOneEmployer(actor, body));
  }

  @Patch(':employer')
  @May('employer.write')
  edit(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('employer') employer: number,
    @SeenVersion() seen: number,
    @JsonBody(EditEmployer) body: EditEmployer,
  ) {
    const params = { employer, seen };
    return this.run({ actor, id, name: 'employer.edit', params, body }, editOneEmployer(actor, employer, seen, body));
  }

  @Post(':employer/merge')
  @HttpCode(200)
  @May('employer.write')
  merge(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('employer') employer: number,
    @JsonBody(MergeEmployer) body: MergeEmployer,
  ) {
    const command = { actor, id, name: 'employer.merge', params: { employer }, body };
    return this.run(command, mergeTwoEmployers(actor, employer, body.into));
  }

  @Post(':employer/apart')
  @HttpCode(200)
  @May('employer.write')
  apart(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @SmallNumber('employer') employer: number,
    @JsonBody(KeepEmployersApart) body: KeepEmployersApart,
  ) {
    const command = { actor, id, name: 'employer.apart', params: { employer }, body };
    return this.run(command, keepTwoEmployersApart(actor, employer, body.other));
  }

  private async run(command: Parameters<Commands['run']>[0], decide: Decide): Promise<Accepted> {
    return orRefuse(await this.commands.run(command, decide));
  }
}

function pageOf(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}
