import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Say, problemOf } from '@papan/board-platform';
import type { CaseDetail, DossierDetail, Problem } from '@papan/contracts';
import { ErrorState, Icon, Skeleton } from '@papan/board-ui';
import { HandoversApi } from '../api/handovers-api';
import { CaseWords } from '../case/case-words';
import { StepChip } from '../case/step-chip';
import { EVIDENCE_ADDRESS } from '../page/evidence-link';
import { processOf } from '../page/process';
import type { Opened } from '../page/sections';
import { TrackList } from '../page/track-list';
import { DossierFiles } from './dossier-files';
import { KeyNote } from './key-note';

/** One dossier: the employer, the documents with their index, and what the prosecutor himself puts on record. */
@Component({
  selector: 'pp-dossier-page',
  imports: [ErrorState, Icon, KeyNote, RouterLink, Skeleton, StepChip, TrackList],
  providers: [
    DossierFiles,
    {
      provide: EVIDENCE_ADDRESS,
      useFactory: () => {
        const files = inject(DossierFiles);
        return (hash: string): string | null => files.address(hash);
      },
    },
  ],
  templateUrl: './dossier-page.html',
  styleUrl: './dossier-page.css',
})
export class DossierPage {
  readonly id = input.required<string>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly api = inject(HandoversApi);
  private readonly files = inject(DossierFiles);

  private readonly fetched = signal<DossierDetail | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly number = computed(() => Number(this.id()));
  protected readonly opened = signal<Opened | null>(null);
  protected readonly announce = signal('');
  private turn = 0;

  protected readonly dossier = computed(() => {
    const fetched = this.fetched();
    return fetched?.case.id === this.number() ? fetched : null;
  });
  /** The case in the shape that the process list reads; its history is no part of a dossier. */
  protected readonly detail = computed<CaseDetail | null>(() => {
    const dossier = this.dossier();
    if (dossier === null) return null;
    const { case: theCase, employer, offers } = dossier;
    return { case: theCase, employer, offers, history: [], tasks: [], readings: [], through: 0 };
  });
  private readonly process = computed(() => {
    const detail = this.detail();
    return detail ? processOf(detail) : [];
  });
  protected readonly own = computed(() => this.process().filter(({ track }) => track === 'PROSECUTOR'));
  /** What was done before: to be read, nothing to be pressed. */
  protected readonly before = computed(() =>
    this.process().flatMap(({ track, done }) => (track === 'PROSECUTOR' ? [] : done.map(({ taken }) => taken))),
  );
  protected readonly violations = computed(() => {
    const standing = this.dossier()?.case.violations.filter(({ ended }) => ended === null) ?? [];
    return this.words.violations(standing.map((one) => one.violation));
  });

  constructor() {
    effect(() => {
      const id = this.number();
      untracked(() => void this.load(id));
    });
  }

  protected reload(): void {
    void this.load(this.number());
  }

  protected done(): void {
    this.opened.set(null);
    this.announce.set(this.voice.say('compliance.saved'));
    this.reload();
  }

  private async load(id: number): Promise<void> {
    const turn = ++this.turn;
    const result = await this.api.dossier(id);
    if (turn !== this.turn) return;
    if (result.ok) {
      this.problem.set(null);
      this.files.take(id, result.value.files);
      this.fetched.set(result.value);
    } else if (this.dossier() === null) this.problem.set(problemOf(result) ?? 'UNREACHABLE');
  }
}
