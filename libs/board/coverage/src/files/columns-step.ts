import { Component, computed, inject, input, output } from '@angular/core';
import { Drafts, Say, Submission } from '@papan/board-platform';
import type { Draft, MessageKey } from '@papan/board-platform';
import { FILE_STEPS_STYLES, SelectField, TextField } from '@papan/board-ui';
import type { FigureFileView, ImportColumn } from '@papan/contracts';
import { isRefusal } from '@papan/domain';
import type { FigureField, FigureKind } from '@papan/domain';
import { FigureProblem } from '../rooms/submission-problem';
import {
  chooseColumn,
  chooseProfile,
  chosenColumn,
  fieldsOfKind,
  mapFiguresOf,
  toldFieldsOf,
  toldOf,
} from './columns-draft';
import type { ToldField } from './columns-draft';
import { FigureFilesApi } from './figure-files-api';
import { FigureWords } from './figure-words';

const HINTS: Readonly<Record<FigureKind, Readonly<Partial<Record<ToldField, MessageKey & `figures.hint${string}`>>>>> =
  {
    MONTH: {
      asOf: 'figures.hintMONTHasOf',
      semester: 'figures.hintMONTHsemester',
      population: 'figures.hintMONTHpopulation',
      quota: 'figures.hintMONTHquota',
      source: 'figures.hintMONTHsource',
    },
    POPULATION: { semester: 'figures.hintPOPULATIONsemester', source: 'figures.hintPOPULATIONsource' },
    MOVEMENTS: { asOf: 'figures.hintMOVEMENTSasOf', source: 'figures.hintMOVEMENTSsource' },
  };

/** The second step: which column is what, and what the file is. Guesses and saved profiles are proposals. */
@Component({
  selector: 'pp-columns-step',
  imports: [FigureProblem, SelectField, TextField],
  templateUrl: './columns-step.html',
  styles: FILE_STEPS_STYLES,
  styleUrls: ['./files.css', './step.css'],
})
export class ColumnsStep {
  readonly view = input.required<FigureFileView>();
  readonly checked = output<FigureFileView>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(FigureWords);
  protected readonly submission = new Submission();
  private readonly api = inject(FigureFilesApi);
  private readonly drafts = inject(Drafts);

  protected readonly draft = computed<Draft>(() => this.drafts.of(`figures-${this.view().id}`));
  protected readonly groups = computed(() => {
    const { plain, wide } = fieldsOfKind(this.view().kind);
    const used = wide.some((field) => this.chosen(field) !== '');
    const [basic, bySegment] = [
      { wide: false, open: true, fields: plain },
      { wide: true, open: used, fields: wide },
    ];
    return wide.length === 0 ? [basic] : [basic, bySegment];
  });
  protected readonly told = computed(() => toldFieldsOf(this.view().kind).filter((field) => field !== 'example'));
  protected readonly columns = computed(() => [
    { value: '', text: this.voice.say('figures.noColumn') },
    ...this.view().columns.map((column) => ({ value: String(column.column), text: this.heading(column) })),
  ]);
  protected readonly profiles = computed(() => [
    { value: '', text: this.voice.say('figures.noProfile') },
    ...this.view().profiles.map(({ name, fits }) => ({ value: name, text: name, disabled: !fits })),
  ]);

  protected chosen = (field: FigureField): string => chosenColumn(this.draft(), this.view(), field);
  protected choose = (field: FigureField, column: string): void =>
    chooseColumn(this.draft(), this.view(), field, column);
  protected toldText = (field: ToldField): string => toldOf(this.draft(), this.view(), field);
  protected tell = (field: ToldField, text: string): void => this.draft().set(`told.${field}`, text);

  protected use(name: string): void {
    this.draft().set('used', name);
    const profile = this.view().profiles.find((one) => one.name === name);
    if (profile) chooseProfile(this.draft(), this.view(), profile.mapping);
  }

  protected samples(field: FigureField): string {
    const chosen = this.chosen(field);
    const column = this.view().columns.find((one) => String(one.column) === chosen);
    return column?.samples.slice(0, 3).join(' · ') ?? '';
  }

  protected kindOf(field: ToldField): 'text' | 'number' | 'date' {
    if (field === 'asOf') return 'date';
    return field === 'population' || field === 'quota' ? 'number' : 'text';
  }

  protected label = (field: ToldField): string => this.voice.say(`figures.told${field}`);

  protected hint(field: ToldField): string {
    const key = HINTS[this.view().kind][field];
    return key ? this.voice.say(key) : '';
  }

  protected error(field: FigureField | ToldField): string {
    const [at, no] = [this.submission.field(), this.submission.no()];
    return no !== null && at === field ? this.voice.refusal(no).title : '';
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const body = mapFiguresOf(this.draft(), this.view());
    if (isRefusal(body)) {
      this.submission.refuse(body);
      return;
    }
    const view = await this.submission.send(body, (sent) => this.api.map(this.view().id, sent));
    if (!view) return;
    this.draft().clear();
    this.checked.emit(view);
  }

  private heading = ({ column, heading }: ImportColumn): string =>
    heading || this.voice.say('figures.columnNumber', { column: column + 1 });
}
