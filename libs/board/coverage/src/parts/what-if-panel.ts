import { Component, computed, inject, linkedSignal } from '@angular/core';
import { EmptyState } from '@papan/board-ui';
import { forecastAt, isRefusal, parseIndonesianInteger } from '@papan/domain';
import { outlookText, paceText } from '../model/outlook-text';
import { agencyPaces, assumedPace, reach } from '../model/what-if';
import type { AgencyPace } from '../model/what-if';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';

/** What if an agency keeps last month's pace, or another one: the new forecast beside the one that stands. */
@Component({
  selector: 'pp-what-if-panel',
  imports: [EmptyState],
  templateUrl: './what-if-panel.html',
  styleUrl: './what-if-panel.css',
})
export class WhatIfPanel {
  private readonly desk = inject(CoverageDesk);
  protected readonly words = inject(CoverageWords);

  protected readonly paces = computed<readonly AgencyPace[]>(() => {
    const [view, cut] = [this.desk.view(), this.desk.cut()];
    return view && cut ? agencyPaces(view, this.desk.measure(), cut.asOf) : [];
  });
  /** People per month by agency; whoever is not named goes on as before. Another month or measure begins anew. */
  protected readonly assumed = linkedSignal<string, ReadonlyMap<number, number>>({
    source: () => `${this.desk.measure()} ${this.desk.cut()?.asOf ?? ''}`,
    computation: () => new Map(),
  });
  protected readonly rows = computed(() =>
    this.paces().map((one) => {
      const value = this.assumed().get(one.agency) ?? Math.round(one.mean);
      const { people, signed } = this.words;
      return {
        ...one,
        name: this.words.agency(one.agency),
        fullName: this.words.agencyInFull(one.agency),
        reach: reach(one),
        value,
        text: people(value),
        meanText: signed(Math.round(one.mean)),
        lastText: signed(one.last),
        isAssumed: this.assumed().has(one.agency),
      };
    }),
  );
  private readonly base = computed(() => {
    const wanted = this.desk.narrowed();
    return wanted.district === null ? this.desk.outlook(this.desk.measure()) : null;
  });
  protected readonly baseText = computed(() => {
    const base = this.base();
    return base ? outlookText(base.told, base.rule.percent, this.desk.deadlineDay(), this.words) : '';
  });
  protected readonly assumedText = computed(() => {
    const [base, cut] = [this.base(), this.desk.cut()];
    const pace = assumedPace(this.paces(), this.assumed());
    if (!base || !cut || !pace) return '';
    const told = forecastAt(base.people, base.needed, cut.asOf, pace);
    return outlookText(told, base.rule.percent, this.desk.deadlineDay(), this.words);
  });
  protected readonly paceLine = computed(() => {
    const pace = assumedPace(this.paces(), this.assumed());
    return pace ? this.words.say('coverage.paceTogether', { pace: paceText(pace.mean, this.words) }) : '';
  });

  protected set(agency: number, people: number): void {
    this.assumed.update((all) => new Map(all).set(agency, people));
  }

  protected slide(agency: number, event: Event): void {
    this.set(agency, Number((event.target as HTMLInputElement).value));
  }

  /** What is no number leaves the pace as it was and the text in its field, marked. */
  protected type(agency: number, field: HTMLInputElement): void {
    const text = field.value.trim().replace(/^[-−]/, '');
    const people = parseIndonesianInteger(text);
    field.setAttribute('aria-invalid', String(isRefusal(people)));
    if (!isRefusal(people)) this.set(agency, /^[-−]/.test(field.value.trim()) ? -people : people);
  }

  protected reset(): void {
    this.assumed.set(new Map());
  }
}
