import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Res } from '@nestjs/common';
import type { DossierDetail, DossierView } from '@papan/contracts';
import { type Actor, isRefusal, refuse } from '@papan/domain';
import { openDossier } from '@papan/server-papers';
import {
  Commands,
  CurrentActor,
  Database,
  May,
  PathWord,
  Refused,
  SmallNumber,
  attachmentOf,
  orRefuse,
} from '@papan/server-platform';
import type { Response } from 'express';
import { DossierShelf } from './dossier-shelf';
import { noteReading } from './note-reading';
import { readDossier, readDossiers } from './read-dossiers';

/** What was handed over to the prosecutor. Each of his openings and downloads is written down before anything is sent. */
@Controller('api/regions/:region/dossiers')
export class DossiersController {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly shelf: DossierShelf,
  ) {}

  @Get()
  @May('dossier.read')
  async list(@CurrentActor() actor: Actor): Promise<readonly DossierView[]> {
    return orRefuse(await readDossiers(this.database, actor));
  }

  @Get(':case')
  @May('dossier.read')
  async read(@CurrentActor() actor: Actor, @SmallNumber('case') id: number): Promise<DossierDetail> {
    await this.note(actor, id, 'OPENED');
    return orRefuse(await readDossier(this.database, actor, id));
  }

  /** The sealed dossier, whole. */
  @Get(':case/zip')
  @May('dossier.read')
  async zip(@CurrentActor() actor: Actor, @SmallNumber('case') id: number, @Res() response: Response): Promise<void> {
    const { path, handover } = await this.sealed(actor, id);
    await this.note(actor, id, 'DOWNLOADED');
    await send(response, createReadStream(path), `berkas-${handover}-KP-${id}.zip`, 'application/zip');
  }

  /** Cover, index and chronology. */
  @Get(':case/pdf')
  @May('dossier.read')
  async pdf(@CurrentActor() actor: Actor, @SmallNumber('case') id: number, @Res() response: Response): Promise<void> {
    await this.part(actor, id, 'berkas.pdf', `berkas-KP-${id}.pdf`, 'application/pdf', response);
  }

  /** One of the originals, by the hash that the index gives. */
  @Get(':case/originals/:hash')
  @May('dossier.read')
  async original(
    @CurrentActor() actor: Actor,
    @SmallNumber('case') id: number,
    @PathWord('hash') hash: string,
    @Res() response: Response,
  ): Promise<void> {
    const { files } = orRefuse(await readDossier(this.database, actor, id));
    const file = files.find((one) => one.hash === hash);
    if (!file) throw new Refused(refuse('NOT_FOUND'));
    await this.part(actor, id, `asli/${file.name}`, file.name, 'application/octet-stream', response);
  }

  private async part(
    actor: Actor,
    id: number,
    inside: string,
    name: string,
    type: string,
    response: Response,
  ): Promise<void> {
    const { path } = await this.sealed(actor, id);
    await this.note(actor, id, 'DOWNLOADED');
    const dossier = await openDossier(path);
    try {
      const file = dossier.files.find((one) => one.name === inside);
      if (!file) throw new Refused(refuse('NOT_FOUND'));
      await send(response, Readable.from(await file.read()), name, type);
    } finally {
      await dossier.close();
    }
  }

  private async sealed(actor: Actor, id: number): Promise<{ readonly path: string; readonly handover: number }> {
    const { sealed, handover } = orRefuse(await readDossier(this.database, actor, id));
    if (!sealed) throw new Refused(refuse('DOSSIER_NOT_SEALED', { case: id }));
    return { path: this.shelf.path({ region: actor.region, handover: handover.id, case: id }), handover: handover.id };
  }

  private async note(actor: Actor, id: number, what: 'OPENED' | 'DOWNLOADED'): Promise<void> {
    const no = await noteReading(this.commands, actor, id, what);
    if (isRefusal(no)) throw new Refused(no);
  }
}

/** To be saved, never to be shown as a page of ours. */
async function send(response: Response, stream: Readable, name: string, type: string): Promise<void> {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', attachmentOf(name));
  response.setHeader('Content-Security-Policy', `default-src 'none'; sandbox; frame-ancestors 'none'`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // A reader who goes away in the middle is nobody's failure.
  await pipeline(stream, response).catch(() => response.destroy());
}
