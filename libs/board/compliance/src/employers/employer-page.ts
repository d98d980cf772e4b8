import { Component, DestroyRef, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LiveStore, Say, SessionStore, problemOf } from '@papan/board-platform';
import type { EmployerDetail, Problem } from '@papan/contracts';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import { EMPLOYER_FIELDS, missingWorkers } from '@papan/domain';
import { DoubleDecision } from './double-decision';
import { EmployerEditor } from './employer-editor';
import { EmployerWords } from './employer-words';
import { EmployersApi } from './employers-api';
import { isAboutEmployers } from './is-about-employers';
import { OpenCaseForm } from './open-case-form';

/** One employer: what the register says, corrected where it is wrong, who may be the same, its case, its history. */
@Component({
  selector: 'pp-employer-page',
  imports: [DoubleDecision, EmployerEditor, EmptyState, ErrorState, OpenCaseForm, RouterLink, Skeleton],
  templateUrl: './employer-page.html',
  styleUrl: './employer-page.css',
})
export class EmployerPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);
  private readonly api = inject(EmployersApi);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  protected readonly id = computed(() => Number(this.params().get('id')));
  protected readonly detail = signal<EmployerDetail | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly gone = computed(() => {
    const no = this.problem();
    return no !== null && no !== 'UNREACHABLE' && no.code === 'NOT_FOUND';
  });
  protected readonly open = signal<'edit' | 'case' | null>(null);
  protected readonly told = signal('');
  protected readonly mayWrite = computed(() => this.session.can('employer.write'));
  protected readonly mayOpen = computed(() => this.session.can('case.open'));
  protected readonly facts = computed(() => {
    const employer = this.detail()?.employer;
    if (!employer) return [];
    const facts = EMPLOYER_FIELDS.filter((field) => field !== 'name').map((field) => ({
      label: this.words.field(field),
      value: this.words.value(field, employer[field]),
    }));
    const missing = { label: this.words.field('missing'), value: this.words.integer(missingWorkers(employer)) };
    const source = { label: this.voice.say('employers.source'), value: this.words.source(employer.source) };
    return [...facts, missing, source];
  });
  protected readonly lines = computed(() =>
    (this.detail()?.history ?? [])
      .map((happening) => ({ ...happening, sentence: this.words.sentence(happening) }))
      .filter(({ sentence }) => sentence !== '')
      .reverse(),
  );

  /** What came with a list has no entry of its own in the history. */
  protected readonly recordedByHand = computed(() =>
    this.lines().some(({ event }) => event.type === 'EmployerRecorded'),
  );

  private asked = 0;

  constructor() {
    effect(() => {
      this.id();
      untracked(() => {
        this.detail.set(null);
        this.open.set(null);
        void this.load();
      });
    });
    const stop = inject(LiveStore).onHappenings((happenings) => {
      if (happenings.some(isAboutEmployers)) void this.load();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  protected async load(): Promise<void> {
    const turn = ++this.asked;
    const result = await this.api.detail(this.id());
    if (turn !== this.asked) return;
    if (result.ok) this.detail.set(result.value);
    this.problem.set(result.ok ? null : (problemOf(result) ?? 'UNREACHABLE'));
  }

  protected async saved(): Promise<void> {
    this.open.set(null);
    await this.load();
    this.told.set(this.voice.say('compliance.saved'));
  }

  protected async decided(kept: number | null): Promise<void> {
    if (kept !== null && kept !== this.id()) {
      void this.router.navigate(['/kepatuhan/badan-usaha', kept]);
      return;
    }
    await this.load();
    this.told.set(
      kept === null ? this.voice.say('employers.keptApart') : this.voice.say('employers.merged', { employer: kept }),
    );
  }

  protected toCase(id: number): void {
    void this.router.navigate(['/kepatuhan/kasus', id]);
  }
}
