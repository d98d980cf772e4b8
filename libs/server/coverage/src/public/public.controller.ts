import { createHash } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Language } from '@papan/contracts/words';
import { Database, PathWord, Public, QueryWord } from '@papan/server-platform';
import type { Request, Response } from 'express';
import { publicCsv } from './csv';
import { publicFigures, publicRegions } from './read-public';
import { renderList, renderNotFound, renderRegion } from './render-page';
import { PUBLIC_POLICY } from './style';

/** Everybody may keep an answer for five minutes; after that it is asked again, and mostly nothing has changed. */
const KEPT = 'public, max-age=300';

/** What everybody may know, without signing in and without a script: totals with their date and source. */
@Controller('publik')
export class PublicController {
  constructor(private readonly database: Database) {}

  @Get()
  @Public()
  async list(
    @QueryWord('bahasa') word: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    send(request, response, renderList(await publicRegions(this.database), languageOf(word)));
  }

  @Get(':region')
  @Public()
  async region(
    @PathWord('region') code: string,
    @QueryWord('bahasa') word: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const figures = await publicFigures(this.database, code);
    if (figures) send(request, response, renderRegion(figures, languageOf(word)));
    else sendNotFound(response, languageOf(word));
  }

  @Get(':region/data.csv')
  @Public()
  async csv(
    @PathWord('region') code: string,
    @QueryWord('bahasa') word: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const figures = await publicFigures(this.database, code);
    if (!figures) {
      sendNotFound(response, languageOf(word));
      return;
    }
    response.setHeader('Content-Disposition', `attachment; filename="cakupan-${figures.region.code}.csv"`);
    send(request, response, publicCsv(figures, languageOf(word)), 'text/csv; charset=utf-8');
  }
}

function languageOf(word: string | undefined): Language {
  return word === 'en' ? 'en' : 'id';
}

function send(request: Request, response: Response, body: string, type = 'text/html; charset=utf-8'): void {
  response.setHeader('Content-Security-Policy', PUBLIC_POLICY);
  response.setHeader('Cache-Control', KEPT);
  response.setHeader('ETag', `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`);
  if (request.fresh) response.status(304).end();
  else response.type(type).send(body);
}

function sendNotFound(response: Response, language: Language): void {
  response.setHeader('Content-Security-Policy', PUBLIC_POLICY);
  response.setHeader('Cache-Control', 'no-store');
  response.status(404).type('text/html; charset=utf-8').send(renderNotFound(language));
}
