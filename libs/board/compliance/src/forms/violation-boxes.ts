import { Component, inject, input, output } from '@angular/core';
import { VIOLATIONS } from '@papan/domain';
import type { Violation } from '@papan/domain';
import { CaseWords } from '../case/case-words';

/** Several violations at once, as boxes to tick. */
@Component({
  selector: 'pp-violation-boxes',
  template: `
    <fieldset>
      <legend class="label">{{ label() }}</legend>
      @for (violation of offered(); track violation) {
        <label class="choice">
          <input
            #box
            type="checkbox"
            [checked]="chosen().includes(violation)"
            (change)="ticked.emit({ violation, on: box.checked })"
          />
          {{ words.violation(violation) }}
        </label>
      }
      @if (error()) {
        <p class="wrong" role="alert">{{ error() }}</p>
      }
    </fieldset>
  `,
  styleUrl: './forms.css',
})
export class ViolationBoxes {
  readonly label = input.required<string>();
  readonly chosen = input.required<readonly string[]>();
  readonly offered = input<readonly Violation[]>(VIOLATIONS);
  readonly error = input('');
  readonly ticked = output<{ readonly violation: Violation; readonly on: boolean }>();
  protected readonly words = inject(CaseWords);
}
