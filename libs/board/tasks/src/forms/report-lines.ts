import { Component, computed, inject, input, signal } from '@angular/core';
import { Outbox, Say } from '@papan/board-platform';
import type { Parcel } from '@papan/board-platform';
import { ProblemBox } from '@papan/board-ui';
import type { Task } from '@papan/domain';
import { formatTime } from '@papan/domain';
import { TaskWords } from '../task/task-words';

/** What became of the reports of this task: sent, waiting, or refused with the reason and the text kept. */
@Component({
  selector: 'pp-report-lines',
  imports: [ProblemBox],
  template: `
    <div role="status">
      @for (line of lines(); track line.parcel.id) {
        @switch (line.parcel.state) {
          @case ('REFUSED') {}
          @case ('SENT') {
            <p class="sent">
              <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M1.5 6.5L4.5 9.5L10.5 2.5" /></svg>
              {{ line.text }} · {{ voice.say('phone.sent', { time: line.time }) }}
            </p>
          }
          @default {
            <p class="waiting">
              <span>{{ line.text }} · {{ voice.say('phone.waiting', { time: line.time }) }}</span>
              <button type="button" class="button quiet" (click)="outbox.cancel(line.parcel.id)">
                {{ voice.say('phone.undo') }}
              </button>
            </p>
          }
        }
      }
    </div>
    @for (line of refused(); track line.parcel.id) {
      <pp-problem-box [problem]="line.problem">
        <span>{{ line.text }}</span>
        <button type="button" class="button" (click)="copy(line.parcel)">
          {{ voice.say(copied() === line.parcel.id ? 'phone.copied' : 'phone.copy') }}
        </button>
        <button type="button" class="button quiet" (click)="outbox.cancel(line.parcel.id)">
          {{ voice.say('phone.drop') }}
        </button>
      </pp-problem-box>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    p {
      display: flex;
      align-items: center;
      gap: 6px;
      font-size: var(--text-s);
    }
    .waiting {
      justify-content: space-between;
      color: var(--muted);
    }
    .sent {
      min-block-size: 28px;
      color: var(--done-fg);
    }
    svg {
      inline-size: 12px;
      block-size: 12px;
      flex: none;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
    }
  `,
})
export class ReportLines {
  readonly task = input.required<Task>();
  protected readonly outbox = inject(Outbox);
  protected readonly voice = inject(Say);
  private readonly words = inject(TaskWords);
  protected readonly copied = signal('');

  /** The last receipt, and everything that has not arrived. */
  protected readonly lines = computed(() => {
    const parcels = this.outbox.parcels().filter((parcel) => parcel.task === this.task().id);
    const lastSent = parcels.findLast((parcel) => parcel.state === 'SENT');
    return parcels
      .filter((parcel) => parcel.state !== 'SENT' || parcel === lastSent)
      .map((parcel) => this.line(parcel));
  });
  protected readonly refused = computed(() =>
    this.lines().flatMap((line) => {
      const { state, problem } = line.parcel;
      if (state !== 'REFUSED' || problem === null) return [];
      return [{ ...line, problem: { ...this.voice.refusal(problem), trace: problem.trace } }];
    }),
  );

  protected async copy({ id, body }: Parcel): Promise<void> {
    const text = this.voice.say('phone.copyText', {
      task: this.words.label(this.task()),
      delta: this.words.signed(body.delta, this.task().unit),
      unit: this.voice.word('unit', this.task().unit),
      on: body.on ?? '',
      note: body.note,
    });
    await navigator.clipboard.writeText(text);
    this.copied.set(id);
  }

  private line(parcel: Parcel): { readonly parcel: Parcel; readonly time: string; readonly text: string } {
    const { unit } = this.task();
    const time = formatTime(parcel.sentAt ?? parcel.madeAt, this.voice.locale()).replace(' WIB', '');
    const delta = this.words.signed(parcel.body.delta, unit);
    return {
      parcel,
      time,
      text: unit === 'rupiah' ? delta : this.voice.say('phone.sum', { delta, unit: this.voice.word('unit', unit) }),
    };
  }
}
