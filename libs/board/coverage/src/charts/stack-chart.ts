import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { IsoDate, Measure, Segment } from '@papan/domain';
import { scale, spreadLabels, ticks } from '../model/scale';
import type { Layer, Pile } from '../model/stack';
import { CoverageWords } from '../state/coverage-words';
import { Patterns } from './patterns';
import { nextChartId, ownWidth, stepTo } from './sized';

const HEIGHT = 320;
const TOP = 12;
const BOTTOM = 30;
const LABEL = 16;

/** The members of each month by segment, on top the residents who are not among them. */
@Component({
  selector: 'pp-stack-chart',
  imports: [Patterns],
  templateUrl: './stack-chart.html',
  styleUrls: ['./chart.css', './stack-chart.css'],
})
export class StackChart {
  readonly piles = input.required<readonly Pile[]>();
  readonly here = input<IsoDate | null>(null);
  readonly segment = input<Segment | null>(null);
  readonly measure = input.required<Measure>();
  readonly label = input.required<string>();
  readonly pick = output<Segment>();
  readonly pickMonth = output<IsoDate>();

  protected readonly words = inject(CoverageWords);
  protected readonly id = nextChartId();
  protected readonly width = ownWidth();
  protected readonly height = HEIGHT;
  protected readonly bottom = HEIGHT - BOTTOM;

  protected readonly narrow = computed(() => this.width() < 520);
  protected readonly left = computed(() => (this.narrow() ? 56 : 68));
  protected readonly right = computed(() => this.width() - (this.narrow() ? 8 : 176));

  private readonly levels = computed(() => {
    const tops = this.piles().map(({ total, population }) => Math.max(total ?? 0, population ?? 0));
    return ticks(0, Math.max(1, ...tops), 5);
  });
  private readonly y = computed(() => scale(0, this.levels().at(-1) ?? 1, [this.bottom, TOP]));
  private readonly step = computed(() => (this.right() - this.left()) / Math.max(1, this.piles().length));

  protected readonly grid = computed(() =>
    this.levels().map((value) => ({ at: this.y().at(value), text: this.words.people(value) })),
  );
  protected readonly bars = computed(() =>
    this.piles().map((pile, index) => {
      const x = this.left() + index * this.step() + this.step() * 0.12;
      const width = this.step() * 0.76;
      const boxes = pile.layers.map(({ layer, people, from }) => ({
        layer,
        y: this.y().at(from + people),
        height: Math.max(0, this.y().at(from) - this.y().at(from + people)),
        fill: `url(#${this.id}-${layer})`,
        faded: this.segment() !== null && this.segment() !== layer,
      }));
      const ground = pile.known || pile.total === null ? null : this.y().at(pile.total);
      return { ...pile, index, x, width, boxes, ground, middle: x + width / 2 };
    }),
  );
  protected readonly months = computed(() => {
    const bars = this.bars();
    const every = Math.max(1, Math.ceil(bars.length / (this.narrow() ? 3 : 7)));
    return bars
      .filter((_, at) => (bars.length - 1 - at) % every === 0)
      .map(({ asOf, middle }) => ({ at: middle, text: this.words.month(asOf) }));
  });
  /** Beside the last pile, where the eye ends. */
  protected readonly labels = computed(() => {
    const last = this.piles().at(-1);
    if (!last) return [];
    const layers = last.layers.filter(({ people }) => people > 0);
    const at = spreadLabels(
      layers.map(({ from, people }) => this.y().at(from + people / 2)),
      LABEL,
      TOP,
      this.bottom,
    );
    return layers.map(({ layer, people, from }, index) => ({
      layer,
      middle: this.y().at(from + people / 2),
      y: at[index] ?? 0,
      text: `${this.words.layerShort(layer, this.measure())} ${this.words.people(people)}`,
    }));
  });

  private readonly reading = signal<readonly [pile: number, layer: number] | null>(null);
  protected readonly readBox = computed(() => {
    const [pile, layer] = this.reading() ?? [-1, -1];
    const bar = this.bars()[pile];
    const box = bar?.boxes[layer];
    return bar && box ? { x: bar.x, width: bar.width, y: box.y, height: box.height } : null;
  });
  protected readonly readout = computed(() => {
    const [at, which] = this.reading() ?? [-1, -1];
    const pile = this.piles()[at];
    const layer = pile?.layers[which];
    if (!pile || !layer) return this.words.say('coverage.readStackHint');
    const of = pile.population;
    return this.words.say('coverage.readLayer', {
      month: this.words.month(pile.asOf),
      layer: this.words.layer(layer.layer, this.measure()),
      people: this.words.people(layer.people),
      share: of ? this.words.percent((layer.people / of) * 100) : this.words.say('coverage.noData'),
    });
  });

  protected read(pile: number | null, layer = 0): void {
    this.reading.set(pile === null ? null : [pile, layer]);
  }

  protected choose(layer: Layer): void {
    if (layer !== 'MISSING') this.pick.emit(layer);
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = this.piles().findIndex(({ asOf }) => asOf === this.here());
    const [pile, layer] = this.reading() ?? [Math.max(0, here), 0];
    const layers = this.piles()[pile]?.layers ?? [];
    const chosen = layers[layer];
    if (event.key === 'Enter' && chosen) return this.choose(chosen.layer);
    const upright = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    const next = stepTo(event.key, upright ? layer : pile, upright ? layers.length : this.piles().length);
    if (next === null) return;
    event.preventDefault();
    if (this.reading() === null) return this.read(pile, layer);
    if (upright) this.read(pile, next);
    else this.read(next, Math.min(layer, (this.piles()[next]?.layers.length ?? 1) - 1));
  }
}
