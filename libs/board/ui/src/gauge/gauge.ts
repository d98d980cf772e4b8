import { Component, computed, input, signal } from '@angular/core';

/** A line of the explanation: "Pembilang", "183.139 jiwa". */
export interface GaugeFact {
  readonly term: string;
  readonly text: string;
}

/** Where a value stands between the baseline of the drive and its target, in percent of the bar. */
export function gaugePosition(value: number, baseline: number, target: number): number {
  if (target <= baseline) return value >= target ? 100 : 0;
  return Math.min(100, Math.max(0, ((value - baseline) / (target - baseline)) * 100));
}

/**
 * A figure of the campaign: people first, percent second; the bar runs from the baseline of the drive to its target,
 * because a bar from 0 to 100 cannot tell 97,45 from 98. Numerator, denominator, date and source open on focus or click.
 */
@Component({
  selector: 'pp-gauge',
  template: `
    <button
      type="button"
      [attr.aria-expanded]="open()"
      (click)="open.set(!open())"
      (mouseenter)="hovered.set(true)"
      (mouseleave)="hovered.set(false)"
      (blur)="close()"
      (keydown.escape)="close()"
    >
      <span class="label">{{ label() }}</span>
      <span class="line"
        ><strong>{{ people() }}</strong> <span class="percent">{{ percent() }}</span></span
      >
      <span class="bar" [style.--at.%]="position()" [class.full]="reached()"></span>
    </button>
    @if (open() || hovered()) {
      <dl class="facts">
        @for (fact of facts(); track fact.term) {
          <div>
            <dt>{{ fact.term }}</dt>
            <dd>{{ fact.text }}</dd>
          </div>
        }
      </dl>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      min-inline-size: 0;
    }
    button {
      display: grid;
      gap: 2px;
      inline-size: 100%;
      block-size: 100%;
      padding: 8px 16px 10px;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: help;
    }
    button:focus-visible {
      outline-offset: -3px;
    }
    .label {
      color: var(--muted);
      font-size: var(--text-s);
      font-weight: 400;
    }
    strong {
      font-size: var(--text-xl);
      line-height: 1.2;
      font-weight: 700;
    }
    .percent {
      margin-inline-start: 6px;
      color: var(--muted);
      font-size: var(--text-s);
    }
    .bar {
      position: relative;
      block-size: 8px;
      margin-block-start: 4px;
      border-radius: 4px 0 0 4px;
      border-inline-end: 3px solid var(--text);
      background:
        linear-gradient(var(--primary), var(--primary)) 0 0 / var(--at) 100% no-repeat,
        var(--track);
      forced-color-adjust: none;
    }
    .bar.full {
      background: var(--done-fg);
    }
    @media (max-width: 639px) {
      button {
        padding: 4px 12px 8px;
      }
      .label,
      .percent {
        font-size: var(--text-xs);
      }
      strong {
        font-size: var(--text-m);
      }
    }
    .facts {
      position: absolute;
      z-index: 30;
      inset-block-start: calc(100% - 4px);
      inset-inline-start: 8px;
      display: grid;
      gap: 4px;
      inline-size: max-content;
      max-inline-size: min(360px, 90vw);
      padding: 10px 12px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--bg);
      font-size: var(--text-s);
    }
    .facts div {
      display: grid;
      grid-template-columns: 112px 1fr;
      gap: 8px;
    }
    dt {
      color: var(--muted);
    }
    dd {
      margin: 0;
    }
  `,
})
export class Gauge {
  readonly label = input.required<string>();
  /** "1.035 jiwa lagi" */
  readonly people = input.required<string>();
  /** "97,45%" */
  readonly percent = input.required<string>();
  readonly value = input.required<number>();
  readonly baseline = input.required<number>();
  readonly target = input.required<number>();
  readonly facts = input<readonly GaugeFact[]>([]);

  protected readonly open = signal(false);
  protected readonly hovered = signal(false);
  protected readonly position = computed(() => gaugePosition(this.value(), this.baseline(), this.target()));
  protected readonly reached = computed(() => this.value() >= this.target());

  protected close(): void {
    this.open.set(false);
    this.hovered.set(false);
  }
}
