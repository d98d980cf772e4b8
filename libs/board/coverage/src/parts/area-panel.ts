import { Component, computed, inject } from '@angular/core';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import { ShapeMap } from '../charts/shape-map';
import { TileMap } from '../charts/tile-map';
import { placeOf, sortRows } from '../model/areas';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';
import { AreaTable } from './area-table';
import { ChartBlocked, ChartFrame } from './chart-frame';

/** Where people are missing: the map and the table of the same districts. */
@Component({
  selector: 'pp-area-panel',
  imports: [AreaTable, ChartBlocked, ChartFrame, EmptyState, ErrorState, ShapeMap, Skeleton, TileMap],
  templateUrl: './area-panel.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
    tbody th {
      font-weight: 400;
    }
  `,
})
export class AreaPanel {
  protected readonly desk = inject(CoverageDesk);
  protected readonly words = inject(CoverageWords);

  protected readonly state = computed(() => {
    const month = this.desk.month();
    if (month === undefined) return 'LOADING' as const;
    if (month === 'FAILED') return 'FAILED' as const;
    // A cut of totals has its areas, but no figure of any; what is hidden from this reader is a figure.
    const isTold = month.value.areas.some(({ registered, hidden }) => registered !== null || hidden === true);
    return isTold ? ('READY' as const) : ('EMPTY' as const);
  });
  protected readonly asOf = computed(() => this.desk.cut()?.asOf ?? '');
  protected readonly ranked = computed(() => {
    const rows = this.desk.wholeDistricts();
    return sortRows(rows, 'missing', true).map((row) => ({
      area: row.area,
      place: placeOf(rows, row),
      name: row.name,
      missing: this.words.known(row.missing),
      percent: this.percentOf(row.registeredPercent, row.activePercent),
    }));
  });
  protected readonly sentence = computed(() => {
    const first = this.ranked()[0];
    const line = this.desk.line();
    if (!first || line === null) return this.words.say('coverage.mapNoLine');
    const text = this.words.say('coverage.mapText', {
      percent: this.words.line(line),
      measure: this.words.measure(this.desk.measure()).toLowerCase(),
      name: first.name,
      people: first.missing,
    });
    return this.desk.narrowed().segment === null ? text : `${text} ${this.words.say('coverage.mapAllSegments')}`;
  });

  protected pick(area: string): void {
    this.desk.choose({ district: this.desk.narrowed().district === area ? null : area });
  }

  protected again(): void {
    void this.desk.store.load();
  }

  private percentOf(registered: number | null, active: number | null): string {
    return this.words.known(this.desk.measure() === 'registered' ? registered : active, this.words.percent);
  }
}
