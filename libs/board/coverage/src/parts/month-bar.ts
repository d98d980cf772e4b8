import { Component, computed, inject } from '@angular/core';
import { Icon } from '@papan/board-ui';
import { MEASURES } from '@papan/domain';
import type { Measure } from '@papan/domain';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';

/** The month, the measure, and what the page is narrowed to. */
@Component({
  selector: 'pp-month-bar',
  imports: [Icon],
  templateUrl: './month-bar.html',
  styleUrl: './month-bar.css',
})
export class MonthBar {
  protected readonly desk = inject(CoverageDesk);
  protected readonly words = inject(CoverageWords);
  protected readonly measures = MEASURES;

  protected readonly cuts = computed(() => this.desk.view()?.cuts ?? []);
  protected readonly at = computed(() => {
    const asOf = this.desk.cut()?.asOf;
    return this.cuts().findIndex((cut) => cut.asOf === asOf);
  });
  protected readonly last = computed(() => this.cuts().length - 1);
  protected readonly text = computed(() => {
    const cut = this.cuts()[this.at()];
    return cut ? this.words.day(cut.asOf) : '';
  });

  protected readonly chips = computed(() => {
    const { segment, district, month } = this.desk.chosen();
    const { say, segment: nameOf, month: monthOf } = this.words;
    return [
      !this.desk.isNewest() && month !== null
        ? { key: 'month', text: say('coverage.chipMonth', { month: monthOf(month) }), clear: { month: null } }
        : null,
      segment === null ? null : { key: 'segment', text: nameOf(segment), clear: { segment: null } },
      district === null ? null : { key: 'district', text: this.desk.districtName(), clear: { district: null } },
    ].filter((chip) => chip !== null);
  });

  private isDragging = false;

  /** A drag is one step to go back to, however many months it passes. */
  protected drag(event: Event): void {
    this.goTo(Number((event.target as HTMLInputElement).value), this.isDragging);
    this.isDragging = true;
  }

  protected letGo(): void {
    this.isDragging = false;
  }

  protected goTo(index: number, replace = false): void {
    const cut = this.cuts()[Math.min(this.last(), Math.max(0, index))];
    if (!cut) return;
    const { compared } = this.desk.chosen();
    this.desk.choose(
      {
        month: index >= this.last() ? null : cut.asOf,
        compared: compared !== null && compared >= cut.asOf ? null : compared,
      },
      replace,
    );
  }

  protected setMeasure(measure: Measure): void {
    this.desk.choose({ measure });
  }

  protected clearAll(): void {
    this.desk.choose({ month: null, segment: null, district: null });
  }
}
