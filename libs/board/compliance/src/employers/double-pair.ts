import { Component, computed, inject, input } from '@angular/core';
import { Say } from '@papan/board-platform';
import { EMPLOYER_FIELDS } from '@papan/domain';
import type { EmployerField, EmployerPlan, MatchReason } from '@papan/domain';
import { EmployerWords } from './employer-words';

/** Two that look alike, field by field beside each other; what differs is marked with a word, not with colour alone. */
@Component({
  selector: 'pp-double-pair',
  template: `
    <p class="small">
      <strong>{{ words.reason(reason()) }}</strong> ·
      {{ voice.say('employers.alike', { percent: percent() }) }}
    </p>
    <div class="wide" role="region" tabindex="0" [attr.aria-label]="name()">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{{ voice.say('employers.column') }}</th>
            <th scope="col">{{ oneLabel() }}</th>
            <th scope="col">{{ otherLabel() }}</th>
            <th scope="col">
              <span class="sr-only">{{ voice.say('employers.difference') }}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.field) {
            <tr>
              <th scope="row">{{ words.field(row.field) }}</th>
              <td>{{ row.one || '–' }}</td>
              <td>{{ row.other || '–' }}</td>
              <td class="small">{{ row.differs ? voice.say('employers.differs') : '' }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <div class="row">
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
    }
    .wide {
      overflow-x: auto;
    }
    tbody th {
      color: var(--muted);
      font-weight: 400;
    }
  `,
})
export class DoublePair {
  readonly one = input.required<EmployerPlan>();
  readonly other = input.required<EmployerPlan>();
  readonly oneLabel = input.required<string>();
  readonly otherLabel = input.required<string>();
  readonly reason = input.required<MatchReason>();
  readonly percent = input.required<number>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);

  /** No two comparisons on a page are called the same. */
  protected readonly name = computed(
    () => `${this.voice.say('employers.sideBySide')}: ${this.one().name} · ${this.otherLabel()}`,
  );

  /** What both leave empty says nothing, and where only one is known nothing differs. */
  protected readonly rows = computed(() =>
    EMPLOYER_FIELDS.map((field) => this.row(field)).filter(({ one, other }) => one !== '' || other !== ''),
  );

  private row(field: EmployerField) {
    const one = this.words.value(field, this.one()[field]);
    const other = this.words.value(field, this.other()[field]);
    return { field, one, other, differs: one !== '' && other !== '' && one !== other };
  }
}
