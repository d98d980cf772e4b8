import { Injectable, inject } from '@angular/core';
import { Directory, Say } from '@papan/board-platform';
import { sayFigureCheck } from '@papan/contracts';
import type { FigureCheck, FigureField, FigureKind } from '@papan/domain';
import {
  formatInteger,
  formatMoment,
  formatPercent,
  formatShortDate,
  formatSigned,
  isIsoDate,
  percentOf,
  SEGMENTS,
} from '@papan/domain';

/** Fields that are not told for each segment. */
type PlainField = Exclude<FigureField, `${'registered' | 'active'}.${string}`>;

/** How files with figures are spoken of. */
@Injectable({ providedIn: 'root' })
export class FigureWords {
  private readonly voice = inject(Say);
  private readonly directory = inject(Directory);

  integer = (value: number | null): string =>
    value === null ? this.voice.say('figures.unknown') : formatInteger(value, this.voice.locale());
  signed = (value: number): string => (value === 0 ? '0' : formatSigned(value, this.voice.locale()));
  moment = (at: string): string => formatMoment(at, this.voice.locale());
  date = (on: string): string => formatShortDate(on, this.voice.locale());
  kind = (kind: FigureKind): string => this.voice.word('figureKind', kind);
  person = (id: number): string => this.directory.person(id)?.name ?? this.voice.say('figures.someone');

  /** A share with what it is a share of; empty while one of the two is not known. */
  share(people: number | null, population: number | null): string {
    const percent = people === null || population === null ? null : percentOf(people, population);
    return percent === null ? '' : formatPercent(percent, this.voice.locale());
  }

  /** What a file became: a day as people write it, or a semester. */
  of = (of: string | null): string => (of === null ? '' : isIsoDate(of) ? this.date(of) : of);

  field(field: FigureField): string {
    const [measure, code] = field.split('.');
    const segment = SEGMENTS.find((one) => one === code);
    if (!segment) return this.voice.say(`figures.field${field as PlainField}`);
    const word = this.voice.word('measure', measure === 'active' ? 'active' : 'registered');
    return `${word}: ${this.voice.word('segment', segment)}`;
  }

  /** What is odd about a file, in a sentence; areas by their names. */
  check(check: FigureCheck): string {
    const name = (code: string): string => this.directory.area(code)?.name ?? code;
    return sayFigureCheck(this.voice.language(), this.voice.word('figureCheck', check.code), check, name);
  }
}
