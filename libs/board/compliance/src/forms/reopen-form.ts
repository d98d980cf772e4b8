import { Component, computed } from '@angular/core';
import { wholeOf } from '@papan/board-platform';
import { SelectField, TextField } from '@papan/board-ui';
import { REOPEN_REASONS, VIOLATIONS, isRefusal, refuse } from '@papan/domain';
import { CaseForm } from './case-form';
import { FormFoot } from './form-foot';
import { ViolationBoxes } from './violation-boxes';

/** Opens a case again with its whole history: a broken instalment, new arrears, workers still missing. */
@Component({
  selector: 'pp-reopen-form',
  imports: [FormFoot, SelectField, TextField, ViolationBoxes],
  template: `
    <form class="stack" (submit)="send($event)">
      <div class="field-pair">
        <pp-select-field
          required
          [label]="voice.say('compliance.reopenReason')"
          [choices]="reasons()"
          [value]="get('reason')"
          [error]="error('reason')"
          (valueChange)="set('reason', $event)"
        />
        <pp-text-field
          kind="date"
          required
          [label]="voice.say('compliance.since')"
          [max]="today()"
          [hint]="words.readBack(get('on', today()))"
          [value]="get('on', today())"
          [error]="error('on')"
          (valueChange)="set('on', $event)"
        />
        <pp-text-field
          kind="number"
          required
          [label]="voice.say('compliance.workersStill')"
          [value]="get('workersMissing')"
          [error]="error('workersMissing')"
          (valueChange)="set('workersMissing', $event)"
        />
      </div>
      <pp-violation-boxes
        [label]="voice.say('compliance.violationsNow')"
        [chosen]="marked('violations')"
        [error]="error('violations')"
        (ticked)="mark('violations', $event.violation, $event.on)"
      />
      <pp-text-field
        kind="lines"
        [label]="voice.say('compliance.note')"
        [value]="get('note')"
        [error]="error('note')"
        (valueChange)="set('note', $event)"
      />
      <pp-form-foot
        [submission]="submission"
        [label]="voice.say('compliance.reopen')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
  styleUrl: './forms.css',
})
export class ReopenForm extends CaseForm {
  protected readonly form = (): string => 'reopening';
  protected readonly reasons = computed(() => [
    { value: '', text: this.voice.say('compliance.choose') },
    ...REOPEN_REASONS.map((value) => ({ value, text: this.words.reopenReason(value) })),
  ]);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.stops(this.filled('reason', 'workersMissing'))) return;
    const reason = REOPEN_REASONS.find((one) => one === this.get('reason'));
    const marked = this.marked('violations');
    const violations = VIOLATIONS.filter((one) => marked.includes(one));
    const workersMissing = wholeOf('workersMissing', this.get('workersMissing'));
    const chosen = violations.length === 0 ? refuse('TEXT_EMPTY', { field: 'violations' }) : true;
    if (this.stops(workersMissing, chosen) || isRefusal(workersMissing) || reason === undefined) return;
    const on = this.get('on', this.today());
    const body = { entry: this.entryId(), on, reason, violations, workersMissing, note: this.get('note') };
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.reopen(this.theCase().id, sent, command),
    );
    if (accepted) this.finish();
  }
}
