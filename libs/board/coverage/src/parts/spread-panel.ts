import { Component, computed, inject } from '@angular/core';
import { Directory, LiveStore } from '@papan/board-platform';
import { EmptyState } from '@papan/board-ui';
import { allocationKey, missingTo } from '@papan/domain';
import { byAgency, byDistrict, byInactive, byTarget, sharesOn } from '../model/spread';
import type { Spread } from '../model/spread';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';

/** The missing people of the line three times: by agency, by segment, by district; each adds up to the same. */
@Component({
  selector: 'pp-spread-panel',
  imports: [EmptyState],
  template: `
    <section class="panel" [attr.aria-label]="words.say('coverage.spread')">
      <div class="panel-head">
        <div>
          <h3>{{ words.say('coverage.spread') }}</h3>
          <p class="small muted">{{ sentence() }}</p>
        </div>
      </div>
      @if (!missing()) {
        <pp-empty-state [title]="words.say('coverage.nobodyMissing')" />
      } @else {
        <div class="three">
          @for (table of tables(); track table.key) {
            <table class="table">
              <caption>
                {{
                  table.heading
                }}
                <span class="small muted">{{ table.note }}</span>
              </caption>
              <thead class="sr-only">
                <tr>
                  <th scope="col">{{ table.heading }}</th>
                  <th scope="col" class="number">{{ words.say('coverage.people') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (row of table.rows; track row.name) {
                  <tr>
                    <th scope="row">{{ row.name }}</th>
                    <td class="number">{{ row.people }}</td>
                  </tr>
                }
              </tbody>
              <tfoot>
                @if (table.rest) {
                  <tr>
                    <th scope="row">{{ table.restName }}</th>
                    <td class="number">{{ table.rest }}</td>
                  </tr>
                }
                <tr class="sum">
                  <th scope="row">{{ words.say('coverage.sum') }}</th>
                  <td class="number">{{ table.whole }}</td>
                </tr>
              </tfoot>
            </table>
          }
        </div>
      }
    </section>
  `,
  styles: `
    .three {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(270px, 100%), 1fr));
      gap: var(--s4);
      align-items: start;
      padding: 0 var(--s2) var(--s3);
    }
    caption .small {
      display: block;
      font-weight: 400;
    }
    caption {
      padding-inline: var(--s2);
    }
    tbody th,
    tfoot th {
      font-weight: 400;
    }
    @media print {
      tfoot {
        display: table-row-group;
      }
    }
    .sum > * {
      border-block: 2px solid var(--line) 0;
      font-weight: 600;
    }
  `,
})
export class SpreadPanel {
  private readonly desk = inject(CoverageDesk);
  private readonly live = inject(LiveStore);
  private readonly directory = inject(Directory);
  protected readonly words = inject(CoverageWords);

  /** According to the cut itself: what is verified since is not yet taken off the shares either. */
  protected readonly missing = computed(() => {
    const [cut, line] = [this.desk.cut(), this.desk.line()];
    return cut && line !== null ? missingTo(line, cut[this.desk.measure()], cut.population).missing : 0;
  });
  protected readonly sentence = computed(() => {
    const [cut, line] = [this.desk.cut(), this.desk.line()];
    if (!cut || line === null) return '';
    return this.words.say('coverage.spreadText', {
      people: this.words.people(this.missing()),
      percent: this.words.line(line),
      measure: this.words.measure(this.desk.measure()).toLowerCase(),
      date: this.words.day(cut.asOf),
    });
  });
  protected readonly tables = computed(() => {
    const { say } = this.words;
    const rows = this.desk.wholeDistricts();
    const names = new Map(rows.map(({ area, name }) => [area, name]));
    return [
      this.table('agency', this.agencies(), this.words.agency, say('coverage.byAgency'), say('coverage.byAgencyNote')),
      this.table(
        'segment',
        this.segments(),
        this.words.segment,
        say('coverage.bySegment'),
        say(this.desk.measure() === 'registered' ? 'coverage.byTargetNote' : 'coverage.byInactiveNote'),
      ),
      ...(rows.length > 0
        ? [
            this.table(
              'district',
              byDistrict(this.missing(), rows, this.desk.line() ?? 0, this.desk.measure()),
              (area) => names.get(area) ?? area,
              say('coverage.byDistrict'),
              say('coverage.byDistrictNote'),
            ),
          ]
        : []),
    ];
  });

  private agencies(): Spread<number> {
    const campaign = this.desk.campaign()?.id ?? 0;
    const agencies = this.directory.agencies().map(({ id }) => id);
    const key = (agency: number): string => allocationKey(campaign, this.desk.measure(), agency);
    return byAgency(this.missing(), sharesOn(this.live.allocation(), key, agencies));
  }

  private segments() {
    if (this.desk.measure() === 'registered') {
      return byTarget(this.missing(), this.live.allTasks(), this.desk.campaign()?.id ?? 0);
    }
    const asOf = this.desk.cut()?.asOf;
    return byInactive(this.missing(), this.desk.view()?.segments.filter((one) => one.asOf === asOf) ?? []);
  }

  private table<Part extends string | number>(
    key: string,
    { parts, rest, whole }: Spread<Part>,
    name: (part: Part) => string,
    heading: string,
    note: string,
  ) {
    const { say, people, signed } = this.words;
    const sorted = [...parts].sort((a, b) => b.people - a.people);
    return {
      key,
      heading,
      note,
      rows: sorted.map((part) => ({ name: name(part.part), people: people(part.people) })),
      restName: rest < 0 ? say('coverage.tooMuch') : say('coverage.notGiven'),
      rest: rest === 0 ? '' : rest < 0 ? signed(rest) : people(rest),
      whole: people(whole),
    };
  }
}
