import { Component } from '@angular/core';
import { missingField } from '@papan/board-platform';
import { TextField } from '@papan/board-ui';
import { FormFoot } from '../forms/form-foot';
import { HandoverForm } from './handover-form';

/** Takes a proposal back before it is confirmed; the cases are free again. */
@Component({
  selector: 'pp-withdraw-form',
  imports: [FormFoot, TextField],
  template: `
    <form class="stack" (submit)="send($event)">
      <pp-text-field
        kind="lines"
        required
        [label]="voice.say('compliance.withdrawReason')"
        [value]="get('note')"
        [error]="error('note')"
        (valueChange)="set('note', $event)"
      />
      <pp-form-foot
        [submission]="submission"
        [label]="voice.say('compliance.withdrawHandover')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
  styleUrl: '../forms/forms.css',
})
export class WithdrawForm extends HandoverForm {
  protected readonly form = 'withdraw';

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const empty = missingField(this.draft(), ['note']);
    if (empty !== true) {
      this.submission.refuse(empty);
      return;
    }
    const accepted = await this.submission.send({ note: this.get('note') }, (sent, command) =>
      this.api.withdraw(this.handover().id, sent, command),
    );
    if (accepted) this.finish();
  }
}
