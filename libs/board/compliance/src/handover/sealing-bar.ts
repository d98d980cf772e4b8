import { Component, computed, inject, input } from '@angular/core';
import { Say } from '@papan/board-platform';
import type { HandoverView } from '@papan/contracts';
import { sealing } from './handover-views';

/** How many dossiers are sealed: the words, and a bar that says the same. */
@Component({
  selector: 'pp-sealing-bar',
  template: `
    <progress [value]="progress().sealed" [max]="progress().all" [attr.aria-label]="text()"></progress>
    <span class="small">{{ text() }}</span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
    }
    progress {
      flex: 1 1 160px;
      block-size: 10px;
      accent-color: var(--primary);
    }
  `,
})
export class SealingBar {
  readonly handover = input.required<HandoverView>();
  private readonly voice = inject(Say);
  protected readonly progress = computed(() => sealing(this.handover()));
  protected readonly text = computed(() => {
    const { sealed, all } = this.progress();
    return this.voice.say('compliance.sealedOf', { sealed, all });
  });
}
