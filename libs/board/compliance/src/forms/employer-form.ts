import { Component, computed } from '@angular/core';
import { problemOf, wholeOf } from '@papan/board-platform';
import type { EditEmployer } from '@papan/contracts';
import { SelectField, TextField } from '@papan/board-ui';
import { SECTORS, isRefusal } from '@papan/domain';
import type { Employer } from '@papan/domain';
import { CaseForm } from './case-form';
import { FormFoot } from './form-foot';

const TEXTS = ['name', 'nib', 'npwp', 'npp', 'address', 'contact'] as const;
const NUMBERS = ['estimated', 'registered'] as const;

/** The record may be wrong: name, numbers, address and workers of the employer, corrected where they are read. */
@Component({
  selector: 'pp-employer-form',
  imports: [FormFoot, SelectField, TextField],
  template: `
    <form class="stack" (submit)="send($event)">
      <p class="small note">{{ voice.say('compliance.correctLead') }}</p>
      <div class="field-pair">
        @for (field of texts; track field) {
          <pp-text-field
            [label]="words.field(field)"
            [required]="field === 'name'"
            [value]="get(field, plain(field))"
            [error]="error(field)"
            (valueChange)="set(field, $event)"
          />
        }
        <pp-select-field
          [label]="voice.say('compliance.columnDistrict')"
          [choices]="districts()"
          [value]="get('district', employer().district ?? '')"
          [error]="error('district')"
          (valueChange)="set('district', $event)"
        />
        <pp-select-field
          [label]="voice.say('compliance.sector')"
          [choices]="sectors()"
          [value]="get('sector', employer().sector ?? '')"
          [error]="error('sector')"
          (valueChange)="set('sector', $event)"
        />
        @for (field of numbers; track field) {
          <pp-text-field
            kind="number"
            [label]="words.field(field)"
            [value]="get(field, words.integer(employer()[field]))"
            [error]="error(field)"
            (valueChange)="set(field, $event)"
          />
        }
      </div>
      <pp-form-foot
        [submission]="submission"
        [label]="voice.say('compliance.saveCorrection')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
  styleUrl: './forms.css',
})
export class EmployerForm extends CaseForm {
  protected readonly form = (): string => 'employer';
  protected readonly texts = TEXTS;
  protected readonly numbers = NUMBERS;
  protected readonly employer = computed<Employer>(() => this.detail().employer);
  protected readonly districts = computed(() => [
    { value: '', text: this.voice.say('compliance.unknown') },
    ...this.directory.areas().map(({ code, name }) => ({ value: code, text: name })),
  ]);
  protected readonly sectors = computed(() => [
    { value: '', text: this.voice.say('compliance.unknown') },
    ...SECTORS.map((value) => ({ value, text: this.voice.say(`compliance.sector${value}`) })),
  ]);

  protected plain = (field: (typeof TEXTS)[number]): string => this.employer()[field] ?? '';

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const edits = this.read();
    if (edits === null) return;
    if (Object.keys(edits).length === 0) {
      this.give();
      return;
    }
    // The version that stood when the first letter was typed: somebody else's change since then is a conflict.
    const version = Number(this.get('seen', String(this.employer().version)));
    const accepted = await this.submission.send({ edits, version }, async (sent, command) => {
      const result = await this.api.editEmployer(this.employer().id, sent.version, sent.edits, command);
      return problemOf(result)?.code === 'NOTHING_TO_CHANGE' ? { ok: true as const, value: { seq: 0 } } : result;
    });
    if (accepted) this.finish();
  }

  protected override set = (field: string, value: string): void => {
    if (this.get('seen') === '') this.draft().set('seen', String(this.employer().version));
    this.draft().set(field, value);
  };

  /** Only what differs from what stands; null where something cannot be read. */
  private read(): EditEmployer | null {
    const standing = this.employer();
    const edits: Record<string, string | number | null> = {};
    for (const field of TEXTS) {
      const typed = this.get(field, this.plain(field)).trim();
      const empty = field === 'nib' || field === 'npwp' || field === 'npp' ? null : '';
      if (typed !== this.plain(field)) edits[field] = typed === '' ? empty : typed;
    }
    for (const field of ['district', 'sector'] as const) {
      const chosen = this.get(field, standing[field] ?? '') || null;
      if (chosen !== standing[field]) edits[field] = chosen;
    }
    for (const field of NUMBERS) {
      const typed = wholeOf(field, this.get(field, this.words.integer(standing[field])));
      if (this.stops(typed)) return null;
      if (!isRefusal(typed) && typed !== standing[field]) edits[field] = typed;
    }
    return edits;
  }
}
