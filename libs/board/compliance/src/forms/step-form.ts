import { Component, computed, inject, input } from '@angular/core';
import { wholeOf } from '@papan/board-platform';
import type { TakeStep } from '@papan/contracts';
import { TextField } from '@papan/board-ui';
import type { Step, StepField } from '@papan/domain';
import { LADDER, REFUSED_SERVICES, clockFor, isRefusal, standing } from '@papan/domain';
import { ClockWork } from '../page/clock-work';
import { LadderStore } from '../page/ladder-store';
import { CaseForm } from './case-form';
import { FormFoot } from './form-foot';
import { ProofField } from './proof-field';

/** One step of the ladder: the fields that the ladder asks for in sight, what may follow later folded away. */
@Component({
  selector: 'pp-step-form',
  imports: [ClockWork, FormFoot, ProofField, TextField],
  templateUrl: './step-form.html',
  styleUrl: './forms.css',
})
export class StepForm extends CaseForm {
  readonly step = input.required<Step>();
  protected readonly form = (): string => `step-${this.step()}`;
  private readonly ladder = inject(LadderStore);

  protected readonly rung = computed(() => LADDER[this.step()]);
  protected readonly services = REFUSED_SERVICES;
  protected readonly hasPaper = computed(() => this.rung().paper !== 'NONE');
  /** Dinkes writes down what another institution did: then its document is asked for. */
  protected readonly onDocument = computed(
    () => this.rung().owner !== 'LOCAL' && this.session.membership()?.role === 'lead',
  );
  protected readonly dateLabel = computed(() =>
    this.voice.say(this.hasPaper() ? 'compliance.onDocumentDate' : 'compliance.onActDate'),
  );

  /** What the clock would say, as soon as the dates are there that start it. */
  protected readonly clock = computed(() => {
    const facts = this.ladder.facts();
    if (facts === null) return null;
    const dates = {
      on: this.get('on', this.today()),
      receivedOn: this.given('receivedOn'),
      previousEnds: standing(this.theCase(), 'TEGURAN_II')?.clock?.ends ?? null,
      promisedOn: this.given('promisedOn'),
    };
    const clock = clockFor(this.step(), dates, facts);
    return clock === null ? null : { ...clock, state: 'RUNNING' as const };
  });

  protected asks = (field: StepField): boolean => this.rung().asks.includes(field);
  protected takes = (field: StepField): boolean => this.asks(field) || this.rung().takes.includes(field);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const wanted = [...this.rung().asks, ...(this.onDocument() ? ['document'] : [])];
    if (this.stops(this.filled(...wanted))) return;
    const body = this.read();
    if (body === null) return;
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.takeStep(this.theCase().id, sent, command),
    );
    if (accepted) this.finish();
  }

  private read(): TakeStep | null {
    const numbers = (['amount', 'workers', 'instalments'] as const).map((field) =>
      this.given(field) === null ? null : wholeOf(field, this.get(field)),
    );
    if (this.stops(...numbers)) return null;
    const [amount = null, workers = null, instalments = null] = numbers.map((one) => (isRefusal(one) ? null : one));
    return {
      entry: this.entryId(),
      step: this.step(),
      on: this.get('on', this.today()),
      number: this.get('number').trim(),
      signatory: this.get('signatory').trim(),
      note: this.get('note'),
      sentOn: this.given('sentOn'),
      receivedOn: this.given('receivedOn'),
      promisedOn: this.given('promisedOn'),
      amount,
      workers,
      instalments,
      services: [...this.marked('services')],
      document: this.proof('document'),
      sendingProof: this.proof('sendingProof'),
      receiptProof: this.proof('receiptProof'),
    };
  }
}
