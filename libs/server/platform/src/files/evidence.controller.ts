import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Logger, Post, Req, Res } from '@nestjs/common';
import type { EvidenceStored } from '@papan/contracts';
import { type Actor, EVIDENCE_LIMIT, EVIDENCE_LIMIT_MB, EVIDENCE_TYPES, isPhoto, refuse } from '@papan/domain';
import type { Request, Response } from 'express';
import { Database } from '../database/database';
import { FileBody, PathWord } from '../http/parsed';
import { type FullRefusal, Refused } from '../http/refused';
import { CurrentActor, CurrentSession, May } from '../identity/access';
import type { SignedIn } from '../identity/signed-in';
import { attachmentOf } from './attachment';
import { type EvidenceFacts, findEvidence } from './evidence-rows';
import { Files } from './store';
import { TakeIn, diskFailure, letRunOut } from './take-in';

const HASH = /^[0-9a-f]{64}$/;

/** Files that show work: taken in, and handed out to be saved. */
@Controller('api/regions/:region/evidence')
export class EvidenceController {
  private readonly log = new Logger('Evidence');

  constructor(
    private readonly takeIn: TakeIn,
    private readonly files: Files,
    private readonly database: Database,
  ) {}

  /** The body is the file. It belongs to nothing yet, and nobody but the uploader's agency knows of it. */
  @Post()
  @May('evidence.add')
  async upload(
    @CurrentActor() actor: Actor,
    @CurrentSession() { sessionId }: SignedIn,
    @FileBody() name: string,
    @Req() request: Request,
  ): Promise<EvidenceStored | FullRefusal> {
    // What is said to be too large need not be sent to be refused.
    if (Number(request.headers['content-length']) > EVIDENCE_LIMIT) {
      letRunOut(request);
      return refuse('EVIDENCE_TOO_LARGE', { limit: EVIDENCE_LIMIT_MB });
    }
    return this.takeIn.take({ actor, session: sessionId, name, source: request });
  }

  @Get(':hash')
  @May('board.read', 'case.read', 'evidence.add')
  async read(@CurrentActor() actor: Actor, @PathWord('hash') hash: string, @Res() response: Response): Promise<void> {
    const facts = await this.find(actor, hash);
    const stream = await this.opened(() => this.files.open(hash));
    response.setHeader('Content-Type', EVIDENCE_TYPES[facts.kind].mime);
    response.setHeader('Content-Length', facts.bytes);
    await this.send(response, stream, attachmentOf(facts.name || `${hash.slice(0, 12)}.${facts.kind}`));
  }

  /** The small picture of a photo; other files have none. */
  @Get(':hash/preview')
  @May('board.read', 'case.read', 'evidence.add')
  async preview(
    @CurrentActor() actor: Actor,
    @PathWord('hash') hash: string,
    @Res() response: Response,
  ): Promise<void> {
    const { kind } = await this.find(actor, hash);
    if (!isPhoto(kind)) throw new Refused(refuse('NOT_FOUND'));
    const stream = await this.opened(() => this.files.openPreview(hash));
    response.setHeader('Content-Type', 'image/webp');
    await this.send(response, stream, 'inline');
  }

  private async find(actor: Actor, hash: string): Promise<EvidenceFacts> {
    const facts = HASH.test(hash)
      ? await this.database.as(actor, (tx) => findEvidence(tx, actor, hash), { readOnly: true })
      : undefined;
    if (!facts) throw new Refused(refuse('NOT_FOUND'));
    return facts;
  }

  private async opened(open: () => Promise<Readable>): Promise<Readable> {
    try {
      return await open();
    } catch (error) {
      this.log.error({ reason: diskFailure(error) }, 'a recorded file cannot be read');
      throw new Refused({ ...refuse('EVIDENCE_STORE_DOWN'), retryAfter: 30 });
    }
  }

  /** Never a page of ours: whatever the file holds, the browser is told not to run, show or guess anything. */
  private async send(response: Response, stream: Readable, disposition: string): Promise<void> {
    response.setHeader('Content-Disposition', disposition);
    response.setHeader('Content-Security-Policy', `default-src 'none'; sandbox; frame-ancestors 'none'`);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // A reader who goes away in the middle is nobody's failure.
    await pipeline(stream, response).catch(() => response.destroy());
  }
}
