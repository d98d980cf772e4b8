import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LiveStore, Say, SessionStore, problemOf } from '@papan/board-platform';
import type { CaseDetail, Problem, StepOffer } from '@papan/contracts';
import { ErrorState, Skeleton } from '@papan/board-ui';
import type { Happening } from '@papan/domain';
import { CasesApi } from '../api/cases-api';
import { CaseHistory } from './case-history';
import { CaseWords } from '../case/case-words';
import { StepChip } from '../case/step-chip';
import { ProposeDialog } from '../list/propose-dialog';
import { touchedBy } from '../list/touched';
import { EmployerEditor } from '../employers/employer-editor';
import { CloseForm } from '../forms/close-form';
import { ReopenForm } from '../forms/reopen-form';
import { VerifyCaseForm } from '../forms/verify-case-form';
import { ViolationsForm } from '../forms/violations-form';
import { CaseLetters } from './case-letters';
import { nextLawful, nextReceipt, processOf } from './process';
import type { Opened } from './sections';
import { inAddress, isOpened, openedIn } from './sections';
import { TrackList } from './track-list';

/** One case as a process list: what was done, where it stands and why, what may come next and what still stands before it. */
@Component({
  selector: 'pp-case-page',
  imports: [
    CaseHistory,
    CaseLetters,
    CloseForm,
    EmployerEditor,
    ErrorState,
    ProposeDialog,
    ReopenForm,
    RouterLink,
    Skeleton,
    StepChip,
    TrackList,
    VerifyCaseForm,
    ViolationsForm,
  ],
  templateUrl: './case-page.html',
  styleUrl: './case-page.css',
  host: { '(document:keydown.escape)': 'onEscape($event)' },
})
export class CasePage {
  readonly id = input.required<string>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly session = inject(SessionStore);
  private readonly api = inject(CasesApi);
  private readonly live = inject(LiveStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  private readonly fetched = signal<CaseDetail | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly number = computed(() => Number(this.id()));
  private turn = 0;

  protected readonly detail = computed(() => {
    const detail = this.fetched();
    return detail?.case.id === this.number() ? detail : null;
  });
  protected readonly missing = computed(() => {
    const problem = this.problem();
    return problem !== null && problem !== 'UNREACHABLE' && (problem.status === 404 || problem.status === 403);
  });
  private readonly process = computed(() => {
    const detail = this.detail();
    return detail ? processOf(detail) : [];
  });
  protected readonly local = computed(() => this.process().filter(({ track }) => track === 'LOCAL'));
  /** Tracks beside the local one: begun, or worth saying what they wait for. */
  protected readonly beside = computed(() => this.process().filter(({ track }) => track !== 'LOCAL'));
  protected readonly standing = computed(
    () =>
      this.detail()
        ?.case.violations.filter((one) => one.ended === null)
        .map((one) => one.violation) ?? [],
  );
  protected readonly accordingTo = computed(() => {
    const detail = this.detail();
    if (!detail) return '';
    return this.voice.say('compliance.accordingTo', {
      workers: this.words.integer(detail.case.workersMissing),
      source: this.words.source(detail.employer.source),
    });
  });

  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  /** The form that is open; what the address only hints at ("the next one") is looked up in the process. */
  protected readonly opened = computed<Opened | null>(() => {
    const asked = openedIn(this.query().get('buka'));
    if (asked?.form === 'next') {
      const step = nextLawful(this.process());
      return step === null ? null : { form: 'step', step };
    }
    if (asked?.form === 'proof') {
      const entry = nextReceipt(this.process());
      return entry === null ? null : { form: 'receipt', entry };
    }
    return asked;
  });
  /** Said where the address asked for what is not there. */
  protected readonly nothingNext = computed(() => {
    const asked = openedIn(this.query().get('buka'))?.form;
    if (this.detail() === null || this.opened() !== null) return '';
    if (asked === 'next') return this.voice.say('compliance.noNextStep');
    return asked === 'proof' ? this.voice.say('compliance.noReceiptMissing') : '';
  });
  protected readonly announce = signal('');
  protected readonly endings = [
    { step: 'PATUH', form: 'verify', label: 'compliance.verify' },
    { step: 'TUTUP', form: 'close', label: 'compliance.closeCase' },
  ] as const;

  constructor() {
    effect(() => {
      const id = this.number();
      // What happened before the board began anew was not told one by one.
      this.live.snapshots();
      untracked(() => void this.load(id));
    });
    const stop = this.live.onHappenings((happenings) => this.hear(happenings));
    inject(DestroyRef).onDestroy(stop);
  }

  protected ending = (step: 'PATUH' | 'TUTUP'): StepOffer | undefined =>
    this.detail()?.offers.find((offer) => offer.step === step);

  protected why(refusal: StepOffer['refusal']): string {
    return refusal === null ? '' : this.words.reason(refusal);
  }

  protected is = (form: Extract<Opened, { form: string }>['form']): boolean =>
    isOpened(this.opened(), { form } as Opened);

  protected open(opened: Opened | null): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { buka: inAddress(opened) },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected toggle(form: 'violations' | 'employer' | 'verify' | 'close' | 'reopen'): void {
    this.open(this.is(form) ? null : { form });
  }

  protected reload(): void {
    void this.load(this.number());
  }

  /** One's own doing was taken: the form is gone, the page says what stands now. */
  protected done(): void {
    this.open(null);
    this.announce.set(this.voice.say('compliance.saved'));
    this.reload();
  }

  protected onEscape(event: Event): void {
    if (this.opened() !== null && !(event.target as HTMLElement).closest('dialog')) this.open(null);
  }

  private hear(happenings: readonly Happening[]): void {
    const { cases, employers, all } = touchedBy(happenings);
    const detail = this.detail();
    if (all || cases.has(this.number()) || (detail && employers.has(detail.employer.id))) this.reload();
  }

  private async load(id: number): Promise<void> {
    const turn = ++this.turn;
    const result = await this.api.detail(id);
    if (turn !== this.turn) return;
    if (result.ok) {
      this.problem.set(null);
      this.fetched.set(result.value);
    } else if (this.detail() === null) this.problem.set(problemOf(result) ?? 'UNREACHABLE');
  }
}
