import { Component, computed, inject } from '@angular/core';
import { Skeleton } from '@papan/board-ui';
import type { Segment } from '@papan/domain';
import { StackChart } from '../charts/stack-chart';
import { LAYERS, pilesOf } from '../model/stack';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';
import { ChartBlocked, ChartFrame } from './chart-frame';

/** Which segments carry the figure, month by month, and who is in none. */
@Component({
  selector: 'pp-stack-panel',
  imports: [ChartBlocked, ChartFrame, Skeleton, StackChart],
  template: `
    <pp-chart-frame [heading]="words.say('coverage.stack')" [sentence]="sentence()">
      <div chart>
        @defer (on immediate) {
          <pp-stack-chart
            [piles]="piles()"
            [here]="here()"
            [measure]="desk.measure()"
            [segment]="segment()"
            [label]="words.say('coverage.chartLabel', { chart: words.say('coverage.stack') })"
            (pick)="pick($event)"
          />
        } @placeholder {
          <pp-skeleton [height]="360" />
        } @error {
          <pp-chart-blocked />
        }
      </div>
      <table twin class="table">
        <thead>
          <tr>
            <th scope="col">{{ words.say('coverage.month') }}</th>
            @for (layer of layers; track layer) {
              <th scope="col" class="number">
                @if (layer === 'MISSING') {
                  {{ words.layerShort(layer, desk.measure()) }}
                } @else {
                  <button
                    type="button"
                    class="link"
                    [attr.aria-pressed]="segment() === layer"
                    [attr.title]="words.layer(layer, desk.measure())"
                    (click)="pick(layer)"
                  >
                    {{ words.layerShort(layer, desk.measure()) }}
                  </button>
                }
              </th>
            }
            <th scope="col" class="number">{{ words.say('coverage.population') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of table(); track row.asOf) {
            <tr [attr.aria-current]="row.asOf === here() ? 'true' : null">
              <th scope="row">{{ words.short(row.asOf) }}</th>
              @for (cell of row.cells; track $index) {
                <td class="number">{{ cell }}</td>
              }
              <td class="number">{{ words.known(row.population) }}</td>
            </tr>
          }
        </tbody>
      </table>
    </pp-chart-frame>
  `,
  styleUrl: './link-button.css',
  styles: `
    tbody th {
      font-weight: 400;
      white-space: nowrap;
    }
    [aria-current] > * {
      background: var(--running-bg);
    }
  `,
})
export class StackPanel {
  protected readonly desk = inject(CoverageDesk);
  protected readonly words = inject(CoverageWords);
  protected readonly layers = LAYERS;

  protected readonly here = computed(() => this.desk.cut()?.asOf ?? null);
  protected readonly segment = computed(() => this.desk.narrowed().segment);
  protected readonly piles = computed(() => {
    const view = this.desk.view();
    return view ? pilesOf(view, this.desk.district(), this.desk.narrowed(), this.desk.measure()) : [];
  });
  protected readonly sentence = computed(() => {
    const pile = this.piles().find(({ asOf }) => asOf === this.here());
    const largest = [...(pile?.layers ?? [])]
      .filter(({ layer }) => layer !== 'MISSING')
      .sort((a, b) => b.people - a.people)[0];
    const none = pile?.layers.find(({ layer }) => layer === 'MISSING');
    if (!pile || !largest) return this.words.say('coverage.noSegments');
    return this.words.say('coverage.stackText', {
      month: this.words.month(pile.asOf),
      segment: this.words.layer(largest.layer, this.desk.measure()),
      people: this.words.people(largest.people),
      missing: this.words.known(none?.people ?? null),
      none: this.words.layer('MISSING', this.desk.measure()).toLowerCase(),
    });
  });
  protected readonly table = computed(() =>
    this.piles()
      .map(({ asOf, layers, population }) => {
        const people = new Map(layers.map((one) => [one.layer, one.people]));
        const cells = LAYERS.map((layer) => this.words.known(people.get(layer) ?? null));
        return { asOf, cells, population };
      })
      .reverse(),
  );

  /** The same segment again lets go of it. */
  protected pick(segment: Segment): void {
    this.desk.choose({ segment: this.segment() === segment ? null : segment });
  }
}
