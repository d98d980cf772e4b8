import { Component, computed, inject, signal } from '@angular/core';
import { Icon } from '@papan/board-ui';
import { missingTo } from '@papan/domain';
import { sortRows, sumOf } from '../model/areas';
import type { AreaRow } from '../model/areas';
import type { AreaSort } from '../state/address';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';

/** Districts, each of which unfolds into its villages; the heads sort. */
@Component({
  selector: 'pp-area-table',
  imports: [Icon],
  templateUrl: './area-table.html',
  styleUrls: ['./link-button.css', './area-table.css'],
})
export class AreaTable {
  protected readonly desk = inject(CoverageDesk);
  protected readonly words = inject(CoverageWords);

  protected readonly columns: readonly AreaSort[] = ['population', 'registered', 'active', 'missing', 'change'];
  private readonly unfolded = signal<ReadonlySet<string>>(new Set());

  /** Every district, also where one is chosen: the row of the chosen one is marked and unfolded. */
  protected readonly rows = computed(() => {
    const { sort, down, district } = this.desk.chosen();
    const shown = this.desk.districts().filter(({ area }) => district === null || area === district);
    return sortRows(shown, sort, down).map((row) => {
      const open = this.unfolded().has(row.area) || row.area === district;
      const villages = open ? sortRows(this.villagesOf(row.area), sort, down) : [];
      return { row, open, villages, bar: this.bar(row) };
    });
  });
  protected readonly hasVillages = computed(() => this.desk.rows().some(({ kind }) => kind === 'VILLAGE'));
  private readonly most = computed(() => Math.max(1, ...this.desk.districts().map(({ missing }) => missing ?? 0)));

  protected readonly sums = computed(() => {
    const rows = this.desk.districts();
    return {
      population: sumOf(rows, ({ population }) => population),
      registered: sumOf(rows, ({ registered }) => registered),
      active: sumOf(rows, ({ active }) => active),
      change: sumOf(rows, ({ change }) => change),
    };
  });
  /** What the cut has beyond its areas: people without a known village. */
  protected readonly beyond = computed(() => {
    const [cut, sums] = [this.desk.cut(), this.sums()];
    if (!cut || sums.registered === null || sums.active === null || this.desk.isNarrowed()) return null;
    const [registered, active] = [cut.registered - sums.registered, cut.active - sums.active];
    return registered === 0 && active === 0 ? null : { registered, active };
  });

  /** Of the region itself: districts above the line make up for others, so that it is less than their sum. */
  protected readonly wholeMissing = computed(() => {
    const [cut, line] = [this.desk.cut(), this.desk.line()];
    if (!cut || line === null || this.desk.isNarrowed()) return '–';
    return this.words.people(missingTo(line, cut[this.desk.measure()], cut.population).missing);
  });

  protected head(column: AreaSort): string {
    switch (column) {
      case 'name':
        return this.words.say('coverage.area');
      case 'population':
        return this.words.say('coverage.population');
      case 'missing':
        return this.words.say('coverage.missingToLine');
      case 'change':
        return this.words.say('coverage.change');
      default:
        return this.words.measure(column);
    }
  }

  protected ariaSort(column: AreaSort): 'ascending' | 'descending' | null {
    const { sort, down } = this.desk.chosen();
    return sort === column ? (down ? 'descending' : 'ascending') : null;
  }

  /** Names begin at A, figures at the highest; once more turns it round. */
  protected sortBy(column: AreaSort): void {
    const { sort, down } = this.desk.chosen();
    this.desk.choose({ sort: column, down: sort === column ? !down : column !== 'name' });
  }

  protected toggle(area: string): void {
    this.unfolded.update((open) => {
      const next = new Set(open);
      if (!next.delete(area)) next.add(area);
      return next;
    });
  }

  protected pick(area: string): void {
    this.desk.choose({ district: this.desk.narrowed().district === area ? null : area });
  }

  /** To the line, or beyond it with a plus; a dash where a segment is chosen, for which there is no line. */
  protected toLine({ missing, surplus, population }: AreaRow): string {
    if (this.desk.narrowed().segment !== null) return '–';
    if (missing === null) return population === null ? this.words.say('coverage.noData') : '–';
    return missing === 0 ? this.words.signed(surplus) : this.words.people(missing);
  }

  protected share(percent: number | null): string {
    return percent === null ? '' : this.words.percent(percent);
  }

  protected bar({ missing }: AreaRow): number {
    return Math.min(100, ((missing ?? 0) / this.most()) * 100);
  }

  private villagesOf(district: string): readonly AreaRow[] {
    return this.desk.rows().filter(({ kind, area }) => kind === 'VILLAGE' && area.startsWith(`${district}.`));
  }
}
