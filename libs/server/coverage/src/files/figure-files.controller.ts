import { Controller, Get, Header, Headers, HttpCode, Post, Req } from '@nestjs/common';
import { type Accepted, ApplyFigures, type FigureFileSummary, type FigureFileView, MapFigures } from '@papan/contracts';
import { languageOf } from '@papan/contracts/words';
import { type Actor, FIGURE_KINDS, isRefusal, refuse } from '@papan/domain';
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
import { applyFile } from './apply-file';
import { checkFile } from './check-file';
import { listFiles, readFile } from './read-files';
import { stoppedCsv } from './stopped-csv';
import { uploadFigures } from './upload-figures';

/** Files with figures: taken in, checked, loaded. */
@Controller('api/regions/:region/figure-files')
export class FigureFilesController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly reader: ListReader,
  ) {}

  @Get()
  @May('coverage.import')
  async list(@CurrentActor() actor: Actor): Promise<readonly FigureFileSummary[]> {
    return orRefuse(await listFiles(this.database, actor));
  }

  /** The body is the file; what its figures are stands behind the question mark. */
  @Post()
  @May('coverage.import')
  async upload(
    @CurrentActor() actor: Actor,
    @CommandId() key: string,
    @QueryWord('kind') word: string | undefined,
    @FileBody() name: string,
    @Req() request: Request,
  ): Promise<FigureFileView> {
    const bytes = orRefuse(await receiveBytes(request, Number(request.headers['content-length'] ?? 0)));
    const kind = FIGURE_KINDS.find((one) => one === word);
    if (!kind) throw new Refused(refuse('IMPORT_FILE_MISSING', {}));
    return this.view(
      actor,
      orRefuse(await uploadFigures(this.database, this.reader, actor, key, { kind, name, bytes })),
    );
  }

  @Get(':file')
  @May('coverage.import')
  read(@CurrentActor() actor: Actor, @SmallNumber('file') id: number): Promise<FigureFileView> {
    return this.view(actor, id);
  }

  @Post(':file/mapping')
  @HttpCode(200)
  @May('coverage.import')
  async map(
    @CurrentActor() actor: Actor,
    @SmallNumber('file') id: number,
    @JsonBody(MapFigures) body: MapFigures,
  ): Promise<FigureFileView> {
    const no = await checkFile(this.database, actor, id, body);
    if (isRefusal(no)) throw new Refused(no);
    return this.view(actor, id);
  }

  @Get(':file/invalid.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="baris-bermasalah.csv"')
  @May('coverage.import')
  async invalid(
    @CurrentActor() actor: Actor,
    @SmallNumber('file') id: number,
    @Headers('accept-language') language: string | undefined,
  ): Promise<string> {
    return orRefuse(await stoppedCsv(this.database, actor, id, languageOf(language)));
  }

  @Post(':file/apply')
  @HttpCode(200)
  @May('coverage.import')
  async apply(
    @CurrentActor() actor: Actor,
    @CommandId() key: string,
    @SmallNumber('file') id: number,
    @JsonBody(ApplyFigures) body: ApplyFigures,
  ): Promise<Accepted> {
    const command = { actor, id: key, name: 'figures.apply', params: { file: id }, body };
    return orRefuse(await this.commands.run(command, applyFile(actor, id, body)));
  }

  private async view(actor: Actor, id: number): Promise<FigureFileView> {
    return orRefuse(await readFile(this.database, actor, id));
  }
}
