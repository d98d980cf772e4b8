import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Say, SessionStore, problemOf } from '@papan/board-platform';
import { EmptyState, ErrorState, FILE_STEPS_STYLES, Skeleton } from '@papan/board-ui';
import type { FigureFileView, Problem } from '@papan/contracts';
import { ColumnsStep } from './columns-step';
import { FigureFilesApi } from './figure-files-api';
import { FigureWords } from './figure-words';
import { PreviewStep } from './preview-step';

const STEPS = ['file', 'columns', 'preview', 'result'] as const;
type Step = (typeof STEPS)[number];

/** One file on its way into the figures: columns, preview, result. Where it stands is kept by the server. */
@Component({
  selector: 'pp-figure-file-page',
  imports: [ColumnsStep, EmptyState, ErrorState, PreviewStep, RouterLink, Skeleton],
  templateUrl: './file-page.html',
  styles: FILE_STEPS_STYLES,
  styleUrl: './files.css',
})
export class FilePage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(FigureWords);
  protected readonly session = inject(SessionStore);
  private readonly api = inject(FigureFilesApi);
  protected readonly steps = STEPS;

  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  private readonly id = computed(() => Number(this.params().get('id')));
  protected readonly view = signal<FigureFileView | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly editing = signal(false);
  protected readonly news = signal('');
  protected readonly gone = computed(() => {
    const no = this.problem();
    return no !== null && no !== 'UNREACHABLE' && no.code === 'NOT_FOUND';
  });
  protected readonly step = computed<Step>(() => {
    const state = this.view()?.state;
    if (state === 'APPLIED') return 'result';
    return state === 'CHECKED' && !this.editing() ? 'preview' : 'columns';
  });
  protected readonly title = computed(() => this.voice.say(`figures.stepTitle${this.step()}`));
  protected stepWord = (step: Step): string => this.voice.say(`figures.step${step}`);

  constructor() {
    effect(() => {
      this.id();
      untracked(() => {
        this.view.set(null);
        void this.load();
      });
    });
  }

  protected take(view: FigureFileView): void {
    this.view.set(view);
    this.editing.set(false);
    this.news.set(this.voice.say('figures.checked'));
  }

  protected async load(): Promise<void> {
    const result = await this.api.file(this.id());
    if (result.ok) this.view.set(result.value);
    this.problem.set(result.ok ? null : (problemOf(result) ?? 'UNREACHABLE'));
  }
}
