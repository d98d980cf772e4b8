import { Component, inject, input } from '@angular/core';
import type { TileClass } from '../model/tiles';
import { CoverageWords } from '../state/coverage-words';

/** The classes in people, and how many areas are in each. */
@Component({
  selector: 'pp-map-legend',
  template: `
    <ul class="legend" [attr.aria-label]="words.say('coverage.legend')">
      @for (one of classes(); track one.from; let at = $index) {
        <li>
          <span [class]="'swatch class-' + at"></span>{{ text(one) }}
          <span class="muted">{{ words.say('coverage.legendAreas', { areas: one.areas }) }}</span>
        </li>
      }
      @if (unknown() > 0) {
        <li>
          <span class="swatch class-none"></span>{{ words.say('coverage.noData') }}
          <span class="muted">{{ words.say('coverage.legendAreas', { areas: unknown() }) }}</span>
        </li>
      }
    </ul>
  `,
  styleUrl: './map.css',
})
export class MapLegend {
  readonly classes = input.required<readonly TileClass[]>();
  readonly unknown = input(0);
  protected readonly words = inject(CoverageWords);

  protected text({ from, through }: TileClass): string {
    const { say, people } = this.words;
    if (through === 0) return say('coverage.classNone');
    if (through === null) return say('coverage.classMore', { people: people(from) });
    return say('coverage.classRange', { from: people(from), through: people(through) });
  }
}
