import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { LiveStore, Say, SessionStore } from '@papan/board-platform';
import type { Deed, Refusal, Task } from '@papan/domain';
import { DEEDS, deedsFrom, may } from '@papan/domain';
import { canDo, resourceOf } from '../board/decide-drop';
import { MoveDialog } from '../board/move-dialog';

/** The deeds that the table knows from this status: those of the reader's role as buttons, not yet possible ones with the reason. */
@Component({
  selector: 'pp-deed-buttons',
  imports: [MoveDialog],
  template: `
    <div class="row">
      @for (one of deeds(); track one.deed) {
        <button
          type="button"
          class="button"
          [class.danger]="one.deed === 'cancel'"
          [attr.aria-disabled]="one.why ? true : null"
          [attr.aria-describedby]="one.why ? 'why-' + one.deed : null"
          (click)="one.why ? null : ask(one.deed)"
        >
          {{ voice.word('deed', one.deed) }}
        </button>
      }
    </div>
    @for (one of deeds(); track one.deed) {
      @if (one.why) {
        <p class="muted small" [id]="'why-' + one.deed">{{ voice.word('deed', one.deed) }}: {{ one.why }}</p>
      }
    }
    <pp-move-dialog (done)="done.emit()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
  `,
})
export class DeedButtons {
  readonly task = input.required<Task>();
  readonly done = output();
  protected readonly voice = inject(Say);
  private readonly session = inject(SessionStore);
  private readonly live = inject(LiveStore);
  private readonly dialog = viewChild.required(MoveDialog);

  protected readonly deeds = computed(() => {
    const [actor, task] = [this.session.actor(), this.task()];
    if (!actor) return [];
    const open = this.live.blockersOf(task.id)().length;
    return deedsFrom(task.status)
      .filter((deed) => may(actor, DEEDS[deed].action, resourceOf(actor.region, task)) === true)
      .map((deed) => ({ deed, why: this.why(canDo(actor, task, deed, open)) }));
  });

  protected ask(deed: Deed): void {
    this.dialog().ask(this.task(), deed);
  }

  private why(answer: true | Refusal): string {
    if (answer === true) return '';
    const { title, mend } = this.voice.refusal(answer);
    return `${title}. ${mend}`;
  }
}
