import { Component, input } from '@angular/core';
import { TextField } from '@papan/board-ui';
import type { CaseStep } from '@papan/domain';
import { CaseForm } from './case-form';
import { FormFoot } from './form-foot';
import { ProofField } from './proof-field';

/** The signed paper with the number and the date of the registry: after it the record does not change any more. */
@Component({
  selector: 'pp-freeze-form',
  imports: [FormFoot, ProofField, TextField],
  template: `
    <form class="stack" (submit)="send($event)">
      <p class="small note">{{ voice.say('compliance.freezeHint') }}</p>
      <pp-proof-field
        required
        [label]="voice.say('compliance.signedScan')"
        [value]="get('signedScan')"
        [error]="error('signedScan')"
        (valueChange)="set('signedScan', $event)"
      />
      <div class="field-pair">
        <pp-text-field
          required
          [label]="voice.say('compliance.number')"
          [value]="get('number', taken().number)"
          [error]="error('number')"
          (valueChange)="set('number', $event)"
        />
        <pp-text-field
          required
          [label]="voice.say('compliance.signatory')"
          [value]="get('signatory', taken().signatory)"
          [error]="error('signatory')"
          (valueChange)="set('signatory', $event)"
        />
        <pp-text-field
          kind="date"
          required
          [label]="voice.say('compliance.onDocumentDate')"
          [max]="today()"
          [hint]="words.readBack(get('on', taken().on))"
          [value]="get('on', taken().on)"
          [error]="error('on')"
          (valueChange)="set('on', $event)"
        />
      </div>
      <pp-form-foot
        [submission]="submission"
        [label]="voice.say('compliance.addSigned')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
  styleUrl: './forms.css',
})
export class FreezeForm extends CaseForm {
  readonly taken = input.required<CaseStep>();
  protected readonly form = (): string => `freeze-${this.taken().entry}`;

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.stops(this.filled('signedScan'))) return;
    const { entry, number, signatory, on } = this.taken();
    const body = {
      signedScan: this.proof('signedScan') ?? '',
      number: this.get('number', number).trim(),
      signatory: this.get('signatory', signatory).trim(),
      on: this.get('on', on),
    };
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.freeze(this.theCase().id, entry, sent, command),
    );
    if (accepted) this.finish();
  }
}
