import { Injectable, inject } from '@angular/core';
import { Say } from '@papan/board-platform';
import type { PublishedFigureView } from '@papan/contracts';
import { formatInteger, formatInterval, formatPercent, formatShortDate } from '@papan/domain';
import type { ClaimVerdict, CountInterval, LineVerdict, PublishedStatement } from '@papan/domain';
import { decimalsOf, statementsOf } from './read-figure';

/** What a published statement says, and what follows from it, in sentences. */
@Injectable({ providedIn: 'root' })
export class ClaimSentences {
  private readonly voice = inject(Say);

  date = (on: string | null): string =>
    on === null ? this.voice.say('figures.noDate') : formatShortDate(on, this.voice.locale());

  /** The figures as they were published: "Terdaftar 183.139 · 97,45%". */
  figures(figure: PublishedFigureView): readonly string[] {
    const { registered, registeredPercent, active, activePercent, unregistered, unregisteredPercent } = figure;
    const { population, denominator } = figure;
    const words = [
      [this.voice.word('measure', 'registered'), this.share(registered, registeredPercent)],
      [this.voice.word('measure', 'active'), this.share(active, activePercent)],
      [this.voice.say('figures.unregistered'), this.share(unregistered, unregisteredPercent)],
      [this.voice.say('figures.population'), [this.count(population), denominator ?? ''].filter(Boolean).join(' · ')],
    ] as const;
    return words.flatMap(([word, text]) => (text === '' ? [] : [`${word} ${text}`]));
  }

  /** What follows by arithmetic: how far it is from the lines of its date first. */
  follows(figure: PublishedFigureView, { lines }: ClaimVerdict): readonly string[] {
    return [...lines.map((line) => this.line(line)), ...statementsOf(figure).flatMap((one) => this.statement(one))];
  }

  private line({ threshold, margin, reached }: LineVerdict): string {
    const percent = this.percent(threshold.percent);
    const word = this.voice.word('measure', threshold.measure);
    const rule = this.voice.say('figures.ruleOf', { measure: word, percent, date: this.date(threshold.from) });
    if (margin === null) {
      const key = reached === null ? 'lineUnknown' : reached ? 'linePassed' : 'lineNotPassed';
      return this.voice.say(`figures.${key}`, { percent, rule });
    }
    if (reached === null) return this.voice.say('figures.lineOpen', { percent, rule, range: this.range(margin) });
    if (reached) return this.voice.say('figures.lineMargin', { percent, rule, range: this.range(margin) });
    const missing = { from: -margin.through, through: -margin.from };
    return this.voice.say('figures.lineMissing', { percent, rule, range: this.range(missing) });
  }

  private statement(statement: PublishedStatement): readonly string[] {
    switch (statement.kind) {
      case 'POPULATION': {
        const sentence = this.voice.say('figures.populationBetween', { range: this.range(statement.interval) });
        return [statement.tooCoarse ? `${sentence}: ${this.voice.say('figures.tooCoarse')}` : sentence];
      }
      case 'ACTIVE': {
        const of = this.voice.say(statement.of === 'POPULATION' ? 'figures.ofResidents' : 'figures.ofMembers');
        return [this.voice.say('figures.activeBetween', { range: this.range(statement.interval), of })];
      }
      case 'ACTIVE_PER_MEMBER': {
        const percent = formatPercent(statement.percent, this.voice.locale());
        return [this.voice.say('figures.activePerMember', { percent, people: this.count(statement.inactive) })];
      }
      default:
        // Contradictions and what cannot be checked are said by the status, lines by the verdict.
        return [];
    }
  }

  private share(people: number | null, percent: number | null): string {
    return [this.count(people), percent === null ? '' : this.percent(percent)].filter(Boolean).join(' · ');
  }

  private count = (value: number | null): string => (value === null ? '' : formatInteger(value, this.voice.locale()));
  private percent = (value: number): string => formatPercent(value, this.voice.locale(), decimalsOf(value));
  private range = (interval: CountInterval): string => formatInterval(interval, this.voice.locale());
}
