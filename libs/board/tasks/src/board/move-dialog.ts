import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { BoardApi, Drafts, Say, Submission } from '@papan/board-platform';
import { TextField } from '@papan/board-ui';
import type { Deed, Task } from '@papan/domain';
import { DEEDS } from '@papan/domain';
import { SubmissionProblem } from '../forms/submission-problem';
import { TaskWords } from '../task/task-words';

/** Asks before a deed that wants a reason or is not taken back lightly. The typed reason survives closing. */
@Component({
  selector: 'pp-move-dialog',
  imports: [SubmissionProblem, TextField],
  template: `
    <dialog #dialog [attr.aria-label]="heading()" (close)="closed.emit()">
      @if (asked(); as move) {
        <form (submit)="confirm($event)">
          <div class="dialog-head">
            <h2>{{ heading() }}</h2>
          </div>
          <div class="dialog-body">
            <p>{{ move.task.title }}</p>
            <p class="muted">{{ change() }}</p>
            @if (reasonNeeded()) {
              <pp-text-field
                kind="lines"
                required
                [label]="voice.say('board.reason')"
                [hint]="voice.say('board.reasonHint')"
                [value]="draft().get('reason')"
                [error]="submission.field() === 'reason' ? problemTitle() : ''"
                (valueChange)="draft().set('reason', $event)"
              />
            }
            <pp-submission-problem [submission]="submission" />
          </div>
          <div class="dialog-foot">
            <button type="button" class="button" (click)="close()">{{ voice.say('tasks.cancel') }}</button>
            <button type="submit" class="button primary" [attr.aria-disabled]="submission.sending() || null">
              {{ submission.sending() ? voice.say('tasks.sending') : voice.word('deed', move.deed) }}
            </button>
          </div>
        </form>
      }
    </dialog>
  `,
})
export class MoveDialog {
  readonly done = output<{ task: Task; deed: Deed }>();
  readonly closed = output();

  protected readonly voice = inject(Say);
  protected readonly submission = new Submission();
  protected readonly asked = signal<{ task: Task; deed: Deed } | null>(null);
  private readonly api = inject(BoardApi);
  private readonly words = inject(TaskWords);
  private readonly drafts = inject(Drafts);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly reasonNeeded = computed(() => {
    const move = this.asked();
    return move !== null && DEEDS[move.deed].reason;
  });
  protected readonly draft = computed(() => {
    const move = this.asked();
    return this.drafts.of(move ? `${move.task.id}/deed-${move.deed}` : 'none');
  });
  protected readonly heading = computed(() => {
    const move = this.asked();
    if (!move) return '';
    const deed = this.voice.word('deed', move.deed);
    return this.voice.say('board.confirmTitle', { deed, task: this.words.label(move.task) });
  });
  protected readonly change = computed(() => {
    const move = this.asked();
    if (!move) return '';
    return this.voice.say('board.confirmMove', {
      from: this.voice.word('status', move.task.status),
      to: this.voice.word('status', DEEDS[move.deed].to),
    });
  });
  protected readonly problemTitle = computed(() => {
    const no = this.submission.no();
    return no ? this.voice.refusal(no).title : '';
  });

  ask(task: Task, deed: Deed): void {
    this.submission.reset();
    this.asked.set({ task, deed });
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const move = this.asked();
    if (!move) return;
    const body = { deed: move.deed, reason: this.draft().get('reason') };
    const accepted = await this.submission.send(body, (sent, command) => this.api.doDeed(move.task.id, sent, command));
    if (!accepted) return;
    this.draft().clear();
    this.close();
    this.done.emit(move);
  }
}
