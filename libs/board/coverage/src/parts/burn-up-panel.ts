import { Component, computed, inject } from '@angular/core';
import { Skeleton } from '@papan/board-ui';
import { addDays, daysBetween } from '@papan/domain';
import type { IsoDate } from '@papan/domain';
import { BurnUpChart } from '../charts/burn-up-chart';
import { bandPoints, burnUpPoints } from '../model/burn-up';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';
import { ChartBlocked, ChartFrame } from './chart-frame';

/** Where nobody set a deadline, the band leads this far. */
const AHEAD = 183;
/** A deadline further off would press the months that were into a corner. */
const FURTHEST = 550;

/** How the figure has come this far, and where it leads until the deadline. */
@Component({
  selector: 'pp-burn-up-panel',
  imports: [BurnUpChart, ChartBlocked, ChartFrame, Skeleton],
  template: `
    <pp-chart-frame [heading]="words.say('coverage.burnUp')" [sentence]="sentence()">
      <div chart>
        @defer (on immediate) {
          <pp-burn-up-chart
            [points]="points()"
            [band]="band()"
            [deadline]="deadline()"
            [here]="here()"
            [lineText]="lineText()"
            [label]="words.say('coverage.chartLabel', { chart: words.say('coverage.burnUp') })"
            (pick)="pick($event)"
          />
        } @placeholder {
          <pp-skeleton [height]="340" />
        } @error {
          <pp-chart-blocked />
        }
      </div>
      <table twin class="table">
        <thead>
          <tr>
            <th scope="col">{{ words.say('coverage.month') }}</th>
            <th scope="col" class="number">{{ words.say('coverage.verified') }}</th>
            <th scope="col" class="number">{{ words.say('coverage.reported') }}</th>
            <th scope="col" class="number">{{ lineText() || words.say('coverage.line') }}</th>
            <th scope="col" class="number">{{ words.say('coverage.gap') }}</th>
            <th scope="col">{{ words.say('coverage.populationData') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of table(); track row.asOf) {
            <tr [attr.aria-current]="row.asOf === here() ? 'true' : null">
              <th scope="row">{{ words.short(row.asOf) }}</th>
              <td class="number">{{ row.verified }}</td>
              <td class="number">{{ row.reported }}</td>
              <td class="number">{{ row.needed }}</td>
              <td class="number">{{ row.gap }}</td>
              <td>{{ row.version }}</td>
            </tr>
          }
        </tbody>
      </table>
    </pp-chart-frame>
  `,
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
export class BurnUpPanel {
  protected readonly desk = inject(CoverageDesk);
  protected readonly words = inject(CoverageWords);

  protected readonly here = computed(() => this.desk.cut()?.asOf ?? null);
  protected readonly points = computed(() => {
    const view = this.desk.view();
    if (!view) return [];
    return burnUpPoints(view, this.desk.figures(), this.desk.narrowed(), this.desk.measure(), this.desk.line());
  });
  protected readonly lineText = computed(() => {
    const line = this.desk.line();
    if (line === null || this.desk.narrowed().segment !== null) return '';
    return this.words.say('coverage.lineShort', { percent: this.words.line(line) });
  });
  protected readonly deadline = computed(() => {
    const [deadline, here] = [this.desk.deadlineDay(), this.here()];
    return deadline !== null && here !== null && daysBetween(here, deadline) <= FURTHEST ? deadline : null;
  });
  protected readonly band = computed(() => {
    const [outlook, here] = [this.desk.outlook(this.desk.measure()), this.here()];
    if (!outlook || here === null || !('pace' in outlook.told)) return [];
    const deadline = this.deadline();
    const until = deadline !== null && deadline > here ? deadline : addDays(here, AHEAD);
    return bandPoints(outlook.people, outlook.told.pace, here, until);
  });
  protected readonly sentence = computed(() => {
    const last = this.points().findLast(({ people, asOf }) => people !== null && asOf <= (this.here() ?? ''));
    if (!last || last.people === null) return this.words.say('coverage.noData');
    const first = this.points().find(({ people }) => people !== null);
    return this.words.say('coverage.burnUpText', {
      people: this.words.people(last.people),
      date: this.words.day(last.asOf),
      change: this.words.signed(last.people - (first?.people ?? last.people)),
      since: this.words.month(first?.asOf ?? last.asOf),
    });
  });
  protected readonly table = computed(() => {
    const versions = new Map(this.desk.figures().map(({ asOf, populationVersion }) => [asOf, populationVersion]));
    const { known, signed } = this.words;
    return this.points()
      .map(({ asOf, people, reported, needed }) => ({
        asOf,
        verified: known(people),
        reported: reported === null ? '–' : known(reported),
        needed: needed === null ? '–' : known(needed),
        gap: needed === null || people === null ? '–' : signed(people - needed),
        version: versions.get(asOf) ?? '',
      }))
      .reverse();
  });

  protected pick(asOf: IsoDate): void {
    this.desk.choose({ month: asOf });
  }
}
