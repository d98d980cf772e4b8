import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Directory, LiveStore, Say, SessionStore, Submission, problemOf } from '@papan/board-platform';
import type { DeadlineChanges, Problem } from '@papan/contracts';
import { EmptyState, ErrorState, Icon, SelectField, Skeleton } from '@papan/board-ui';
import { yearOf } from '@papan/domain';
import { HandoversApi } from '../api/handovers-api';
import { CaseWords } from '../case/case-words';
import { CaseProblem } from '../forms/submission-problem';

/** What a decree that was loaded does to running clocks: old and new date side by side, accepted by a person. */
@Component({
  selector: 'pp-calendar-page',
  imports: [CaseProblem, EmptyState, ErrorState, Icon, RouterLink, SelectField, Skeleton],
  templateUrl: './calendar-page.html',
  styles: `
    .back {
      justify-self: start;
      text-decoration: none;
    }
    pp-select-field {
      max-inline-size: 180px;
    }
    .to {
      font-weight: 600;
    }
    .missing {
      color: var(--blocked-fg);
      font-weight: 600;
    }
    td pp-icon {
      vertical-align: middle;
    }
  `,
})
export class CalendarPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly submission = new Submission();
  private readonly api = inject(HandoversApi);
  private readonly session = inject(SessionStore);
  private readonly directory = inject(Directory);
  private readonly live = inject(LiveStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  /** The years that have a decree, and the two that a clock may reach from today. */
  protected readonly years = computed(() => {
    const now = yearOf(this.live.today());
    const known = new Set([...this.directory.decrees().map(({ year }) => year), now, now + 1]);
    return [...known].sort().map((year) => ({ value: String(year), text: String(year) }));
  });
  protected readonly year = computed(() => {
    const asked = Number(this.query().get('tahun'));
    if (asked >= 2000 && asked <= 2100) return asked;
    const now = yearOf(this.live.today());
    return this.directory.decrees().some(({ year }) => year === now + 1) ? now + 1 : now;
  });

  private readonly fetched = signal<DeadlineChanges | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly notice = signal('');
  protected readonly found = computed(() => (this.fetched()?.year === this.year() ? this.fetched() : null));
  protected readonly rows = computed(() =>
    (this.found()?.changes ?? []).map((change) => ({
      key: change.entry,
      case: change.case,
      name: this.words.employer(change.name),
      step: this.words.step(change.step),
      from: change.from === null ? this.voice.say('compliance.noDate') : this.words.dayAndDate(change.from),
      to: change.to === null ? '' : this.words.dayAndDate(change.to),
      missing:
        change.missingYear === null
          ? ''
          : this.voice.say('compliance.missingDecree', { year: String(change.missingYear) }),
    })),
  );
  protected readonly mayAccept = computed(() => this.session.can('deadlines.accept'));
  private turn = 0;

  constructor() {
    effect(() => {
      const year = this.year();
      untracked(() => void this.load(year));
    });
  }

  protected choose(year: string): void {
    this.notice.set('');
    void this.router.navigate([], { relativeTo: this.route, queryParams: { tahun: year } });
  }

  protected reload(): void {
    void this.load(this.year());
  }

  protected async accept(): Promise<void> {
    if (!this.mayAccept()) return;
    const accepted = await this.submission.send({ year: this.year() }, (sent, command) =>
      this.api.accept(sent, command),
    );
    if (!accepted) return;
    this.notice.set(this.voice.say('compliance.changesAccepted'));
    this.reload();
  }

  private async load(year: number): Promise<void> {
    const turn = ++this.turn;
    const result = await this.api.changes(year);
    if (turn !== this.turn) return;
    if (result.ok) {
      this.problem.set(null);
      this.fetched.set(result.value);
    } else this.problem.set(problemOf(result) ?? 'UNREACHABLE');
  }
}
