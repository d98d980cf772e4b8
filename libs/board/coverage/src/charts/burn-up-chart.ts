import { Component, computed, inject, input, output, signal } from '@angular/core';
import { daysBetween } from '@papan/domain';
import type { IsoDate } from '@papan/domain';
import type { BandPoint, BurnUpPoint } from '../model/burn-up';
import { scale, spreadLabels, ticks } from '../model/scale';
import { CoverageWords } from '../state/coverage-words';
import { Patterns } from './patterns';
import { nextChartId, ownWidth, stepTo } from './sized';

const HEIGHT = 300;
const TOP = 14;
const BOTTOM = 30;
const LABEL = 15;

/** The cuts, what is reported beyond them, the line, and where the pace so far leads. */
@Component({
  selector: 'pp-burn-up-chart',
  imports: [Patterns],
  templateUrl: './burn-up-chart.html',
  styleUrls: ['./chart.css', './burn-up-chart.css'],
})
export class BurnUpChart {
  readonly points = input.required<readonly BurnUpPoint[]>();
  readonly band = input<readonly BandPoint[]>([]);
  readonly deadline = input<IsoDate | null>(null);
  /** The chosen month. */
  readonly here = input<IsoDate | null>(null);
  readonly label = input.required<string>();
  readonly lineText = input('');
  readonly pick = output<IsoDate>();

  protected readonly words = inject(CoverageWords);
  protected readonly id = nextChartId();
  protected readonly width = ownWidth();
  protected readonly height = HEIGHT;
  protected readonly bottom = HEIGHT - BOTTOM;
  protected readonly top = TOP;

  protected readonly narrow = computed(() => this.width() < 520);
  protected readonly left = computed(() => (this.narrow() ? 56 : 68));
  protected readonly right = computed(() => this.width() - (this.narrow() ? 14 : 128));

  private readonly known = computed(() => this.points().filter(({ people }) => people !== null));
  private readonly first = computed(() => this.points()[0]?.asOf ?? '2000-01-01');
  private readonly x = computed(() => {
    const last = this.points().at(-1)?.asOf ?? this.first();
    const end = [this.deadline() ?? last, this.band().at(-1)?.at ?? last, last].sort().at(-1) ?? last;
    return scale(0, Math.max(1, daysBetween(this.first(), end)), [this.left(), this.right()]);
  });
  private readonly levels = computed(() => {
    const values = this.points().flatMap(({ people, reported, needed }) => [people, reported, needed]);
    const band = this.band().flatMap(({ low, high }) => [low, high]);
    const all = [...values, ...band].filter((value): value is number => value !== null);
    return ticks(Math.min(...all), Math.max(...all), 5);
  });
  private readonly y = computed(() => {
    const levels = this.levels();
    return scale(levels[0] ?? 0, levels.at(-1) ?? 1, [this.bottom, TOP]);
  });

  protected readonly grid = computed(() =>
    this.levels().map((value) => ({ at: this.y().at(value), text: this.words.people(value) })),
  );
  protected readonly months = computed(() => {
    const points = this.points();
    const every = Math.max(1, Math.ceil(points.length / (this.narrow() ? 3 : 7)));
    return points
      .filter((_, at) => (points.length - 1 - at) % every === 0)
      .map(({ asOf }) => ({ at: this.at(asOf), text: this.words.month(asOf) }));
  });
  protected readonly verified = computed(() => this.path(({ people }) => people));
  protected readonly reported = computed(() => this.path(({ reported }) => reported));
  protected readonly dots = computed(() =>
    this.known().map(({ asOf, people }) => ({ asOf, x: this.at(asOf), y: this.y().at(people ?? 0) })),
  );
  /** In steps: a new population moves the line on its day. */
  protected readonly target = computed(() => {
    const points = this.points().filter(({ needed }) => needed !== null);
    const steps = points.map(({ asOf, needed }, at) => {
      const [x, y] = [this.at(asOf), this.y().at(needed ?? 0)];
      return at === 0 ? `M${x} ${y}` : `H${x}V${y}`;
    });
    return steps.length === 0 ? '' : `${steps.join('')}H${this.right()}`;
  });
  protected readonly fan = computed(() => {
    const band = this.band();
    if (band.length === 0) return null;
    const line = (of: (point: BandPoint) => number): string[] =>
      band.map((point) => `${this.at(point.at)} ${this.y().at(of(point))}`);
    return {
      area: `M${[...line(({ high }) => high), ...line(({ low }) => low).reverse()].join('L')}Z`,
      middle: `M${line(({ middle }) => middle).join('L')}`,
    };
  });
  protected readonly deadlineAt = computed(() => {
    const deadline = this.deadline();
    return deadline === null || deadline < this.first() ? null : this.at(deadline);
  });
  protected readonly hereAt = computed(() => {
    const here = this.here();
    return here === null ? null : this.at(here);
  });
  protected readonly labels = computed(() => {
    const last = this.known().at(-1);
    const needed = this.points().findLast((point) => point.needed !== null)?.needed ?? null;
    const middle = this.band().at(-1)?.middle ?? null;
    const wanted = [
      { key: 'target', text: this.lineText(), value: needed },
      { key: 'reported', text: this.words.say('coverage.reported'), value: last?.reported ?? null },
      { key: 'verified', text: this.words.say('coverage.verified'), value: last?.people ?? null },
      { key: 'fan', text: this.words.say('coverage.bandShort'), value: middle },
    ].filter(({ value, text }) => value !== null && text !== '');
    const at = spreadLabels(
      wanted.map(({ value }) => this.y().at(value ?? 0)),
      LABEL,
      TOP,
      this.bottom,
    );
    return wanted.map((one, index) => ({ ...one, y: at[index] ?? 0 }));
  });

  private readonly reading = signal<number | null>(null);
  protected readonly readAt = computed(() => {
    const point = this.points()[this.reading() ?? -1];
    if (!point || point.people === null) return null;
    return { x: this.at(point.asOf), y: this.y().at(point.people) };
  });
  protected readonly readout = computed(() => {
    const point = this.points()[this.reading() ?? -1];
    return point ? this.sentence(point) : this.words.say('coverage.readHint');
  });
  /** Strips that catch the pointer, one for each month. */
  protected readonly strips = computed(() =>
    this.points().map(({ asOf }, index, all) => {
      const [x, before, after] = [this.at(asOf), all[index - 1], all[index + 1]];
      const from = before ? (this.at(before.asOf) + x) / 2 : this.left();
      const through = after ? (this.at(after.asOf) + x) / 2 : x + 12;
      return { asOf, index, from, width: Math.max(1, through - from) };
    }),
  );

  protected read(index: number | null): void {
    this.reading.set(index);
  }

  protected onKey(event: KeyboardEvent): void {
    const count = this.points().length;
    const at = this.reading() ?? this.points().findIndex(({ asOf }) => asOf === this.here());
    const point = this.points()[at];
    if (event.key === 'Enter' && point) this.pick.emit(point.asOf);
    const next = stepTo(event.key, at, count);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.reading.set(this.reading() === null ? Math.max(0, at) : next);
  }

  private sentence({ asOf, people, reported, needed }: BurnUpPoint): string {
    const { say, people: number } = this.words;
    if (people === null) return say('coverage.readNone', { month: this.words.month(asOf) });
    const parts = [say('coverage.readVerified', { month: this.words.month(asOf), people: number(people) })];
    if (reported !== null && reported !== people) {
      parts.push(say('coverage.readReported', { people: number(reported) }));
    }
    if (needed !== null) {
      const gap = needed - people;
      parts.push(
        gap > 0
          ? say('coverage.readMissing', { needed: number(needed), people: number(gap) })
          : say('coverage.readSurplus', { needed: number(needed), people: number(-gap) }),
      );
    }
    return parts.join(' · ');
  }

  private at(date: IsoDate): number {
    return this.x().at(daysBetween(this.first(), date));
  }

  private path(of: (point: BurnUpPoint) => number | null): string {
    let pen = 'M';
    return this.points()
      .map((point) => {
        const value = of(point);
        if (value === null) {
          pen = 'M';
          return '';
        }
        const step = `${pen}${this.at(point.asOf)} ${this.y().at(value)}`;
        pen = 'L';
        return step;
      })
      .join('');
  }
}
