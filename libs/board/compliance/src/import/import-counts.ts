import { Component, computed, inject, input } from '@angular/core';
import { Say } from '@papan/board-platform';
import type { ImportPreview } from '@papan/contracts';
import { EmployerWords } from '../employers/employer-words';

const SHOWN = ['created', 'changed', 'unchanged', 'invalid', 'cases'] as const;

/** How many lines become what. */
@Component({
  selector: 'pp-import-counts',
  template: `
    <dl class="counts">
      @for (count of shown(); track count.label) {
        <div>
          <dt class="small muted">{{ count.label }}</dt>
          <dd>{{ count.value }}</dd>
        </div>
      }
    </dl>
  `,
  styleUrl: './import.css',
})
export class ImportCounts {
  readonly counts = input.required<ImportPreview['counts']>();
  private readonly voice = inject(Say);
  private readonly words = inject(EmployerWords);

  protected readonly shown = computed(() =>
    SHOWN.map((name) => ({
      label: this.voice.say(`employers.count${name}`),
      value: this.words.integer(this.counts()[name]),
    })),
  );
}
