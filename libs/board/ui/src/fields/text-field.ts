import { Component, booleanAttribute, computed, input, model, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';

let made = 0;

/** An id for a control and its label, unique on the page. */
export function nextFieldId(): string {
  made += 1;
  return `f${made}`;
}

/**
 * A labelled field of text, number, date or lines. The value stays text: what it means is for the owner to read, so that
 * nothing typed is lost on the way. Hint and error are tied to the control for those who hear the page.
 */
@Component({
  selector: 'pp-text-field',
  template: `
    <div class="field">
      <label [attr.for]="id">{{ label() }}</label>
      @if (kind() === 'lines') {
        <textarea
          #control
          class="input"
          [id]="id"
          [value]="value()"
          [attr.aria-describedby]="described()"
          [attr.aria-invalid]="error() ? true : null"
          [attr.aria-required]="required() || null"
          [rows]="rows()"
          (input)="take($event)"
        ></textarea>
      } @else {
        <input
          #control
          class="input"
          [id]="id"
          [type]="kind() === 'date' ? 'date' : 'text'"
          [attr.inputmode]="kind() === 'number' ? 'numeric' : null"
          [attr.autocomplete]="'off'"
          [value]="value()"
          [attr.min]="min() || null"
          [attr.max]="max() || null"
          [attr.aria-describedby]="described()"
          [attr.aria-invalid]="error() ? true : null"
          [attr.aria-required]="required() || null"
          (input)="take($event)"
        />
      }
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
export class TextField {
  readonly label = input.required<string>();
  readonly kind = input<'text' | 'number' | 'date' | 'lines'>('text');
  readonly value = model('');
  readonly hint = input('');
  readonly error = input('');
  readonly required = input(false, { transform: booleanAttribute });
  readonly rows = input(3);
  readonly min = input('');
  readonly max = input('');

  protected readonly id = nextFieldId();
  protected readonly described = computed(
    () =>
      [this.hint() ? `${this.id}-hint` : '', this.error() ? `${this.id}-error` : ''].filter(Boolean).join(' ') || null,
  );
  private readonly control = viewChild.required<ElementRef<HTMLInputElement | HTMLTextAreaElement>>('control');

  focus(): void {
    this.control().nativeElement.focus();
  }

  protected take(event: Event): void {
    this.value.set((event.target as HTMLInputElement).value);
  }
}
