import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import { LiveStore, SessionStore } from '@papan/board-platform';
import type { AreaMonthsView, CoverageView, MapShapes, MonthView } from '@papan/contracts';
import type { IsoDate } from '@papan/domain';
import { CoverageApi } from '../api/coverage-api';
import { touchesFigures } from './touched';

/** Many reports make one question; a new cut is asked for at once. */
const GATHER = 3_000;

/** One thing that is fetched: what is here, or that it could not come. */
export type Fetched<T> = { readonly value: T } | 'FAILED';

/**
 * The figures as the server tells them, kept up to date: fetched anew when a cut or another figure is recorded. What is
 * shown stays on the screen until the new answer is here, and also when none comes; `stale` says so.
 */
@Injectable()
export class CoverageStore {
  private readonly api = inject(CoverageApi);
  private readonly live = inject(LiveStore);
  private readonly session = inject(SessionStore);

  private readonly viewNow = signal<CoverageView | null>(null);
  private readonly failedNow = signal(false);
  private readonly staleNow = signal(false);
  private readonly months = signal<ReadonlyMap<IsoDate, Fetched<MonthView>>>(new Map());
  private readonly districts = signal<ReadonlyMap<string, Fetched<AreaMonthsView>>>(new Map());
  private readonly shapesNow = signal<MapShapes | null>(null);
  /** Answers of questions before the last refresh are dropped. */
  private turn = 0;
  private readonly asked = new Set<string>();

  readonly view = this.viewNow.asReadonly();
  /** Nothing is here, and nothing came. */
  readonly failed = this.failedNow.asReadonly();
  /** Something is here, but the last question was not answered. */
  readonly stale = this.staleNow.asReadonly();
  readonly shapes = this.shapesNow.asReadonly();

  constructor() {
    effect(() => {
      this.session.region();
      // What happened before the board began anew was not told one by one; a cut moves the figures themselves.
      this.live.snapshots();
      this.live.cut();
      untracked(() => void this.load());
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = this.live.onHappenings((happenings) => {
      if (!touchesFigures(happenings)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void this.load(), GATHER);
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      clearTimeout(timer);
    });
  }

  month(asOf: IsoDate): Fetched<MonthView> | undefined {
    return this.months().get(asOf);
  }

  district(area: string): Fetched<AreaMonthsView> | undefined {
    return this.districts().get(area);
  }

  async load(): Promise<void> {
    const turn = ++this.turn;
    const region = this.session.region();
    const result = await this.api.coverage();
    if (turn !== this.turn) return;
    if (!result.ok) {
      const isSame = this.viewNow()?.region.code === region;
      if (!isSame) this.viewNow.set(null);
      this.failedNow.set(!isSame);
      this.staleNow.set(isSame);
      return;
    }
    this.failedNow.set(false);
    this.staleNow.set(false);
    if (this.viewNow()?.region.code !== result.value.region.code) this.forget();
    this.viewNow.set(result.value);
    void this.again();
    if (result.value.map === null) this.shapesNow.set(null);
    else if (this.shapesNow()?.layer.number !== result.value.map.number) await this.loadShapes(turn);
  }

  /** Asks for the areas of a month, once. */
  needMonth(asOf: IsoDate): void {
    if (this.asked.has(asOf)) return;
    this.asked.add(asOf);
    void this.fetchMonth(asOf, this.turn);
  }

  /** Asks for a district over the months, once. */
  needDistrict(area: string): void {
    if (this.asked.has(area)) return;
    this.asked.add(area);
    void this.fetchDistrict(area, this.turn);
  }

  /** What is shown of months and districts is fetched anew; the old stays until the new is here. */
  private async again(): Promise<void> {
    const turn = this.turn;
    await Promise.all([
      ...[...this.months().keys()].map((asOf) => this.fetchMonth(asOf, turn)),
      ...[...this.districts().keys()].map((area) => this.fetchDistrict(area, turn)),
    ]);
  }

  /** Another region has the same days. */
  private forget(): void {
    this.months.set(new Map());
    this.districts.set(new Map());
    this.shapesNow.set(null);
    this.asked.clear();
  }

  private async fetchMonth(asOf: IsoDate, turn: number): Promise<void> {
    const result = await this.api.month(asOf);
    if (turn !== this.turn) return this.fetchMonth(asOf, this.turn);
    this.months.update((all) => put(all, asOf, result.ok ? { value: result.value } : 'FAILED'));
  }

  private async fetchDistrict(area: string, turn: number): Promise<void> {
    const result = await this.api.district(area);
    if (turn !== this.turn) return this.fetchDistrict(area, this.turn);
    this.districts.update((all) => put(all, area, result.ok ? { value: result.value } : 'FAILED'));
  }

  private async loadShapes(turn: number): Promise<void> {
    const result = await this.api.shapes();
    if (turn === this.turn) this.shapesNow.set(result.ok ? result.value : null);
  }
}

/** What is here is not given up for an answer that did not come. */
function put<K, V>(all: ReadonlyMap<K, Fetched<V>>, key: K, fetched: Fetched<V>): ReadonlyMap<K, Fetched<V>> {
  const known = all.get(key);
  return fetched === 'FAILED' && known !== undefined ? all : new Map(all).set(key, fetched);
}
