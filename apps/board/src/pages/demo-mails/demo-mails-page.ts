import { Component, inject, signal } from '@angular/core';
import { Say, SayPipe } from '@papan/board-platform';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import type { DemoMail } from '@papan/contracts';
import { formatMoment } from '@papan/domain';
import { NoticesApi } from '../../notices/notices-api';

/** What the demo would have mailed: caught on the server, and shown to its administrator only. */
@Component({
  selector: 'pp-demo-mails-page',
  imports: [EmptyState, ErrorState, SayPipe, Skeleton],
  template: `
    <div class="page">
      <h1>{{ 'notices.demoMails' | say }}</h1>
      <p class="lead">{{ 'notices.demoMailsLead' | say }}</p>
      @if (mails(); as list) {
        @for (mail of list; track $index) {
          <article class="panel">
            <div class="panel-head">
              <h2>{{ mail.subject }}</h2>
              <span class="muted small">{{ 'notices.to' | say }}: {{ mail.to }} · {{ moment(mail.at) }}</span>
            </div>
            <pre class="panel-body">{{ mail.text }}</pre>
          </article>
        } @empty {
          <pp-empty-state [title]="'notices.demoMailsNone' | say" [text]="'notices.demoMailsNoneHint' | say" />
        }
      } @else if (failed()) {
        <pp-error-state
          [title]="'shell.loadFailed' | say"
          [text]="'shell.unreachableMend' | say"
          [retryLabel]="'shell.retry' | say"
          (retry)="load()"
        />
      } @else {
        <pp-skeleton [height]="240" />
      }
    </div>
  `,
  styles: `
    pre {
      margin: 0;
      font: inherit;
      font-size: var(--text-s);
      white-space: pre-wrap;
    }
  `,
})
export class DemoMailsPage {
  private readonly api = inject(NoticesApi);
  private readonly voice = inject(Say);
  protected readonly mails = signal<readonly DemoMail[] | null>(null);
  protected readonly failed = signal(false);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    const result = await this.api.demoMails();
    this.failed.set(!result.ok);
    if (result.ok) this.mails.set(result.value);
  }

  protected moment(instant: string): string {
    return formatMoment(instant, this.voice.locale());
  }
}
