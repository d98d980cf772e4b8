import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Pull } from '@papan/contracts';
import { type Actor, refuse, visibilityClass } from '@papan/domain';
import type { Request, Response } from 'express';
import { QueryWord } from '../http/parsed';
import { type FullRefusal, Refused } from '../http/refused';
import { CurrentActor, May } from '../identity/access';
import { JournalTail } from '../journal/journal-tail';
import { visibleTo } from '../journal/read-happenings';
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
    const { region } = actor;
    const head = await this.tail.head(region);
    if (!head) throw new Refused(refuse('NOT_FOUND'));
    if (epoch !== head.epoch || after > head.head || head.head - after > BEHIND_AT_MOST) {
      return { type: 'reset', region, epoch: head.epoch };
    }
    const entries = after === head.head ? [] : await this.tail.readAfter(region, after, EVENTS_AT_ONCE);
    const through = entries.at(-1)?.happening.seq ?? after;
    const events = [...visibleTo(entries, visibilityClass(actor))];
    return { type: 'frame', region, epoch, from: after, through, events };
  }
}

function wholeNumber(text: string | undefined): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw new Refused(refuse('CURSOR_INVALID'));
  return Number(text);
}

function preferredEncoding(request: Request): Encoding {
  const offered = request.acceptsEncodings(['br', 'gzip', 'identity']);
  return offered === 'br' || offered === 'gzip' ? offered : 'identity';
}
