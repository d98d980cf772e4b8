import { Component, InjectionToken, computed, inject, input } from '@angular/core';
import { EvidenceClient } from '@papan/board-platform';
import { Icon } from '@papan/board-ui';

/** Where a file is read; null: behind the common door of evidence. The prosecutor reads it out of his dossier. */
export const EVIDENCE_ADDRESS = new InjectionToken<(hash: string) => string | null>('address of evidence', {
  factory: () => () => null,
});

/** A file of evidence: opened by its word, told apart by the beginning of its fingerprint. */
@Component({
  selector: 'pp-evidence-link',
  imports: [Icon],
  template: `<a [href]="address()" target="_blank" rel="noopener" [attr.title]="hash()"
      ><pp-icon name="file" />{{ label() }}</a
    >
    <span class="muted hash">{{ short() }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: baseline;
      gap: 6px;
    }
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      vertical-align: bottom;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 4px;
    }
    .hash {
      font-size: var(--text-xs);
    }
  `,
})
export class EvidenceLink {
  readonly hash = input.required<string>();
  readonly label = input.required<string>();
  private readonly client = inject(EvidenceClient);

  private readonly elsewhere = inject(EVIDENCE_ADDRESS);

  protected readonly address = computed(() => this.elsewhere(this.hash()) ?? this.client.address(this.hash()));
  protected readonly short = computed(() => this.hash().slice(0, 8));
}
