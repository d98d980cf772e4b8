import { Component, booleanAttribute, computed, input, output } from '@angular/core';
import { EvidencePicker } from '@papan/board-platform';
import type { EvidenceStored } from '@papan/contracts';
import { storedIn } from './stored';

/** One file that proves something. The draft keeps what is known of it, so that it is still there after a reload. */
@Component({
  selector: 'pp-proof-field',
  imports: [EvidencePicker],
  template: `<pp-evidence-picker
    [label]="label()"
    [hint]="hint()"
    [error]="error()"
    [required]="required()"
    [picked]="picked()"
    (pickedChange)="take($event)"
  />`,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
  `,
})
export class ProofField {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input('');
  readonly required = input(false, { transform: booleanAttribute });
  /** As the draft keeps it. */
  readonly value = input('');
  readonly valueChange = output<string>();

  protected readonly picked = computed<readonly EvidenceStored[]>(() => {
    const stored = storedIn(this.value());
    return stored === null ? [] : [stored];
  });

  protected take(files: readonly EvidenceStored[]): void {
    const [file] = files;
    this.valueChange.emit(file === undefined ? '' : JSON.stringify(file));
  }
}
