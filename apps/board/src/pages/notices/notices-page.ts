import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SayPipe, SessionStore } from '@papan/board-platform';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import { NoticeList } from '../../notices/notice-list';
import { NoticesStore } from '../../notices/notices-store';
import { ChoicePanel } from './choice-panel';
import { EscalationPanel } from './escalation-panel';

/** All of one's notices, how one wants to be told, and for those who manage the region: who is told of what is late. */
@Component({
  selector: 'pp-notices-page',
  imports: [ChoicePanel, EmptyState, ErrorState, EscalationPanel, NoticeList, RouterLink, SayPipe, Skeleton],
  template: `
    <div class="page">
      <div class="page-head">
        <h1>{{ 'shell.notices' | say }}</h1>
        @if (store.unread() > 0) {
          <button type="button" class="button" (click)="store.markAllRead()">{{ 'notices.readAll' | say }}</button>
        }
      </div>
      <p class="lead">{{ 'notices.lead' | say }}</p>
      <div class="columns">
        <section class="panel" aria-labelledby="newest-title">
          <h2 class="panel-head" id="newest-title">{{ 'notices.newest' | say }}</h2>
          @if (store.notices(); as list) {
            @if (list.length === 0) {
              <pp-empty-state [title]="'notices.none' | say" [text]="'notices.noneHint' | say" />
            } @else {
              <pp-notice-list [notices]="list" (opened)="store.markRead($event)" />
            }
          } @else if (store.failed()) {
            <pp-error-state
              [title]="'shell.loadFailed' | say"
              [text]="'shell.unreachableMend' | say"
              [retryLabel]="'shell.retry' | say"
              (retry)="store.load()"
            />
          } @else {
            <pp-skeleton [height]="240" />
          }
        </section>
        <div class="stack">
          <pp-choice-panel />
          @if (session.can('settings.manage')) {
            <pp-escalation-panel />
          }
          @if (session.demo() && session.can('people.manage')) {
            <p>
              <a routerLink="/surat-demo">{{ 'notices.demoMails' | say }}</a>
            </p>
          }
        </div>
      </div>
    </div>
  `,
  styles: `
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      align-items: start;
      gap: var(--s4);
    }
    @media (max-width: 1023px) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class NoticesPage {
  protected readonly store = inject(NoticesStore);
  protected readonly session = inject(SessionStore);

  constructor() {
    void this.store.load();
  }
}
