import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LiveStore, Say } from '@papan/board-platform';
import { unpackCases } from '@papan/contracts';
import type { CaseRow, TaskCases } from '@papan/contracts';
import { TRACKS } from '@papan/domain';
import { CasesApi } from '../api/cases-api';
import { CaseWords } from '../case/case-words';
import { StepChip } from '../case/step-chip';
import { touchedBy } from '../list/touched';

/** Cases named in the drawer; the list has them all. */
const SHOWN = 6;
/** Rows fetched at once. */
const ASKED = 300;

/** The cases that a task is about, in its drawer: how many, how far, and the way to the list of them. */
@Component({
  selector: 'pp-task-cases',
  imports: [RouterLink, StepChip],
  template: `
    @if (spoken() && cases().length > 0) {
      <section [attr.aria-label]="voice.say('compliance.taskCases')">
        <h3>{{ voice.say('compliance.taskCases') }}</h3>
        <p class="small">{{ counts() }}</p>
        <ul>
          @for (row of rows(); track row.id) {
            <li>
              <a [routerLink]="['/kepatuhan/kasus', row.id]">{{ row.name }}</a>
              <pp-step-chip [step]="row.step" />
            </li>
          }
        </ul>
        <p>
          <a class="small" routerLink="/kepatuhan" [queryParams]="{ tugas: task() }">
            {{ voice.say('compliance.allTaskCases', { count: words.integer(cases().length) }) }}
          </a>
        </p>
      </section>
    }
  `,
  styles: `
    h3 {
      margin-block-end: 4px;
    }
    ul {
      display: grid;
      margin-block: 4px;
      font-size: var(--text-s);
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 8px;
      align-items: center;
      min-block-size: 32px;
      border-block-end: 1px solid var(--hair);
    }
    li a {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `,
})
export class TaskCasesPanel {
  readonly task = input.required<number>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  private readonly api = inject(CasesApi);
  private readonly live = inject(LiveStore);

  protected readonly spoken = signal(false);
  protected readonly cases = signal<TaskCases['cases']>([]);
  private readonly fetched = signal<readonly CaseRow[]>([]);
  private turn = 0;

  protected readonly counts = computed(() => {
    const cases = this.cases();
    return this.voice.say('compliance.taskCaseCounts', {
      cases: this.words.integer(cases.length),
      appealed: this.words.integer(cases.filter(({ appealed }) => appealed).length),
      workers: this.words.integer(cases.reduce((sum, { workers }) => sum + workers, 0)),
    });
  });
  protected readonly rows = computed(() =>
    this.fetched()
      .slice(0, SHOWN)
      .map((row) => {
        const latest = TRACKS.toReversed().flatMap((track) => row.tracks[track] ?? [])[0] ?? 'IDENTIFIED';
        return { id: row.id, name: this.words.employer(row.name), step: row.status === 'OPEN' ? latest : row.status };
      }),
  );

  constructor() {
    void this.voice.learn('compliance').then(() => this.spoken.set(true));
    effect(() => {
      const task = this.task();
      // What happened before the board began anew was not told one by one.
      this.live.snapshots();
      untracked(() => void this.load(task));
    });
    const stop = this.live.onHappenings((happenings) => {
      const { cases } = touchedBy(happenings);
      if (this.cases().some((one) => cases.has(one.case))) void this.load(this.task());
    });
    inject(DestroyRef).onDestroy(stop);
  }

  private async load(task: number): Promise<void> {
    const turn = ++this.turn;
    const result = await this.api.taskCases(task);
    if (turn !== this.turn || !result.ok) return;
    this.cases.set(result.value.cases);
    const ids = result.value.cases.slice(0, ASKED).map((one) => one.case);
    if (ids.length === 0) {
      this.fetched.set([]);
      return;
    }
    const rows = await this.api.changed(ids);
    if (turn === this.turn && rows.ok) this.fetched.set(unpackCases(rows.value));
  }
}
