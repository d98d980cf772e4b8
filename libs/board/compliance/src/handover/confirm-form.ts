import { Component } from '@angular/core';
import { missingField } from '@papan/board-platform';
import { TextField } from '@papan/board-ui';
import { FormFoot } from '../forms/form-foot';
import { ProofField } from '../forms/proof-field';
import { hashIn } from '../forms/stored';
import { HandoverForm } from './handover-form';

/** The second person puts the power of attorney on record: number, date, who signed it, its term, its scan. */
@Component({
  selector: 'pp-confirm-form',
  imports: [FormFoot, ProofField, TextField],
  template: `
    <form class="stack" (submit)="send($event)">
      <p class="small note">{{ voice.say('compliance.confirmLead') }}</p>
      <div class="field-pair">
        <pp-text-field
          required
          [label]="voice.say('compliance.skkNumber')"
          [value]="get('number')"
          [error]="error('number')"
          (valueChange)="set('number', $event)"
        />
        <pp-text-field
          kind="date"
          required
          [label]="voice.say('compliance.skkDate')"
          [max]="live.today()"
          [hint]="words.readBack(get('on', live.today()))"
          [value]="get('on', live.today())"
          [error]="error('on')"
          (valueChange)="set('on', $event)"
        />
        <pp-text-field
          required
          [label]="voice.say('compliance.signatory')"
          [value]="get('signatory')"
          [error]="error('signatory')"
          (valueChange)="set('signatory', $event)"
        />
        <pp-text-field
          kind="date"
          [label]="voice.say('compliance.skkTerm')"
          [hint]="words.readBack(get('term')) || voice.say('compliance.termHint')"
          [value]="get('term')"
          [error]="error('term') || error('promisedOn')"
          (valueChange)="set('term', $event)"
        />
      </div>
      <pp-proof-field
        [label]="voice.say('compliance.skkScan')"
        [value]="get('document')"
        [error]="error('document')"
        (valueChange)="set('document', $event)"
      />
      <pp-form-foot
        [submission]="submission"
        [label]="voice.say('compliance.confirmHandover')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
  styleUrl: '../forms/forms.css',
})
export class ConfirmForm extends HandoverForm {
  protected readonly form = 'confirm';

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const empty = missingField(this.draft(), ['number', 'signatory']);
    if (empty !== true) {
      this.submission.refuse(empty);
      return;
    }
    const body = {
      number: this.get('number').trim(),
      signatory: this.get('signatory').trim(),
      on: this.get('on', this.live.today()),
      term: this.get('term') || null,
      document: hashIn(this.get('document')),
    };
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.confirm(this.handover().id, sent, command),
    );
    if (accepted) this.finish();
  }
}
