import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { SayPipe } from '@papan/board-platform';
import { ErrorState } from '@papan/board-ui';

/** The server did not answer when the page was opened: nothing is known yet, not even who is asking. */
@Component({
  selector: 'pp-unreachable-page',
  imports: [ErrorState, SayPipe],
  template: `
    <div class="page">
      <h1 class="sr-only">{{ 'shell.unreachableTitle' | say }}</h1>
      <pp-error-state
        [title]="'shell.unreachableTitle' | say"
        [text]="'shell.unreachableMend' | say"
        [retryLabel]="'shell.retry' | say"
        (retry)="retry()"
      />
    </div>
  `,
})
export class UnreachablePage {
  private readonly router = inject(Router);

  protected retry(): void {
    void this.router.navigateByUrl(this.router.url, { onSameUrlNavigation: 'reload' });
  }
}
