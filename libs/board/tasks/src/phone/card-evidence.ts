import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Drafts, EvidenceClient, EvidencePicker, Say, Submission } from '@papan/board-platform';
import type { EvidenceStored } from '@papan/contracts';
import { storedIn } from '../forms/stored-files';
import { SubmissionProblem } from '../forms/submission-problem';

/**
 * A photo or a letter put to the task from its card, without what a letter is asked for in the drawer. What was uploaded
 * stands in the same draft as there. Comes as a chunk of its own.
 */
@Component({
  selector: 'pp-card-evidence',
  imports: [EvidencePicker, SubmissionProblem],
  template: `
    @if (ready()) {
      <pp-evidence-picker
        multiple
        [label]="voice.say('evidence.newFile')"
        [picked]="picked()"
        (pickedChange)="take($event)"
      />
      <pp-submission-problem [submission]="submission" />
      @if (picked().length > 0) {
        <button
          type="button"
          class="button primary"
          [attr.aria-disabled]="submission.sending() || waits() || null"
          (click)="attach()"
        >
          {{ submission.sending() ? voice.say('evidence.attaching') : voice.say('evidence.attach') }}
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    .button {
      min-block-size: 48px;
    }
  `,
})
export class CardEvidence {
  /** The number of the task. */
  readonly task = input.required<number>();
  readonly attached = output<number>();

  protected readonly voice = inject(Say);
  private readonly client = inject(EvidenceClient);
  private readonly drafts = inject(Drafts);
  private readonly picker = viewChild(EvidencePicker);
  protected readonly submission = new Submission();
  protected readonly ready = signal(false);
  private readonly draft = computed(() => this.drafts.of(`${this.task()}/evidence`));
  protected readonly picked = computed(() => storedIn(this.draft().get('files')));
  /** A file is still on its way. */
  protected readonly waits = computed(() => this.picker()?.busy() ?? false);

  constructor() {
    void this.voice.learn('evidence').then(() => this.ready.set(true));
  }

  protected take(files: readonly EvidenceStored[]): void {
    this.submission.reset();
    this.draft().set('files', files.length === 0 ? '' : JSON.stringify(files));
  }

  protected async attach(): Promise<void> {
    if (this.waits() || this.submission.sending()) return;
    const task = this.task();
    let count = 0;
    for (const { hash } of this.picked()) {
      const body = { hash, letterNumber: '', letterDate: null, receivedOn: null, note: '' };
      const accepted = await this.submission.send(body, (sent, command) => this.client.attach(task, sent, command));
      if (!accepted) return;
      count += 1;
      this.take(this.picked().filter((file) => file.hash !== hash));
    }
    this.attached.emit(count);
  }
}
