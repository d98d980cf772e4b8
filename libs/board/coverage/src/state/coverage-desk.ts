import { Injectable, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Directory, LiveStore } from '@papan/board-platform';
import type { CoverageView, CutView } from '@papan/contracts';
import { MEASURES, countdown, forecast, headline, missingTo, percentOf, wibDate } from '@papan/domain';
import type { Measure } from '@papan/domain';
import { rowsOf } from '../model/areas';
import type { AreaRow } from '../model/areas';
import { comparedWith, cutOf, figureOf, figuresOf, netsThrough } from '../model/figures';
import type { Figure, Narrowed } from '../model/figures';
import { ruleOf } from '../model/rule';
import type { Rule } from '../model/rule';
import { readChosen, writeChosen } from './address';
import type { Chosen } from './address';
import { CoverageStore } from './coverage-store';

/** One figure with everything that it rests on. */
export interface GaugeFigure {
  readonly measure: Measure;
  readonly figure: Figure;
  /** With what was verified after the cut; the same as in the cut where it is history or narrowed. */
  readonly total: number | null;
  readonly verifiedAfter: number;
  readonly percent: number | null;
  readonly rule: Rule | null;
  readonly shortfall: { readonly needed: number; readonly missing: number; readonly surplus: number } | null;
}

/** What is chosen, and everything that follows from it; one for the page. */
@Injectable()
export class CoverageDesk {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly live = inject(LiveStore);
  private readonly directory = inject(Directory);
  readonly store = inject(CoverageStore);

  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  readonly chosen = computed<Chosen>(() => {
    const map = this.query();
    return readChosen(Object.fromEntries(map.keys.map((key) => [key, map.get(key)])));
  });
  readonly measure = computed(() => this.chosen().measure);
  readonly narrowed = computed<Narrowed>(() => {
    const { segment, district } = this.chosen();
    return { segment, district };
  });
  readonly isNarrowed = computed(() => this.narrowed().segment !== null || this.narrowed().district !== null);

  readonly view = this.store.view;
  readonly campaign = this.directory.campaign;
  readonly cut = computed(() => {
    const view = this.view();
    return view ? cutOf(view, this.chosen().month) : null;
  });
  readonly isNewest = computed(() => this.cut() !== null && this.cut() === this.view()?.cuts.at(-1));
  /** What is compared with, for changes and the bridge. */
  readonly before = computed(() => {
    const [view, cut] = [this.view(), this.cut()];
    return view && cut ? comparedWith(view, cut, this.chosen().compared) : null;
  });
  /** The cut right before: changes in the table are against it. */
  readonly previous = computed(() => {
    const [view, cut] = [this.view(), this.cut()];
    return view && cut ? comparedWith(view, cut, null) : null;
  });

  readonly month = computed(() => {
    const cut = this.cut();
    return cut ? this.store.month(cut.asOf) : undefined;
  });
  private readonly areas = computed(() => found(this.month())?.areas ?? []);
  private readonly areasBefore = computed(() => {
    const previous = this.previous();
    return (previous && found(this.store.month(previous.asOf))?.areas) ?? [];
  });
  /** The chosen district over the months. */
  readonly district = computed(() => {
    const { district } = this.narrowed();
    return district === null ? null : (found(this.store.district(district)) ?? null);
  });
  readonly districtName = computed(() => {
    const { district } = this.narrowed();
    return district === null ? '' : this.nameOf(district);
  });

  readonly rules = computed<Readonly<Record<Measure, Rule | null>>>(() => {
    const asOf = this.cut()?.asOf ?? this.live.today();
    const of = (measure: Measure): Rule | null => ruleOf(measure, asOf, this.campaign(), this.isNewest());
    return { registered: of('registered'), active: of('active') };
  });
  readonly line = computed(() => this.rules()[this.measure()]?.percent ?? null);

  /** What BPJS verified after the newest cut; of the live store, so that it moves with every verification. */
  private readonly after = computed(() => {
    const [cut, live] = [this.cut(), this.live.cut()];
    const isLive = cut !== null && live !== null && this.isNewest() && !this.isNarrowed() && live.asOf === cut.asOf;
    return isLive ? headline(live, this.live.verified()) : null;
  });
  readonly gauges = computed<readonly GaugeFigure[]>(() => {
    const [view, cut] = [this.view(), this.cut()];
    return view && cut ? MEASURES.map((measure) => this.gauge(view, cut, measure)) : [];
  });

  readonly figures = computed(() => {
    const view = this.view();
    return view ? figuresOf(view, this.district(), this.narrowed(), this.measure()) : [];
  });

  readonly rows = computed<readonly AreaRow[]>(() => {
    const { segment } = this.narrowed();
    return rowsOf(this.areas(), this.areasBefore(), { measure: this.measure(), segment, line: this.line() });
  });
  /** All segments together: only they have a line, and so people missing to it. */
  readonly wholeDistricts = computed(() => {
    const rows = rowsOf(this.areas(), this.areasBefore(), {
      measure: this.measure(),
      segment: null,
      line: this.line(),
    });
    return rows.filter(({ kind }) => kind === 'DISTRICT');
  });
  readonly districts = computed(() => this.rows().filter(({ kind }) => kind === 'DISTRICT'));

  readonly deadline = computed(() => this.campaign()?.deadline ?? null);
  readonly deadlineDay = computed(() => {
    const deadline = this.deadline();
    return deadline === null ? null : wibDate(deadline);
  });
  readonly workingDays = computed(() => {
    const deadline = this.deadline();
    return deadline === null ? null : countdown(this.live.now(), deadline, this.directory.decrees());
  });

  constructor() {
    effect(() => {
      const [cut, previous, { district }] = [this.cut(), this.previous(), this.narrowed()];
      untracked(() => {
        if (cut) this.store.needMonth(cut.asOf);
        if (previous) this.store.needMonth(previous.asOf);
        if (district !== null) this.store.needDistrict(district);
      });
    });
  }

  /** Chooses something more; `replace` where each step of a drag would be a page of its own to go back to. */
  choose(part: Partial<Chosen>, replace = false): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: writeChosen({ ...this.chosen(), ...part }),
      queryParamsHandling: 'merge',
      replaceUrl: replace,
    });
  }

  nameOf(area: string): string {
    return this.directory.area(area)?.name ?? this.areas().find((one) => one.area === area)?.name ?? area;
  }

  /** When the line of a measure is reached, from the cuts up to the chosen one. */
  outlook(measure: Measure) {
    const [view, cut, rule] = [this.view(), this.cut(), this.rules()[measure]];
    if (!view || !cut || !rule || this.narrowed().segment !== null) return null;
    const figures = figuresOf(view, this.district(), this.narrowed(), measure);
    const now = figures.find(({ asOf }) => asOf === cut.asOf);
    if (!now || now.people === null || now.population === null) return null;
    const { needed } = missingTo(rule.percent, now.people, now.population);
    const nets = netsThrough(figures, cut.asOf);
    return { measure, rule, people: now.people, needed, nets, told: forecast(now.people, needed, cut.asOf, nets) };
  }

  private gauge(view: CoverageView, cut: CutView, measure: Measure): GaugeFigure {
    const figure = figureOf(view, found(this.month()) ?? null, cut, this.narrowed(), measure);
    const verifiedAfter = this.after()?.[measure].verifiedAfter ?? 0;
    const { people, population } = figure;
    const total = people === null ? null : people + verifiedAfter;
    const rule = this.narrowed().segment === null ? this.rules()[measure] : null;
    const known = total !== null && population !== null;
    const shortfall = known && rule ? missingTo(rule.percent, total, population) : null;
    return {
      measure,
      figure,
      total,
      verifiedAfter,
      percent: known ? percentOf(total, population) : null,
      rule,
      shortfall,
    };
  }
}

function found<T>(fetched: { readonly value: T } | 'FAILED' | undefined): T | undefined {
  return fetched === undefined || fetched === 'FAILED' ? undefined : fetched.value;
}
