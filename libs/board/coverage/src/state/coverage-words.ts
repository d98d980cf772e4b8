import { Injectable, inject } from '@angular/core';
import { Directory, Say } from '@papan/board-platform';
import {
  formatDecimal,
  formatFullDate,
  formatInteger,
  formatList,
  formatMonth,
  formatPercent,
  formatShortDate,
  formatSigned,
} from '@papan/domain';
import type { IsoDate, Measure, Segment } from '@papan/domain';
import type { Layer } from '../model/stack';
import { OUTSIDE } from '../model/what-if';

/** Figures, days and names as this page writes them, in the language of the reader. */
@Injectable({ providedIn: 'root' })
export class CoverageWords {
  private readonly voice = inject(Say);
  private readonly directory = inject(Directory);

  readonly say = this.voice.say;

  people = (value: number): string => formatInteger(value, this.voice.locale());
  /** "12 rb", for a square too narrow for all digits. */
  about = (value: number): string => {
    if (value < 1_000) return this.people(value);
    const thousands = formatDecimal(value / 1_000, value < 10_000 ? 1 : 0, this.voice.locale());
    return this.say('coverage.thousands', { thousands });
  };
  signed = (value: number): string => formatSigned(value, this.voice.locale());
  /** "98%" where it is whole, else "97,45%". */
  line = (percent: number): string => formatPercent(percent, this.voice.locale(), Number.isInteger(percent) ? 0 : 2);
  percent = (percent: number): string => formatPercent(percent, this.voice.locale());
  points = (points: number): string => {
    const text = formatPercent(Math.abs(points), this.voice.locale()).replace('%', '');
    return points > 0 ? `+${text}` : points < 0 ? `−${text}` : text;
  };
  day = (date: IsoDate): string => formatFullDate(date, this.voice.locale());
  short = (date: IsoDate): string => formatShortDate(date, this.voice.locale());
  month = (date: IsoDate): string => formatMonth(date, this.voice.locale());
  list = (items: readonly string[]): string => formatList(items, this.voice.locale());

  /** A figure, or that there is none: never 0 for what is not known. */
  known = (value: number | null, write: (value: number) => string = this.people): string =>
    value === null ? this.say('coverage.noData') : write(value);

  measure = (measure: Measure): string => this.voice.word('measure', measure);
  segment = (segment: Segment): string => this.voice.word('segment', segment);
  layer = (layer: Layer, measure: Measure): string =>
    layer === 'MISSING' ? this.say(`coverage.not_${measure}`) : this.segment(layer);
  /** For labels beside a chart. */
  layerShort = (layer: Layer, measure: Measure): string =>
    layer === 'MISSING' ? this.say(`coverage.not_${measure}`) : this.say(`coverage.short${layer}`);
  agency = (id: number): string =>
    id === OUTSIDE ? this.say('coverage.outsideWork') : (this.directory.agency(id)?.short ?? String(id));
  agencyInFull = (id: number): string =>
    id === OUTSIDE ? this.say('coverage.outsideWork') : (this.directory.agency(id)?.name ?? String(id));
}
