import { Component, computed, inject, input, signal } from '@angular/core';
import { Say } from '@papan/board-platform';
import { scale } from '../model/scale';
import { waterfallSpan } from '../model/waterfall';
import type { WaterfallBar } from '../model/waterfall';
import { CoverageWords } from '../state/coverage-words';
import { Patterns } from './patterns';
import { nextChartId, ownWidth, stepTo } from './sized';

const ROW = 30;
const BAR = 18;

/** From one cut to the next, lying: each movement hangs where the one before it ended. */
@Component({
  selector: 'pp-waterfall-chart',
  imports: [Patterns],
  template: `
    <div
      class="read"
      role="group"
      tabindex="0"
      [attr.aria-label]="label()"
      [attr.aria-describedby]="id + '-readout'"
      (keydown)="onKey($event)"
      (blur)="reading.set(null)"
    >
      <svg [attr.viewBox]="'0 0 ' + width() + ' ' + height()" aria-hidden="true" focusable="false">
        <defs ppPatterns [id]="id"></defs>
        @for (row of rows(); track $index) {
          @if (row.joint !== null) {
            <line class="joint" [attr.x1]="row.joint" [attr.x2]="row.joint" [attr.y1]="row.y - 12" [attr.y2]="row.y" />
          }
          <rect
            [attr.class]="row.kind.toLowerCase()"
            [attr.fill]="row.fill"
            [attr.x]="row.x"
            [attr.y]="row.y"
            [attr.width]="row.width"
            [attr.height]="bar"
          />
          @if (row.cut) {
            <path class="cut" [attr.d]="'M' + (row.x + 8) + ' ' + (row.y - 3) + 'l6 8l-6 8l6 8'" />
          }
          @if ($index === reading()) {
            <rect class="read-box" x="0" [attr.y]="row.y - 5" [attr.width]="width()" [attr.height]="bar + 10" />
          }
          <text [class.strong]="row.isEnd" x="0" [attr.y]="row.y + 13">{{ row.name }}</text>
          <text class="strong end" [attr.x]="width()" [attr.y]="row.y + 13">{{ row.value }}</text>
        }
      </svg>
    </div>
    <p class="readout" role="status" [id]="id + '-readout'">{{ readout() }}</p>
  `,
  styleUrl: './chart.css',
  styles: `
    .start,
    rect.end {
      fill: var(--primary);
    }
    .comes {
      fill: var(--done-fg);
    }
    .goes {
      fill: var(--bg);
      stroke: var(--danger);
      stroke-width: 2;
    }
    .unexplained {
      stroke: var(--text);
      stroke-width: 1.5;
      stroke-dasharray: 3 2;
    }
    .joint {
      stroke: var(--line);
    }
    .cut {
      fill: none;
      stroke: var(--bg);
      stroke-width: 3;
    }
    .read-box {
      fill: none;
      stroke: var(--text);
      stroke-width: 1.5;
    }
  `,
})
export class WaterfallChart {
  readonly bars = input.required<readonly WaterfallBar[]>();
  readonly startText = input.required<string>();
  readonly endText = input.required<string>();
  readonly label = input.required<string>();

  private readonly words = inject(CoverageWords);
  private readonly voice = inject(Say);
  protected readonly id = nextChartId();
  protected readonly width = ownWidth();
  protected readonly bar = BAR;
  protected readonly height = computed(() => this.bars().length * ROW + 8);
  protected readonly reading = signal<number | null>(null);

  protected readonly rows = computed(() => {
    const [from, through] = waterfallSpan(this.bars());
    const narrow = this.width() < 520;
    const [left, right] = [narrow ? 132 : 190, this.width() - (narrow ? 74 : 96)];
    const x = scale(from, through, [left, Math.max(left + 40, right)]);
    return this.bars().map((one, index) => {
      const isEnd = one.kind === 'START' || one.kind === 'END';
      const [low, high] = isEnd
        ? [from, one.through]
        : [Math.min(one.from, one.through), Math.max(one.from, one.through)];
      return {
        kind: one.kind,
        isEnd,
        name: this.name(one),
        value: isEnd ? this.words.people(one.people) : this.words.signed(one.people),
        fill: one.kind === 'UNEXPLAINED' ? `url(#${this.id}-HATCH)` : null,
        y: index * ROW + 6,
        x: x.at(low),
        width: Math.max(2, x.at(high) - x.at(low)),
        joint: index === 0 ? null : x.at(one.kind === 'END' ? one.through : one.from),
        cut: isEnd && from > 0,
      };
    });
  });
  protected readonly readout = computed(() => {
    const row = this.rows()[this.reading() ?? -1];
    if (row) return this.words.say('coverage.readBar', { name: row.name, people: row.value });
    return this.words.say('coverage.readBridgeHint');
  });

  protected onKey(event: KeyboardEvent): void {
    const at = this.reading();
    // The bars lie below each other: down leads on.
    const turned = { ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' }[event.key] ?? event.key;
    const next = stepTo(turned, at ?? -1, this.bars().length);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.reading.set(next);
  }

  private name({ kind, movement }: WaterfallBar): string {
    if (kind === 'START') return this.startText();
    if (kind === 'END') return this.endText();
    return movement === null ? this.words.say('coverage.unexplained') : this.voice.word('movement', movement);
  }
}
