import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Directory, SessionStore } from '@papan/board-platform';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import { CoverageApi } from '../api/coverage-api';
import { AreaPanel } from '../parts/area-panel';
import { AwardPanel } from '../parts/award-panel';
import { BridgePanel } from '../parts/bridge-panel';
import { BurnUpPanel } from '../parts/burn-up-panel';
import { GaugePanel } from '../parts/gauge-panel';
import { MonthBar } from '../parts/month-bar';
import { OutlookPanel } from '../parts/outlook-panel';
import { ReconcilePanel } from '../parts/reconcile-panel';
import { SeriesPanel } from '../parts/series-panel';
import { SpreadPanel } from '../parts/spread-panel';
import { StackPanel } from '../parts/stack-panel';
import { WhatIfPanel } from '../parts/what-if-panel';
import { CoverageRooms } from '../rooms/coverage-rooms';
import { LEAVES, writeChosen } from '../state/address';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageStore } from '../state/coverage-store';
import { CoverageWords } from '../state/coverage-words';

/** How many are missing, where, in which segment, when the line is reached, and whether it will be kept. */
@Component({
  selector: 'pp-coverage-page',
  imports: [
    AreaPanel,
    AwardPanel,
    BridgePanel,
    BurnUpPanel,
    CoverageRooms,
    EmptyState,
    ErrorState,
    GaugePanel,
    MonthBar,
    OutlookPanel,
    ReconcilePanel,
    SeriesPanel,
    RouterLink,
    Skeleton,
    SpreadPanel,
    StackPanel,
    WhatIfPanel,
  ],
  providers: [CoverageStore, CoverageDesk],
  templateUrl: './coverage-page.html',
  styleUrl: './coverage-page.css',
})
export class CoveragePage {
  protected readonly desk = inject(CoverageDesk);
  protected readonly store = inject(CoverageStore);
  protected readonly words = inject(CoverageWords);
  private readonly api = inject(CoverageApi);
  private readonly session = inject(SessionStore);
  private readonly directory = inject(Directory);

  protected readonly leaves = LEAVES;
  protected readonly view = this.store.view;
  protected readonly cut = this.desk.cut;
  protected readonly region = computed(() => this.view()?.region ?? null);
  protected readonly mayImport = computed(() => this.session.can('coverage.import'));
  protected readonly pdf = computed(() => this.api.reportAddress('pdf', this.cut()?.asOf ?? ''));
  protected readonly xlsx = computed(() => this.api.reportAddress('xlsx', this.cut()?.asOf ?? ''));
  protected readonly publicPage = computed(() => `/publik/${this.region()?.code ?? ''}`);
  protected readonly addresses = computed(() =>
    this.leaves.map((leaf) => ({
      leaf,
      text: this.words.say(`coverage.leaf_${leaf}`),
      query: writeChosen({ ...this.desk.chosen(), leaf }),
      here: this.desk.chosen().leaf === leaf,
    })),
  );
  protected readonly versionNote = computed(() => {
    const cut = this.cut();
    if (!cut) return '';
    const { say, people, short } = this.words;
    const recorded = say('coverage.recordedAt', { date: short(cut.recordedAt.slice(0, 10)) });
    return cut.older > 0 ? `${recorded} · ${say('coverage.olderVersions', { count: people(cut.older) })}` : recorded;
  });
  /** Who recorded it, where that is known. */
  protected readonly recordedBy = computed(() => this.directory.person(this.cut()?.person ?? null)?.name ?? '');

  protected retry(): void {
    void this.store.load();
  }

  protected print(): void {
    window.print();
  }
}
