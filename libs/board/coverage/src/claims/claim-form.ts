import { Component, computed, inject, output } from '@angular/core';
import { Drafts, Say, Submission } from '@papan/board-platform';
import { TextField } from '@papan/board-ui';
import { isRefusal } from '@papan/domain';
import { FigureProblem } from '../rooms/submission-problem';
import { CLAIM_FIELDS, claimOf } from './claim-draft';
import type { ClaimField } from './claim-draft';
import { ClaimsApi } from './claims-api';

const KINDS: Readonly<Partial<Record<ClaimField, 'lines' | 'date' | 'number'>>> = {
  note: 'lines',
  asOf: 'date',
  registered: 'number',
  active: 'number',
  population: 'number',
};

/** A statement that somebody found published, as its source gives it. */
@Component({
  selector: 'pp-claim-form',
  imports: [FigureProblem, TextField],
  template: `
    <form class="panel" (submit)="send($event)" [attr.aria-label]="voice.say('figures.recordClaim')">
      <div class="panel-head">
        <h2>{{ voice.say('figures.recordClaim') }}</h2>
        <span class="small muted">{{ voice.say('figures.recordLead') }}</span>
      </div>
      <div class="panel-body stack">
        <div class="fields">
          @for (field of fields; track field) {
            <pp-text-field
              [class.whole]="field === 'note' || field === 'source'"
              [label]="label(field)"
              [kind]="kind(field)"
              [required]="field === 'note' || field === 'source'"
              [error]="error(field)"
              [value]="draft().get(field)"
              (valueChange)="draft().set(field, $event)"
            />
          }
        </div>
        <label class="choice">
          <input
            #uhc
            type="checkbox"
            [checked]="draft().get('saysUhc') === 'yes'"
            (change)="draft().set('saysUhc', uhc.checked ? 'yes' : '')"
          />
          {{ voice.say('figures.claimsaysUhc') }}
        </label>
        <pp-figure-problem [submission]="submission" />
        <div class="row">
          <button type="submit" class="button primary" [attr.aria-disabled]="submission.sending() || null">
            {{ submission.sending() ? voice.say('figures.sending') : voice.say('figures.saveClaim') }}
          </button>
          <button type="button" class="button" (click)="cancelled.emit()">{{ voice.say('figures.cancel') }}</button>
          @if (draft().dirty()) {
            <span class="small muted">{{ voice.say('figures.draftKept') }}</span>
          }
        </div>
      </div>
    </form>
  `,
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
      align-items: start;
      gap: var(--s3);
      min-inline-size: 0;
      max-inline-size: 960px;
    }
    .whole {
      grid-column: 1 / -1;
    }
  `,
})
export class ClaimForm {
  readonly saved = output();
  readonly cancelled = output();

  protected readonly voice = inject(Say);
  protected readonly submission = new Submission();
  private readonly api = inject(ClaimsApi);
  private readonly drafts = inject(Drafts);
  protected readonly draft = computed(() => this.drafts.of('claim'));
  protected readonly fields = CLAIM_FIELDS;

  protected label = (field: ClaimField): string => this.voice.say(`figures.claim${field}`);
  protected kind = (field: ClaimField): 'text' | 'lines' | 'date' | 'number' => KINDS[field] ?? 'text';

  protected error(field: ClaimField): string {
    const [at, no] = [this.submission.field(), this.submission.no()];
    return no !== null && at === field ? this.voice.refusal(no).title : '';
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const claim = claimOf(this.draft());
    if (isRefusal(claim)) {
      this.submission.refuse(claim);
      return;
    }
    const accepted = await this.submission.send(claim, (body, command) => this.api.record(body, command));
    if (!accepted) return;
    this.draft().clear();
    this.saved.emit();
  }
}
