import { Directive, computed, inject, input, output } from '@angular/core';
import {
  Directory,
  Drafts,
  LiveStore,
  Say,
  SessionStore,
  Submission,
  missingField,
  newCommandId,
} from '@papan/board-platform';
import type { Draft } from '@papan/board-platform';
import type { CaseDetail } from '@papan/contracts';
import type { Refusal } from '@papan/domain';
import { isRefusal } from '@papan/domain';
import { CasesApi } from '../api/cases-api';
import { CaseWords } from '../case/case-words';
import { hashIn } from './stored';

/** What every form of a case has: its detail, a draft that survives, one submission, words. */
@Directive()
export abstract class CaseForm {
  readonly detail = input.required<CaseDetail>();
  readonly done = output();
  readonly cancelled = output();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly live = inject(LiveStore);
  protected readonly directory = inject(Directory);
  protected readonly session = inject(SessionStore);
  protected readonly api = inject(CasesApi);
  private readonly drafts = inject(Drafts);
  protected readonly submission = new Submission();

  /** Names the draft of the form within its case. */
  protected abstract readonly form: () => string;

  protected readonly theCase = computed(() => this.detail().case);
  protected readonly draft = computed<Draft>(() => this.drafts.of(`case-${this.theCase().id}/${this.form()}`));
  /** The server's day; who has no board knows it from his session. Empty before: then no date is proposed. */
  protected readonly today = computed(() => (this.session.state() === 'IN' ? this.live.today() : ''));

  /** What is wrong with this field, in words; empty where nothing is. */
  protected error(...fields: readonly string[]): string {
    const [field, no] = [this.submission.field(), this.submission.no()];
    if (no === null || field === null || !fields.includes(field)) return '';
    const { title, mend } = this.voice.refusal(no);
    return `${title}. ${mend}`;
  }

  protected get = (field: string, proposal = ''): string => this.draft().get(field, proposal);
  protected set = (field: string, value: string): void => this.draft().set(field, value);

  /** A typed date or a chosen file; null where there is none. */
  protected given = (field: string, proposal = ''): string | null => this.get(field, proposal).trim() || null;

  /** The SHA-256 of a file that was put there; null where there is none. */
  protected proof = (field: string): string | null => hashIn(this.get(field));

  /** Several choices in one text of the draft. */
  protected marked = (field: string, proposal: readonly string[] = []): readonly string[] =>
    this.get(field, proposal.join(' ')).split(' ').filter(Boolean);

  protected mark(field: string, value: string, on: boolean, proposal: readonly string[] = []): void {
    const others = this.marked(field, proposal).filter((one) => one !== value);
    this.set(field, (on ? [...others, value] : others).join(' '));
  }

  /** The id of an entry: made once for a draft, so that sending again is not entering twice. */
  protected entryId(): string {
    const known = this.get('entry');
    if (known !== '') return known;
    const made = newCommandId();
    this.set('entry', made);
    return made;
  }

  /** Said of an empty field before any rule is asked. */
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

  protected give(): void {
    this.draft().clear();
    this.submission.reset();
    this.cancelled.emit();
  }
}
