import { Component, DestroyRef, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LiveStore, Say, problemOf } from '@papan/board-platform';
import type { HandoverView, Problem } from '@papan/contracts';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import { HandoversApi } from '../api/handovers-api';
import { CaseWords } from '../case/case-words';
import { SealingBar } from './sealing-bar';
import { byUrgency, touchesHandover } from './handover-views';

/** Every hand-over to the prosecutor: proposed, confirmed, sealed, withdrawn. */
@Component({
  selector: 'pp-handovers-page',
  imports: [EmptyState, ErrorState, RouterLink, SealingBar, Skeleton],
  template: `
    <div class="page">
      <a class="back small" routerLink="/kepatuhan">← {{ voice.say('compliance.cases') }}</a>
      <div class="page-head">
        <h1 tabindex="-1">{{ voice.say('compliance.handovers') }}</h1>
      </div>
      <p class="lead small">{{ voice.say('compliance.handoversLead') }}</p>
      @if (rows(); as all) {
        @if (all.length === 0) {
          <pp-empty-state
            [title]="voice.say('compliance.noHandovers')"
            [text]="voice.say('compliance.noHandoversText')"
          >
            <a class="button" routerLink="/kepatuhan" [queryParams]="{ tampilan: 'siap-skk' }">
              {{ voice.say('compliance.viewready') }}
            </a>
          </pp-empty-state>
        } @else {
          <ul class="panel">
            @for (one of all; track one.id) {
              <li>
                <a class="name" [routerLink]="['/kepatuhan/penyerahan', one.id]">{{ one.title }}</a>
                <span class="state" [attr.data-state]="one.state">{{ words.handover(one.state) }}</span>
                <span class="small muted">{{ one.said }}</span>
                @if (one.state === 'CONFIRMED') {
                  <pp-sealing-bar [handover]="one.view" />
                }
              </li>
            }
          </ul>
        }
      } @else if (problem(); as no) {
        <pp-error-state
          [title]="voice.say('compliance.handoversFailed')"
          [text]="voice.say('compliance.failedText')"
          [code]="no === 'UNREACHABLE' ? '' : voice.say('compliance.code') + ' ' + no.trace"
          [retryLabel]="voice.say('compliance.retry')"
          (retry)="load()"
        />
      } @else {
        <p class="sr-only" role="status">{{ voice.say('compliance.loadingHandovers') }}</p>
        <pp-skeleton [height]="64" />
        <pp-skeleton [height]="64" />
      }
    </div>
  `,
  styles: `
    .back {
      justify-self: start;
      text-decoration: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 16px;
      align-items: center;
      padding: 10px 16px;
    }
    li + li {
      border-block-start: 1px solid var(--hair);
    }
    .name {
      font-weight: 600;
    }
    .state {
      font-size: var(--text-s);
      font-weight: 600;
    }
    .state[data-state='PROPOSED'] {
      padding: 1px 8px;
      border-radius: var(--radius-s);
      background: var(--soon-bg);
      color: var(--soon-fg);
      font-size: var(--text-xs);
    }
    .state[data-state='SEALED'] {
      color: var(--done-fg);
    }
    .state[data-state='WITHDRAWN'] {
      color: var(--muted);
    }
    pp-sealing-bar {
      grid-column: 1 / -1;
    }
  `,
})
export class HandoversPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  private readonly api = inject(HandoversApi);
  private readonly live = inject(LiveStore);

  private readonly fetched = signal<readonly HandoverView[] | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly rows = computed(() => {
    const fetched = this.fetched();
    return fetched === null ? null : byUrgency(fetched).map((view) => this.row(view));
  });

  constructor() {
    effect(() => {
      // What happened before the board began anew was not told one by one.
      this.live.snapshots();
      untracked(() => void this.load());
    });
    const stop = this.live.onHappenings((happenings) => {
      if (touchesHandover(happenings, null)) void this.load();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  protected async load(): Promise<void> {
    const result = await this.api.handovers();
    if (result.ok) {
      this.fetched.set(result.value);
      this.problem.set(null);
    } else this.problem.set(problemOf(result) ?? 'UNREACHABLE');
  }

  private row(view: HandoverView) {
    const { id, state, cases, proposedBy, proposedAt, number, on } = view;
    const count = this.words.integer(cases.length);
    const proposed = this.voice.say('compliance.proposedBy', {
      who: this.words.person(proposedBy),
      at: this.words.moment(proposedAt),
    });
    const confirmed =
      number === '' || on === null
        ? ''
        : this.voice.say('compliance.underNumber', { number, date: this.words.shortDate(on) });
    return {
      id,
      state,
      view,
      title: this.voice.say('compliance.handoverTitle', { id, count }),
      said: [confirmed, proposed].filter(Boolean).join(' · '),
    };
  }
}
