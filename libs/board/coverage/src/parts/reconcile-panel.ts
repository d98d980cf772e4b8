import { Component, computed, inject } from '@angular/core';
import { EmptyState } from '@papan/board-ui';
import type { Difference } from '@papan/domain';
import { accountOf } from '../model/account';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';

/** What agencies reported, what BPJS verified and what the cut shows, by segment; and whom to ask about the rest. */
@Component({
  selector: 'pp-reconcile-panel',
  imports: [EmptyState],
  template: `
    <section class="panel" [attr.aria-label]="words.say('coverage.reconcile')">
      <div class="panel-head">
        <div>
          <h3>{{ words.say('coverage.reconcile') }}</h3>
          <p class="small muted">{{ span() }}</p>
        </div>
      </div>
      @if (rows().length === 0) {
        <pp-empty-state [title]="words.say('coverage.noWork')" [text]="words.say('coverage.noWorkText')" />
      } @else {
        <div class="scroll-x" role="group" tabindex="0" [attr.aria-label]="words.say('coverage.reconcile')">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{{ words.say('coverage.segment') }}</th>
                <th scope="col" class="number">{{ words.say('coverage.reported') }}</th>
                <th scope="col" class="number">{{ words.say('coverage.verified') }}</th>
                <th scope="col" class="number">{{ words.say('coverage.inCut') }}</th>
                <th scope="col">{{ words.say('coverage.toAsk') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track row.segment) {
                <tr>
                  <th scope="row">{{ row.name }}</th>
                  <td class="number">{{ row.reported }}</td>
                  <td class="number">{{ row.verified }}</td>
                  <td class="number">{{ row.cut }}</td>
                  <td>
                    <ul>
                      @for (line of row.ask; track $index) {
                        <li>{{ line }}</li>
                      } @empty {
                        <li class="muted">{{ words.say('coverage.agrees') }}</li>
                      }
                    </ul>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
        @for (note of notes(); track $index) {
          <p class="small muted panel-body">{{ note }}</p>
        }
      }
    </section>
  `,
  styles: `
    tbody th {
      font-weight: 400;
    }
    td ul {
      display: grid;
      gap: 2px;
      min-inline-size: 220px;
    }
  `,
})
export class ReconcilePanel {
  private readonly desk = inject(CoverageDesk);
  protected readonly words = inject(CoverageWords);

  private readonly account = computed(() => {
    const [view, before, after] = [this.desk.view(), this.desk.before(), this.desk.cut()];
    return view && before && after ? accountOf(view, before, after) : null;
  });
  protected readonly span = computed(() => {
    const [before, after] = [this.desk.before(), this.desk.cut()];
    if (!before || !after) return '';
    return this.words.say('coverage.reconcileText', {
      from: this.words.day(before.asOf),
      through: this.words.day(after.asOf),
    });
  });
  protected readonly rows = computed(() => {
    const account = this.account();
    const { segment: wanted } = this.desk.narrowed();
    if (!account) return [];
    const { people, signed, known } = this.words;
    return account.accounts
      .filter(({ segment }) => wanted === null || segment === wanted)
      .map(({ segment, reported, verified, cut }) => ({
        segment,
        name: this.words.segment(segment),
        reported: people(reported),
        verified: people(verified),
        cut: known(cut, signed),
        ask: account.differences.filter((one) => one.segment === segment).map((one) => this.sentence(one)),
      }));
  });
  protected readonly notes = computed(() => {
    const account = this.account();
    if (!account) return [];
    const { say, people } = this.words;
    const { reported, verified } = account.withoutSegment;
    return [
      account.comparable ? '' : say('coverage.cutWithoutSegments'),
      reported === 0 && verified === 0
        ? ''
        : say('coverage.workWithoutSegment', { reported: people(reported), verified: people(verified) }),
      this.desk.narrowed().district === null ? '' : say('coverage.reconcileWhole'),
    ].filter(Boolean);
  });

  private sentence({ kind, people, agencies }: Difference): string {
    const { say } = this.words;
    const names = this.words.list(agencies.map(this.words.agency));
    const count = this.words.people(people);
    switch (kind) {
      case 'UNVERIFIED':
        return say('coverage.askUnverified', { people: count, agency: names });
      case 'NOT_IN_CUT':
        return say('coverage.askNotInCut', { people: count });
      case 'NOT_FROM_WORK':
        return names === ''
          ? say('coverage.askBpjs', { people: count })
          : say('coverage.askNotFromWork', { people: count, agency: names });
    }
  }
}
