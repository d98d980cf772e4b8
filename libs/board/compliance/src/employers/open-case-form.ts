import { Component, computed, inject, input, output } from '@angular/core';
import { Drafts, Say, Submission, newCommandId, wholeOf } from '@papan/board-platform';
import { TextField } from '@papan/board-ui';
import { VIOLATIONS, isRefusal, missingWorkers } from '@papan/domain';
import type { Employer, Violation } from '@papan/domain';
import { FormFoot } from '../forms/form-foot';
import { ViolationBoxes } from '../forms/violation-boxes';
import { EmployerWords } from './employer-words';
import { EmployersApi } from './employers-api';

/** Opens a case against an employer: what it is said to have done, and how many workers are missing. */
@Component({
  selector: 'pp-open-case-form',
  imports: [FormFoot, TextField, ViolationBoxes],
  template: `
    <form class="stack" (submit)="send($event)">
      <p class="small">{{ voice.say('employers.openCaseLead') }}</p>
      <pp-violation-boxes
        [label]="voice.say('employers.fieldviolation')"
        [chosen]="chosen()"
        (ticked)="tick($event.violation, $event.on)"
      />
      <div class="field-pair">
        <pp-text-field
          kind="number"
          [label]="words.field('missing')"
          [value]="draft().get('missing', words.integer(proposal()))"
          (valueChange)="draft().set('missing', $event)"
        />
        <pp-text-field
          kind="lines"
          [label]="voice.say('compliance.note')"
          [value]="draft().get('note')"
          (valueChange)="draft().set('note', $event)"
        />
      </div>
      <pp-form-foot
        [submission]="submission"
        [label]="voice.say('employers.openCase')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
})
export class OpenCaseForm {
  readonly employer = input.required<Employer>();
  /** The number of the case. */
  readonly opened = output<number>();
  readonly cancelled = output();

  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);
  protected readonly submission = new Submission();
  private readonly api = inject(EmployersApi);
  private readonly drafts = inject(Drafts);

  protected readonly draft = computed(() => this.drafts.of(`employer-${this.employer().id}/case`));
  protected readonly proposal = computed(() => missingWorkers(this.employer()));
  protected readonly chosen = computed<readonly Violation[]>(() => {
    const marked = this.draft().get('violations').split(' ');
    return VIOLATIONS.filter((one) => marked.includes(one));
  });

  protected tick(violation: Violation, on: boolean): void {
    const others = this.chosen().filter((one) => one !== violation);
    this.draft().set('violations', (on ? [...others, violation] : others).join(' '));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const missing = wholeOf('missing', this.draft().get('missing', this.words.integer(this.proposal())));
    if (isRefusal(missing)) {
      this.submission.refuse(missing);
      return;
    }
    const body = {
      employer: this.employer().id,
      entry: this.entry(),
      source: 'MANUAL' as const,
      violations: [...this.chosen()],
      workersMissing: missing,
      note: this.draft().get('note'),
    };
    const accepted = await this.submission.send(body, (sent, command) => this.api.openCase(sent, command));
    if (accepted?.case === undefined) return;
    this.draft().clear();
    this.opened.emit(accepted.case);
  }

  protected give(): void {
    this.draft().clear();
    this.submission.reset();
    this.cancelled.emit();
  }

  /** Made once for a draft, so that sending again is not opening twice. */
  private entry(): string {
    const known = this.draft().get('entry');
    if (known !== '') return known;
    const made = newCommandId();
    this.draft().set('entry', made);
    return made;
  }
}
