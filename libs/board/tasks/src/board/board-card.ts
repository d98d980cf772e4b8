import { Component, computed, inject, input, output } from '@angular/core';
import { LiveStore, Preferences, Say } from '@papan/board-platform';
import { DueChip, Icon, StatusChip, TruthBar } from '@papan/board-ui';
import type { Happening, Task } from '@papan/domain';
import { columnOf, countsPersons, formatList, formatTime, gap, verifiedAmount } from '@papan/domain';
import { TaskWords } from '../task/task-words';

/** One card. Its height is fixed by the density, so that thousands can be placed without being drawn. */
@Component({
  selector: 'li[ppCard]',
  imports: [DueChip, Icon, StatusChip, TruthBar],
  template: `
    @if (view(); as card) {
      <div class="top">
        <span class="id">{{ card.label }}</span>
        <pp-status-chip [kind]="card.kind" [word]="card.word" [age]="card.age" />
        <button
          type="button"
          class="more"
          [tabIndex]="active() ? 0 : -1"
          aria-haspopup="menu"
          [attr.aria-label]="card.actions"
          (click)="menu.emit($event)"
        >
          <pp-icon name="more" />
        </button>
      </div>
      <a
        class="title"
        draggable="false"
        [href]="'?tugas=' + card.id"
        [tabIndex]="active() ? 0 : -1"
        (click)="follow($event)"
        >{{ card.title }}</a
      >
      <pp-truth-bar
        [target]="card.target"
        [reported]="card.reported"
        [verified]="card.verified"
        [label]="card.barLabel"
      />
      <div class="numbers">
        <span>{{ card.progress }}</span>
        <pp-due-chip [urgency]="card.urgency" [text]="card.due" />
      </div>
      <p class="extra" [class.new]="flash()">{{ flash() || card.extra }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 3px;
      padding: 7px 10px;
      border: 1px solid var(--hair);
      border-radius: var(--radius);
      background: var(--bg);
      overflow: hidden;
      contain: layout style;
    }
    :host > * {
      flex: none;
    }
    :host(:hover) {
      border-color: var(--line);
    }
    :host(:has(.title:focus-visible)) {
      outline: 3px solid var(--focus);
      outline-offset: 2px;
    }
    :host(.flash) {
      border-color: var(--new-line);
      box-shadow:
        0 0 0 3px var(--new-ring),
        inset 4px 0 0 var(--new-ring);
    }
    .top {
      display: flex;
      align-items: center;
      gap: 6px;
      min-block-size: 24px;
    }
    .id {
      flex: 1 0 auto;
      color: var(--muted);
      font-size: var(--text-xs);
      white-space: nowrap;
    }
    .more {
      display: grid;
      place-items: center;
      flex: none;
      inline-size: 24px;
      block-size: 24px;
      margin-inline-end: -6px;
      padding: 0;
      border: 0;
      border-radius: var(--radius-s);
      background: none;
      color: var(--muted);
      cursor: pointer;
    }
    .more:hover {
      color: var(--text);
      background: var(--surface);
    }
    .title {
      display: -webkit-box;
      overflow: hidden;
      color: inherit;
      font-size: var(--text-s);
      font-weight: 600;
      line-height: 18px;
      block-size: 36px;
      text-decoration: none;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
    }
    .title::before {
      position: absolute;
      inset: 0;
      content: '';
    }
    .title:focus-visible {
      outline: none;
    }
    /* The whole card is the link of its title; only the menu lies above it. */
    .more {
      position: relative;
      z-index: 1;
    }
    pp-status-chip {
      min-inline-size: 0;
      overflow: hidden;
    }
    .title:hover {
      text-decoration: underline;
    }
    .numbers {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 6px;
      min-block-size: 20px;
      font-size: var(--text-xs);
      color: var(--muted);
      white-space: nowrap;
    }
    .numbers span {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .extra {
      display: -webkit-box;
      overflow: hidden;
      font-size: var(--text-xs);
      line-height: 15px;
      color: var(--muted);
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
    }
    .extra.new {
      color: var(--text);
    }
    :host(.compact) {
      gap: 2px;
      padding-block: 4px;
    }
    :host(.compact) .title {
      block-size: 18px;
      -webkit-line-clamp: 1;
      line-clamp: 1;
    }
    :host(.compact) .extra:not(.new) {
      display: none;
    }
    :host(.compact) .extra.new {
      position: absolute;
      inset: auto 10px 4px;
      background: var(--bg);
      line-height: 20px;
      -webkit-line-clamp: 1;
      line-clamp: 1;
    }
    @media (forced-colors: active) {
      :host(.flash) {
        outline: 2px dashed;
      }
    }
  `,
  host: { '[class.flash]': '!!flash()', '[class.compact]': 'compact()', '[attr.data-task]': 'ppCard()' },
})
export class BoardCard {
  readonly ppCard = input.required<number>();
  /** The one card that the Tab key reaches. */
  readonly active = input(false);
  readonly opened = output();
  readonly menu = output<MouseEvent>();

  private readonly live = inject(LiveStore);
  private readonly voice = inject(Say);
  private readonly words = inject(TaskWords);
  private readonly preferences = inject(Preferences);

  protected readonly compact = computed(() => this.preferences.density() === 'compact');
  private readonly task = computed(() => this.live.task(this.ppCard())());
  private readonly blockers = computed(() => this.live.blockersOf(this.ppCard())());

  protected readonly view = computed(() => {
    const task = this.task();
    if (!task) return null;
    const open = this.blockers().length;
    const today = this.live.today();
    const verified = verifiedAmount(task);
    const unit = task.unit === 'rupiah' ? '' : this.voice.word('unit', task.unit);
    const done = Math.max(task.reported, verified);
    return {
      id: task.id,
      label: this.words.label(task),
      actions: this.voice.say('board.actions', { task: this.words.label(task) }),
      kind: this.words.kind(task, open),
      word: this.shortWord(task, open),
      age: this.words.age(task, `${today}T05:00:00Z`, open > 0 ? this.blockers()[0]?.since : task.since),
      title: task.title,
      target: task.target,
      reported: task.reported,
      verified,
      barLabel: this.voice.say('board.barLabel', {
        reported: this.words.integer(task.reported),
        verified: this.words.integer(verified),
        target: this.words.integer(task.target),
        unit,
      }),
      progress:
        task.unit === 'rupiah'
          ? `${this.words.amount(done, 'rupiah')} / ${this.words.amount(task.target, 'rupiah')}`
          : this.voice.say('board.ofTarget', {
              done: this.words.integer(done),
              target: this.words.integer(task.target),
              unit,
            }),
      urgency: columnOf(task.status, 0) === 'DONE' ? ('calm' as const) : this.words.due(task, today).urgency,
      due: task.status === 'DONE' ? '' : this.words.dueText(task, today),
      extra: this.extra(task),
    };
  });

  /** What others just did, for six seconds; empty otherwise or where the reader switched it off. */
  protected readonly flash = computed(() => {
    const change = this.live.recentChange(this.ppCard())();
    return change && this.preferences.flash() ? this.news(change.happening) : '';
  });

  protected follow(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.opened.emit();
  }

  /** A card is narrow: its column already says the whole word. */
  private shortWord(task: Task, open: number): string {
    const waits = this.words.kind(task, open) === 'TO_VERIFY';
    return waits ? this.voice.say('board.toVerify') : this.words.statusWord(task, open);
  }

  private extra(task: Task): string {
    const [first, ...others] = new Set(this.blockers().map((blocker) => blocker.lifter));
    const parts: string[] = [];
    if (first !== undefined) {
      const agency = this.words.agencyShort(first);
      parts.push(
        others.length === 0
          ? this.voice.say('board.waitingFor', { agency })
          : this.voice.say('board.waitingForMore', { agency, more: others.length }),
      );
    }
    if (first === undefined && countsPersons(task.unit) && (task.reported > 0 || task.registered > 0)) {
      const between = gap(task);
      parts.push(
        this.voice.say('board.threeNumbers', {
          reported: this.words.integer(task.reported),
          verified: this.words.integer(task.registered),
          gap: this.words.integer(between),
        }),
      );
    }
    if (task.dueChanges > 0) parts.push(this.voice.say('board.dueMoved', { times: task.dueChanges }));
    if (task.visibility === 'agency') parts.push(this.voice.say('board.restricted'));
    return parts.join(' · ');
  }

  private news({ at, by, event }: Happening): string {
    const time = formatTime(at, this.voice.locale()).replace(' WIB', '');
    const task = this.task();
    switch (event.type) {
      case 'ProgressReported':
      case 'ProgressCorrected':
        return this.voice.say('board.newReport', {
          delta: this.words.signed(event.data.delta, task?.unit ?? 'people'),
          unit: task && task.unit !== 'rupiah' ? this.voice.word('unit', task.unit) : '',
          who: this.words.personShort(by.person),
          time,
        });
      case 'ProgressVerified': {
        const registered = event.data.entries.reduce(
          (sum, entry) => sum + (entry.measure === 'registered' ? entry.delta : 0),
          0,
        );
        return this.voice.say('board.newVerified', { delta: this.words.signed(registered, 'people'), time });
      }
      case 'BlockerRaised':
        return this.voice.say('board.newBlocker', { time });
      case 'BlockerLifted':
        return this.voice.say('board.newLifted', { time });
      case 'TaskMoved':
        return this.voice.say('board.newStatus', { status: this.voice.word('status', event.data.to), time });
      case 'TaskEdited': {
        const fields = event.data.fields.map((field) => this.voice.word('field', field));
        return this.voice.say('board.newEdited', { fields: formatList(fields, this.voice.locale()), time });
      }
      default:
        return this.voice.say('board.newTaskLine', { time });
    }
  }
}
