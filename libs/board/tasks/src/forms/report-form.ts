import { Component, computed, inject } from '@angular/core';
import { Outbox, wholeOf } from '@papan/board-platform';
import { TextField } from '@papan/board-ui';
import { isRefusal, recordReport } from '@papan/domain';
import { ReportLines } from './report-lines';
import { SubmissionProblem } from './submission-problem';
import { TaskForm } from './task-form';

/** Adds to what the agency reported. The report goes into the outbox first, so that it cannot be lost on the way. */
@Component({
  selector: 'pp-report-form',
  imports: [ReportLines, SubmissionProblem, TextField],
  template: `
    <form class="stack" (submit)="send($event)">
      <pp-text-field
        kind="number"
        required
        [label]="voice.say('tasks.delta', { unit: unitWord() })"
        [hint]="voice.say('tasks.deltaHint')"
        [value]="get('delta')"
        [error]="error('delta')"
        (valueChange)="set('delta', $event)"
      />
      <details [open]="more()">
        <summary>{{ voice.say('tasks.more') }}</summary>
        <div class="stack inner">
          <div class="field-pair">
            <pp-text-field
              kind="number"
              [label]="voice.say('tasks.reachedField')"
              [value]="get('reached')"
              [error]="error('reached')"
              (valueChange)="set('reached', $event)"
            />
            <pp-text-field
              kind="number"
              [label]="voice.say('tasks.rejectedField')"
              [value]="get('rejected')"
              [error]="error('rejected')"
              (valueChange)="set('rejected', $event)"
            />
          </div>
          <pp-text-field
            kind="date"
            [label]="voice.say('tasks.on')"
            [max]="live.today()"
            [value]="get('on', live.today())"
            [error]="error('on')"
            (valueChange)="set('on', $event)"
          />
          <pp-text-field
            kind="lines"
            [label]="voice.say('tasks.note')"
            [hint]="voice.say('tasks.noteHint')"
            [value]="get('note')"
            [error]="error('note')"
            (valueChange)="set('note', $event)"
          />
        </div>
      </details>
      <pp-submission-problem [submission]="submission" />
      <div class="row">
        <button type="submit" class="button primary">{{ voice.say('tasks.sendReport') }}</button>
      </div>
    </form>
    <pp-report-lines [task]="task()" />
  `,
  styles: `
    summary {
      min-block-size: 24px;
      color: var(--primary);
      font-size: var(--text-s);
      cursor: pointer;
    }
    .inner {
      padding-block: 8px;
    }
  `,
})
export class ReportForm extends TaskForm {
  protected readonly form = 'report';
  private readonly outbox = inject(Outbox);
  protected readonly more = computed(() => ['reached', 'rejected', 'on', 'note'].some((name) => this.get(name) !== ''));

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const delta = wholeOf('delta', this.get('delta'));
    const reached = wholeOf('reached', this.get('reached'));
    const rejected = wholeOf('rejected', this.get('rejected'));
    if (this.stops(delta, reached, rejected)) return;
    if (isRefusal(delta) || isRefusal(reached) || isRefusal(rejected)) return;
    const report = { delta, reached, rejected, on: this.get('on', this.live.today()), note: this.get('note') };
    if (this.stops(recordReport(this.task(), { ...report, entry: '' }, this.live.today()))) return;
    await this.outbox.report(this.task().id, report);
    this.draft().clear();
    this.submission.reset();
  }
}
