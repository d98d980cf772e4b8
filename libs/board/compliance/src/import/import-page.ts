import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Say, problemOf } from '@papan/board-platform';
import type { ImportView, Problem } from '@papan/contracts';
import { EmptyState, ErrorState, FILE_STEPS_STYLES, Skeleton } from '@papan/board-ui';
import { EmployerWords } from '../employers/employer-words';
import { EmployersApi } from '../employers/employers-api';
import { ImportCounts } from './import-counts';
import { MappingStep } from './mapping-step';
import { PreviewStep } from './preview-step';

const STEPS = ['file', 'columns', 'preview', 'result'] as const;
type Step = (typeof STEPS)[number];

/** One list on its way into the register: columns, preview, result. Where it stands is kept by the server. */
@Component({
  selector: 'pp-import-page',
  imports: [EmptyState, ErrorState, ImportCounts, MappingStep, PreviewStep, RouterLink, Skeleton],
  template: `
    <div class="page">
      <a class="small" routerLink="/kepatuhan/impor">← {{ voice.say('employers.loadList') }}</a>
      @if (view(); as list) {
        <div class="page-head">
          <h1 tabindex="-1">{{ title() }}</h1>
        </div>
        <p class="small muted">
          {{ list.name }} · {{ words.source(list.source) }} ·
          {{ voice.say('employers.rows', { count: words.integer(list.rows) }) }}
        </p>
        <ol class="steps" [attr.aria-label]="voice.say('employers.steps')">
          @for (one of steps; track one) {
            <li [attr.aria-current]="one === step() ? 'step' : null">{{ $index + 1 }}. {{ stepWord(one) }}</li>
          }
        </ol>
        <p class="sr-only" role="status">{{ told() }}</p>
        @switch (step()) {
          @case ('columns') {
            <pp-mapping-step [view]="list" (checked)="take($event)" />
          }
          @case ('preview') {
            <pp-preview-step [view]="list" (changed)="view.set($event)" (back)="editing.set(true)" (applied)="load()" />
          }
          @case ('result') {
            <p role="status">{{ voice.say('employers.applied', { at: words.moment(list.appliedAt ?? '') }) }}</p>
            @if (list.preview; as found) {
              <pp-import-counts [counts]="found.counts" />
              @if (found.counts.invalid > 0) {
                <p>
                  <a [href]="api.invalidAddress(list.id)" download>{{ voice.say('employers.download') }}</a>
                </p>
              }
            }
            <div class="row">
              <a class="button primary" routerLink="/kepatuhan/badan-usaha">{{ voice.say('employers.register') }}</a>
              <a class="button" routerLink="/kepatuhan/badan-usaha/ganda">{{ voice.say('employers.doubles') }}</a>
              <a class="button" routerLink="/kepatuhan">{{ voice.say('compliance.cases') }}</a>
            </div>
          }
        }
      } @else if (gone()) {
        <pp-empty-state [title]="voice.say('employers.noList')" [text]="voice.say('employers.noListText')" />
      } @else if (problem(); as no) {
        <pp-error-state
          [title]="voice.say('employers.failed')"
          [text]="voice.say('compliance.failedText')"
          [code]="no === 'UNREACHABLE' ? '' : voice.say('compliance.code') + ' ' + no.trace"
          [retryLabel]="voice.say('compliance.retry')"
          (retry)="load()"
        />
      } @else {
        <pp-skeleton [height]="32" width="50%" />
        <pp-skeleton [height]="240" />
      }
    </div>
  `,
  styles: FILE_STEPS_STYLES,
  styleUrl: './import.css',
})
export class ImportPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);
  protected readonly api = inject(EmployersApi);
  protected readonly steps = STEPS;

  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  private readonly id = computed(() => Number(this.params().get('id')));
  protected readonly view = signal<ImportView | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly editing = signal(false);
  protected readonly told = signal('');
  protected readonly gone = computed(() => {
    const no = this.problem();
    return no !== null && no !== 'UNREACHABLE' && no.code === 'NOT_FOUND';
  });
  protected readonly step = computed<Step>(() => {
    const state = this.view()?.state;
    if (state === 'APPLIED') return 'result';
    return state === 'CHECKED' && !this.editing() ? 'preview' : 'columns';
  });

  protected readonly title = computed(() => this.voice.say(`employers.stepTitle${this.step()}`));
  protected stepWord = (step: Step): string => this.voice.say(`employers.step${step}`);

  constructor() {
    effect(() => {
      this.id();
      untracked(() => {
        this.view.set(null);
        void this.load();
      });
    });
  }

  protected take(view: ImportView): void {
    this.view.set(view);
    this.editing.set(false);
    this.told.set(this.voice.say('employers.checkedText'));
  }

  protected async load(): Promise<void> {
    const result = await this.api.import(this.id());
    if (result.ok) this.view.set(result.value);
    this.problem.set(result.ok ? null : (problemOf(result) ?? 'UNREACHABLE'));
  }
}
