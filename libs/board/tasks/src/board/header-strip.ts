import { Component, computed, inject } from '@angular/core';
import { Directory, LiveStore, Say } from '@papan/board-platform';
import { CountdownFigure, Gauge, Skeleton } from '@papan/board-ui';
import type { GaugeFact } from '@papan/board-ui';
import type { HeadlineFigure } from '@papan/domain';
import {
  countdown,
  formatInteger,
  formatFullMoment,
  formatPercent,
  formatShortDate,
  formatSigned,
  headlinePercent,
  missingOnLine,
  neededFor,
} from '@papan/domain';

/** How far below the cut the bar of a gauge begins, in percent of the population, where the drive has no earlier cut. */
const BASELINE_ROOM = 2;

/** The campaign at a glance: time left, and for each line of the agreement the people still to go. */
@Component({
  selector: 'pp-header-strip',
  imports: [CountdownFigure, Gauge, Skeleton],
  template: `
    @if (time(); as left) {
      <pp-countdown [label]="left.label" [main]="left.main" [side]="left.side" [late]="left.late" />
    } @else {
      <div class="blank"><pp-skeleton [height]="64" /></div>
    }
    @for (gauge of gauges(); track gauge.measure) {
      <pp-gauge
        [label]="gauge.label"
        [people]="gauge.people"
        [percent]="gauge.percent"
        [value]="gauge.value"
        [baseline]="gauge.baseline"
        [target]="gauge.target"
        [facts]="gauge.facts"
      />
    } @empty {
      <p class="blank muted">{{ live.loaded() ? voice.say('board.noCut') : '' }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
      border-block-end: 1px solid var(--hair);
      background: var(--surface);
    }
    :host > * + * {
      border-inline-start: 1px solid var(--hair);
    }
    .blank {
      padding: 12px 16px;
    }
    @media (max-width: 639px) {
      :host {
        grid-template-columns: 1fr 1fr;
      }
      pp-countdown {
        grid-column: 1 / -1;
      }
      :host > pp-gauge:nth-child(2) {
        border: 0;
      }
    }
  `,
})
export class HeaderStrip {
  protected readonly live = inject(LiveStore);
  protected readonly voice = inject(Say);
  private readonly directory = inject(Directory);

  protected readonly time = computed(() => {
    const campaign = this.directory.campaign();
    if (!campaign) return null;
    const locale = this.voice.locale();
    const left = countdown(this.live.now(), campaign.deadline, this.directory.decrees());
    const deadline = formatFullMoment(campaign.deadline, locale);
    return {
      label: this.voice.say('board.timeLeft', { deadline }),
      main: left.passed
        ? this.voice.say('board.passed', { days: left.daysLate })
        : this.voice.say('board.days', { days: left.days }),
      side:
        left.workingDays === null
          ? this.voice.say('board.noDecree', { year: left.missingDecree ?? '' })
          : left.passed
            ? ''
            : this.voice.say('board.workingDays', { days: left.workingDays }),
      late: left.passed,
    };
  });

  protected readonly gauges = computed(() => {
    const [campaign, current] = [this.directory.campaign(), this.live.headline()];
    if (!campaign || !current) return [];
    return campaign.lines.map((line) => {
      const figure = current[line.measure];
      const locale = this.voice.locale();
      const shortfall = missingOnLine(line, current);
      const target = neededFor(line.percent, figure.denominator);
      const room = Math.round((figure.denominator * BASELINE_ROOM) / 100);
      return {
        measure: line.measure,
        label: this.voice.say('board.gaugeLabel', {
          measure: this.voice.word('measure', line.measure),
          percent: formatPercent(line.percent, locale, 0),
        }),
        people:
          shortfall.missing > 0
            ? this.voice.say('board.shortOf', { people: formatInteger(shortfall.missing, locale) })
            : this.voice.say('board.surplus', { people: formatInteger(figure.total - target, locale) }),
        percent: formatPercent(headlinePercent(figure) ?? 0, locale),
        value: figure.total,
        baseline: Math.min(figure.atCut, target) - room,
        target,
        facts: this.facts(figure),
      };
    });
  });

  private facts(figure: HeadlineFigure): readonly GaugeFact[] {
    const locale = this.voice.locale();
    const fact = (term: Parameters<typeof this.plain>[0], text: string): GaugeFact => ({
      term: this.plain(term),
      text,
    });
    return [
      fact('board.factPeople', this.voice.say('board.factPeopleText', { people: formatInteger(figure.total, locale) })),
      fact('board.factAtCut', formatInteger(figure.atCut, locale)),
      fact('board.factAfter', formatSigned(figure.verifiedAfter, locale)),
      fact(
        'board.factDenominator',
        this.voice.say('board.factDenominatorText', {
          people: formatInteger(figure.denominator, locale),
          version: figure.populationVersion,
        }),
      ),
      fact('board.factAsOf', formatShortDate(figure.asOf, locale)),
      fact('board.factSource', figure.source),
    ];
  }

  private plain(
    key:
      | 'board.factPeople'
      | 'board.factAtCut'
      | 'board.factAfter'
      | 'board.factDenominator'
      | 'board.factAsOf'
      | 'board.factSource',
  ): string {
    return this.voice.say(key);
  }
}
