import { Component, input } from '@angular/core';

/** A grey block in the place and size of what is coming; appears after 300 ms only, so that quick answers do not flicker. */
@Component({
  selector: 'pp-skeleton',
  template: '',
  styles: `
    :host {
      display: block;
      border-radius: var(--radius-s);
      background: var(--assigned-bg);
      animation: pp-appear 1ms 300ms both;
    }
    @keyframes pp-appear {
      from {
        visibility: hidden;
      }
      to {
        visibility: visible;
      }
    }
  `,
  host: { 'aria-hidden': 'true', '[style.block-size.px]': 'height()', '[style.inline-size]': 'width()' },
})
export class Skeleton {
  /** In pixels. */
  readonly height = input(16);
  readonly width = input('100%');
}
