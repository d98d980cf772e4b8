import { Component, computed } from '@angular/core';
import { SelectField, TextField } from '@papan/board-ui';
import { CLOSE_REASONS } from '@papan/domain';
import { CaseForm } from './case-form';
import { FormFoot } from './form-foot';
import { ProofField } from './proof-field';

/** Closes a case in which there is nothing to comply with: not an employer, moved, bankrupt, a double. */
@Component({
  selector: 'pp-close-form',
  imports: [FormFoot, ProofField, SelectField, TextField],
  template: `
    <form class="stack" (submit)="send($event)">
      <div class="field-pair">
        <pp-select-field
          required
          [label]="voice.say('compliance.closeReason')"
          [choices]="reasons()"
          [value]="get('reason')"
          [error]="error('reason')"
          (valueChange)="set('reason', $event)"
        />
        <pp-text-field
          kind="date"
          required
          [label]="voice.say('compliance.onDocumentDate')"
          [max]="today()"
          [hint]="words.readBack(get('on', today()))"
          [value]="get('on', today())"
          [error]="error('on')"
          (valueChange)="set('on', $event)"
        />
        <pp-text-field
          required
          [label]="voice.say('compliance.number')"
          [value]="get('number')"
          [error]="error('number')"
          (valueChange)="set('number', $event)"
        />
      </div>
      <pp-proof-field
        required
        [label]="voice.say('compliance.closeDocument')"
        [value]="get('document')"
        [error]="error('document')"
        (valueChange)="set('document', $event)"
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
        [label]="voice.say('compliance.closeCase')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
  styleUrl: './forms.css',
})
export class CloseForm extends CaseForm {
  protected readonly form = (): string => 'closing';
  protected readonly reasons = computed(() => [
    { value: '', text: this.voice.say('compliance.choose') },
    ...CLOSE_REASONS.map((value) => ({ value, text: this.words.closeReason(value) })),
  ]);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.stops(this.filled('reason', 'number', 'document'))) return;
    const reason = CLOSE_REASONS.find((one) => one === this.get('reason'));
    if (reason === undefined) return;
    const body = {
      on: this.get('on', this.today()),
      reason,
      document: this.proof('document') ?? '',
      number: this.get('number').trim(),
      note: this.get('note'),
    };
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.close(this.theCase().id, sent, command),
    );
    if (accepted) this.finish();
  }
}
