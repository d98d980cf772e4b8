import { Component, computed, inject, input } from '@angular/core';
import { Say } from '@papan/board-platform';
import { HandoversApi } from '../api/handovers-api';

/** Which key sealed the dossiers, how to compare it, and where its public half is. */
@Component({
  selector: 'pp-key-note',
  template: `
    <p class="small">
      <strong>{{ voice.say('compliance.keyFingerprint') }}</strong>
      <code>{{ groups() }}</code>
    </p>
    <p class="small muted">
      {{ voice.say('compliance.keyHint') }}
      <a [href]="api.publicKey" download>{{ voice.say('compliance.keyDownload') }}</a>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
    }
    code {
      display: block;
      font-size: var(--text-xs);
      overflow-wrap: anywhere;
    }
  `,
})
export class KeyNote {
  /** SHA-256 in hex. */
  readonly fingerprint = input.required<string>();
  protected readonly voice = inject(Say);
  protected readonly api = inject(HandoversApi);
  /** As the verifier shows it and as people compare it: four by four. */
  protected readonly groups = computed(() => this.fingerprint().replaceAll(/.{4}(?=.)/g, '$& '));
}
