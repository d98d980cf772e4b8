import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Drafts, LiveStore, Say, Submission, newCommandId } from '@papan/board-platform';
import type { CaseRow, ManySteps } from '@papan/contracts';
import { TextField } from '@papan/board-ui';
import { CasesApi } from '../api/cases-api';
import { CaseWords } from '../case/case-words';
import { CaseProblem } from '../forms/submission-problem';

/** Names of a selection shown before the rest is only counted. */
const NAMES_SHOWN = 6;

/** One himbauan for a whole selection: said once, answered for each case, with the letters of those that were taken. */
@Component({
  selector: 'pp-bulk-appeal',
  imports: [CaseProblem, TextField],
  templateUrl: './bulk-appeal.html',
  styles: `
    .names {
      font-size: var(--text-s);
    }
    td {
      font-size: var(--text-s);
    }
    .taken {
      color: var(--done-fg);
      font-weight: 600;
    }
    .results {
      max-block-size: 40dvh;
      overflow: auto;
    }
  `,
})
export class BulkAppeal {
  readonly done = output<readonly number[]>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly live = inject(LiveStore);
  protected readonly submission = new Submission();
  private readonly api = inject(CasesApi);
  private readonly drafts = inject(Drafts);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly rows = signal<readonly CaseRow[]>([]);
  protected readonly answers = signal<ManySteps['answers'] | null>(null);
  /** Made once for a selection, so that sending again after a lost answer enters nothing twice. */
  private ids: readonly { case: number; entry: string; command: string }[] = [];

  protected readonly draft = computed(() => this.drafts.of('bulk-appeal'));
  protected readonly names = computed(() => {
    const names = this.rows().map((row) => this.words.employer(row.name));
    const more = names.length - NAMES_SHOWN;
    const first = names.slice(0, NAMES_SHOWN).join(', ');
    return more > 0 ? this.voice.say('compliance.andMore', { names: first, more: this.words.integer(more) }) : first;
  });
  protected readonly results = computed(() =>
    (this.answers() ?? []).map((answer) => ({
      case: answer.case,
      name: this.words.employer(this.rows().find(({ id }) => id === answer.case)?.name ?? ''),
      refusal: answer.refusal === null ? '' : this.words.reason(answer.refusal),
    })),
  );
  protected readonly taken = computed(() =>
    this.results()
      .filter(({ refusal }) => refusal === '')
      .map((one) => one.case),
  );
  protected readonly summary = computed(() =>
    this.voice.say('compliance.bulkResult', {
      taken: this.words.integer(this.taken().length),
      refused: this.words.integer(this.results().length - this.taken().length),
    }),
  );

  ask(rows: readonly CaseRow[]): void {
    if (rows.length === 0) return;
    this.submission.reset();
    this.answers.set(null);
    this.rows.set(rows);
    this.ids = rows.map(({ id }) => ({ case: id, entry: newCommandId(), command: newCommandId() }));
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected letters = (format: 'docx' | 'pdf'): string => this.api.letterAddress('HIMBAUAN', this.taken(), format);

  protected error(field: string): string {
    const no = this.submission.no();
    return no !== null && this.submission.field() === field ? this.voice.refusal(no).title : '';
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    const body = {
      cases: this.ids.map((one) => ({ ...one })),
      step: 'HIMBAUAN' as const,
      on: draft.get('on', this.live.today()),
      number: draft.get('number').trim(),
      signatory: draft.get('signatory').trim(),
      note: draft.get('note'),
    };
    const answer = await this.submission.send(body, (sent, command) => this.api.takeStepForMany(sent, command));
    if (!answer) return;
    draft.clear();
    this.answers.set(answer.answers);
    this.done.emit(answer.answers.map((one) => one.case));
  }
}
