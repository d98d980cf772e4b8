import { Component, computed, inject, input, output } from '@angular/core';
import { Say, SessionStore } from '@papan/board-platform';
import type { CaseDetail, StepOffer } from '@papan/contracts';
import { LADDER } from '@papan/domain';
import type { Step } from '@papan/domain';
import { CaseWords } from '../case/case-words';
import { StepForm } from '../forms/step-form';
import { DoneStepItem } from './done-step';
import type { TrackProcess } from './process';
import { isOpened } from './sections';
import type { Opened } from './sections';

/** One road of the case as a list: done, current, coming. What cannot be done yet is grey and says what it waits for. */
@Component({
  selector: 'pp-track-list',
  imports: [DoneStepItem, StepForm],
  template: `
    <section class="panel" [attr.aria-label]="words.track(process().track)">
      <div class="panel-head">
        <h2>{{ words.track(process().track) }}</h2>
        @if (process().done.length === 0) {
          <span class="small muted">{{ voice.say('compliance.trackNotBegun') }}</span>
        }
      </div>
      <ol>
        @for (item of process().done; track item.taken.entry) {
          <li
            ppDoneStep
            [detail]="detail()"
            [done]="item"
            [opened]="opened()"
            (openedChange)="openedChange.emit($event)"
            (saved)="done.emit()"
          ></li>
        }
        @for (coming of process().coming; track coming.step) {
          <li class="coming" [class.possible]="coming.refusal === null">
            <div class="line">
              <span class="name">{{ words.step(coming.step) }}</span>
              @if (coming.step !== 'SKK' || session.can('handover.propose')) {
                <button
                  type="button"
                  class="button"
                  [class.primary]="coming.refusal === null && isProposed(coming.step)"
                  [attr.aria-expanded]="isOpen(coming.step)"
                  [attr.aria-disabled]="coming.refusal ? true : null"
                  [attr.aria-describedby]="coming.refusal ? 'why-' + coming.step : null"
                  (click)="coming.refusal ? null : toggle(coming.step)"
                >
                  {{ buttonText(coming.step) }}
                </button>
              }
            </div>
            @if (coming.refusal; as refusal) {
              <p class="small" [id]="'why-' + coming.step">{{ why(refusal) }}</p>
            }
            <p class="small muted basis">{{ basis(coming.step, coming.refusal) }}</p>
            @if (isOpen(coming.step) && coming.refusal === null) {
              <pp-step-form
                [detail]="detail()"
                [step]="coming.step"
                (done)="done.emit()"
                (cancelled)="openedChange.emit(null)"
              />
            }
          </li>
        }
      </ol>
    </section>
  `,
  styleUrl: './track-list.css',
})
export class TrackList {
  readonly detail = input.required<CaseDetail>();
  readonly process = input.required<TrackProcess>();
  readonly opened = input.required<Opened | null>();
  readonly openedChange = output<Opened | null>();
  readonly done = output();
  readonly handover = output();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly session = inject(SessionStore);

  /** What follows a step whose time has run out. */
  private readonly proposed = computed(() =>
    this.process()
      .done.filter(({ taken, answered }) => taken.clock?.state === 'FIRED' && !answered)
      .flatMap(({ taken }) => LADDER[taken.step].next),
  );

  protected isProposed = (step: Step): boolean => this.proposed().includes(step);
  protected isOpen = (step: Step): boolean => isOpened(this.opened(), { form: 'step', step });

  /** A power of attorney comes with a hand-over, by two persons; every other step is recorded here. */
  protected buttonText(step: Step): string {
    return step === 'SKK'
      ? this.voice.say('compliance.proposeHandover')
      : this.voice.say('compliance.recordStep', { step: this.words.step(step) });
  }

  protected toggle(step: Step): void {
    if (step === 'SKK') return this.handover.emit();
    this.openedChange.emit(this.isOpen(step) ? null : { form: 'step', step });
  }

  /** Whose act it is stands below in any case: a step of somebody else says so in one sentence. */
  protected why(refusal: NonNullable<StepOffer['refusal']>): string {
    return refusal.code === 'STEP_NOT_YOURS' ? this.words.title(refusal) : this.words.reason(refusal);
  }

  /** What it needs, who records it, and on what ground. */
  protected basis(step: Step, refusal: StepOffer['refusal']): string {
    const { owner, basis, after } = LADDER[step];
    const needs = after.filter((ground) => ground.step !== 'IDENTIFIED').map((ground) => this.words.ground(ground));
    const rule = refusal?.rule.startsWith('docs/') === false && refusal.rule !== '' ? refusal.rule : '';
    const recorded = this.voice.say('compliance.basis', {
      owner: this.words.owner(owner),
      basis: rule || this.words.basis(basis),
    });
    if (needs.length === 0) return recorded;
    return `${this.voice.say('compliance.needs', { ground: this.words.list(needs) })} · ${recorded}`;
  }
}
