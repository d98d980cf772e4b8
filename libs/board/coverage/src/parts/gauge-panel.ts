import { Component, computed, inject, input } from '@angular/core';
import { percentOf } from '@papan/domain';
import { CoverageDesk } from '../state/coverage-desk';
import type { GaugeFigure } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';
import { gaugeScale } from '../model/gauge';
import { ruleText } from './rule-text';

/** One figure: people to the line first, then the percentage, and everything that it rests on in sight. */
@Component({
  selector: 'pp-gauge-panel',
  templateUrl: './gauge-panel.html',
  styleUrl: './gauge-panel.css',
})
export class GaugePanel {
  readonly gauge = input.required<GaugeFigure>();

  protected readonly words = inject(CoverageWords);
  protected readonly desk = inject(CoverageDesk);

  protected readonly title = computed(() => {
    const { measure, rule } = this.gauge();
    const name = this.words.measure(measure);
    const { segment, district } = this.desk.narrowed();
    const where = [
      segment === null ? '' : this.words.segment(segment),
      district === null ? '' : this.words.say('coverage.inDistrict', { district: this.desk.districtName() }),
    ];
    const line = rule ? this.words.say('coverage.lineShort', { percent: this.words.line(rule.percent) }) : '';
    return [name, ...where, line].filter(Boolean).join(' · ');
  });
  protected readonly first = computed(() => {
    const { shortfall, total } = this.gauge();
    const { say, people } = this.words;
    if (total === null) return say('coverage.noData');
    if (!shortfall) return say('coverage.peopleOnly', { people: people(total) });
    if (shortfall.missing > 0) return say('coverage.missing', { people: people(shortfall.missing) });
    return shortfall.surplus > 0
      ? say('coverage.surplus', { people: people(shortfall.surplus) })
      : say('coverage.reached');
  });
  protected readonly percent = computed(() => {
    const { percent, figure } = this.gauge();
    if (percent === null || figure.population === null) return '';
    return this.words.say('coverage.ofPopulation', {
      percent: this.words.percent(percent),
      population: this.words.people(figure.population),
    });
  });
  protected readonly reached = computed(() => this.gauge().shortfall?.missing === 0);
  protected readonly bar = computed(() => {
    const { figure, total, rule } = this.gauge();
    if (figure.people === null || total === null || !figure.population) return null;
    return gaugeScale(figure.people, total, figure.population, rule?.percent ?? null);
  });
  protected readonly barText = computed(() => {
    const bar = this.bar();
    const rule = this.gauge().rule;
    if (!bar) return '';
    const { say, line } = this.words;
    const scale = say('coverage.scale', { from: line(bar.from), through: line(bar.through) });
    const at = rule ? say('coverage.lineAt', { percent: line(rule.percent) }) : '';
    return [this.percent(), scale, at].filter(Boolean).join('. ');
  });
  /** The other activity, of the members: higher than the one of the population while people are missing, and never mixed with it. */
  protected readonly ofMembers = computed(() => {
    const { measure, figure } = this.gauge();
    const members = this.desk.gauges().find((one) => one.measure === 'registered')?.figure.people ?? null;
    if (measure !== 'active' || figure.people === null || members === null) return '';
    const percent = percentOf(figure.people, members);
    if (percent === null) return '';
    return this.words.say('coverage.ofMembers', {
      percent: this.words.percent(percent),
      members: this.words.people(members),
    });
  });
  protected readonly basis = computed(() => ruleText(this.gauge().rule, this.desk.campaign(), this.words));
}
