import { Component, computed, inject } from '@angular/core';
import { seriesOf } from '@papan/domain';
import type { PopulationSeries, SeriesPoint } from '@papan/domain';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';

/**
 * The same months over each population: as published, and beside it, marked, as they would have been with a later semester.
 * Without it a new semester looks like people lost. Only where there is more than one population.
 */
@Component({
  selector: 'pp-series-panel',
  template: `
    @if (series().length > 1) {
      <section class="panel" [attr.aria-label]="words.say('coverage.series')">
        <div class="panel-head">
          <div>
            <h3>{{ words.say('coverage.series') }}</h3>
            <p class="small muted">{{ sentence() }}</p>
          </div>
        </div>
        <div class="scroll-x" role="group" tabindex="0" [attr.aria-label]="words.say('coverage.series')">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{{ words.say('coverage.month') }}</th>
                @for (one of heads(); track $index) {
                  <th scope="col" class="number">{{ one }}</th>
                }
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track row.asOf) {
                <tr>
                  <th scope="row">{{ row.month }}</th>
                  @for (cell of row.cells; track $index) {
                    <td class="number">
                      @if (cell?.recalculated) {
                        <em>{{ percentOf(cell) }}</em>&ngsp;
                        <span class="small muted">{{ words.say('coverage.recalculated') }}</span>
                      } @else {
                        {{ percentOf(cell) }}
                      }
                    </td>
                  }
                </tr>
              }
            </tbody>
          </table>
        </div>
      </section>
    }
  `,
  styles: `
    .scroll-x {
      max-block-size: 420px;
      overflow: auto;
    }
    tbody th {
      font-weight: 400;
    }
    td span {
      margin-inline-start: var(--s1);
    }
    @media print {
      .scroll-x {
        max-block-size: none;
      }
    }
  `,
})
export class SeriesPanel {
  private readonly desk = inject(CoverageDesk);
  protected readonly words = inject(CoverageWords);

  protected readonly series = computed(() => seriesOf(this.desk.measure(), this.desk.view()?.cuts ?? []));
  protected readonly heads = computed(() =>
    this.series().map(({ population, populationVersion }) =>
      this.words.say('coverage.seriesOf', {
        population: this.words.people(population),
        version: populationVersion,
      }),
    ),
  );
  /** The newest month first; a series has nothing to say of months that were published with a later population. */
  protected readonly rows = computed(() => {
    const all = this.series();
    const days = all.at(-1)?.points.map(({ asOf }) => asOf) ?? [];
    return days.toReversed().map((asOf) => ({
      asOf,
      month: this.words.month(asOf),
      cells: all.map(({ points }) => points.find((point) => point.asOf === asOf)),
    }));
  });
  /** What the last change of the population alone did to the month before it. */
  protected readonly sentence = computed(() => {
    const [before, after] = this.series().slice(-2);
    const was = before?.points.at(-1);
    const is = after?.points.find(({ asOf }) => asOf === was?.asOf);
    if (!before || !after || !was || !is) return '';
    return this.words.say('coverage.seriesText', {
      ...{ measure: this.words.measure(this.desk.measure()), month: this.words.month(was.asOf) },
      ...{ before: this.percentOf(was), old: this.residents(before) },
      ...{ after: this.percentOf(is), version: this.residents(after) },
    });
  });

  protected percentOf(point: SeriesPoint | undefined): string {
    const percent = point?.percent ?? null;
    return percent === null ? '–' : this.words.percent(percent);
  }

  private residents({ population }: PopulationSeries): string {
    return this.words.people(population);
  }
}
