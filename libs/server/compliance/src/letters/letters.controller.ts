import { pipeline } from 'node:stream/promises';
import { Controller, Get, HttpCode, Put, Req, Res } from '@nestjs/common';
import type { TemplateList } from '@papan/contracts';
import { type Actor, isRefusal, refuse } from '@papan/domain';
import {
  EXAMPLES,
  EXAMPLE_SETTING,
  WORD_KINDS,
  type WordKind,
  defaultTemplate,
  renderDocx,
} from '@papan/server-papers';
import {
  CurrentActor,
  Database,
  FileBody,
  May,
  PathWord,
  QueryWord,
  Refused,
  SmallNumber,
  attachmentOf,
  orRefuse,
} from '@papan/server-platform';
import type { Request, Response } from 'express';
import { ZipFile } from 'yazl';
import { numbersIn } from '../cases/read-case-list';
import { CASE_PAPERS } from './case-papers';
import { LETTER_FORMATS, type LetterFormat, Letters, type Wanted } from './letters';
import { TEMPLATE_LIMIT, keepTemplate, readTemplates, templateOf } from './templates';

const TYPES: Readonly<Record<LetterFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** Papers that the product drafts for an agency, and the agency's own templates of them. */
@Controller('api/regions/:region')
export class LettersController {
  constructor(
    private readonly database: Database,
    private readonly letters: Letters,
  ) {}

  @Get('cases/:case/letters/:kind')
  @May('case.read')
  async one(
    @CurrentActor() actor: Actor,
    @SmallNumber('case') id: number,
    @PathWord('kind') kind: string,
    @QueryWord('format') format: string | undefined,
    @QueryWord('with') together: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const wanted = wantedIn(kind, format, together);
    const { name, bytes } = orRefuse(await this.letters.one(actor, wanted, id));
    save(response, bytes, name, TYPES[wanted.format]);
  }

  /** The same paper of many cases in one zip file. */
  @Get('letters/:kind')
  @May('case.read')
  async many(
    @CurrentActor() actor: Actor,
    @PathWord('kind') kind: string,
    @QueryWord('cases') cases: string | undefined,
    @QueryWord('format') format: string | undefined,
    @QueryWord('with') together: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const letters = this.letters.many(actor, wantedIn(kind, format, together), numbersIn(cases ?? ''));
    // What is refused is refused before anything is sent.
    const first = await letters.next();
    const letter = orRefuse(first.done ? refuse('NOT_FOUND') : first.value);
    const zip = new ZipFile();
    heads(response, `${kind.toLowerCase()}.zip`, 'application/zip');
    const sent = pipeline(zip.outputStream, response).catch(() => response.destroy());
    zip.addBuffer(letter.bytes, letter.name);
    for await (const next of letters) {
      if (isRefusal(next)) return void response.destroy();
      zip.addBuffer(next.bytes, next.name);
    }
    zip.end();
    await sent;
  }

  /** The cover letter of a hand-over. */
  @Get('handovers/:handover/letter')
  @May('case.read')
  async cover(
    @CurrentActor() actor: Actor,
    @SmallNumber('handover') handover: number,
    @QueryWord('format') format: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const as = formatIn(format);
    const { name, bytes } = orRefuse(await this.letters.cover(actor, handover, as));
    save(response, bytes, name, TYPES[as]);
  }

  @Get('templates')
  @May('case.read')
  templates(@CurrentActor() actor: Actor): Promise<TemplateList> {
    return readTemplates(this.database, actor);
  }

  /** The template in use: the agency's own, or the one that comes with the product. */
  @Get('templates/:kind')
  @May('case.read')
  async template(
    @CurrentActor() actor: Actor,
    @PathWord('kind') word: string,
    @Res() response: Response,
  ): Promise<void> {
    const kind = wordKindIn(word);
    const own = await this.own(actor, kind);
    save(response, own ?? defaultTemplate(kind), `templat-${kind.toLowerCase()}.docx`, TYPES.docx);
  }

  /** The template in use, filled with invented data. */
  @Get('templates/:kind/test')
  @May('case.read')
  async test(@CurrentActor() actor: Actor, @PathWord('kind') word: string, @Res() response: Response): Promise<void> {
    const kind = wordKindIn(word);
    const bytes = orRefuse(renderDocx(EXAMPLES[kind], EXAMPLE_SETTING, await this.own(actor, kind)));
    save(response, bytes, `contoh-${kind.toLowerCase()}.docx`, TYPES.docx);
  }

  @Put('templates/:kind')
  @HttpCode(200)
  @May('settings.manage', 'case.appeal')
  async keep(
    @CurrentActor() actor: Actor,
    @PathWord('kind') word: string,
    @FileBody() name: string,
    @Req() request: Request,
  ): Promise<TemplateList> {
    const no = await keepTemplate(this.database, actor, wordKindIn(word), name, await bytesOf(request));
    if (no) throw new Refused(no);
    return readTemplates(this.database, actor);
  }

  private own(actor: Actor, kind: WordKind): Promise<Buffer | undefined> {
    return this.database.as(actor, (tx) => templateOf(tx, actor.region, actor.agency.id, kind), { readOnly: true });
  }
}

/** The whole body; one that is longer than a template may be is not read to its end. */
async function bytesOf(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > TEMPLATE_LIMIT) throw new Refused(refuse('TEMPLATE_UNREADABLE'));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function wantedIn(kind: string, format: string | undefined, together: string | undefined): Wanted {
  return {
    kind: memberOf(CASE_PAPERS, kind),
    format: formatIn(format),
    together: together === undefined ? [] : numbersIn(together),
  };
}

function formatIn(word: string | undefined): LetterFormat {
  return word === undefined ? 'docx' : memberOf(LETTER_FORMATS, word);
}

function wordKindIn(word: string): WordKind {
  return memberOf(WORD_KINDS, word);
}

function memberOf<T extends string>(all: readonly T[], word: string): T {
  const found = all.find((one) => one === word);
  if (!found) throw new Refused(refuse('NOT_FOUND'));
  return found;
}

function heads(response: Response, name: string, type: string): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', attachmentOf(name));
  response.setHeader('X-Content-Type-Options', 'nosniff');
}

function save(response: Response, bytes: Buffer, name: string, type: string): void {
  heads(response, name, type);
  response.send(bytes);
}
