import { Component, input, output } from '@angular/core';

/** A whole part of the page could not come: plain words, a code to quote, one button to try again. */
@Component({
  selector: 'pp-error-state',
  template: `
    <p class="title">{{ title() }}</p>
    @if (text()) {
      <p class="muted">{{ text() }}</p>
    }
    @if (code()) {
      <p class="small muted">{{ code() }}</p>
    }
    @if (retryLabel()) {
      <button type="button" class="button" (click)="retry.emit()">{{ retryLabel() }}</button>
    }
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
  host: { role: 'alert' },
})
export class ErrorState {
  readonly title = input.required<string>();
  readonly text = input('');
  readonly code = input('');
  readonly retryLabel = input('');
  readonly retry = output();
}
