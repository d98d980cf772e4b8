import { Component, input } from '@angular/core';
import { TextField } from '@papan/board-ui';
import type { CaseStep } from '@papan/domain';
import { CaseForm } from './case-form';
import { FormFoot } from './form-foot';

/** Whether the employer came to a summons. */
@Component({
  selector: 'pp-attendance-form',
  imports: [FormFoot, TextField],
  template: `
    <form class="stack" (submit)="send($event)">
      <fieldset>
        <legend class="label">{{ voice.say('compliance.attendance') }}</legend>
        @for (choice of choices; track choice.value) {
          <label class="choice">
            <input
              type="radio"
              [name]="'attended-' + taken().entry"
              [value]="choice.value"
              [checked]="get('attended') === choice.value"
              (change)="set('attended', choice.value)"
            />
            {{ voice.say(choice.text) }}
          </label>
        }
        @if (error('attended'); as wrong) {
          <p class="wrong" role="alert">{{ wrong }}</p>
        }
      </fieldset>
      <pp-text-field
        kind="lines"
        [label]="voice.say('compliance.note')"
        [value]="get('note')"
        [error]="error('note')"
        (valueChange)="set('note', $event)"
      />
      <pp-form-foot
        [submission]="submission"
        [label]="voice.say('compliance.recordAttendance')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
  styleUrl: './forms.css',
})
export class AttendanceForm extends CaseForm {
  readonly taken = input.required<CaseStep>();
  protected readonly form = (): string => `attendance-${this.taken().entry}`;
  protected readonly choices = [
    { value: 'yes', text: 'compliance.cameYes' },
    { value: 'no', text: 'compliance.cameNo' },
  ] as const;

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.stops(this.filled('attended'))) return;
    const body = { attended: this.get('attended') === 'yes', note: this.get('note') };
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.recordAttendance(this.theCase().id, this.taken().entry, sent, command),
    );
    if (accepted) this.finish();
  }
}
