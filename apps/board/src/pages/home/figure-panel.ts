import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Say, SayPipe } from '@papan/board-platform';
import { formatInteger, formatPercent, formatShortDate, formatSigned, headlinePercent, missingTo } from '@papan/domain';
import type { CampaignLine, HeadlineFigure } from '@papan/domain';

/** The bar begins at the ten below the figure less ten: from 0, nobody could tell 97,45 % from 98 %. */
export function scaleFrom(percent: number): number {
  return Math.max(0, Math.floor(Math.min(percent, 100) / 10) * 10 - 10);
}

/** One figure of the campaign: people first, then the percentage, and everything it rests on in sight. */
@Component({
  selector: 'pp-figure-panel',
  imports: [RouterLink, SayPipe],
  template: `
    <h2>
      <a routerLink="/cakupan" [queryParams]="page()">{{ title() }}</a>
    </h2>
    <p class="people">
      <strong [class.reached]="shortfall().missing === 0">{{ people() }}</strong>
      <span class="percent">{{ percentText() }}</span>
    </p>
    <div
      class="bar"
      role="img"
      [attr.aria-label]="scaleText()"
      [style.--cut.%]="cutWidth()"
      [style.--all.%]="allWidth()"
    >
      <span class="line" [style.inset-inline-start.%]="lineAt()"></span>
    </div>
    <p class="scale small muted" aria-hidden="true">
      <span>{{ whole(from()) }}</span>
      <span class="mark" [style.inset-inline-start.%]="lineAt()">{{ whole(line().percent) }}</span>
    </p>
    <dl>
      <div>
        <dt>{{ 'home.numerator' | say }}</dt>
        <dd>
          {{ 'home.atCut' | say: { people: number(figure().atCut), date: asOf() } }}
          <span class="after" [attr.title]="'home.verifiedAfterHint' | say">{{
            'home.verifiedAfter' | say: { people: signed(figure().verifiedAfter) }
          }}</span>
        </dd>
      </div>
      <div>
        <dt>{{ 'home.denominator' | say }}</dt>
        <dd>
          {{
            'home.populationOf' | say: { population: number(figure().denominator), version: figure().populationVersion }
          }}
        </dd>
      </div>
      <div>
        <dt>{{ 'home.source' | say }}</dt>
        <dd>
          {{ 'home.sourceLine' | say: { source: figure().source, date: asOf() } }}
          @if (figure().example) {
            <span class="tag">{{ 'shell.sampleData' | say }}</span>
          }
        </dd>
      </div>
    </dl>
  `,
  styleUrl: './figure-panel.css',
})
export class FigurePanel {
  readonly figure = input.required<HeadlineFigure>();
  readonly line = input.required<CampaignLine>();

  private readonly voice = inject(Say);
  private readonly say = this.voice.say;
  private readonly locale = this.voice.locale;

  protected readonly shortfall = computed(() =>
    missingTo(this.line().percent, this.figure().total, this.figure().denominator),
  );
  private readonly percent = computed(() => headlinePercent(this.figure()) ?? 0);
  protected readonly from = computed(() => scaleFrom(this.percentAt(this.figure().atCut)));

  /** The page of coverage, on this figure. */
  protected readonly page = computed(() => (this.figure().measure === 'active' ? { ukuran: 'aktif' } : {}));
  protected readonly title = computed(() =>
    this.say('home.target', {
      measure: this.voice.word('measure', this.figure().measure),
      percent: this.whole(this.line().percent),
    }),
  );
  protected readonly people = computed(() => {
    const { missing, surplus } = this.shortfall();
    if (missing > 0) return this.say('home.missing', { people: this.number(missing) });
    return surplus > 0 ? this.say('home.surplus', { people: this.number(surplus) }) : this.say('home.reached');
  });
  protected readonly percentText = computed(() =>
    this.say('home.ofPopulation', {
      percent: formatPercent(this.percent(), this.locale()),
      population: this.number(this.figure().denominator),
    }),
  );
  protected readonly asOf = computed(() => formatShortDate(this.figure().asOf, this.locale()));
  protected readonly scaleText = computed(
    () =>
      `${this.percentText()}. ${this.say('home.scale', {
        from: this.whole(this.from()),
        to: this.whole(100),
        target: this.whole(this.line().percent),
      })}`,
  );
  protected readonly cutWidth = computed(() => this.widthAt(this.percentAt(this.figure().atCut)));
  protected readonly allWidth = computed(() => this.widthAt(this.percentAt(this.figure().total)));
  protected readonly lineAt = computed(() => this.widthAt(this.line().percent));

  protected number(value: number): string {
    return formatInteger(value, this.locale());
  }

  protected signed(value: number): string {
    return value === 0 ? '+0' : formatSigned(value, this.locale());
  }

  protected whole(percent: number): string {
    return formatPercent(percent, this.locale(), Number.isInteger(percent) ? 0 : 2);
  }

  private percentAt(people: number): number {
    return this.figure().denominator === 0 ? 0 : (people / this.figure().denominator) * 100;
  }

  private widthAt(percent: number): number {
    const from = this.from();
    return Math.min(100, Math.max(0, ((percent - from) / (100 - from)) * 100));
  }
}
