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

  /** What ships with the product about every region, then what the active region's own people found. */
  async claims(): Promise<Result<readonly PublishedFigureView[]>> {
    const [shipped, own] = await Promise.all([
      this.board.figures(),
      this.wire.get<readonly PublishedFigureView[]>(this.here()),
    ]);
    if (!shipped.ok) return shipped;
    if (!own.ok) return own;
    const known = new Set(shipped.value.map(({ id }) => id));
    return { ok: true, value: [...shipped.value, ...own.value.filter(({ id }) => !known.has(id))] };
  }

  record = (body: RecordClaim, command: CommandId): Promise<Result<Accepted>> =>
    this.wire.send('POST', this.here(), body, { command });

  private here(): string {
    return `/api/regions/${this.session.region() ?? ''}/claims`;
  }
}
