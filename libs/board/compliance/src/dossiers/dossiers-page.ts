import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Say, problemOf } from '@papan/board-platform';
import type { DossierView, Problem } from '@papan/contracts';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import { HandoversApi } from '../api/handovers-api';
import { CaseWords } from '../case/case-words';
import { StepChip } from '../case/step-chip';

/** The dossiers that were handed over, and nothing else of the product: quiet, to be read one after the other. */
@Component({
  selector: 'pp-dossiers-page',
  imports: [EmptyState, ErrorState, RouterLink, Skeleton, StepChip],
  template: `
    <div class="page">
      <div class="page-head">
        <h1 tabindex="-1">{{ voice.say('compliance.dossiers') }}</h1>
        @if (rows(); as all) {
          <p class="small muted">{{ voice.say('compliance.dossierCount', { count: words.integer(all.length) }) }}</p>
        }
      </div>
      <p class="lead">{{ voice.say('compliance.dossiersLead') }}</p>
      @if (rows(); as all) {
        @if (all.length === 0) {
          <pp-empty-state
            [title]="voice.say('compliance.noDossiers')"
            [text]="voice.say('compliance.noDossiersText')"
          />
        } @else {
          <ul class="panel">
            @for (row of all; track row.id) {
              <li>
                <div>
                  <a class="name" [routerLink]="['/berkas', row.id]">{{ row.name }}</a>
                  <p class="small muted">{{ row.address }}</p>
                  <p class="small">{{ row.violations }}</p>
                </div>
                <div class="side">
                  <pp-step-chip [step]="row.step" />
                  <p class="small muted">{{ row.under }}</p>
                  <p class="small" [class.unread]="!row.read">{{ row.readText }}</p>
                </div>
              </li>
            }
          </ul>
        }
      } @else if (problem(); as no) {
        <pp-error-state
          [title]="voice.say('compliance.dossiersFailed')"
          [text]="voice.say('compliance.failedText')"
          [code]="no === 'UNREACHABLE' ? '' : voice.say('compliance.code') + ' ' + no.trace"
          [retryLabel]="voice.say('compliance.retry')"
          (retry)="load()"
        />
      } @else {
        <p class="sr-only" role="status">{{ voice.say('compliance.loadingDossiers') }}</p>
        <pp-skeleton [height]="88" />
        <pp-skeleton [height]="88" />
        <pp-skeleton [height]="88" />
      }
    </div>
  `,
  styles: `
    .page {
      max-inline-size: 1000px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 24px;
      padding: 14px 16px;
    }
    li + li {
      border-block-start: 1px solid var(--hair);
    }
    .name {
      font-weight: 600;
    }
    .side {
      display: grid;
      gap: 2px;
      justify-items: end;
      align-content: start;
    }
    .unread {
      font-weight: 600;
    }
    @media (max-width: 639px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
      .side {
        justify-items: start;
      }
      .name {
        display: flex;
        align-items: center;
        min-block-size: 48px;
      }
    }
  `,
})
export class DossiersPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  private readonly api = inject(HandoversApi);
  private readonly fetched = signal<readonly DossierView[] | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);

  protected readonly rows = computed(() => this.fetched()?.map((view) => this.row(view)) ?? null);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    const result = await this.api.dossiers();
    if (result.ok) {
      this.fetched.set(result.value);
      this.problem.set(null);
    } else this.problem.set(problemOf(result) ?? 'UNREACHABLE');
  }

  private row({ case: id, name, address, violations, on, number, latest, status, readAt, manifest }: DossierView) {
    const read = readAt !== null;
    const unread = manifest === null ? 'compliance.beingMade' : 'compliance.notRead';
    return {
      id,
      name: this.words.employer(name),
      address,
      violations: this.words.violations(violations),
      step: status === 'OPEN' ? latest : status,
      under: this.voice.say('compliance.underNumber', { number, date: this.words.shortDate(on) }),
      read,
      readText: read ? this.voice.say('compliance.readAt', { at: this.words.moment(readAt) }) : this.voice.say(unread),
    };
  }
}
