import { Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { type Accepted, MAP_MEGABYTES, type MapLayerCheck } from '@papan/contracts';
import { type Actor, isRefusal, refuse } from '@papan/domain';
import {
  CommandId,
  Commands,
  CurrentActor,
  Database,
  FileBody,
  May,
  QueryWord,
  Refused,
  fileHash,
  orRefuse,
  receiveBytes,
} from '@papan/server-platform';
import type { Request, Response } from 'express';
import { checkOf, publishLayer, shapesUp, withdrawLayer } from './map-layers';
import { MapReader } from './map-reader';

/** Layers of the map: put up, shown, taken down. */
@Controller('api/regions/:region/map-layers')
export class MapController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly reader: MapReader,
  ) {}

  /** The body is the file; where it is from stands behind the question mark. */
  @Post()
  @May('map.publish')
  async publish(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @QueryWord('source') source: string | undefined,
    @FileBody() _name: string,
    @Req() request: Request,
  ): Promise<MapLayerCheck> {
    const bytes = await receiveLayer(request);
    const drawing = orRefuse(await this.reader.read(bytes, actor.region));
    const layer = { drawing, source: source ?? '', file: fileHash(bytes) };
    const command = {
      ...{ actor, id, name: 'map.publish', params: {} },
      body: { source: layer.source, file: layer.file },
    };
    orRefuse(await this.commands.run(command, publishLayer(actor, layer)));
    return orRefuse(await checkOf(this.database, actor, bytes));
  }

  /** A browser keeps the shapes and asks whether they are still those. */
  @Get('current')
  @May('figures.read')
  async current(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const asked = request.get('if-none-match') ?? '';
    const shapes = await shapesUp(this.database, actor, (number) => asked.includes(tagOf(number)));
    const isKnown = typeof shapes === 'number';
    response.setHeader('Cache-Control', 'private, no-cache');
    if (shapes !== null) response.setHeader('ETag', tagOf(isKnown ? shapes : shapes.layer.number));
    if (isKnown) response.status(304).end();
    else response.json(shapes);
  }

  @Delete('current')
  @May('map.publish')
  async withdraw(@CurrentActor() actor: Actor, @CommandId() id: string): Promise<Accepted> {
    const command = { actor, id, name: 'map.withdraw', params: {}, body: {} };
    return orRefuse(await this.commands.run(command, withdrawLayer(actor)));
  }
}

function tagOf(number: number): string {
  return `"layer-${number}"`;
}

/** The bytes of a layer, in the words of a layer where there are too many or none. */
async function receiveLayer(request: Request): Promise<Buffer> {
  const bytes = await receiveBytes(request, Number(request.headers['content-length'] ?? 0));
  if (!isRefusal(bytes)) return bytes;
  const tooLarge = bytes.code === 'IMPORT_TOO_LARGE';
  throw new Refused(tooLarge ? refuse('MAP_TOO_LARGE', { limit: MAP_MEGABYTES }) : refuse('MAP_FILE_MISSING'));
}
