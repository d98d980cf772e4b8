import { Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { EvidenceClient, EvidenceListing, EvidencePicker, SessionStore } from '@papan/board-platform';
import { ErrorState, Skeleton, TextField } from '@papan/board-ui';
import type { EvidenceStored, EvidenceView } from '@papan/contracts';
import { checkLetter, refuse } from '@papan/domain';
import { storedIn } from '../forms/stored-files';
import { SubmissionProblem } from '../forms/submission-problem';
import { TaskForm } from '../forms/task-form';
import { mayAttach } from '../task/may-attach';

/** The evidence of a task: the files that are there, and the form to add more. Comes as a chunk of its own. */
@Component({
  selector: 'pp-task-evidence',
  imports: [ErrorState, EvidenceListing, EvidencePicker, Skeleton, SubmissionProblem, TextField],
  templateUrl: './task-evidence.html',
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }
  `,
})
export class TaskEvidence extends TaskForm {
  protected readonly form = 'evidence';
  private readonly client = inject(EvidenceClient);
  private readonly session = inject(SessionStore);
  private readonly picker = viewChild(EvidencePicker);

  protected readonly ready = signal(false);
  protected readonly files = signal<readonly EvidenceView[] | null>(null);
  protected readonly failed = signal(false);
  /** A file is still on its way. */
  protected readonly waits = computed(() => this.picker()?.busy() ?? false);
  private turn = 0;

  /** What was uploaded and not yet added survives a reload, like everything typed. */
  protected readonly picked = computed(() => storedIn(this.get('files')));
  protected readonly canAttach = computed(() => mayAttach(this.session.actor(), this.task()));

  constructor() {
    super();
    void this.voice.learn('evidence').then(() => this.ready.set(true));
    effect(() => {
      const { id } = this.detail().task;
      untracked(() => void this.load(id));
    });
  }

  protected take(files: readonly EvidenceStored[]): void {
    this.submission.reset();
    this.set('files', files.length === 0 ? '' : JSON.stringify(files));
  }

  protected async attach(event: Event): Promise<void> {
    event.preventDefault();
    const letter = this.letter();
    const something = this.picked().length > 0 || refuse('TEXT_EMPTY', { field: 'evidence' });
    if (this.waits() || this.stops(something, checkLetter(letter, this.live.today()))) return;
    const task = this.task().id;
    for (const { hash } of this.picked()) {
      const accepted = await this.submission.send({ hash, ...letter }, (body, command) =>
        this.client.attach(task, body, command),
      );
      if (!accepted) return void this.load(task);
      this.take(this.picked().filter((file) => file.hash !== hash));
    }
    this.finish();
  }

  protected reload(): void {
    void this.load(this.detail().task.id);
  }

  private letter() {
    const day = (field: string): string | null => this.get(field).trim() || null;
    return {
      letterNumber: this.get('letterNumber'),
      letterDate: day('letterDate'),
      receivedOn: day('receivedOn'),
      note: this.get('note'),
    };
  }

  private async load(task: number): Promise<void> {
    const turn = ++this.turn;
    const result = await this.client.ofTask(task);
    if (turn !== this.turn) return;
    this.failed.set(!result.ok);
    if (result.ok) this.files.set(result.value);
  }
}
