import { Component, computed, inject, input } from '@angular/core';
import { TextField } from '@papan/board-ui';
import { clockFor, standing } from '@papan/domain';
import type { CaseStep } from '@papan/domain';
import { ClockWork } from '../page/clock-work';
import { LadderStore } from '../page/ladder-store';
import { CaseForm } from './case-form';
import { FormFoot } from './form-foot';
import { ProofField } from './proof-field';

/** When a paper was sent and received, each with its proof. The clock starts with the receipt and with nothing else. */
@Component({
  selector: 'pp-receipt-form',
  imports: [ClockWork, FormFoot, ProofField, TextField],
  template: `
    <form class="stack" (submit)="send($event)">
      <div class="field-pair">
        <pp-text-field
          kind="date"
          [label]="voice.say('compliance.sentOn')"
          [min]="taken().on"
          [max]="today()"
          [hint]="words.readBack(get('sentOn', taken().sentOn ?? ''))"
          [value]="get('sentOn', taken().sentOn ?? '')"
          [error]="error('sentOn')"
          (valueChange)="set('sentOn', $event)"
        />
        <pp-proof-field
          [label]="voice.say('compliance.sendingProof')"
          [hint]="taken().sendingProof ? voice.say('compliance.proofThere') : ''"
          [value]="get('sendingProof')"
          [error]="error('sendingProof')"
          (valueChange)="set('sendingProof', $event)"
        />
        <pp-text-field
          kind="date"
          [label]="voice.say('compliance.receivedOn')"
          [min]="taken().on"
          [max]="today()"
          [hint]="words.readBack(get('receivedOn'))"
          [value]="get('receivedOn')"
          [error]="error('receivedOn')"
          (valueChange)="set('receivedOn', $event)"
        />
        <pp-proof-field
          [label]="voice.say('compliance.receiptProof')"
          [hint]="voice.say('compliance.receiptHint')"
          [value]="get('receiptProof')"
          [error]="error('receiptProof')"
          (valueChange)="set('receiptProof', $event)"
        />
      </div>
      @if (clock(); as preview) {
        <div class="preview">
          <p class="label">{{ voice.say('compliance.clockPreview') }}</p>
          <pp-clock-work [clock]="preview" [step]="taken().step" />
        </div>
      }
      <pp-form-foot
        [submission]="submission"
        [label]="voice.say('compliance.recordReceipt')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
  styleUrl: './forms.css',
})
export class ReceiptForm extends CaseForm {
  readonly taken = input.required<CaseStep>();
  protected readonly form = (): string => `receipt-${this.taken().entry}`;
  private readonly ladder = inject(LadderStore);

  protected readonly clock = computed(() => {
    const [facts, receivedOn, { step, on, promisedOn }] = [this.ladder.facts(), this.given('receivedOn'), this.taken()];
    if (facts === null || receivedOn === null) return null;
    const previousEnds = standing(this.theCase(), 'TEGURAN_II')?.clock?.ends ?? null;
    const clock = clockFor(step, { on, receivedOn, previousEnds, promisedOn }, facts);
    return clock === null ? null : { ...clock, state: 'RUNNING' as const };
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const { entry, sentOn, sendingProof } = this.taken();
    const body = {
      sentOn: this.given('sentOn', sentOn ?? ''),
      sendingProof: this.proof('sendingProof') ?? sendingProof,
      receivedOn: this.given('receivedOn'),
      receiptProof: this.proof('receiptProof'),
    };
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.recordReceipt(this.theCase().id, entry, sent, command),
    );
    if (accepted) this.finish();
  }
}
