import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Pull } from '@papan/contracts';
import { type Actor, refuse, visibilityClass } from '@papan/domain';
import type { Request, Response } from 'express';
import { Database } from '../database/database';
import type { Tx } from '../database/tx';
import { QueryWord } from '../http/parsed';
import { type FullRefusal, Refused } from '../http/refused';
import { CurrentActor, May } from '../identity/access';
import { JournalTail } from '../journal/journal-tail';
import { type Query, readHappenings, visibleTo } from '../journal/read-happenings';
import { type Encoding, SnapshotCache } from './snapshot-cache';

const EVENTS_AT_ONCE = 1_000;
/** Further behind than this, a snapshot is cheaper than the journal. */
const BEHIND_AT_MOST = 5_000;

/** The board as a whole, and what happened since. */
@Controller('api/regions/:region')
export class BoardController {
  constructor(
    private readonly snapshots: SnapshotCache,
    private readonly tail: JournalTail,
    private readonly database: Database,
  ) {}

  /** The fold of the journal up to `through`, as the reader may see it; comes compressed from the cache. */
  @Get('board')
  @May('board.read')
  async board(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const encoding = preferredEncoding(request);
    const bytes = await this.snapshots.get(actor, encoding);
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.setHeader('Vary', 'Accept-Encoding');
    response.type('application/json').send(bytes);
  }

  /** The journal after `after`, for places where websockets are blocked: a frame, or a reset. At most 1,000 entries. */
  @Get('events')
  @May('board.read')
  async events(
    @CurrentActor() actor: Actor,
    @QueryWord('epoch') epochText: string | undefined,
    @QueryWord('after') afterText: string | undefined,
  ): Promise<Pull | FullRefusal> {
    const epoch = wholeNumber(epochText);
    const after = wholeNumber(afterText);
    return this.fromMemory(actor, epoch, after) ?? this.fromDatabase(actor, epoch, after);
  }

  /** What this instance has just told its sockets; undefined where it has nothing newer than `after`, or not all of it. */
  private fromMemory(actor: Actor, epoch: number, after: number): Pull | undefined {
    const { region } = actor;
    const at = this.tail.position(region);
    if (!at || at.epoch !== epoch || at.through <= after) return undefined;
    const entries = this.tail.keptAfter(region, after)?.slice(0, EVENTS_AT_ONCE);
    const last = entries?.at(-1);
    if (!entries || !last) return undefined;
    const events = [...visibleTo(entries, visibilityClass(actor))];
    return { type: 'frame', region, epoch, from: after, through: last.happening.seq, events };
  }

  /** As the actor, through the door of all requests: readers without a socket wait for each other, never the heartbeat. */
  private fromDatabase(actor: Actor, epoch: number, after: number): Promise<Pull> {
    const { region } = actor;
    return this.database.as(
      actor,
      async (tx) => {
        const head = await headOf(tx, region);
        if (epoch !== head.epoch || after > head.seq || head.seq - after > BEHIND_AT_MOST)
          return { type: 'reset', region, epoch: head.epoch };
        const through = Math.min(head.seq, after + EVENTS_AT_ONCE);
        const query: Query = (sql, params) => tx.query(sql, params);
        const cls = visibilityClass(actor);
        const events = after === through ? [] : await readHappenings(query, region, after, through, cls);
        return { type: 'frame', region, epoch, from: after, through, events: [...events] };
      },
      { isolation: 'REPEATABLE READ', readOnly: true },
    );
  }
}

async function headOf(tx: Tx, region: string): Promise<{ readonly epoch: number; readonly seq: number }> {
  const [head] = await tx.query<{ epoch: number; seq: number }>(
    'SELECT epoch, seq::float8 FROM region WHERE code = $1',
    [region],
  );
  if (!head) throw new Refused(refuse('NOT_FOUND'));
  return head;
}

function wholeNumber(text: string | undefined): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw new Refused(refuse('CURSOR_INVALID'));
  return Number(text);
}

function preferredEncoding(request: Request): Encoding {
  const offered = request.acceptsEncodings(['br', 'gzip', 'identity']);
  return offered === 'br' || offered === 'gzip' ? offered : 'identity';
}
