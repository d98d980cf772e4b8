import { Directive, computed, inject, input, output } from '@angular/core';
import { Drafts, LiveStore, Say, Submission } from '@papan/board-platform';
import type { HandoverView } from '@papan/contracts';
import { HandoversApi } from '../api/handovers-api';
import { CaseWords } from '../case/case-words';

/** What the forms of a hand-over share: a draft that survives, one submission, words. */
@Directive()
export abstract class HandoverForm {
  readonly handover = input.required<HandoverView>();
  readonly done = output();
  readonly cancelled = output();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly live = inject(LiveStore);
  protected readonly api = inject(HandoversApi);
  protected readonly submission = new Submission();
  private readonly drafts = inject(Drafts);

  protected abstract readonly form: string;
  protected readonly draft = computed(() => this.drafts.of(`handover-${this.handover().id}/${this.form}`));

  protected get = (field: string, proposal = ''): string => this.draft().get(field, proposal);
  protected set = (field: string, value: string): void => this.draft().set(field, value);

  protected error(field: string): string {
    const no = this.submission.no();
    if (no === null || this.submission.field() !== field) return '';
    const { title, mend } = this.voice.refusal(no);
    return `${title}. ${mend}`;
  }

  protected finish(): void {
    this.draft().clear();
    this.submission.reset();
    this.done.emit();
  }

  protected give(): void {
    this.draft().clear();
    this.submission.reset();
    this.cancelled.emit();
  }
}
