import { Component, computed, inject, input } from '@angular/core';
import { Say } from '@papan/board-platform';
import type { ClaimStatus } from '@papan/domain';

/** A shape for each status, so that it is told without colour too. */
const SHAPES: Readonly<Record<ClaimStatus, string>> = { SUPPORTED: '✓', CONTRADICTED: '✕', CANNOT_BE_CHECKED: '?' };

/** Whether a statement holds: shape and word. */
@Component({
  selector: 'pp-claim-status',
  template: `
    <span class="mark" [attr.data-status]="status()">
      <span aria-hidden="true">{{ shape() }}</span>
      {{ word() }}
    </span>
  `,
  styles: `
    .mark {
      display: inline-flex;
      gap: 6px;
      padding: 2px 8px;
      border: 1px solid currentColor;
      border-radius: var(--radius-s);
      font-size: var(--text-s);
      font-weight: 600;
      white-space: nowrap;
    }
    [data-status='SUPPORTED'] {
      color: var(--done-fg);
    }
    [data-status='CONTRADICTED'] {
      border-width: 2px;
      color: var(--danger);
    }
    [data-status='CANNOT_BE_CHECKED'] {
      border-style: dashed;
      color: var(--muted);
    }
  `,
})
export class ClaimStatusMark {
  readonly status = input.required<ClaimStatus>();
  private readonly voice = inject(Say);
  protected readonly shape = computed(() => SHAPES[this.status()]);
  protected readonly word = computed(() => this.voice.say(`figures.status${this.status()}`));
}
