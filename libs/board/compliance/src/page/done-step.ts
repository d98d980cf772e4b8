import { Component, computed, inject, input, output } from '@angular/core';
import { Directory, Say, SessionStore } from '@papan/board-platform';
import type { CaseDetail } from '@papan/contracts';
import { DueChip } from '@papan/board-ui';
import { LADDER } from '@papan/domain';
import { CaseWords } from '../case/case-words';
import { StepChip } from '../case/step-chip';
import { AttendanceForm } from '../forms/attendance-form';
import { FreezeForm } from '../forms/freeze-form';
import { ReceiptForm } from '../forms/receipt-form';
import { ClockWork } from './clock-work';
import { EvidenceLink } from './evidence-link';
import type { DoneStep } from './process';
import { isOpened } from './sections';
import type { Opened } from './sections';

/** A step that was taken: its paper, how it came to the employer, its clock, and what can still be added to it. */
@Component({
  selector: 'li[ppDoneStep]',
  imports: [AttendanceForm, ClockWork, DueChip, EvidenceLink, FreezeForm, ReceiptForm, StepChip],
  templateUrl: './done-step.html',
  styleUrl: './done-step.css',
  host: { '[class.latest]': 'done().latest', '[class.former]': 'done().former' },
})
export class DoneStepItem {
  readonly detail = input.required<CaseDetail>();
  readonly done = input.required<DoneStep>();
  readonly opened = input.required<Opened | null>();
  readonly openedChange = output<Opened | null>();
  readonly saved = output();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  private readonly session = inject(SessionStore);
  private readonly directory = inject(Directory);

  protected readonly taken = computed(() => this.done().taken);
  protected readonly rung = computed(() => LADDER[this.taken().step]);
  /** Every number, date and word of the paper that is not empty. */
  protected readonly facts = computed(() => {
    const { number, signatory, promisedOn, amount, workers, instalments, services, step } = this.taken();
    const paper = this.rung().paper;
    const facts = [
      paper === 'OURS' || number !== ''
        ? { term: this.voice.say('compliance.number'), value: number || this.voice.say('compliance.numberBlank') }
        : null,
      signatory === '' ? null : { term: this.voice.say('compliance.signatory'), value: signatory },
      promisedOn === null ? null : { term: this.words.promised(step), value: this.words.dayAndDate(promisedOn) },
      amount === null ? null : { term: this.words.amount(step), value: this.words.rupiah(amount) },
      workers === null ? null : { term: this.words.workersFound(step), value: this.words.integer(workers) },
      instalments === null
        ? null
        : { term: this.voice.say('compliance.instalments'), value: this.words.integer(instalments) },
      services.length === 0
        ? null
        : {
            term: this.voice.say('compliance.services'),
            value: this.words.list(services.map((one) => this.words.service(one))),
          },
    ];
    return facts.filter((fact) => fact !== null);
  });
  protected readonly by = computed(() => {
    const { by, onDocument } = this.taken();
    const owner = this.words.owner(this.rung().owner);
    // The prosecutor knows no agency of the table: to him it is the institution whose act it is.
    const who = this.words.agency(by.agency);
    const own = this.rung().owner === 'BPJS' && this.directory.agency(by.agency)?.kind === 'PARTNER';
    return onDocument && who !== '' && !own
      ? this.voice.say('compliance.byOnDocument', { who, owner })
      : this.voice.say('compliance.by', { who: who || owner });
  });
  protected readonly receipt = computed(() => {
    const { receivedOn, deemed } = this.taken();
    if (receivedOn === null) return '';
    const date = this.words.dayAndDate(receivedOn);
    return this.voice.say(deemed ? 'compliance.deemedOn' : 'compliance.receivedDate', { date });
  });

  private readonly isOpenCase = computed(() => this.detail().case.status === 'OPEN');
  private readonly may = computed(() => this.session.can(this.rung().action));
  protected readonly mayReceive = computed(
    () => this.may() && this.isOpenCase() && this.rung().paper !== 'NONE' && this.taken().receiptProof === null,
  );
  protected readonly mayFreeze = computed(
    () => this.may() && this.rung().paper === 'OURS' && this.taken().signedScan === null,
  );
  protected readonly mayAttend = computed(
    () => this.may() && this.taken().step === 'SUMMONS' && this.taken().attended === null,
  );

  protected is = (form: 'receipt' | 'freeze' | 'attendance'): boolean =>
    isOpened(this.opened(), { form, entry: this.taken().entry });

  protected toggle(form: 'receipt' | 'freeze' | 'attendance'): void {
    this.openedChange.emit(this.is(form) ? null : { form, entry: this.taken().entry });
  }
}
