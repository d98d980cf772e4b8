import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { PROTOCOL_VERSION, type Snapshot } from '@papan/contracts';
import { type Actor, refuse, visibilityClass } from '@papan/domain';
import { Database } from '../database/database';
import type { Tx } from '../database/tx';
import { Refused } from '../http/refused';
import { JournalTail } from '../journal/journal-tail';
import { Gate } from '../live/gate';
import { BoardReader } from './board-reader';

export type Encoding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * A snapshot serves as long as nothing has happened since; and for a moment after something has, so that a hundred boards
 * that open at once on a busy day cost one reading: the reader fetches the rest from the journal.
 */
const REUSED_WITHIN = 200;
const REUSED_FOR_MS = 1_000;
const AGE_AT_MOST_MS = 60_000;
const KEPT_AT_MOST = 64;

/** One reading of a board, kept as the bytes that travel. */
class Kept {
  readonly madeAt = performance.now();
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();
  private readonly plain: Buffer;

  constructor(
    readonly epoch: number,
    readonly through: number,
    /** Nothing in it is for one agency alone: all who see nothing more see exactly this. */
    readonly isForAll: boolean,
    snapshot: Snapshot,
  ) {
    this.plain = Buffer.from(JSON.stringify(snapshot), 'utf8');
  }

  as(encoding: Encoding): Promise<Buffer> {
    const known = this.encoded.get(encoding);
    if (known) return known;
    const made = this.encode(encoding);
    this.encoded.set(encoding, made);
    return made;
  }

  private encode(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return Promise.resolve(this.plain);
    if (encoding === 'gzip') return zip(this.plain, { level: 6 });
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_LGWIN]: 20,
      [constants.BROTLI_PARAM_SIZE_HINT]: this.plain.length,
    };
    return brotli(this.plain, { params });
  }
}

/**
 * The board of a region as one class of readers sees it, kept compressed. While the journal has gone on only a little, the
 * kept one is handed out again: the reader catches up by the journal. Most classes have nothing that is theirs alone;
 * they share one reading.
 */
@Injectable()
export class SnapshotCache {
  private readonly kept = new Map<string, Kept>();
  private readonly gates = new Map<string, Gate>();

  constructor(
    private readonly database: Database,
    private readonly tail: JournalTail,
    private readonly modules: ModuleRef,
  ) {}

  /** The bytes of the snapshot in this encoding. */
  async get(actor: Actor, encoding: Encoding): Promise<Buffer> {
    const kept = (await this.findGood(keyOf(actor))) ?? (await this.inTurn(actor.region, () => this.obtain(actor)));
    return kept.as(encoding);
  }

  /** After a change that no journal entry tells of (a restored database, a loaded demonstration). */
  forget(): void {
    this.kept.clear();
  }

  /** One reading at a time for each region: of a hundred who come at once, most find what the first has brought. */
  private inTurn<T>(region: string, work: () => Promise<T>): Promise<T> {
    const gate = this.gates.get(region) ?? new Gate(1);
    this.gates.set(region, gate);
    return gate.run(work);
  }

  private async obtain(actor: Actor): Promise<Kept> {
    const [own, everybodys] = [keyOf(actor), `${actor.region}/*`];
    const known = await this.findGood(own);
    if (known) return known;
    const shared = await this.findGood(everybodys);
    // Asked after the shared one was read: rows do not vanish, so who sees nothing of his own now saw nothing then.
    if (shared && !(await this.seesRestricted(actor))) return this.keep(own, shared);
    const read = await this.read(actor);
    if (read.isForAll) this.keep(everybodys, read);
    return this.keep(own, read);
  }

  private async findGood(key: string): Promise<Kept | undefined> {
    const kept = this.kept.get(key);
    if (!kept || performance.now() - kept.madeAt > AGE_AT_MOST_MS) return undefined;
    const region = key.slice(0, key.indexOf('/'));
    const at = this.tail.position(region);
    const head = at ? { epoch: at.epoch, head: at.through } : await this.tail.head(region);
    if (head?.epoch !== kept.epoch || head.head < kept.through) return undefined;
    const isRecent = performance.now() - kept.madeAt <= REUSED_FOR_MS && head.head - kept.through <= REUSED_WITHIN;
    return head.head === kept.through || isRecent ? kept : undefined;
  }

  private keep(key: string, kept: Kept): Kept {
    this.kept.delete(key);
    this.kept.set(key, kept);
    if (this.kept.size > KEPT_AT_MOST) this.kept.delete(this.kept.keys().next().value ?? '');
    return kept;
  }

  private seesRestricted(actor: Actor): Promise<boolean> {
    return this.database.as(actor, (tx) => this.reader.seesRestricted(tx, actor.region), { readOnly: true });
  }

  /** Rows and journal number in one view of the database: what is in the one is in the other. */
  private read(actor: Actor): Promise<Kept> {
    return this.database.as(
      actor,
      async (tx) => {
        const { epoch, through, serverTime } = await standOf(tx, actor.region);
        const isForAll = !(await this.reader.seesRestricted(tx, actor.region));
        const rows = await this.reader.read(tx, actor.region);
        return new Kept(epoch, through, isForAll, { protocol: PROTOCOL_VERSION, epoch, through, serverTime, ...rows });
      },
      { isolation: 'REPEATABLE READ', readOnly: true },
    );
  }

  private get reader(): BoardReader {
    return this.modules.get<BoardReader>(BoardReader, { strict: false });
  }
}

function keyOf(actor: Actor): string {
  return `${actor.region}/${visibilityClass(actor)}`;
}

async function standOf(tx: Tx, region: string): Promise<{ epoch: number; through: number; serverTime: string }> {
  const [row] = await tx.query<{ epoch: number; seq: string; now: string }>(
    'SELECT epoch, seq, instant_text(app_now()) AS now FROM region WHERE code = $1',
    [region],
  );
  if (!row) throw new Refused(refuse('NOT_FOUND'));
  return { epoch: row.epoch, through: Number(row.seq), serverTime: row.now };
}
