import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Say, SessionStore, Submission } from '@papan/board-platform';
import type { Employer, MatchReason } from '@papan/domain';
import { CaseProblem } from '../forms/submission-problem';
import { DoublePair } from './double-pair';
import { EmployerWords } from './employer-words';
import { EmployersApi } from './employers-api';

/** Two employers of the register that look alike: a person says whether they are one, and which entry stays. */
@Component({
  selector: 'pp-double-decision',
  imports: [CaseProblem, DoublePair],
  template: `
    <pp-double-pair
      [one]="one()"
      [other]="other()"
      [oneLabel]="label(one())"
      [otherLabel]="label(other())"
      [reason]="reason()"
      [percent]="percent()"
    >
      @if (mayDecide()) {
        @if (merging()) {
          <span class="small">{{ voice.say('employers.whichStays') }}</span>
          <button type="button" class="button" (click)="merge(other(), one())">
            {{ voice.say('employers.stays', { employer: one().id }) }}
          </button>
          <button type="button" class="button" (click)="merge(one(), other())">
            {{ voice.say('employers.stays', { employer: other().id }) }}
          </button>
          <button type="button" class="button quiet" (click)="merging.set(false)">
            {{ voice.say('compliance.cancel') }}
          </button>
        } @else {
          <button type="button" class="button" (click)="merging.set(true)">{{ voice.say('employers.same') }}</button>
          <button
            type="button"
            class="button"
            [attr.aria-disabled]="submission.sending() || null"
            (click)="keepApart()"
          >
            {{ voice.say('employers.different') }}
          </button>
        }
      }
    </pp-double-pair>
    <pp-case-problem [submission]="submission" />
  `,
})
export class DoubleDecision {
  readonly one = input.required<Employer>();
  readonly other = input.required<Employer>();
  readonly reason = input.required<MatchReason>();
  readonly percent = input.required<number>();
  /** The number of the entry that stays; null where they were found to be two. */
  readonly decided = output<number | null>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);
  protected readonly submission = new Submission();
  protected readonly merging = signal(false);
  private readonly api = inject(EmployersApi);
  private readonly session = inject(SessionStore);
  protected readonly mayDecide = computed(() => this.session.can('employer.write'));

  protected label = ({ id, source }: Employer): string =>
    this.voice.say('employers.entryOf', { employer: id, source: this.words.source(source) });

  protected async merge(double: Employer, kept: Employer): Promise<void> {
    const accepted = await this.submission.send({ double: double.id, into: kept.id }, (sent, command) =>
      this.api.merge(sent.double, sent.into, command),
    );
    if (accepted) this.decided.emit(kept.id);
  }

  protected async keepApart(): Promise<void> {
    const accepted = await this.submission.send({ one: this.one().id, other: this.other().id }, (sent, command) =>
      this.api.keepApart(sent.one, sent.other, command),
    );
    if (accepted) this.decided.emit(null);
  }
}
