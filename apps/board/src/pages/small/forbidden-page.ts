import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Say, SayPipe, SessionStore } from '@papan/board-platform';
import { EmptyState } from '@papan/board-ui';

/** The page exists, but not for this role; says who can help. */
@Component({
  selector: 'pp-forbidden-page',
  imports: [EmptyState, RouterLink, SayPipe],
  template: `
    <div class="page">
      <h1 class="sr-only">{{ 'shell.forbiddenTitle' | say }}</h1>
      @if (session.membership()) {
        <pp-empty-state [title]="'shell.forbiddenTitle' | say" [text]="text()">
          <a class="button" routerLink="/">{{ 'shell.toHome' | say }}</a>
        </pp-empty-state>
      } @else {
        <pp-empty-state [title]="'shell.noPostTitle' | say" [text]="'shell.noPostText' | say" />
      }
    </div>
  `,
})
export class ForbiddenPage {
  protected readonly session = inject(SessionStore);
  private readonly voice = inject(Say);

  protected readonly text = computed(() => {
    const post = this.session.membership();
    if (!post) return '';
    return this.voice.say('shell.forbiddenText', {
      role: this.voice.word('role', post.role),
      region: post.regionName,
    });
  });
}
