import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Directory, LiveStore, Say, SessionStore } from '@papan/board-platform';
import type { CoverageView } from '@papan/contracts';
import { countdown, forecast, missingOnLine, neededFor, paceNeeded, wibDate } from '@papan/domain';
import type { CampaignLine } from '@papan/domain';
import { CoverageApi } from '../api/coverage-api';
import { cutOf, figuresOf, netsThrough } from '../model/figures';
import { outlookText } from '../model/outlook-text';
import { CoverageWords } from '../state/coverage-words';

const WHOLE_REGION = { segment: null, district: null };

/** For the first page: when each line of the campaign is reached, and the pace that it takes, in a line for each. */
@Component({
  selector: 'pp-coverage-outlook',
  imports: [RouterLink],
  template: `
    @if (spoken() && lines().length > 0) {
      <ul>
        @for (line of lines(); track line.measure) {
          <li [attr.data-outlook]="line.measure">
            <strong>{{ line.word }}:</strong> {{ line.text }}
            @if (line.pace) {
              <span class="pace">{{ line.pace }}</span>
            }
          </li>
        }
      </ul>
      <a routerLink="/cakupan">{{ words.say('shell.coverage') }}</a>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--s1) var(--s4);
      font-size: var(--text-s);
    }
    ul {
      display: grid;
      gap: 2px;
    }
    .pace {
      font-weight: 600;
    }
  `,
})
export class CoverageOutlook {
  protected readonly words = inject(CoverageWords);
  private readonly api = inject(CoverageApi);
  private readonly live = inject(LiveStore);
  private readonly session = inject(SessionStore);
  private readonly directory = inject(Directory);

  protected readonly spoken = signal(false);
  private readonly view = signal<CoverageView | null>(null);
  private asked = 0;

  protected readonly lines = computed(() => {
    const [view, campaign] = [this.view(), this.directory.campaign()];
    if (!view || !campaign) return [];
    return campaign.lines.flatMap((line) => {
      const text = this.forecastOf(view, line, wibDate(campaign.deadline));
      if (text === null) return [];
      const { measure } = line;
      return [{ measure, word: this.words.measure(measure), text, pace: this.paceOf(line, campaign.deadline) }];
    });
  });

  constructor() {
    // It stands on a page whose own words are there already; these come with it.
    void inject(Say)
      .learn('coverage')
      .then(() => this.spoken.set(true));
    effect(() => {
      this.session.region();
      // What happened before the board began anew was not told one by one; a new cut is another forecast.
      this.live.snapshots();
      this.live.cut();
      untracked(() => void this.load());
    });
  }

  private async load(): Promise<void> {
    const turn = ++this.asked;
    const result = await this.api.coverage();
    // The figures of the page stand without it: what cannot come is left out, what is here stays.
    if (turn === this.asked && result.ok) this.view.set(result.value);
  }

  private forecastOf(view: CoverageView, { measure, percent }: CampaignLine, deadline: string): string | null {
    const cut = cutOf(view, null);
    if (!cut || cut.population === 0) return null;
    const nets = netsThrough(figuresOf(view, null, WHOLE_REGION, measure), cut.asOf);
    const told = forecast(cut[measure], neededFor(percent, cut.population), cut.asOf, nets);
    return outlookText(told, percent, deadline, this.words);
  }

  /** With what was verified since the cut: it moves with every verification. */
  private paceOf(line: CampaignLine, deadline: string): string {
    const current = this.live.headline();
    const missing = current ? missingOnLine(line, current).missing : 0;
    const left = countdown(this.live.now(), deadline, this.directory.decrees());
    if (missing === 0 || left.passed || left.workingDays === null) return '';
    const people = paceNeeded(missing, left.workingDays);
    if (people === null) return '';
    const until = { days: left.workingDays, date: this.words.day(wibDate(deadline)) };
    return this.words.say('coverage.paceNeeded', { people: this.words.people(people), ...until });
  }
}
