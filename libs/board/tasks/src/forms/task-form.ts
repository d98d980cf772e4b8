import { Directive, computed, inject, input, output } from '@angular/core';
import type { Draft } from '@papan/board-platform';
import {
  BoardApi,
  Directory,
  Drafts,
  LiveStore,
  Say,
  Submission,
  missingField,
  newCommandId,
} from '@papan/board-platform';
import type { TaskDetail } from '@papan/contracts';
import type { Agency, Refusal, Task } from '@papan/domain';
import { isRefusal } from '@papan/domain';
import { TaskWords } from '../task/task-words';

/** What every form of a task has: the task and its detail, a draft that survives, one submission, words. */
@Directive()
export abstract class TaskForm {
  readonly detail = input.required<TaskDetail>();
  readonly done = output();

  protected readonly voice = inject(Say);
  protected readonly words = inject(TaskWords);
  protected readonly live = inject(LiveStore);
  protected readonly directory = inject(Directory);
  protected readonly api = inject(BoardApi);
  private readonly drafts = inject(Drafts);
  protected readonly submission = new Submission();

  /** Names the draft of the form. */
  protected abstract readonly form: string;

  /** The newest state of the card; the long texts are in the detail. */
  protected readonly task = computed<Task>(() => this.live.task(this.detail().task.id)() ?? this.detail().task);
  protected readonly draft = computed<Draft>(() => this.drafts.of(`${this.detail().task.id}/${this.form}`));
  protected readonly unitWord = computed(() => {
    const { unit } = this.task();
    return this.voice.word('unit', unit);
  });
  protected readonly agencies = computed<ReadonlyMap<number, Agency>>(
    () => new Map(this.directory.agencies().map((agency) => [agency.id, agency])),
  );
  protected readonly lastDay = computed(
    () => this.directory.campaignOf(this.task().campaign)?.deadline.slice(0, 10) ?? '9999-12-31',
  );

  /** What is wrong with this field, in words; empty where nothing is. */
  protected error(...fields: readonly string[]): string {
    const [field, no] = [this.submission.field(), this.submission.no()];
    if (no === null || field === null || !fields.includes(field)) return '';
    const { title, mend } = this.voice.refusal(no);
    return `${title}. ${mend}`;
  }

  protected get = (field: string, proposal = ''): string => this.draft().get(field, proposal);
  protected set = (field: string, value: string): void => this.draft().set(field, value);

  /** The id of an entry: made once for a draft, so that sending again is not entering twice. */
  protected entryId(name: string): string {
    const known = this.draft().get(name);
    if (known !== '') return known;
    const made = newCommandId();
    this.draft().set(name, made);
    return made;
  }

  /** Said of an empty field before any rule is asked: "an empty choice is unknown" would puzzle. */
  protected filled = (...fields: readonly string[]): Refusal | true => missingField(this.draft(), fields);

  /** Shows the first refusal among the answers; true where there is one. */
  protected stops(...answers: readonly unknown[]): boolean {
    const refusal = answers.find((answer): answer is Refusal => isRefusal(answer));
    if (refusal) this.submission.refuse(refusal);
    return refusal !== undefined;
  }

  protected finish(): void {
    this.draft().clear();
    this.submission.reset();
    this.done.emit();
  }
}
