import { Component, computed, inject } from '@angular/core';
import { Say } from '@papan/board-platform';
import { EmptyState, SelectField, Skeleton } from '@papan/board-ui';
import { bridge, isIsoDate, isRefusal, pointsBridge } from '@papan/domain';
import type { Movements } from '@papan/domain';
import { WaterfallChart } from '../charts/waterfall-chart';
import { movementsBetween } from '../model/movements';
import { waterfall } from '../model/waterfall';
import type { WaterfallBar } from '../model/waterfall';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';
import { ChartBlocked, ChartFrame } from './chart-frame';

/** Why the figure changed from one cut to another: to the person, and in points by denominator and by people. */
@Component({
  selector: 'pp-bridge-panel',
  imports: [ChartBlocked, ChartFrame, EmptyState, SelectField, Skeleton, WaterfallChart],
  templateUrl: './bridge-panel.html',
  styles: `
    tbody th {
      font-weight: 400;
    }
    tr.end > * {
      font-weight: 600;
    }
    .points {
      display: grid;
      gap: var(--s1);
      margin-block-end: var(--s3);
      font-size: var(--text-s);
    }
    pp-select-field {
      min-inline-size: 180px;
    }
  `,
})
export class BridgePanel {
  protected readonly desk = inject(CoverageDesk);
  protected readonly words = inject(CoverageWords);
  private readonly voice = inject(Say);

  protected readonly pair = computed(() => {
    const [before, after] = [this.desk.before(), this.desk.cut()];
    return before && after ? { before, after } : null;
  });
  protected readonly choices = computed(() => {
    const after = this.desk.cut()?.asOf ?? '';
    const earlier = (this.desk.view()?.cuts ?? []).filter(({ asOf }) => asOf < after);
    return earlier.reverse().map(({ asOf }) => ({ value: asOf, text: this.words.day(asOf) }));
  });
  protected readonly compared = computed(() => this.desk.before()?.asOf ?? '');
  /** Movements are told for the whole region; a district or a segment has only its change. */
  private readonly movements = computed<Movements>(() => {
    const [view, pair] = [this.desk.view(), this.pair()];
    return view && pair ? movementsBetween(view, pair.before.asOf, pair.after.asOf) : {};
  });
  protected readonly bars = computed<readonly WaterfallBar[]>(() => {
    const pair = this.pair();
    if (!pair) return [];
    const made = bridge(this.desk.measure(), pair.before, pair.after, this.movements());
    return isRefusal(made) ? [] : waterfall(made);
  });
  protected readonly rows = computed(() =>
    this.bars().map((bar) => ({
      end: bar.kind === 'START' || bar.kind === 'END',
      name: this.name(bar),
      people:
        bar.kind === 'START' || bar.kind === 'END' ? this.words.people(bar.people) : this.words.signed(bar.people),
    })),
  );
  protected readonly sentence = computed(() => {
    const pair = this.pair();
    if (!pair) return '';
    const measure = this.desk.measure();
    const { say, signed, month } = this.words;
    return say('coverage.bridgeText', {
      measure: this.words.measure(measure),
      change: signed(pair.after[measure] - pair.before[measure]),
      from: month(pair.before.asOf),
      through: month(pair.after.asOf),
    });
  });
  protected readonly points = computed(() => {
    const pair = this.pair();
    const told = pair ? pointsBridge(this.desk.measure(), pair.before, pair.after) : null;
    if (!pair || !told) return [];
    const { say, points, people } = this.words;
    const total = say('coverage.pointsTotal', { points: points(told.total) });
    if (pair.before.population === pair.after.population) return [total, say('coverage.pointsSamePopulation')];
    return [
      total,
      say('coverage.pointsParts', { population: points(told.population), people: points(told.people) }),
      say('coverage.populationChanged', {
        before: people(pair.before.population),
        old: pair.before.populationVersion,
        after: people(pair.after.population),
        version: pair.after.populationVersion,
      }),
    ];
  });
  protected readonly startText = computed(() => (this.pair() ? this.words.short(this.pair()?.before.asOf ?? '') : ''));
  protected readonly endText = computed(() => (this.pair() ? this.words.short(this.pair()?.after.asOf ?? '') : ''));

  protected compareWith(asOf: string): void {
    if (isIsoDate(asOf) && asOf !== this.compared()) this.desk.choose({ compared: asOf });
  }

  private name({ kind, movement }: WaterfallBar): string {
    if (kind === 'START') return this.startText();
    if (kind === 'END') return this.endText();
    return movement === null ? this.words.say('coverage.unexplained') : this.voice.word('movement', movement);
  }
}
