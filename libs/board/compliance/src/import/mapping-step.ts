import { Component, computed, inject, input, output } from '@angular/core';
import { Drafts, Say, Submission } from '@papan/board-platform';
import type { Draft } from '@papan/board-platform';
import { FILE_STEPS_STYLES, SelectField, TextField } from '@papan/board-ui';
import type { ImportColumn, ImportView } from '@papan/contracts';
import { VIOLATIONS, fieldsOf, refuse } from '@papan/domain';
import type { ImportField, Violation } from '@papan/domain';
import { EmployerWords } from '../employers/employer-words';
import { EmployersApi } from '../employers/employers-api';
import { CaseProblem } from '../forms/submission-problem';
import { chooseColumn, chooseProfile, chosenColumn, mappingOf } from './mapping-draft';

/** The second step: which column is what. Guesses and saved profiles are proposals; the sample shows what is meant. */
@Component({
  selector: 'pp-mapping-step',
  imports: [CaseProblem, SelectField, TextField],
  template: `
    <form class="stack" (submit)="send($event)">
      <p class="small">
        {{ voice.say('employers.mapLead', { line: view().headingLine }) }}
        @if (view().sheet; as sheet) {
          {{ voice.say('employers.sheet', { sheet }) }}
        }
      </p>
      @if (view().profiles.length > 0) {
        <pp-select-field
          [label]="voice.say('employers.useProfile')"
          [choices]="profiles()"
          [value]="draft().get('used', view().profile ?? '')"
          (valueChange)="use($event)"
        />
      }
      <div class="wide" role="region" tabindex="0" [attr.aria-label]="voice.say('employers.columns')">
        <table class="table mapping">
          <thead>
            <tr>
              <th scope="col">{{ voice.say('employers.column') }}</th>
              <th scope="col">{{ voice.say('employers.columnOfFile') }}</th>
              <th scope="col">{{ voice.say('employers.samples') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (field of fields(); track field) {
              <tr>
                <th scope="row">
                  {{ words.field(field) }}
                  @if (field === 'name') {
                    <span class="small muted">{{ voice.say('employers.required') }}</span>
                  }
                </th>
                <td>
                  <pp-select-field
                    labelHidden
                    [label]="words.field(field)"
                    [choices]="columns()"
                    [value]="chosen(field)"
                    [error]="error(field)"
                    (valueChange)="choose(field, $event)"
                  />
                </td>
                <td class="small">{{ samples(field) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (view().source === 'BPJS' && chosen('violation') === '') {
        <pp-select-field
          [label]="voice.say('employers.always')"
          [hint]="voice.say('employers.alwaysHint')"
          [choices]="violations()"
          [value]="draft().get('always', view().violation ?? '')"
          (valueChange)="draft().set('always', $event)"
        />
      }
      <pp-text-field
        [label]="voice.say('employers.saveProfile')"
        [hint]="voice.say('employers.saveProfileHint')"
        [value]="draft().get('profile')"
        (valueChange)="draft().set('profile', $event)"
      />
      <pp-case-problem [submission]="submission" />
      <div class="row foot">
        <button type="submit" class="button primary" [attr.aria-disabled]="submission.sending() || null">
          {{ submission.sending() ? voice.say('employers.checking') : voice.say('employers.check') }}
        </button>
        <span class="small muted" role="status">
          {{ submission.sending() ? voice.say('employers.checkingText') : '' }}
        </span>
      </div>
    </form>
  `,
  styles: FILE_STEPS_STYLES,
  styleUrls: ['./import.css', './step.css'],
})
export class MappingStep {
  readonly view = input.required<ImportView>();
  readonly checked = output<ImportView>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);
  protected readonly submission = new Submission();
  private readonly api = inject(EmployersApi);
  private readonly drafts = inject(Drafts);

  protected readonly draft = computed<Draft>(() => this.drafts.of(`import-${this.view().id}`));
  protected readonly fields = computed(() => fieldsOf(this.view().source));
  protected readonly columns = computed(() => [
    { value: '', text: this.voice.say('employers.noColumn') },
    ...this.view().columns.map((column) => ({ value: String(column.column), text: this.heading(column) })),
  ]);
  protected readonly profiles = computed(() => [
    { value: '', text: this.voice.say('employers.noProfile') },
    ...this.view().profiles.map(({ name }) => ({ value: name, text: name })),
  ]);
  protected readonly violations = computed(() => [
    { value: '', text: this.voice.say('employers.noCases') },
    ...VIOLATIONS.map((value: Violation) => ({ value, text: this.voice.word('violation', value) })),
  ]);

  protected chosen = (field: ImportField): string => chosenColumn(this.draft(), this.view(), field);
  protected choose = (field: ImportField, column: string): void =>
    chooseColumn(this.draft(), this.view(), field, column);

  protected use(name: string): void {
    this.draft().set('used', name);
    const profile = this.view().profiles.find((one) => one.name === name);
    if (profile) chooseProfile(this.draft(), this.view(), profile);
  }

  protected samples(field: ImportField): string {
    const column = this.view().columns[Number(this.chosen(field) || '-1')];
    return column?.samples.slice(0, 3).join(' · ') ?? '';
  }

  protected error(field: ImportField): string {
    const [at, no] = [this.submission.field(), this.submission.no()];
    return no !== null && at === field ? this.voice.refusal(no).title : '';
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const body = mappingOf(this.draft(), this.view());
    if (body.mapping.name === undefined) {
      this.submission.refuse(refuse('IMPORT_COLUMN_MISSING', { field: 'name' }));
      return;
    }
    const view = await this.submission.send(body, (sent) => this.api.map(this.view().id, sent));
    if (!view) return;
    this.draft().clear();
    this.checked.emit(view);
  }

  private heading = ({ column, heading }: ImportColumn): string =>
    heading || this.voice.say('employers.columnNumber', { column: column + 1 });
}
