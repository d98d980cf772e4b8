import { Injectable, inject } from '@angular/core';
import { SessionStore, Wire } from '@papan/board-platform';
import type { Result } from '@papan/board-platform';
import type { AreaMonthsView, CoverageView, MapShapes, MonthView } from '@papan/contracts';

type Answer<T> = Promise<Result<T>>;

/** What the board asks about the figures, in the active region. */
@Injectable({ providedIn: 'root' })
export class CoverageApi {
  private readonly wire = inject(Wire);
  private readonly session = inject(SessionStore);

  coverage = (): Answer<CoverageView> => this.wire.get(`${this.here()}/coverage`);
  month = (asOf: string): Answer<MonthView> => this.wire.get(`${this.here()}/coverage/months/${asOf}`);
  district = (area: string): Answer<AreaMonthsView> => this.wire.get(`${this.here()}/coverage/areas/${area}`);
  shapes = (): Answer<MapShapes | null> => this.wire.get(`${this.here()}/map-layers/current`);
  reportAddress = (format: 'pdf' | 'xlsx', asOf: string): string =>
    `${this.here()}/coverage/report.${format}?month=${asOf}`;

  private here(): string {
    return `/api/regions/${this.session.region() ?? ''}`;
  }
}
