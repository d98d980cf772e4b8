import { Component, computed, inject } from '@angular/core';
import { MEASURES, paceNeeded } from '@papan/domain';
import type { Measure } from '@papan/domain';
import { outlookText, paceText } from '../model/outlook-text';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';

/** When each line is reached, or how long it is kept, and the pace that it takes. */
@Component({
  selector: 'pp-outlook-panel',
  template: `
    <section class="panel" [attr.aria-label]="words.say('coverage.outlook')">
      <div class="panel-head">
        <h3>{{ words.say('coverage.outlook') }}</h3>
        <span class="small muted">{{ words.say('coverage.outlookFrom', { date: asOf() }) }}</span>
      </div>
      <div class="lines">
        @for (one of lines(); track one.measure) {
          <div class="line">
            <h4>{{ one.title }}</h4>
            <p [class.alarm]="one.alarm">{{ one.text }}</p>
            @if (one.basis) {
              <p class="small muted">{{ one.basis }}</p>
            }
            @if (one.needed) {
              <p class="needed">{{ one.needed }}</p>
            }
          </div>
        } @empty {
          <p class="line muted">{{ words.say('coverage.noOutlookForSegment') }}</p>
        }
      </div>
      <details class="small method">
        <summary>{{ words.say('coverage.method') }}</summary>
        <p>{{ words.say('coverage.methodText') }}</p>
        <p class="muted">{{ words.say('coverage.methodSource') }}</p>
      </details>
    </section>
  `,
  styles: `
    .lines {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
    }
    .line {
      display: grid;
      align-content: start;
      gap: var(--s1);
      padding: var(--s3) var(--s4);
      font-size: var(--text-s);
    }
    h4 {
      margin: 0;
      color: var(--muted);
      font-size: var(--text-xs);
      font-weight: 600;
    }
    .alarm {
      padding-inline-start: var(--s3);
      border-inline-start: 4px solid var(--blocked-fg);
      font-weight: 600;
    }
    .needed {
      font-weight: 600;
    }
    .method {
      padding: var(--s2) var(--s4) var(--s3);
    }
    .method p {
      max-inline-size: 80ch;
      margin-block-start: var(--s1);
    }
    summary {
      inline-size: fit-content;
      color: var(--primary);
      cursor: pointer;
    }
  `,
})
export class OutlookPanel {
  private readonly desk = inject(CoverageDesk);
  protected readonly words = inject(CoverageWords);

  protected readonly asOf = computed(() => {
    const cut = this.desk.cut();
    return cut ? this.words.day(cut.asOf) : '';
  });
  protected readonly lines = computed(() => MEASURES.flatMap((measure) => this.lineOf(measure)));

  private lineOf(measure: Measure) {
    const outlook = this.desk.outlook(measure);
    if (!outlook) return [];
    const { told, rule } = outlook;
    const { say, line, people } = this.words;
    const pace = 'pace' in told ? told.pace : null;
    const missing = this.desk.gauges().find((one) => one.measure === measure)?.shortfall?.missing ?? 0;
    return [
      {
        measure,
        title: say('coverage.lineOf', { measure: this.words.measure(measure), percent: line(rule.percent) }),
        text: outlookText(told, rule.percent, this.desk.deadlineDay(), this.words),
        alarm: told.kind === 'LOSES' || told.kind === 'NOT_AT_THIS_PACE',
        basis: pace
          ? say('coverage.paceBasis', {
              pace: paceText(pace.mean, this.words),
              spread: people(Math.round(pace.spread)),
              months: pace.months,
            })
          : '',
        needed: this.desk.isNewest() ? this.needed(missing) : '',
      },
    ];
  }

  private needed(missing: number): string {
    const [left, deadline] = [this.desk.workingDays(), this.desk.deadlineDay()];
    if (missing <= 0 || !left || deadline === null) return '';
    const { say, people, day } = this.words;
    if (left.passed) return say('coverage.deadlinePassed', { date: day(deadline) });
    if (left.workingDays === null) return say('coverage.noDecree', { year: String(left.missingDecree) });
    const pace = paceNeeded(missing, left.workingDays);
    if (pace === null) return say('coverage.noWorkingDay', { date: day(deadline) });
    return say('coverage.paceNeeded', { people: people(pace), days: left.workingDays, date: day(deadline) });
  }
}
