import { Component, computed } from '@angular/core';
import { wholeOf } from '@papan/board-platform';
import { SelectField, TextField } from '@papan/board-ui';
import type { Choice } from '@papan/board-ui';
import { canBeInstructed, isRefusal, reassignTask } from '@papan/domain';
import { SubmissionProblem } from './submission-problem';
import { TaskForm } from './task-form';

/** Hands part or all of what is left to another agency; shows how the target is split before it is done. */
@Component({
  selector: 'pp-reassign-form',
  imports: [SelectField, SubmissionProblem, TextField],
  template: `
    @if (left() <= 0) {
      <p class="muted">{{ voice.say('tasks.nothingLeft') }}</p>
    } @else {
      <form class="stack" (submit)="send($event)">
        <pp-select-field
          required
          [label]="voice.say('tasks.toAgency')"
          [choices]="choices()"
          [value]="get('agency')"
          [error]="error('agency')"
          (valueChange)="set('agency', $event)"
        />
        <div class="field-pair">
          <pp-text-field
            kind="number"
            required
            [label]="voice.say('tasks.amountField', { unit: unitWord() })"
            [hint]="voice.say('tasks.amountHint', { left: words.integer(left()) })"
            [value]="get('amount')"
            [error]="error('amount')"
            (valueChange)="set('amount', $event)"
          />
          <pp-text-field
            kind="date"
            required
            [label]="voice.say('tasks.newDue')"
            [hint]="words.readBack(due(), live.today())"
            [value]="due()"
            [max]="lastDay()"
            [error]="error('due')"
            (valueChange)="set('due', $event)"
          />
        </div>
        <pp-text-field
          kind="lines"
          required
          [label]="voice.say('tasks.reason')"
          [value]="get('reason')"
          [error]="error('reason')"
          (valueChange)="set('reason', $event)"
        />
        @if (split(); as text) {
          <p role="status">{{ text }}</p>
        }
        <pp-submission-problem [submission]="submission" />
        <div class="row">
          <button type="submit" class="button primary" [attr.aria-disabled]="submission.sending() || null">
            {{ submission.sending() ? voice.say('tasks.sending') : voice.say('tasks.sendReassign') }}
          </button>
        </div>
      </form>
    }
  `,
})
export class ReassignForm extends TaskForm {
  protected readonly form = 'reassign';
  protected readonly left = computed(() => {
    const { target, reported, registered } = this.task();
    return target - Math.max(reported, registered);
  });
  protected readonly due = computed(() => this.get('due', this.task().due));
  protected readonly choices = computed<readonly Choice[]>(() => [
    { value: '', text: this.voice.say('tasks.chooseAgency') },
    ...this.directory
      .agencies()
      .filter((agency) => agency.id !== this.task().agency && canBeInstructed(agency.kind))
      .map((agency) => ({ value: String(agency.id), text: agency.name })),
  ]);
  protected readonly split = computed(() => {
    const amount = wholeOf('amount', this.get('amount'));
    const agency = Number(this.get('agency'));
    const { target, unit } = this.task();
    if (isRefusal(amount) || amount <= 0 || amount > this.left() || agency === 0) return '';
    const to = this.words.agencyShort(agency);
    if (amount === target) return this.voice.say('tasks.splitAll', { target: this.words.amount(target, unit), to });
    return this.voice.say('tasks.split', {
      target: this.words.amount(target, unit),
      keeps: this.words.integer(target - amount),
      from: this.words.agencyShort(this.task().agency),
      goes: this.words.integer(amount),
      to,
    });
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const amount = wholeOf('amount', this.get('amount'));
    if (this.stops(this.filled('agency', 'amount', 'reason'), amount) || isRefusal(amount)) return;
    const body = { agency: Number(this.get('agency')), amount, due: this.due(), reason: this.get('reason') };
    if (this.stops(reassignTask(0, this.task(), body, this.agencies(), this.lastDay()))) return;
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.reassign(this.task().id, sent, command),
    );
    if (accepted) this.finish();
  }
}
