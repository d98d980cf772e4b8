import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Drafts, LiveStore, Outbox, Say, SessionStore, wholeOf } from '@papan/board-platform';
import { DueChip, StatusChip, TruthBar } from '@papan/board-ui';
import type { Task } from '@papan/domain';
import { isRefusal, may, recordReport, verifiedAmount } from '@papan/domain';
import { resourceOf } from '../board/decide-drop';
import { ReportLines } from '../forms/report-lines';
import { mayAttach } from '../task/may-attach';
import { TaskWords } from '../task/task-words';
import { CardEvidence } from './card-evidence';

const STEPS = [1, 10, 50] as const;

/** One task on the phone: tap a number, tap send. What is typed or tapped survives closing the page. */
@Component({
  selector: 'pp-report-card',
  imports: [CardEvidence, DueChip, ReportLines, StatusChip, TruthBar],
  template: `
    <div class="line">
      <span class="muted">{{ label() }}</span>
      <pp-due-chip [urgency]="due().urgency" [text]="dueText()" />
    </div>
    <h2>{{ task().title }}</h2>
    <div class="line">
      <pp-status-chip
        class="bare"
        [kind]="words.kind(task(), blockers())"
        [word]="words.statusWord(task(), blockers())"
        [age]="age()"
      />
      <span class="muted">{{ progress() }}</span>
    </div>
    <pp-truth-bar [target]="task().target" [reported]="task().reported" [verified]="verified()" [label]="barLabel()" />
    @if (mayReport()) {
      <div class="line sum">
        <span class="muted">{{ voice.say('phone.add') }}</span>
        <output [class.some]="delta() > 0">{{ sum() }}</output>
      </div>
      <div class="chips" role="group" [attr.aria-label]="voice.say('phone.addOf', { unit: unit() })">
        @for (step of steps; track step) {
          <button type="button" class="button" (click)="add(step)">+{{ step }}</button>
        }
        <button
          type="button"
          class="button"
          [attr.aria-expanded]="typing()"
          [attr.aria-label]="voice.say('phone.other')"
          (click)="typing.set(!typing())"
        >
          …
        </button>
      </div>
      @if (typing()) {
        <input
          class="input"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          [attr.aria-label]="voice.say('phone.otherLabel', { task: label() })"
          [attr.aria-invalid]="problem() ? true : null"
          [value]="draft().get('delta')"
          (input)="type($event)"
        />
      }
      @if (problem(); as text) {
        <p class="problem" role="alert">{{ text }}</p>
      }
      <button
        type="button"
        class="button primary send"
        [attr.aria-disabled]="delta() === 0 || null"
        [attr.aria-label]="
          delta() > 0 ? voice.say('phone.sendFor', { delta: delta(), unit: unit(), task: label() }) : null
        "
        (click)="send()"
      >
        {{ voice.say('phone.send') }}
      </button>
    }
    <pp-report-lines [task]="task()" />
    @if (photo()) {
      @defer (on immediate) {
        <pp-card-evidence [task]="task().id" (attached)="photographed($event)" />
      }
    }
    <p class="added" role="status">{{ added() }}</p>
    <div class="line links">
      @if (delta() > 0) {
        <button type="button" class="button quiet" (click)="clear()">{{ voice.say('phone.reset') }}</button>
      } @else {
        <button type="button" class="button quiet" (click)="details.emit('blockers')">
          {{ voice.say('phone.blocker') }}
        </button>
      }
      @if (canAttach()) {
        <button type="button" class="button quiet" [attr.aria-expanded]="photo()" (click)="photo.set(!photo())">
          {{ voice.say('phone.photo') }}
        </button>
      }
      <button type="button" class="button quiet" (click)="details.emit(null)">{{ voice.say('phone.details') }}</button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      padding: 14px;
      border: 1px solid var(--hair);
      border-radius: 12px;
      background: var(--bg);
      font-size: var(--text-s);
    }
    .line {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
    }
    h2 {
      font-size: var(--text-m);
      line-height: 1.3;
    }
    .chips {
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      gap: 8px;
    }
    .chips .button {
      font-size: var(--text-m);
      font-weight: 600;
    }
    .button,
    .input {
      min-block-size: 48px;
    }
    .send {
      font-size: var(--text-m);
    }
    output {
      font-weight: 600;
      color: var(--muted);
    }
    output.some {
      color: var(--text);
      font-size: var(--text-m);
    }
    .problem {
      color: var(--danger);
    }
    .added:empty {
      display: none;
    }
    .links {
      margin-block: -4px -8px;
    }
  `,
  host: { role: 'group', '[attr.aria-label]': 'label()' },
})
export class ReportCard {
  readonly task = input.required<Task>();
  readonly details = output<'blockers' | null>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(TaskWords);
  private readonly live = inject(LiveStore);
  private readonly outbox = inject(Outbox);
  private readonly session = inject(SessionStore);
  private readonly drafts = inject(Drafts);

  protected readonly steps = STEPS;
  protected readonly typing = signal(false);
  protected readonly problem = signal('');
  protected readonly draft = computed(() => this.drafts.of(`${this.task().id}/phone`));
  protected readonly label = computed(() => this.words.label(this.task()));
  protected readonly blockers = computed(() => this.live.blockersOf(this.task().id)().length);
  protected readonly due = computed(() => this.words.due(this.task(), this.live.today()));
  protected readonly unit = computed(() => this.voice.word('unit', this.task().unit));
  protected readonly verified = computed(() => verifiedAmount(this.task()));
  protected readonly age = computed(() => this.words.age(this.task(), `${this.live.today()}T05:00:00Z`));
  protected readonly delta = computed(() => {
    const typed = wholeOf('delta', this.draft().get('delta'));
    return isRefusal(typed) ? 0 : typed;
  });
  protected readonly sum = computed(() =>
    this.task().unit === 'rupiah'
      ? this.words.signed(this.delta(), 'rupiah')
      : this.voice.say('phone.sum', { delta: this.words.signed(this.delta(), this.task().unit), unit: this.unit() }),
  );
  protected readonly dueText = computed(() => {
    const text = this.words.dueText(this.task(), this.live.today());
    const { urgency, workingDaysLeft } = this.due();
    if (urgency === 'late' || workingDaysLeft === null || workingDaysLeft === 0) return text;
    return this.voice.say('phone.workingDaysLeft', { date: text, days: workingDaysLeft });
  });
  protected readonly progress = computed(() => {
    const { reported, target, unit } = this.task();
    const done = Math.max(reported, this.verified());
    if (unit === 'rupiah') return `${this.words.amount(done, unit)} / ${this.words.amount(target, unit)}`;
    return this.voice.say('board.ofTarget', {
      done: this.words.integer(done),
      target: this.words.integer(target),
      unit: this.unit(),
    });
  });
  protected readonly barLabel = computed(() =>
    this.voice.say('board.barLabel', {
      reported: this.words.integer(this.task().reported),
      verified: this.words.integer(this.verified()),
      target: this.words.integer(this.task().target),
      unit: this.unit(),
    }),
  );
  protected readonly mayReport = computed(() => {
    const actor = this.session.actor();
    return actor !== null && may(actor, 'progress.report', resourceOf(actor.region, this.task())) === true;
  });

  /** The place for photos is open; what it needs is fetched then. */
  protected readonly photo = signal(false);
  protected readonly added = signal('');
  protected readonly canAttach = computed(() => mayAttach(this.session.actor(), this.task()));

  protected photographed(count: number): void {
    this.photo.set(false);
    this.added.set(this.voice.say('phone.photoAdded', { count }));
  }

  protected add(step: number): void {
    this.problem.set('');
    this.draft().set('delta', this.words.integer(this.delta() + step));
  }

  protected type(event: Event): void {
    this.problem.set('');
    this.draft().set('delta', (event.target as HTMLInputElement).value);
  }

  protected clear(): void {
    this.draft().clear();
    this.typing.set(false);
    this.problem.set('');
  }

  protected async send(): Promise<void> {
    const delta = wholeOf('delta', this.draft().get('delta'));
    const on = this.live.today();
    const report = { delta: isRefusal(delta) ? 0 : delta, reached: 0, rejected: 0, on, note: '' };
    const checked = isRefusal(delta) ? delta : recordReport(this.task(), { ...report, entry: '' }, on);
    if (isRefusal(checked)) {
      const { title, mend } = this.voice.refusal(checked);
      this.problem.set(`${title}. ${mend}`);
      return;
    }
    this.clear();
    await this.outbox.report(this.task().id, report);
  }
}
