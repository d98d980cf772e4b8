import { Component, computed } from '@angular/core';
import { wholeOf } from '@papan/board-platform';
import { SelectField, TextField } from '@papan/board-ui';
import { COMPLIANCE_PROOFS, VIOLATIONS, isRefusal, standingViolations } from '@papan/domain';
import { CaseForm } from './case-form';
import { FormFoot } from './form-foot';
import { ProofField } from './proof-field';
import { ViolationBoxes } from './violation-boxes';

/** What BPJS found in its own data: only this makes a case compliant, a payment claimed elsewhere does not. */
@Component({
  selector: 'pp-verify-case-form',
  imports: [FormFoot, ProofField, SelectField, TextField, ViolationBoxes],
  template: `
    <form class="stack" (submit)="send($event)">
      <div class="field-pair">
        <pp-select-field
          [label]="voice.say('compliance.proofKind')"
          [choices]="proofs()"
          [value]="kind()"
          [error]="error('proof')"
          (valueChange)="set('proof', $event)"
        />
        <pp-text-field
          kind="date"
          required
          [label]="voice.say('compliance.verifiedOn')"
          [max]="today()"
          [hint]="words.readBack(get('on', today()))"
          [value]="get('on', today())"
          [error]="error('on')"
          (valueChange)="set('on', $event)"
        />
        @if (kind() === 'REGISTRATION') {
          <pp-text-field
            kind="number"
            required
            [label]="voice.say('compliance.workersRegistered')"
            [value]="get('workers')"
            [error]="error('workers')"
            (valueChange)="set('workers', $event)"
          />
        } @else {
          <pp-text-field
            kind="number"
            required
            [label]="voice.say('compliance.amountPaid')"
            [hint]="voice.say('compliance.rupiahHint')"
            [value]="get('amount')"
            [error]="error('amount')"
            (valueChange)="set('amount', $event)"
          />
        }
        <pp-text-field
          kind="number"
          required
          [label]="voice.say('compliance.workersStill')"
          [hint]="voice.say('compliance.workersStillHint')"
          [value]="get('workersMissing', '0')"
          [error]="error('workersMissing')"
          (valueChange)="set('workersMissing', $event)"
        />
        <pp-text-field
          required
          [label]="voice.say('compliance.number')"
          [value]="get('number')"
          [error]="error('number')"
          (valueChange)="set('number', $event)"
        />
      </div>
      <pp-violation-boxes
        [label]="voice.say('compliance.violationsEnded')"
        [offered]="standing()"
        [chosen]="marked('ended', standing())"
        [error]="error('ended')"
        (ticked)="mark('ended', $event.violation, $event.on, standing())"
      />
      <pp-proof-field
        required
        [label]="voice.say('compliance.proofDocument')"
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
        [label]="voice.say('compliance.verify')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
  styleUrl: './forms.css',
})
export class VerifyCaseForm extends CaseForm {
  protected readonly form = (): string => 'verification';
  protected readonly standing = computed(() => standingViolations(this.theCase()));
  protected readonly kind = computed(
    () => COMPLIANCE_PROOFS.find((one) => one === this.get('proof')) ?? 'REGISTRATION',
  );
  protected readonly proofs = computed(() =>
    COMPLIANCE_PROOFS.map((value) => ({ value, text: this.words.proof(value) })),
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const registers = this.kind() === 'REGISTRATION';
    if (this.stops(this.filled(registers ? 'workers' : 'amount', 'number', 'document'))) return;
    const workers = registers ? wholeOf('workers', this.get('workers')) : 0;
    const amount = registers ? null : wholeOf('amount', this.get('amount'));
    const workersMissing = wholeOf('workersMissing', this.get('workersMissing', '0'));
    if (this.stops(workers, amount, workersMissing)) return;
    if (isRefusal(workers) || isRefusal(amount) || isRefusal(workersMissing)) return;
    const marked = this.marked('ended', this.standing());
    const body = {
      on: this.get('on', this.today()),
      proof: this.kind(),
      workers,
      amount,
      ended: VIOLATIONS.filter((one) => marked.includes(one)),
      workersMissing,
      document: this.proof('document') ?? '',
      number: this.get('number').trim(),
      note: this.get('note'),
    };
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.verify(this.theCase().id, sent, command),
    );
    if (accepted) this.finish();
  }
}
