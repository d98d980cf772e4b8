import { Component, inject, input, output } from '@angular/core';
import { Say } from '@papan/board-platform';
import type { Submission } from '@papan/board-platform';
import { CaseProblem } from './submission-problem';

/** The end of a form: what went wrong, sending, and giving up. */
@Component({
  selector: 'pp-form-foot',
  imports: [CaseProblem],
  template: `
    <pp-case-problem [submission]="submission()" />
    <div class="row">
      <button type="submit" class="button primary" [attr.aria-disabled]="submission().sending() || null">
        {{ submission().sending() ? voice.say('compliance.sending') : label() }}
      </button>
      <button type="button" class="button" (click)="cancelled.emit()">{{ voice.say('compliance.cancel') }}</button>
      @if (dirty()) {
        <span class="muted small">{{ voice.say('compliance.draftKept') }}</span>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }
  `,
})
export class FormFoot {
  readonly submission = input.required<Submission>();
  readonly label = input.required<string>();
  readonly dirty = input(false);
  readonly cancelled = output();
  protected readonly voice = inject(Say);
}
