import { Component, computed, inject, input } from '@angular/core';
import { Say } from '@papan/board-platform';
import type { CaseDetail } from '@papan/contracts';
import { RouterLink } from '@angular/router';
import { CaseWords } from '../case/case-words';
import { linesOf } from './history';

/** Who read the dossier, which tasks the case belongs to, and everything that happened, newest first. */
@Component({
  selector: 'pp-case-history',
  imports: [RouterLink],
  template: `
    @if (readings().length > 0) {
      <section class="panel" [attr.aria-label]="voice.say('compliance.readings')">
        <div class="panel-head">
          <h2>{{ voice.say('compliance.readings') }}</h2>
        </div>
        <ul class="panel-body">
          @for (reading of readings(); track reading.key) {
            <li>{{ reading.text }}</li>
          }
        </ul>
      </section>
    }
    @if (detail().tasks.length > 0) {
      <p class="small">
        {{ voice.say('compliance.ofTasks') }}
        @for (task of detail().tasks; track task) {
          <a routerLink="/papan" [queryParams]="{ tugas: task }">#{{ task }}</a
          >&nbsp;
        }
      </p>
    }
    <section class="panel" [attr.aria-label]="voice.say('compliance.history')">
      <div class="panel-head">
        <h2>{{ voice.say('compliance.history') }}</h2>
      </div>
      <ol class="panel-body">
        @for (line of lines(); track line.seq) {
          <li>
            <p>{{ line.sentence }}</p>
            @if (line.remark) {
              <p class="remark">{{ line.remark }}</p>
            }
            <p class="muted small">{{ words.moment(line.at) }}</p>
          </li>
        } @empty {
          <li class="muted">{{ voice.say('compliance.noHistory') }}</li>
        }
      </ol>
    </section>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s4);
      font-size: var(--text-s);
    }
    ol {
      display: grid;
      gap: var(--s3);
    }
    .remark {
      padding-inline-start: 10px;
      border-inline-start: 2px solid var(--hair);
      white-space: pre-wrap;
    }
  `,
})
export class CaseHistory {
  readonly detail = input.required<CaseDetail>();
  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);

  protected readonly lines = computed(() =>
    linesOf(this.detail().history, this.detail().case.steps, this.voice.event, this.words),
  );
  protected readonly readings = computed(() =>
    this.detail().readings.map(({ at, person, what }) => ({
      key: `${at}${what}`,
      text: this.voice.say('compliance.readBy', {
        what: this.words.reading(what),
        who: this.words.person(person),
        at: this.words.moment(at),
      }),
    })),
  );
}
