import { Component, computed, inject, signal } from '@angular/core';
import type { PublishedFigureView } from '@papan/contracts';
import { BoardApi, Say, SayPipe } from '@papan/board-platform';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import { formatInteger, formatInterval, formatPercent, formatShortDate } from '@papan/domain';
import type { PublishedStatement } from '@papan/domain';
import { decimalsOf, statementsOf } from './read-figure';

/** What was published about coverage in each region: data with what follows from them, claims apart. */
@Component({
  selector: 'pp-figures-page',
  imports: [EmptyState, ErrorState, SayPipe, Skeleton],
  templateUrl: './figures-page.html',
  styleUrl: './figures-page.css',
})
export class FiguresPage {
  private readonly api = inject(BoardApi);
  protected readonly voice = inject(Say);
  private readonly say = this.voice.say;
  private readonly locale = this.voice.locale;

  private readonly figures = signal<readonly PublishedFigureView[] | null>(null);
  protected readonly failed = signal(false);

  protected readonly regions = computed(() => {
    const figures = this.figures();
    if (figures === null) return null;
    return [...new Set(figures.map(({ region }) => region.code))].map((code) => {
      const own = figures.filter(({ region }) => region.code === code);
      return {
        code,
        name: own[0]?.region.name ?? code,
        data: own.filter(({ kind }) => kind === 'DATA').map((figure) => this.row(figure)),
        claims: own.filter(({ kind }) => kind === 'CLAIM').map((figure) => this.row(figure)),
      };
    });
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.failed.set(false);
    const result = await this.api.figures();
    if (result.ok) this.figures.set(result.value);
    else this.failed.set(true);
  }

  private row(figure: PublishedFigureView) {
    const { id, source, note, asOf, population } = figure;
    return {
      id,
      source,
      note,
      date: asOf === null ? this.say('home.noDate') : formatShortDate(asOf, this.locale()),
      registered: this.share(figure.registered, figure.registeredPercent),
      active: this.share(figure.active, figure.activePercent),
      unregistered: this.share(figure.unregistered, figure.unregisteredPercent),
      population: population === null ? '' : formatInteger(population, this.locale()),
      denominator: figure.denominator ?? '',
      follows: statementsOf(figure).map((statement) => this.sentence(statement)),
    };
  }

  private share(people: number | null, percent: number | null): string {
    const parts = [
      people === null ? '' : formatInteger(people, this.locale()),
      percent === null ? '' : formatPercent(percent, this.locale(), decimalsOf(percent)),
    ];
    return parts.filter(Boolean).join(' · ');
  }

  private sentence(statement: PublishedStatement): string {
    const locale = this.locale();
    const line = (percent: number): string => formatPercent(percent, locale, decimalsOf(percent));
    switch (statement.kind) {
      case 'POPULATION': {
        const range = formatInterval(statement.interval, locale);
        const sentence = this.say('home.populationBetween', { range });
        return statement.tooCoarse ? `${sentence}: ${this.say('home.tooCoarse')}` : sentence;
      }
      case 'MISSING':
        return this.say('home.missingTo', {
          percent: line(statement.percent),
          range: formatInterval(statement.interval, locale),
        });
      case 'MARGIN':
        return this.say('home.above', {
          percent: line(statement.percent),
          range: formatInterval(statement.interval, locale),
        });
      case 'ACTIVE':
        return this.say('home.activeBetween', {
          range: formatInterval(statement.interval, locale),
          of: this.say(statement.of === 'POPULATION' ? 'home.ofResidents' : 'home.ofMembers'),
        });
      case 'ACTIVE_PER_MEMBER':
        return this.say('home.activePerMember', {
          percent: formatPercent(statement.percent, locale),
          people: formatInteger(statement.inactive, locale),
        });
      case 'CONTRADICTION':
        return this.say('home.contradiction');
      case 'CANNOT_BE_CHECKED':
        return this.say('home.notCheckable', { reason: this.say(REASONS[statement.reason]) });
    }
  }
}

const REASONS = {
  CLAIM: 'home.reasonClaim',
  NO_COUNT: 'home.reasonNoCount',
  NO_PERCENT_OR_POPULATION: 'home.reasonNoPercent',
} as const;
