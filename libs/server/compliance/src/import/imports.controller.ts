import { Controller, Get, Header, Headers, HttpCode, Post, Put, Req } from '@nestjs/common';
import {
  type Accepted,
  ApplyImport,
  DecideDoubles,
  type ImportSummary,
  type ImportView,
  MapImport,
} from '@papan/contracts';
import { languageOf } from '@papan/contracts/words';
import { type Actor, IMPORT_SOURCES, type Refusal, isRefusal, refuse } from '@papan/domain';
import {
  CommandId,
  Commands,
  CurrentActor,
  Database,
  FileBody,
  JsonBody,
  ListReader,
  May,
  QueryWord,
  Refused,
  SmallNumber,
  orRefuse,
  receiveBytes,
} from '@papan/server-platform';
import type { Request } from 'express';
import { Registers } from '../employers/the-register';
import { applyList } from './apply-list';
import { checkList } from './check-list';
import { decideDoubles } from './decide-doubles';
import { invalidCsv } from './invalid-csv';
import { listImports, readImport } from './read-import';
import { uploadList } from './upload-list';

/** Lists of employers: taken in, checked, decided about, loaded. */
@Controller('api/regions/:region/imports')
export class ImportsController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly registers: Registers,
  ) {}

  @Get()
  @May('employer.write')
  async list(@CurrentActor() actor: Actor): Promise<{ readonly imports: readonly ImportSummary[] }> {
    return { imports: orRefuse(await listImports(this.database, actor)) };
  }

  /** The body is the file; where the list comes from stands behind the question mark. */
  @Post()
  @May('employer.write')
  async upload(
    @CurrentActor() actor: Actor,
    @CommandId() key: string,
    @QueryWord('source') word: string | undefined,
    @FileBody() name: string,
    @Req() request: Request,
  ): Promise<ImportView> {
    const bytes = orRefuse(await receiveBytes(request, Number(request.headers['content-length'] ?? 0)));
    const source = IMPORT_SOURCES.find((one) => one === word);
    if (!source) throw new Refused(refuse('IMPORT_FILE_MISSING', {}));
    return this.view(
      actor,
      orRefuse(await uploadList(this.database, this.reader, actor, key, { source, name, bytes })),
    );
  }

  @Get(':import')
  @May('employer.write')
  read(@CurrentActor() actor: Actor, @SmallNumber('import') id: number): Promise<ImportView> {
    return this.view(actor, id);
  }

  @Post(':import/mapping')
  @HttpCode(200)
  @May('employer.write')
  async map(
    @CurrentActor() actor: Actor,
    @SmallNumber('import') id: number,
    @JsonBody(MapImport) body: MapImport,
  ): Promise<ImportView> {
    return this.after(actor, id, await checkList(this.database, this.registers, actor, id, body));
  }

  @Put(':import/decisions')
  @May('employer.write')
  async decide(
    @CurrentActor() actor: Actor,
    @SmallNumber('import') id: number,
    @JsonBody(DecideDoubles) body: DecideDoubles,
  ): Promise<ImportView> {
    return this.after(actor, id, await decideDoubles(this.database, actor, id, body));
  }

  @Get(':import/invalid.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="baris-bermasalah.csv"')
  @May('employer.write')
  async invalid(
    @CurrentActor() actor: Actor,
    @SmallNumber('import') id: number,
    @Headers('accept-language') language: string | undefined,
  ): Promise<string> {
    return orRefuse(await invalidCsv(this.database, actor, id, languageOf(language)));
  }

  @Post(':import/apply')
  @HttpCode(200)
  @May('employer.write')
  async apply(
    @CurrentActor() actor: Actor,
    @CommandId() key: string,
    @SmallNumber('import') id: number,
    @JsonBody(ApplyImport) body: ApplyImport,
  ): Promise<Accepted> {
    const command = { actor, id: key, name: 'import.apply', params: { import: id }, body };
    return orRefuse(await this.commands.run(command, applyList(actor, id)));
  }

  private async after(actor: Actor, id: number, no: Refusal | undefined): Promise<ImportView> {
    if (isRefusal(no)) throw new Refused(no);
    return this.view(actor, id);
  }

  private async view(actor: Actor, id: number): Promise<ImportView> {
    return orRefuse(await readImport(this.database, actor, id));
  }
}
