import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Directory, LiveStore, Say, Submission } from '@papan/board-platform';
import { SelectField } from '@papan/board-ui';
import { isOpen, refuse } from '@papan/domain';
import { CasesApi } from '../api/cases-api';
import { CaseWords } from '../case/case-words';
import { CaseProblem } from '../forms/submission-problem';

/** Says which task a selection of cases belongs to; those that it has already stay. */
@Component({
  selector: 'pp-link-dialog',
  imports: [CaseProblem, SelectField],
  template: `
    <dialog #dialog aria-labelledby="link-title">
      @if (cases().length > 0) {
        <form (submit)="send($event)">
          <div class="dialog-head">
            <h2 id="link-title">
              {{ voice.say('compliance.linkTitle', { count: words.integer(cases().length) }) }}
            </h2>
          </div>
          <div class="dialog-body">
            <p class="small muted">{{ voice.say('compliance.linkLead') }}</p>
            <pp-select-field
              required
              [label]="voice.say('compliance.task')"
              [choices]="tasks()"
              [value]="task()"
              (valueChange)="task.set($event)"
            />
            <pp-case-problem [submission]="submission" />
          </div>
          <div class="dialog-foot">
            <button type="button" class="button" (click)="close()">{{ voice.say('compliance.cancel') }}</button>
            <button type="submit" class="button primary" [attr.aria-disabled]="submission.sending() || null">
              {{ submission.sending() ? voice.say('compliance.sending') : voice.say('compliance.link') }}
            </button>
          </div>
        </form>
      }
    </dialog>
  `,
})
export class LinkDialog {
  readonly done = output<readonly number[]>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly submission = new Submission();
  private readonly api = inject(CasesApi);
  private readonly live = inject(LiveStore);
  private readonly directory = inject(Directory);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly cases = signal<readonly number[]>([]);
  protected readonly task = signal('');
  /** Tasks that count employers or workers, and are being worked on. */
  protected readonly tasks = computed(() => [
    { value: '', text: this.voice.say('compliance.choose') },
    ...this.live
      .allTasks()
      .filter(({ unit, status }) => (unit === 'employers' || unit === 'workers') && isOpen(status))
      .map((task) => ({ value: String(task.id), text: `${this.directory.taskLabel(task)} ${task.title}` })),
  ]);

  ask(cases: readonly number[]): void {
    if (cases.length === 0) return;
    this.submission.reset();
    this.task.set('');
    this.cases.set(cases);
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const task = Number(this.task());
    if (task === 0) {
      this.submission.refuse(refuse('TEXT_EMPTY', { field: 'task' }));
      return;
    }
    const accepted = await this.submission.send({ task, cases: this.cases() }, async (sent, command) => {
      const known = await this.api.taskCases(sent.task);
      if (!known.ok) return known;
      const all = new Set([...known.value.cases.map((one) => one.case), ...sent.cases]);
      return this.api.linkCases(sent.task, [...all], command);
    });
    if (!accepted) return;
    this.close();
    this.done.emit(this.cases());
  }
}
