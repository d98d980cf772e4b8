import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Say, problemOf } from '@papan/board-platform';
import type { DoublePairs, Problem } from '@papan/contracts';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import { DoubleDecision } from './double-decision';
import { EmployerWords } from './employer-words';
import { EmployersApi } from './employers-api';

/** Pairs of the register that look like one employer, the likeliest first. A person decides; nothing is joined by itself. */
@Component({
  selector: 'pp-doubles-page',
  imports: [DoubleDecision, EmptyState, ErrorState, RouterLink, Skeleton],
  template: `
    <div class="page">
      <a class="small" routerLink="/kepatuhan/badan-usaha">← {{ voice.say('employers.register') }}</a>
      <div class="page-head">
        <h1 tabindex="-1">{{ voice.say('employers.doubles') }}</h1>
      </div>
      <p class="lead small">{{ voice.say('employers.doublesLead') }}</p>
      <p class="small muted" role="status">{{ told() }}</p>
      @if (found(); as all) {
        @if (all.pairs.length > 0) {
          <ol class="stack">
            @for (pair of all.pairs; track pair.one.id + '/' + pair.other.id) {
              <li class="panel">
                <div class="panel-body">
                  <pp-double-decision
                    [one]="pair.one"
                    [other]="pair.other"
                    [reason]="pair.reason"
                    [percent]="pair.percent"
                    (decided)="decided($event)"
                  />
                </div>
              </li>
            }
          </ol>
        } @else {
          <pp-empty-state [title]="voice.say('employers.noDoubles')" [text]="voice.say('employers.noDoublesText')" />
        }
      } @else if (problem(); as no) {
        <pp-error-state
          [title]="voice.say('employers.failed')"
          [text]="voice.say('compliance.failedText')"
          [code]="no === 'UNREACHABLE' ? '' : voice.say('compliance.code') + ' ' + no.trace"
          [retryLabel]="voice.say('compliance.retry')"
          (retry)="load()"
        />
      } @else {
        <pp-skeleton [height]="160" />
      }
    </div>
  `,
})
export class DoublesPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);
  private readonly api = inject(EmployersApi);

  protected readonly found = signal<DoublePairs | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly told = signal('');

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    const result = await this.api.doubles();
    if (result.ok) {
      this.found.set(result.value);
      this.problem.set(null);
      this.told.set(
        this.voice.say('employers.pairsFound', {
          count: this.words.integer(result.value.total),
          shown: this.words.integer(result.value.pairs.length),
        }),
      );
    } else this.problem.set(problemOf(result) ?? 'UNREACHABLE');
  }

  protected async decided(kept: number | null): Promise<void> {
    await this.load();
    this.told.set(
      kept === null ? this.voice.say('employers.keptApart') : this.voice.say('employers.merged', { employer: kept }),
    );
  }
}
