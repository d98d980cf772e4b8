import { Component, DestroyRef, computed, inject, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LiveStore, Say, Submission, problemOf } from '@papan/board-platform';
import { EmptyState, ErrorState, FILE_STEPS_STYLES, SelectField, Skeleton } from '@papan/board-ui';
import { IMPORT_MEGABYTES } from '@papan/contracts';
import type { FigureFileSummary, Problem } from '@papan/contracts';
import { FIGURE_KINDS, refuse } from '@papan/domain';
import type { BoardEventType, FigureKind, Refusal } from '@papan/domain';
import { CoverageRooms } from '../rooms/coverage-rooms';
import { FigureProblem } from '../rooms/submission-problem';
import { FigureFilesApi } from './figure-files-api';
import { FigureWords } from './figure-words';

const LOADED: readonly BoardEventType[] = ['CutRecorded', 'PopulationRecorded', 'MovementsRecorded'];

/** The first step of loading figures: what the file is of, and the file; below, who loaded what before. */
@Component({
  selector: 'pp-figure-files-page',
  imports: [CoverageRooms, EmptyState, ErrorState, FigureProblem, RouterLink, SelectField, Skeleton],
  templateUrl: './files-page.html',
  styles: FILE_STEPS_STYLES,
  styleUrl: './files.css',
})
export class FilesPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(FigureWords);
  protected readonly submission = new Submission();
  protected readonly api = inject(FigureFilesApi);
  private readonly live = inject(LiveStore);
  private readonly router = inject(Router);
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('file');

  protected readonly kind = signal<FigureKind>('MONTH');
  protected readonly file = signal<File | null>(null);
  protected readonly files = signal<readonly FigureFileSummary[] | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly kinds = computed(() => FIGURE_KINDS.map((value) => ({ value, text: this.words.kind(value) })));
  protected readonly kindHint = computed(() => this.voice.say(`figures.kind${this.kind()}`));
  /** Where the figures are invented, a file is at hand to try it with. */
  protected readonly hasExample = computed(() => this.kind() === 'MONTH' && this.live.cut()?.example === true);
  protected readonly hint = computed(() => this.voice.say('figures.fileHint', { limit: IMPORT_MEGABYTES }));

  constructor() {
    void this.load();
    const stop = this.live.onHappenings((happenings) => {
      if (happenings.some(({ event }) => LOADED.includes(event.type))) void this.load();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  protected choose(kind: string): void {
    this.kind.set(FIGURE_KINDS.find((one) => one === kind) ?? 'MONTH');
    this.submission.reset();
  }

  protected take(): void {
    this.file.set(this.input().nativeElement.files?.[0] ?? null);
    this.submission.reset();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const file = this.file();
    const no = problemIn(file);
    if (file === null || no) {
      this.submission.refuse(no ?? refuse('IMPORT_FILE_MISSING', {}));
      return;
    }
    const about = { kind: this.kind(), name: file.name, size: file.size, changed: file.lastModified };
    const view = await this.submission.send(about, (_, command) => this.api.upload(about.kind, file, command));
    if (view) await this.router.navigate(['/cakupan/berkas', view.id]);
  }

  protected state = ({ state }: FigureFileSummary): string => this.voice.say(`figures.state${state}`);

  protected async load(): Promise<void> {
    const result = await this.api.files();
    if (result.ok) this.files.set(result.value);
    this.problem.set(result.ok ? null : (problemOf(result) ?? 'UNREACHABLE'));
  }
}

/** What the server would say too, said before so many bytes travel. */
function problemIn(file: File | null): Refusal | undefined {
  return file !== null && file.size > IMPORT_MEGABYTES * 1024 * 1024
    ? refuse('IMPORT_TOO_LARGE', { limit: IMPORT_MEGABYTES })
    : undefined;
}
