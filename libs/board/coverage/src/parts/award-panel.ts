import { Component, computed, inject } from '@angular/core';
import { AWARD_GRADES, awardStandings, awardsOn, gradeReached } from '@papan/domain';
import { segmentPeople } from '../model/figures';
import { CoverageDesk } from '../state/coverage-desk';
import { CoverageWords } from '../state/coverage-words';

/** Which grade of the UHC Award the figures of the month meet, and what is missing to the next one. */
@Component({
  selector: 'pp-award-panel',
  template: `
    @if (standing(); as one) {
      <section class="panel" [attr.aria-label]="words.say('coverage.award')">
        <h3>{{ words.say('coverage.award') }}</h3>
        <p>{{ one.reached }}</p>
        @if (one.next) {
          <p>{{ one.next }}</p>
        }
        <p class="small muted">{{ words.say('coverage.awardNote') }} {{ one.basis }}</p>
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: var(--s1);
      padding: var(--s3) var(--s4);
      font-size: var(--text-s);
    }
  `,
})
export class AwardPanel {
  private readonly desk = inject(CoverageDesk);
  protected readonly words = inject(CoverageWords);

  protected readonly standing = computed(() => {
    const [view, cut] = [this.desk.view(), this.desk.cut()];
    if (!view || !cut || this.desk.isNarrowed()) return null;
    const grades = awardsOn(AWARD_GRADES, cut.asOf);
    if (grades.length === 0) return null;
    const paidByRegion = segmentPeople(view, cut.asOf, 'PBPU_BP_PEMDA', 'registered');
    const standings = awardStandings(grades, { ...cut, paidByRegion });
    const { reached, next } = gradeReached(standings);
    const { say, people } = this.words;
    const unknown = reached ? undefined : standings.find(({ met }) => met === null);
    const missing = next?.ways[0]?.missing;
    return {
      reached: reached
        ? say('coverage.awardReached', { grade: this.grade(reached.grade.grade) })
        : unknown
          ? say('coverage.awardUnknown', { grade: this.grade(unknown.grade.grade) })
          : say('coverage.awardNone'),
      next:
        next && missing && missing.registered + missing.active > 0
          ? say('coverage.awardNext', {
              grade: this.grade(next.grade.grade),
              registered: people(missing.registered),
              active: people(missing.active),
            })
          : '',
      basis: say('coverage.awardBasis', { date: this.words.day(grades[0]?.from ?? cut.asOf) }),
    };
  });

  private grade(grade: 'UTAMA' | 'MADYA' | 'PRATAMA'): string {
    return this.words.say(`coverage.grade${grade}`);
  }
}
