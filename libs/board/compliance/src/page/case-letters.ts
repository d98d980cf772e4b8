import { Component, computed, inject, input } from '@angular/core';
import { Say } from '@papan/board-platform';
import type { CaseDetail } from '@papan/contracts';
import { CasesApi, LETTER_KINDS } from '../api/cases-api';

/** Letters of our own as drafts, number and date blank. What BPJS or the prosecutor writes is recorded, not written here. */
@Component({
  selector: 'pp-case-letters',
  template: `
    <section class="panel" [attr.aria-label]="voice.say('compliance.letters')">
      <div class="panel-head">
        <h2>{{ voice.say('compliance.letters') }}</h2>
      </div>
      <div class="panel-body">
        <p class="small muted">{{ voice.say('compliance.lettersLead') }}</p>
        <ul>
          @for (letter of letters(); track letter.kind) {
            <li>
              <span>{{ letter.name }}</span>
              <a [href]="letter.docx" download>{{ voice.say('compliance.asWord') }}</a>
              <a [href]="letter.pdf" download>PDF</a>
            </li>
          }
        </ul>
      </div>
    </section>
  `,
  styles: `
    ul {
      display: grid;
      margin-block-start: var(--s2);
      font-size: var(--text-s);
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      gap: var(--s4);
      align-items: center;
      min-block-size: var(--target);
    }
  `,
})
export class CaseLetters {
  readonly detail = input.required<CaseDetail>();
  protected readonly voice = inject(Say);
  private readonly api = inject(CasesApi);

  protected readonly letters = computed(() => {
    const cases = [this.detail().case.id];
    return LETTER_KINDS.map((kind) => ({
      kind,
      name: this.voice.say(`compliance.letter${kind}`),
      docx: this.api.letterAddress(kind, cases, 'docx'),
      pdf: this.api.letterAddress(kind, cases, 'pdf'),
    }));
  });
}
