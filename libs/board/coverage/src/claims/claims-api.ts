import { Injectable, inject } from '@angular/core';
import { BoardApi, SessionStore, Wire } from '@papan/board-platform';
import type { CommandId, Result } from '@papan/board-platform';
import type { Accepted, PublishedFigureView, RecordClaim } from '@papan/contracts';

/** What was published about coverage, and recording more of it. */
@Injectable({ providedIn: 'root' })
export class ClaimsApi {
  private readonly board = inject(BoardApi);
  private readonly wire = inject(Wire);
  private readonly session = inject(SessionStore);

  claims = (): Promise<Result<readonly PublishedFigureView[]>> => this.board.figures();

  record = (body: RecordClaim, command: CommandId): Promise<Result<Accepted>> =>
    this.wire.send('POST', `/api/regions/${this.session.region() ?? ''}/claims`, body, { command });
}
