import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { EvidenceStored } from '@papan/contracts';
import { type Actor, EVIDENCE_LIMIT, type EvidenceKind, type Refusal, isPhoto, isRefusal, refuse } from '@papan/domain';
import { Database } from '../database/database';
import { Refused } from '../http/refused';
import { sha256 } from '../journal/canonical';
import { type EvidenceFacts, addEvidence, holdEvidence } from './evidence-rows';
import { drawAnew } from './photo';
import { recognise } from './recognise';
import { type Arrived, Files } from './store';
import { UploadGate } from './upload-gate';

/** A file that is being sent: who sends it, through which session, under which name. */
export interface Sent {
  readonly actor: Actor;
  readonly session: string;
  readonly name: string;
  readonly source: Readable;
}

/** Takes uploads in: receives, looks into, keeps, records. What is refused or breaks off leaves nothing behind. */
@Injectable()
export class TakeIn {
  private readonly log = new Logger('Evidence');
  private readonly gate = new UploadGate();

  constructor(
    private readonly files: Files,
    private readonly database: Database,
  ) {}

  async take(sent: Sent): Promise<EvidenceStored | Refusal> {
    try {
      return await this.gate.forSession(sent.session, () => this.receive(sent));
    } catch (error) {
      throw this.said(error);
    } finally {
      letRunOut(sent.source);
    }
  }

  private async receive({ actor, name, source }: Sent): Promise<EvidenceStored | Refusal> {
    const arrived = await this.files.arrive(source);
    try {
      const prepared = await this.gate.look(() => prepare(this.files, arrived, name));
      if (isRefusal(prepared)) return prepared;
      const { put, ...facts } = prepared;
      const { seenBefore } = await this.keep(actor, { ...facts, name }, put);
      return { ...facts, name, seenBefore };
    } finally {
      await this.files.dismiss(arrived);
    }
  }

  /** File before row: a row always has its file. A file without a row, where the connection broke, harms nobody. */
  private keep(
    actor: Actor,
    facts: EvidenceFacts,
    put: () => Promise<void>,
  ): Promise<{ readonly seenBefore: boolean }> {
    return this.database.as(actor, async (tx) => {
      await holdEvidence(tx, facts.hash);
      await put();
      return addEvidence(tx, actor.region, facts);
    });
  }

  /** A full or failing disk is told apart from a database that is away. */
  private said(error: unknown): unknown {
    const reason = diskFailure(error);
    if (reason === undefined) return error;
    this.log.error({ reason }, 'the store of files cannot be written');
    return new Refused({ ...refuse('EVIDENCE_STORE_DOWN'), retryAfter: 30 });
  }
}

/**
 * Who is refused while he still sends hears the answer only once he has sent the rest; it is read and thrown away, up to
 * four times what may be sent, then the line is cut.
 */
export function letRunOut(source: Readable): void {
  let left = 4 * EVIDENCE_LIMIT;
  source.on('error', () => undefined);
  source.on('data', (part: Buffer) => {
    left -= part.length;
    if (left < 0) source.destroy();
  });
  source.resume();
}

interface Prepared {
  readonly hash: string;
  readonly originalHash: string;
  readonly kind: EvidenceKind;
  readonly bytes: number;
  /** Puts it under its name. */
  readonly put: () => Promise<void>;
}

/** What the file is and what will be kept of it, or why it is not taken. */
async function prepare(files: Files, arrived: Arrived, name: string): Promise<Prepared | Refusal> {
  const kind = await recognise(await readFile(arrived.path), name);
  if (isRefusal(kind)) return kind;
  const { hash: originalHash, bytes } = arrived;
  if (!isPhoto(kind)) return { hash: originalHash, originalHash, kind, bytes, put: () => files.adopt(arrived) };
  const photo = await drawAnew(arrived.path, kind);
  if (isRefusal(photo)) return photo;
  const hash = sha256(photo.bytes).toString('hex');
  const put = async (): Promise<void> => {
    await files.keepPreview(hash, photo.preview);
    await files.keep(photo.bytes);
  };
  return { hash, originalHash, kind, bytes: photo.bytes.length, put };
}

/** What a disk says; a broken connection says `read ECONNRESET` or `connect ENOENT`, and is another matter. */
const DISK_CODES = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EMFILE'];

/** The code of a failed call to the file system (`ENOSPC`, `EACCES`), or undefined for any other failure. */
export function diskFailure(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, syscall } = error as { readonly code?: unknown; readonly syscall?: unknown };
  return typeof code === 'string' && syscall !== 'connect' && DISK_CODES.includes(code) ? code : undefined;
}
