import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Router } from '@angular/router';
import { Drafts, Say, Submission } from '@papan/board-platform';
import type { CaseRow, HandoverReadiness } from '@papan/contracts';
import { Icon, TextField } from '@papan/board-ui';
import { HandoversApi } from '../api/handovers-api';
import { CaseWords } from '../case/case-words';
import { CaseProblem } from '../forms/submission-problem';

/** A case as the dialog speaks of it. */
type Proposed = Pick<CaseRow, 'id' | 'name'>;

/** What each chosen case still lacks for the prosecutor; those that are complete can be proposed in one act. */
@Component({
  selector: 'pp-propose-dialog',
  imports: [CaseProblem, Icon, TextField],
  templateUrl: './propose-dialog.html',
  styles: `
    .results {
      max-block-size: 44dvh;
      overflow: auto;
    }
    .complete {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      color: var(--done-fg);
      font-weight: 600;
    }
    td p + p {
      margin-block-start: 4px;
    }
  `,
})
export class ProposeDialog {
  readonly done = output<readonly number[]>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly submission = new Submission();
  private readonly checking = new Submission();
  private readonly api = inject(HandoversApi);
  private readonly router = inject(Router);
  private readonly drafts = inject(Drafts);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly rows = signal<readonly Proposed[]>([]);
  private readonly readiness = signal<HandoverReadiness | null>(null);
  protected readonly check = this.checking;
  protected readonly draft = computed(() => this.drafts.of('propose-handover'));
  protected readonly checked = computed(() => this.readiness() !== null);
  protected readonly results = computed(() =>
    (this.readiness()?.cases ?? []).map((one) => ({
      case: one.case,
      name: this.words.employer(one.name),
      missing: one.missing.map((refusal) => this.words.reason(refusal)),
    })),
  );
  protected readonly ready = computed(() =>
    this.results()
      .filter(({ missing }) => missing.length === 0)
      .map((one) => one.case),
  );
  protected readonly summary = computed(() =>
    this.voice.say('compliance.readySummary', {
      ready: this.words.integer(this.ready().length),
      all: this.words.integer(this.results().length),
    }),
  );

  ask(rows: readonly Proposed[]): void {
    if (rows.length === 0) return;
    this.submission.reset();
    this.rows.set(rows);
    this.readiness.set(null);
    this.dialog().nativeElement.showModal();
    void this.look();
  }

  protected async look(): Promise<void> {
    const cases = this.rows().map(({ id }) => id);
    const found = await this.checking.send(cases, (sent) => this.api.readiness(sent));
    if (found) this.readiness.set(found);
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const cases = [...this.ready()];
    if (cases.length === 0) return;
    const body = { cases, note: this.draft().get('note') };
    const accepted = await this.submission.send(body, (sent, command) => this.api.propose(sent, command));
    if (!accepted) return;
    this.draft().clear();
    this.close();
    this.done.emit(cases);
    const { handover } = accepted;
    await this.router.navigate(
      handover === undefined ? ['/kepatuhan/penyerahan'] : ['/kepatuhan/penyerahan', handover],
    );
  }
}
