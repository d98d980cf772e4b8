import { Component, input } from '@angular/core';

/**
 * Fills that are told apart without colour: each has its own marks and its own lightness. Used as `url(#id-PBI_JK)`.
 * One name for each segment, one for who is in none, and `HATCH` for what is only reported.
 */
@Component({
  selector: 'svg:defs[ppPatterns]',
  template: `
    <svg:pattern [attr.id]="id() + '-PBI_JK'" width="8" height="8" patternUnits="userSpaceOnUse">
      <svg:rect width="8" height="8" class="c1" />
    </svg:pattern>
    <svg:pattern [attr.id]="id() + '-PBPU_BP_PEMDA'" width="7" height="7" patternUnits="userSpaceOnUse">
      <svg:rect width="7" height="7" class="c2" />
      <svg:path d="M-1 8L8 -1" class="mark" />
    </svg:pattern>
    <svg:pattern [attr.id]="id() + '-PPU_PN'" width="6" height="6" patternUnits="userSpaceOnUse">
      <svg:rect width="6" height="6" class="c3" />
      <svg:circle cx="3" cy="3" r="1.2" class="dot" />
    </svg:pattern>
    <svg:pattern [attr.id]="id() + '-PPU_BU'" width="6" height="5" patternUnits="userSpaceOnUse">
      <svg:rect width="6" height="5" class="c4" />
      <svg:path d="M0 2.5H6" class="mark light" />
    </svg:pattern>
    <svg:pattern [attr.id]="id() + '-PBPU_MANDIRI'" width="7" height="7" patternUnits="userSpaceOnUse">
      <svg:rect width="7" height="7" class="c5" />
      <svg:path d="M0 3.5H7M3.5 0V7" class="mark" />
    </svg:pattern>
    <svg:pattern [attr.id]="id() + '-BP'" width="4" height="8" patternUnits="userSpaceOnUse">
      <svg:rect width="4" height="8" class="c6" />
      <svg:path d="M2 0V8" class="mark" />
    </svg:pattern>
    <svg:pattern [attr.id]="id() + '-MISSING'" width="8" height="8" patternUnits="userSpaceOnUse">
      <svg:rect width="8" height="8" class="empty" />
      <svg:path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" class="hatch" />
    </svg:pattern>
    <svg:pattern [attr.id]="id() + '-HATCH'" width="5" height="5" patternUnits="userSpaceOnUse">
      <svg:path d="M-1 1L1 -1M0 5L5 0M4 6L6 4" class="hatch" />
    </svg:pattern>
  `,
  styles: `
    .c1 {
      fill: light-dark(#0b2e6b, #7defda);
    }
    .c2 {
      fill: light-dark(#de7c00, #de7c00);
    }
    .c3 {
      fill: light-dark(#2f9e8f, #a199e6);
    }
    .c4 {
      fill: light-dark(#7a1f4b, #9e4f3a);
    }
    .c5 {
      fill: light-dark(#b9b2f2, #f7d644);
    }
    .c6 {
      fill: var(--bg);
    }
    .mark {
      fill: none;
      stroke: light-dark(#1b1f24, #11151a);
      stroke-width: 1.2;
    }
    .mark.light {
      stroke: #ffffff;
    }
    .c6 + .mark {
      stroke: var(--text);
    }
    .dot {
      fill: light-dark(#ffffff, #11151a);
    }
    .empty {
      fill: var(--surface);
    }
    .hatch {
      fill: none;
      stroke: var(--line);
      stroke-width: 1;
    }
  `,
})
export class Patterns {
  readonly id = input.required<string>();
}
