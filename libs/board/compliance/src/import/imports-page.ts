import { Component, computed, inject, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Say, Submission, problemOf } from '@papan/board-platform';
import { IMPORT_MEGABYTES } from '@papan/contracts';
import type { ImportSummary, Problem } from '@papan/contracts';
import { ErrorState, FILE_STEPS_STYLES, SelectField, Skeleton } from '@papan/board-ui';
import { IMPORT_SOURCES, refuse } from '@papan/domain';
import type { ImportSource, Refusal } from '@papan/domain';
import { EmployerWords } from '../employers/employer-words';
import { EmployersApi } from '../employers/employers-api';
import { CaseProblem } from '../forms/submission-problem';

/** The first step of loading a list: where it comes from, and the file; below, the lists that were taken in before. */
@Component({
  selector: 'pp-imports-page',
  imports: [CaseProblem, ErrorState, RouterLink, SelectField, Skeleton],
  templateUrl: './imports-page.html',
  styles: FILE_STEPS_STYLES,
  styleUrl: './import.css',
})
export class ImportsPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);
  protected readonly submission = new Submission();
  private readonly api = inject(EmployersApi);
  private readonly router = inject(Router);
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('file');

  protected readonly source = signal<ImportSource>('DISNAKER');
  protected readonly file = signal<File | null>(null);
  protected readonly lists = signal<readonly ImportSummary[] | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly sources = computed(() =>
    IMPORT_SOURCES.map((value) => ({ value, text: this.voice.say(`employers.list${value}`) })),
  );
  protected readonly hint = computed(() => this.voice.say('employers.fileHint', { limit: IMPORT_MEGABYTES }));

  constructor() {
    void this.load();
  }

  protected choose(source: string): void {
    this.source.set(IMPORT_SOURCES.find((one) => one === source) ?? 'DISNAKER');
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
    const about = { source: this.source(), name: file.name, size: file.size, changed: file.lastModified };
    const view = await this.submission.send(about, (_, command) => this.api.upload(about.source, file, command));
    if (view) await this.router.navigate(['/kepatuhan/impor', view.id]);
  }

  protected state = ({ state }: ImportSummary): string => this.voice.say(`employers.state${state}`);

  protected async load(): Promise<void> {
    const result = await this.api.imports();
    if (result.ok) this.lists.set(result.value.imports);
    this.problem.set(result.ok ? null : (problemOf(result) ?? 'UNREACHABLE'));
  }
}

/** What the server would say too, said before so many bytes travel. */
function problemIn(file: File | null): Refusal | undefined {
  return file !== null && file.size > IMPORT_MEGABYTES * 1024 * 1024
    ? refuse('IMPORT_TOO_LARGE', { limit: IMPORT_MEGABYTES })
    : undefined;
}
