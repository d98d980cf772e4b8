import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SayPipe } from '@papan/board-platform';
import { EmptyState } from '@papan/board-ui';

/** No such address, or one that this reader must not know of: the same words for both. */
@Component({
  selector: 'pp-not-found-page',
  imports: [EmptyState, RouterLink, SayPipe],
  template: `
    <div class="page">
      <h1 class="sr-only">{{ 'shell.notFoundTitle' | say }}</h1>
      <pp-empty-state [title]="'shell.notFoundTitle' | say" [text]="'shell.notFoundText' | say">
        <a class="button" routerLink="/">{{ 'shell.toHome' | say }}</a>
      </pp-empty-state>
    </div>
  `,
})
export class NotFoundPage {}
