import { Component, afterNextRender, computed, inject, input, signal } from '@angular/core';
import { CoverageWords } from '../state/coverage-words';

/**
 * A chart with its title, a sentence that says what it shows, and the same figures as a table. Where the chart's own code
 * does not come, the table stands in its place.
 */
@Component({
  selector: 'pp-chart-frame',
  template: `
    <section class="panel" [attr.aria-label]="heading()">
      <div class="panel-head">
        <div>
          <h3>{{ heading() }}</h3>
          <p class="small muted">{{ sentence() }}</p>
        </div>
        <ng-content select="[tools]" />
      </div>
      <div class="body">
        @if (blocked()) {
          <p class="note small">{{ words.say('coverage.chartBlocked') }}</p>
        }
        <div [hidden]="blocked()"><ng-content select="[chart]" /></div>
        <details [open]="isOpen()" (toggle)="note($event)">
          <summary class="small">{{ words.say('coverage.asTable') }}</summary>
          <div
            class="scroll-x"
            role="group"
            tabindex="0"
            [attr.aria-label]="words.say('coverage.tableOf', { chart: heading() })"
          >
            <ng-content select="[twin]" />
          </div>
        </details>
      </div>
    </section>
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    .body {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s3);
      padding: var(--s3) var(--s4);
    }
    @media (max-width: 639px) {
      .body {
        padding: var(--s2);
      }
    }
    .note {
      padding: var(--s2) var(--s3);
      border-inline-start: 4px solid var(--line);
      background: var(--surface);
    }
    summary {
      inline-size: fit-content;
      color: var(--primary);
      cursor: pointer;
    }
    .scroll-x {
      margin-block-start: var(--s2);
      max-block-size: 420px;
      overflow: auto;
    }
    @media print {
      .panel {
        break-inside: avoid;
      }
      details:not([open]) {
        display: none;
      }
      .scroll-x {
        max-block-size: none;
      }
    }
  `,
})
export class ChartFrame {
  readonly heading = input.required<string>();
  readonly sentence = input.required<string>();

  protected readonly words = inject(CoverageWords);
  protected readonly blocked = signal(false);
  private readonly opened = signal(false);
  protected readonly isOpen = computed(() => this.blocked() || this.opened());

  /** The chart's own code did not come. */
  block(): void {
    this.blocked.set(true);
  }

  protected note(event: Event): void {
    this.opened.set((event.target as HTMLDetailsElement).open);
  }
}

/** Stands where a chart would be, whose code did not come: the table takes its place. */
@Component({ selector: 'pp-chart-blocked', template: '' })
export class ChartBlocked {
  constructor() {
    const frame = inject(ChartFrame);
    afterNextRender(() => frame.block());
  }
}
