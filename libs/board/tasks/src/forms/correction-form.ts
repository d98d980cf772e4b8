import { Component, computed } from '@angular/core';
import { wholeOf } from '@papan/board-platform';
import { SelectField, TextField } from '@papan/board-ui';
import type { Choice } from '@papan/board-ui';
import { correctReport, isRefusal } from '@papan/domain';
import { leftOf, reportEntries } from '../task/entries';
import { SubmissionProblem } from './submission-problem';
import { TaskForm } from './task-form';

/** Takes back part or all of one report by an entry against it; the wrong one stays readable. */
@Component({
  selector: 'pp-correction-form',
  imports: [SelectField, SubmissionProblem, TextField],
  template: `
    @if (entries().length === 0) {
      <p class="muted">{{ voice.say('tasks.nothingToCorrect') }}</p>
    } @else {
      <form class="stack" (submit)="send($event)">
        <pp-select-field
          [label]="voice.say('tasks.whichEntry')"
          [choices]="choices()"
          [value]="chosen()?.entry ?? ''"
          [error]="error('corrects')"
          (valueChange)="choose($event)"
        />
        <pp-text-field
          kind="number"
          required
          [label]="voice.say('tasks.correctionDelta', { unit: unitWord() })"
          [hint]="voice.say('tasks.correctionHint')"
          [value]="get('delta', proposal())"
          [error]="error('delta')"
          (valueChange)="set('delta', $event)"
        />
        <pp-text-field
          kind="lines"
          required
          [label]="voice.say('tasks.correctionReason')"
          [value]="get('note')"
          [error]="error('note', 'reason')"
          (valueChange)="set('note', $event)"
        />
        <pp-submission-problem [submission]="submission" />
        <div class="row">
          <button type="submit" class="button primary" [attr.aria-disabled]="submission.sending() || null">
            {{ submission.sending() ? voice.say('tasks.sending') : voice.say('tasks.sendCorrection') }}
          </button>
        </div>
      </form>
    }
  `,
})
export class CorrectionForm extends TaskForm {
  protected readonly form = 'correct';

  /** The newest report first: that is the one people get wrong. */
  protected readonly entries = computed(() =>
    reportEntries(this.detail().history)
      .filter((entry) => leftOf(entry) !== 0 || entry.reached + entry.corrected.reached !== 0)
      .reverse(),
  );
  protected readonly chosen = computed(
    () => this.entries().find((entry) => entry.entry === this.get('corrects')) ?? this.entries()[0],
  );
  protected readonly proposal = computed(() => {
    const entry = this.chosen();
    return entry ? this.words.integer(-leftOf(entry)) : '';
  });
  protected readonly choices = computed<readonly Choice[]>(() =>
    this.entries().map((entry) => {
      const line = {
        delta: this.words.signed(entry.delta, this.task().unit),
        on: this.words.shortDate(entry.on),
        who: this.words.personName(entry.person),
      };
      const text =
        leftOf(entry) === entry.delta
          ? this.voice.say('tasks.entryLine', line)
          : this.voice.say('tasks.entryLeft', { ...line, left: this.words.integer(leftOf(entry)) });
      return { value: entry.entry, text };
    }),
  );

  protected choose(entry: string): void {
    this.set('corrects', entry);
    const chosen = this.entries().find((one) => one.entry === entry);
    if (chosen) this.set('delta', this.words.integer(-leftOf(chosen)));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const chosen = this.chosen();
    const delta = wholeOf('delta', this.get('delta', this.proposal()), true);
    if (!chosen || this.stops(delta) || isRefusal(delta)) return;
    const note = this.get('note');
    const body = { entry: this.entryId('entry'), corrects: chosen.entry, delta, reached: 0, rejected: 0, note };
    if (this.stops(correctReport(this.task(), body, chosen))) return;
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.correct(this.task().id, sent, command),
    );
    if (accepted) this.finish();
  }
}
