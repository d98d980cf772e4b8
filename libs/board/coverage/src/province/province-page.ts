import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { LiveStore, Say, problemOf } from '@papan/board-platform';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import type { Problem, ProvinceView } from '@papan/contracts';
import {
  MEASURES,
  REGENCY_TILES,
  formatDecimal,
  formatInteger,
  formatPercent,
  formatShortDate,
  formatSigned,
  gridOf,
  percentOf,
} from '@papan/domain';
import type { Cut, IsoDate, Measure, RankedBy } from '@papan/domain';
import { CoverageRooms } from '../rooms/coverage-rooms';
import { ProvinceApi } from './province-api';
import { SORTS, barOf, readChosen, sortedBy, tableOf, writeChosen } from './province-view';
import type { Chosen, RegionRow, Sort } from './province-view';
import { RegionTiles } from './region-tiles';
import type { TileFace } from './region-tiles';
import { TILE_CLASSES, classOf } from './tile-class';

/** The regencies and cities of a province, ranked; who has no figures that compare stands apart. */
@Component({
  selector: 'pp-province-page',
  imports: [CoverageRooms, EmptyState, ErrorState, RegionTiles, Skeleton],
  templateUrl: './province-page.html',
  styleUrls: ['./province-page.css', './tile-class.css'],
})
export class ProvincePage {
  protected readonly voice = inject(Say);
  private readonly api = inject(ProvinceApi);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly view = signal<ProvinceView | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly measures = MEASURES;
  protected readonly ways: readonly RankedBy[] = ['FIGURE', 'GAIN'];
  protected readonly sorts = SORTS;

  protected readonly chosen = computed<Chosen>(() => {
    const query = this.query();
    return readChosen(Object.fromEntries(query.keys.map((key) => [key, query.get(key)])));
  });
  private readonly table = computed(() => tableOf(this.view()?.regions ?? [], this.chosen()));
  protected readonly rows = computed(() => {
    const at = barOf(this.table().rows);
    return this.table().rows.map((row) => this.line(row, at));
  });
  protected readonly apart = computed(() =>
    this.table().apart.map(({ region, name, cut }) => ({
      region,
      name,
      says: cut ? this.cutSays(cut) : this.voice.say('figures.apartNone'),
    })),
  );
  protected readonly claims = computed(() =>
    (this.view()?.claims ?? []).map(({ id, region, note, source, asOf }) => ({
      ...{ id, note, name: region.name },
      from: asOf === null ? source : `${source} · ${this.date(asOf)}`,
    })),
  );

  /** The line of most regions, for the words of the map. */
  protected readonly linePercent = computed(() => {
    const percent = this.ranked().find(({ line }) => line !== null)?.line?.percent;
    return percent === undefined ? '' : this.percent(percent, 0);
  });
  /** Whatever the table is ranked by, a tile tells the figure. */
  private readonly ranked = computed(
    () => tableOf(this.view()?.regions ?? [], { ...this.chosen(), by: 'FIGURE', sort: 'place' }).rows,
  );
  protected readonly grid = computed(() => {
    const codes = (this.view()?.regions ?? []).map(({ region }) => region);
    return gridOf(REGENCY_TILES, new Set(codes));
  });
  protected readonly faces = computed<ReadonlyMap<string, TileFace>>(() => {
    const rows = new Map(this.ranked().map((row) => [row.region, row]));
    return new Map((this.view()?.regions ?? []).map(({ region, name }) => [region, this.face(name, rows.get(region))]));
  });
  protected readonly legend = computed(() => {
    const kinds = [...this.faces().values()].map(({ kind }) => kind);
    return [...TILE_CLASSES, 'None' as const].map((kind) => ({
      kind,
      sign: kind === 'None' ? '–' : String(kind),
      word: this.voice.say(`figures.class${kind}`),
      count: this.voice.say('figures.countOf', { count: kinds.filter((one) => one === kind).length }),
    }));
  });

  constructor() {
    void this.load();
    const stop = inject(LiveStore).onHappenings((happenings) => {
      if (happenings.some(({ event }) => event.type === 'CutRecorded')) void this.load();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  protected choose(change: Partial<Chosen>): void {
    this.go({ ...this.chosen(), ...change });
  }

  protected sort(column: Sort): void {
    this.go(sortedBy(this.chosen(), column));
  }

  protected sorted(column: Sort): 'ascending' | 'descending' | null {
    const { sort, down } = this.chosen();
    return sort === column ? (down ? 'descending' : 'ascending') : null;
  }

  protected head(column: Sort): string {
    const { measure } = this.chosen();
    switch (column) {
      case 'place':
        return this.voice.say('figures.place');
      case 'name':
        return this.voice.say('figures.region');
      case 'share':
        return this.voice.word('measure', measure);
      case 'missing':
        return this.voice.say('figures.missingTo', { percent: this.linePercent() });
      case 'gain':
        return this.voice.say('figures.gain');
      case 'date':
        return this.voice.say('figures.date');
    }
  }

  protected async load(): Promise<void> {
    const result = await this.api.province();
    if (result.ok) this.view.set(result.value);
    this.problem.set(result.ok ? null : (problemOf(result) ?? 'UNREACHABLE'));
  }

  private go(chosen: Chosen): void {
    void this.router.navigate([], {
      ...{ relativeTo: this.route, queryParams: writeChosen(chosen) },
      ...{ queryParamsHandling: 'merge', replaceUrl: true },
    });
  }

  private line(row: RegionRow, at: (percent: number) => number) {
    const { region, name, place, cut, people, gain, missing, line, otherPopulation } = row;
    return {
      ...{ region, name, place, source: cut.source, example: cut.example },
      share: this.share(people, cut),
      of: this.voice.say('figures.peopleOf', {
        people: this.integer(people),
        population: this.integer(cut.population),
      }),
      version: this.voice.say('figures.version', { version: cut.populationVersion }),
      missing: missing === null ? '' : missing === 0 ? this.voice.say('figures.reachedLine') : this.integer(missing),
      points: gain ? this.voice.say('figures.points', { points: this.points(gain.points) }) : '',
      gain: gain ? this.gain(gain) : otherPopulation ? this.voice.say('figures.otherPopulation') : '',
      date: this.date(cut.asOf),
      bar: at((people / cut.population) * 100),
      mark: line ? at(line.percent) : null,
    };
  }

  private gain({ people, since }: { readonly people: number; readonly since: IsoDate }): string {
    const amount = this.voice.say('figures.gainPeople', { people: formatSigned(people, this.voice.locale()) });
    return `${amount} ${this.voice.say('figures.gainSince', { date: this.date(since) })}`;
  }

  private face(name: string, row: RegionRow | undefined): TileFace {
    if (!row) return { kind: 'None', spoken: this.voice.say('figures.tileNone', { name }) };
    const { cut, people, missing } = row;
    const about = {
      name,
      share: this.share(people, cut),
      population: this.integer(cut.population),
      date: this.date(cut.asOf),
      percent: this.linePercent(),
    };
    const spoken =
      missing === null || missing > 0
        ? this.voice.say('figures.tileMissing', { ...about, people: this.integer(missing ?? 0) })
        : this.voice.say('figures.tileReached', about);
    return { kind: classOf(missing), spoken };
  }

  private cutSays(cut: Cut): string {
    const { measure } = this.chosen();
    const of = this.voice.say('figures.peopleOf', {
      people: this.integer(cut[measure]),
      population: this.integer(cut.population),
    });
    const example = cut.example ? ` · ${this.voice.say('figures.sample')}` : '';
    return `${this.share(cut[measure], cut)} · ${of} · ${cut.source}, ${this.date(cut.asOf)}${example}`;
  }

  private share(people: number, cut: Cut): string {
    const percent = percentOf(people, cut.population);
    return percent === null ? '' : this.percent(percent, 2);
  }

  protected measureWord = (measure: Measure): string => this.voice.word('measure', measure);
  private integer = (value: number): string => formatInteger(value, this.voice.locale());
  private percent = (value: number, decimals: number): string => formatPercent(value, this.voice.locale(), decimals);
  private date = (on: IsoDate): string => formatShortDate(on, this.voice.locale());
  private points(points: number): string {
    const sign = points > 0 ? '+' : points < 0 ? '−' : '';
    return `${sign}${formatDecimal(Math.abs(points), 2, this.voice.locale())}`;
  }
}
