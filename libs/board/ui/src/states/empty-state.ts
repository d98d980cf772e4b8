import { Component, input } from '@angular/core';

/** Nothing here: says what belongs here; the one action is put inside the element. */
@Component({
  selector: 'pp-empty-state',
  template: `
    <p class="title">{{ title() }}</p>
    @if (text()) {
      <p class="muted">{{ text() }}</p>
    }
    <div class="row"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: var(--s2);
      padding: var(--s8) var(--s4);
      text-align: center;
    }
    .title {
      font-weight: 600;
    }
    p {
      max-inline-size: 56ch;
    }
  `,
})
export class EmptyState {
  readonly title = input.required<string>();
  readonly text = input('');
}
