import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { BoardApi, Directory, Drafts, Say, Submission, wholeOf } from '@papan/board-platform';
import type { Draft } from '@papan/board-platform';
import { ConflictCompare, SelectField, TextField } from '@papan/board-ui';
import type { AreaView, EditEmployer, FieldConflictView, RecordEmployer } from '@papan/contracts';
import { EMPLOYER_FIELDS, SECTORS, isRefusal } from '@papan/domain';
import type { Employer, EmployerField, Sector } from '@papan/domain';
import { FormFoot } from '../forms/form-foot';
import { EmployerWords } from './employer-words';
import { EmployersApi } from './employers-api';

const TEXTS = ['name', 'nib', 'npwp', 'npp', 'address', 'contact'] as const;
const NUMBERS = ['estimated', 'registered'] as const;
const NULLABLE: readonly string[] = ['nib', 'npwp', 'npp', 'district', 'village', 'sector'];

/** Everything that is known of an employer, typed in or corrected; drafts are kept, conflicts shown side by side. */
@Component({
  selector: 'pp-employer-editor',
  imports: [ConflictCompare, FormFoot, SelectField, TextField],
  template: `
    <form class="stack" (submit)="send($event)">
      <div class="field-pair">
        @for (field of texts; track field) {
          <pp-text-field
            [label]="words.field(field)"
            [required]="field === 'name'"
            [hint]="hint(field)"
            [value]="get(field)"
            [error]="error(field)"
            (valueChange)="set(field, $event)"
          />
        }
        <pp-select-field
          [label]="words.field('district')"
          [choices]="districts()"
          [value]="get('district')"
          [error]="error('district')"
          (valueChange)="setDistrict($event)"
        />
        <pp-select-field
          [label]="words.field('village')"
          [choices]="villages()"
          [value]="get('village')"
          [error]="error('village')"
          (valueChange)="set('village', $event)"
        />
        <pp-select-field
          [label]="words.field('sector')"
          [choices]="sectors()"
          [value]="get('sector')"
          [error]="error('sector')"
          (valueChange)="set('sector', $event)"
        />
        @for (field of numbers; track field) {
          <pp-text-field
            kind="number"
            [label]="words.field(field)"
            [value]="get(field)"
            [error]="error(field)"
            (valueChange)="set(field, $event)"
          />
        }
      </div>
      @for (conflict of conflicts(); track conflict.field) {
        <pp-conflict-compare
          [title]="voice.say('employers.conflict', { field: words.field(fieldOf(conflict)) })"
          [theirsLabel]="voice.say('employers.theirs', { who: words.person(conflict.by) })"
          [mineLabel]="voice.say('employers.mine')"
          [theirs]="words.value(fieldOf(conflict), conflict.theirs) || '–'"
          [mine]="words.value(fieldOf(conflict), conflict.yours) || '–'"
          [theirsAction]="voice.say('employers.takeTheirs')"
          [mineAction]="voice.say('employers.takeMine')"
          (takeTheirs)="settle(conflict, false)"
          (takeMine)="settle(conflict, true)"
        />
      }
      <pp-form-foot
        [submission]="submission"
        [label]="employer() ? voice.say('compliance.saveCorrection') : voice.say('employers.saveNew')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
  styles: `
    .field-pair {
      grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
    }
  `,
})
export class EmployerEditor {
  /** Null: a new one. */
  readonly employer = input<Employer | null>(null);
  /** The number of the employer that was saved. */
  readonly saved = output<number>();
  readonly cancelled = output();

  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);
  protected readonly submission = new Submission();
  private readonly api = inject(EmployersApi);
  private readonly board = inject(BoardApi);
  private readonly directory = inject(Directory);
  private readonly drafts = inject(Drafts);

  protected readonly texts = TEXTS;
  protected readonly numbers = NUMBERS;
  protected readonly draft = computed<Draft>(() => this.drafts.of(`employer-${this.employer()?.id ?? 'new'}`));
  private readonly villagesHere = signal<readonly AreaView[]>([]);
  private readonly settled = signal<ReadonlySet<string>>(new Set());

  protected readonly districts = computed(() => this.choices(this.directory.areas()));
  protected readonly villages = computed(() => this.choices(this.villagesHere()));
  protected readonly sectors = computed(() => [
    { value: '', text: this.voice.say('compliance.unknown') },
    ...SECTORS.map((value) => ({ value, text: this.words.sector(value) })),
  ]);
  protected readonly conflicts = computed<readonly FieldConflictView[]>(() => {
    const no = this.submission.no();
    const all = no && 'conflicts' in no ? (no.conflicts ?? []) : [];
    return all.filter(({ field }) => !this.settled().has(field));
  });

  constructor() {
    let asked = 0;
    effect(() => {
      const district = this.get('district');
      untracked(() => {
        const turn = ++asked;
        this.villagesHere.set([]);
        if (district === '') return;
        void this.board.areas(district).then((result) => {
          if (result.ok && turn === asked) this.villagesHere.set(result.value);
        });
      });
    });
  }

  protected get = (field: EmployerField): string => this.draft().get(field, this.standing(field));

  protected set(field: EmployerField, value: string): void {
    if (this.draft().get('seen') === '') this.draft().set('seen', String(this.employer()?.version ?? 0));
    this.draft().set(field, value);
  }

  /** A village belongs to its district. */
  protected setDistrict(code: string): void {
    this.set('district', code);
    this.set('village', '');
  }

  protected hint(field: EmployerField): string {
    return field === 'nib' || field === 'npwp' || field === 'npp' ? this.voice.say(`employers.hint${field}`) : '';
  }

  protected error(field: EmployerField): string {
    const [at, no] = [this.submission.field(), this.submission.no()];
    const named = no === null ? null : (FIELD_OF[no.code] ?? at);
    if (no === null || named !== field) return '';
    const { title, mend } = this.voice.refusal(no);
    return `${title}. ${mend}`;
  }

  protected fieldOf = ({ field }: FieldConflictView): EmployerField => field as EmployerField;

  /** What was chosen of the two values; afterwards it is saved upon the version that stands now. */
  protected settle(conflict: FieldConflictView, mine: boolean): void {
    const no = this.submission.no();
    if (!mine) this.draft().set(conflict.field, conflict.theirs === null ? '' : String(conflict.theirs));
    this.settled.update((now) => new Set([...now, conflict.field]));
    if (this.conflicts().length > 0) return;
    if (no && 'version' in no && no.version !== undefined) this.draft().set('seen', String(no.version));
    this.submission.reset();
    this.settled.set(new Set());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const typed = this.read();
    if (typed === null) return;
    const employer = this.employer();
    if (employer === null) {
      const accepted = await this.submission.send(typed, (body, command) => this.api.record(body, command));
      if (accepted?.employer !== undefined) this.finish(accepted.employer);
      return;
    }
    const edits = changesOf(typed, employer);
    if (Object.keys(edits).length === 0) {
      this.give();
      return;
    }
    const seen = Number(this.draft().get('seen', String(employer.version)));
    const accepted = await this.submission.send({ edits, seen }, (sent, command) =>
      this.api.edit(employer.id, sent.seen, sent.edits, command),
    );
    if (accepted) this.finish(employer.id);
  }

  protected give(): void {
    this.draft().clear();
    this.submission.reset();
    this.cancelled.emit();
  }

  private finish(employer: number): void {
    this.draft().clear();
    this.submission.reset();
    this.saved.emit(employer);
  }

  /** What stands in the form; null where a number cannot be read. */
  private read(): RecordEmployer | null {
    const [estimated, registered] = NUMBERS.map((field) => wholeOf(field, this.get(field)));
    for (const number of [estimated, registered]) {
      if (!isRefusal(number)) continue;
      this.submission.refuse(number);
      return null;
    }
    const text = (field: EmployerField): string => this.get(field).trim();
    const orNull = (field: EmployerField): string | null => text(field) || null;
    return {
      name: text('name'),
      nib: orNull('nib'),
      npwp: orNull('npwp'),
      npp: orNull('npp'),
      address: text('address'),
      contact: text('contact'),
      district: orNull('district'),
      village: orNull('village'),
      sector: orNull('sector') as Sector | null,
      estimated: estimated as number,
      registered: registered as number,
      source: 'MANUAL',
    };
  }

  private standing(field: EmployerField): string {
    const value = this.employer()?.[field] ?? '';
    return typeof value === 'number' ? this.words.integer(value) : value;
  }

  private choices(areas: readonly AreaView[]) {
    return [
      { value: '', text: this.voice.say('compliance.unknown') },
      ...areas.map(({ code, name }) => ({ value: code, text: name })),
    ];
  }
}

/** Fields that a code speaks about where it does not name one itself. */
const FIELD_OF: Readonly<Record<string, EmployerField>> = {
  NIB_INVALID: 'nib',
  NPWP_INVALID: 'npwp',
  NPP_INVALID: 'npp',
  VILLAGE_OUTSIDE_DISTRICT: 'village',
  AREA_UNKNOWN: 'district',
};

/** Only what differs from what stands. */
function changesOf(typed: RecordEmployer, standing: Employer): EditEmployer {
  const fields = EMPLOYER_FIELDS.filter((field) => {
    const stands = standing[field];
    return typed[field] !== (NULLABLE.includes(field) ? stands : (stands ?? ''));
  });
  return Object.fromEntries(fields.map((field) => [field, typed[field]]));
}
