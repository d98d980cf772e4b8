import { Component, booleanAttribute, computed, input, model } from '@angular/core';
import { nextFieldId } from './text-field';

/** One choice; a choice that cannot be taken stays visible with its reason in the text. */
export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean;
}

/** A labelled native list: the wheel on a phone, type-ahead on a keyboard. */
@Component({
  selector: 'pp-select-field',
  template: `
    <div class="field">
      <label [attr.for]="id" [class.sr-only]="labelHidden()">{{ label() }}</label>
      <select
        class="input"
        [id]="id"
        [attr.aria-describedby]="described()"
        [attr.aria-invalid]="error() ? true : null"
        [attr.aria-required]="required() || null"
        (change)="take($event)"
      >
        @for (choice of choices(); track choice.value) {
          <option [value]="choice.value" [selected]="choice.value === value()" [disabled]="choice.disabled">
            {{ choice.text }}
          </option>
        }
      </select>
      @if (hint()) {
        <p class="hint" [id]="id + '-hint'">{{ hint() }}</p>
      }
      @if (error()) {
        <p class="error" [id]="id + '-error'">{{ error() }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
  `,
})
export class SelectField {
  readonly label = input.required<string>();
  readonly labelHidden = input(false, { transform: booleanAttribute });
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model('');
  readonly hint = input('');
  readonly error = input('');
  readonly required = input(false, { transform: booleanAttribute });

  protected readonly id = nextFieldId();
  protected readonly described = computed(
    () =>
      [this.hint() ? `${this.id}-hint` : '', this.error() ? `${this.id}-error` : ''].filter(Boolean).join(' ') || null,
  );

  protected take(event: Event): void {
    this.value.set((event.target as HTMLSelectElement).value);
  }
}
