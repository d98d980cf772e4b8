import { Component, input } from '@angular/core';

/** The time left, in words that are given: label "Sisa waktu ke 31 Desember 2026, 23.59 WIB", main "59 hari", side "40 hari kerja". */
@Component({
  selector: 'pp-countdown',
  template: `
    <p class="label">{{ label() }}</p>
    <p>
      <strong [class.late]="late()">{{ main() }}</strong> <span class="side">{{ side() }}</span>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
      align-content: start;
      padding: 8px 16px 10px;
      min-inline-size: 0;
    }
    .label,
    .side {
      color: var(--muted);
      font-size: var(--text-s);
      font-weight: 400;
    }
    strong {
      font-size: var(--text-xl);
      line-height: 1.2;
      font-weight: 700;
    }
    .side {
      margin-inline-start: 6px;
    }
    @media (max-width: 639px) {
      :host {
        padding: 6px 12px 4px;
      }
      strong {
        font-size: var(--text-l);
      }
    }
    .late {
      color: var(--danger);
    }
  `,
})
export class CountdownFigure {
  readonly label = input.required<string>();
  readonly main = input.required<string>();
  readonly side = input('');
  readonly late = input(false);
}
