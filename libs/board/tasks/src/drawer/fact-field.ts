import { Component, computed, input, signal } from '@angular/core';
import { problemOf, wholeOf } from '@papan/board-platform';
import type { EditTask, FieldConflictView } from '@papan/contracts';
import { ConflictCompare, Icon, SelectField, TextField } from '@papan/board-ui';
import type { Choice } from '@papan/board-ui';
import type { EditableField, TaskPlan } from '@papan/domain';
import { SEGMENTS, UNITS, editTask, formatTime, isEditConflict, isRefusal } from '@papan/domain';
import { TaskForm } from '../forms/task-form';
import { SubmissionProblem } from '../forms/submission-problem';

/** How a field is edited. */
const KINDS: Readonly<Record<EditableField, 'text' | 'lines' | 'number' | 'date' | 'choice'>> = {
  title: 'lines',
  description: 'lines',
  evidence: 'lines',
  unit: 'choice',
  segment: 'choice',
  area: 'choice',
  target: 'number',
  start: 'date',
  due: 'date',
};

/** Under this name the draft keeps the version that the editor had before him. */
const SEEN = 'seen';

/**
 * One fact of a task, edited in its place. Where somebody else changed the same field meanwhile, both values stand side
 * by side, none is chosen for the reader, and what was typed stays until it is saved or thrown away.
 */
@Component({
  selector: 'pp-fact-field',
  imports: [ConflictCompare, Icon, SelectField, SubmissionProblem, TextField],
  template: `
    @if (editing()) {
      <form class="stack" (submit)="save($event)">
        @if (kind() === 'choice') {
          <pp-select-field
            [label]="label()"
            [choices]="choices()"
            [value]="typed()"
            [error]="error(field())"
            (valueChange)="type($event)"
          />
        } @else {
          <pp-text-field
            [kind]="inputKind()"
            [label]="label()"
            [hint]="hint()"
            [value]="typed()"
            [error]="error(field())"
            (valueChange)="type($event)"
          />
        }
        @if (conflict(); as both) {
          <pp-conflict-compare
            [title]="conflictTitle(both)"
            [theirsLabel]="voice.say('tasks.theirs')"
            [mineLabel]="voice.say('tasks.mine')"
            [theirs]="shown(both.theirs)"
            [mine]="shown(both.yours)"
            [theirsAction]="voice.say('tasks.takeTheirs')"
            [mineAction]="voice.say('tasks.takeMine')"
            (takeTheirs)="cancel()"
            (takeMine)="insist()"
          />
        } @else {
          <pp-submission-problem [submission]="submission" />
        }
        <div class="row">
          <button type="submit" class="button primary" [attr.aria-disabled]="submission.sending() || null">
            {{ submission.sending() ? voice.say('tasks.saving') : voice.say('tasks.save') }}
          </button>
          <button type="button" class="button" (click)="cancel()">{{ voice.say('tasks.cancel') }}</button>
          @if (draft().dirty()) {
            <span class="muted small">{{ voice.say('tasks.unsaved') }}</span>
          }
        </div>
      </form>
    } @else {
      <div class="fact">
        <span class="term">{{ label() }}</span>
        <span class="value" [class.muted]="!shownNow()">{{ shownNow() || voice.say('tasks.none') }}</span>
        @if (editable()) {
          <button
            type="button"
            class="button quiet icon-only"
            [attr.aria-label]="voice.say('tasks.editField', { field: label() })"
            (click)="begin()"
          >
            <pp-icon name="edit" />
          </button>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .fact {
      display: grid;
      grid-template-columns: 112px 1fr auto;
      align-items: start;
      gap: 8px;
      min-block-size: 32px;
      padding-block: 4px;
      border-block-end: 1px solid var(--hair);
      font-size: var(--text-s);
    }
    .term {
      color: var(--muted);
    }
    .value {
      white-space: pre-wrap;
    }
    .icon-only {
      --target: 28px;
    }
    form {
      padding: 8px 0 12px;
    }
    @media (pointer: coarse) {
      .icon-only {
        --target: 48px;
      }
    }
  `,
})
export class FactField extends TaskForm {
  readonly field = input.required<EditableField>();
  readonly editable = input(false);

  protected get form(): string {
    return `edit-${this.field()}`;
  }

  private readonly opened = signal(false);
  private readonly standing = signal<number | null>(null);
  /** A draft that was left behind opens its field again. */
  protected readonly editing = computed(() => this.editable() && (this.opened() || this.draft().dirty()));
  protected readonly kind = computed(() => KINDS[this.field()]);
  protected readonly inputKind = computed(() => {
    const kind = this.kind();
    return kind === 'choice' ? ('text' as const) : kind;
  });
  protected readonly label = computed(() => {
    const word = this.voice.word('field', this.field());
    return word.charAt(0).toLocaleUpperCase() + word.slice(1);
  });
  /** The value that stands: the long texts from the detail, the rest as live as the card. */
  private readonly value = computed<TaskPlan[EditableField]>(() => {
    const field = this.field();
    const live = field === 'description' || field === 'evidence' ? this.detail().task : this.task();
    return live[field];
  });
  protected readonly typed = computed(() => this.draft().get('value', this.plain(this.value())));
  protected readonly shownNow = computed(() => this.shown(this.value()));
  protected readonly hint = computed(() => {
    if (this.field() !== 'due' && this.field() !== 'start') return '';
    return this.typed() === '' ? '' : this.words.readBack(this.typed(), this.live.today());
  });
  protected readonly conflict = computed(() => {
    const no = this.submission.no();
    if (no?.code !== 'TASK_FIELD_CONFLICT' || !('conflicts' in no)) return null;
    return no.conflicts?.find((one) => one.field === this.field()) ?? null;
  });
  protected readonly choices = computed<readonly Choice[]>(() => {
    switch (this.field()) {
      case 'unit':
        return UNITS.map((unit) => ({ value: unit, text: this.voice.word('unit', unit) }));
      case 'segment':
        return [
          { value: '', text: this.voice.say('tasks.noSegment') },
          ...SEGMENTS.map((segment) => ({ value: segment, text: this.voice.word('segment', segment) })),
        ];
      default:
        return [
          { value: '', text: this.voice.say('tasks.wholeRegion') },
          ...this.directory.areas().map((area) => ({ value: area.code, text: area.name })),
        ];
    }
  });

  protected begin(): void {
    this.standing.set(null);
    this.opened.set(true);
  }

  protected type(value: string): void {
    if (this.draft().get(SEEN) === '') this.draft().set(SEEN, String(this.task().version));
    this.draft().set('value', value);
  }

  protected cancel(): void {
    this.draft().clear();
    this.submission.reset();
    this.opened.set(false);
  }

  /** Mine shall stand: said against the version that stands now. */
  protected insist(): void {
    const no = this.submission.no();
    const version = no && 'version' in no ? no.version : undefined;
    this.draft().set(SEEN, String(version ?? this.task().version));
    void this.save();
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const value = this.read();
    if (this.stops(value)) return;
    const edits: EditTask = { [this.field()]: value };
    const seen = Number(this.draft().get(SEEN, String(this.task().version)));
    const checked = this.checkHere(edits);
    if (checked !== undefined && this.stops(checked)) return;
    const accepted = await this.submission.send({ edits, seen }, async (sent, command) => {
      const result = await this.api.editTask(this.task().id, sent.seen, sent.edits, command);
      return problemOf(result)?.code === 'NOTHING_TO_CHANGE' ? { ok: true as const, value: { seq: 0 } } : result;
    });
    if (!accepted) return;
    this.cancel();
    this.done.emit();
  }

  protected shown(value: string | number | null): string {
    if (value === null || value === '') return this.emptyWord();
    switch (this.field()) {
      case 'target':
        return this.words.amount(Number(value), this.task().unit);
      case 'start':
      case 'due':
        return this.words.readBack(String(value), this.live.today());
      case 'area':
        return this.words.areaName(String(value));
      case 'segment':
        return this.choices().find((choice) => choice.value === value)?.text ?? String(value);
      case 'unit':
        return this.choices().find((choice) => choice.value === value)?.text ?? String(value);
      default:
        return String(value);
    }
  }

  protected conflictTitle({ by, at }: FieldConflictView): string {
    const field = this.voice.word('field', this.field());
    if (by === null || at === null) return this.voice.say('tasks.conflictSomeone', { field });
    const time = formatTime(at, this.voice.locale());
    return this.voice.say('tasks.conflictTitle', { who: this.words.personName(by), field, time });
  }

  private emptyWord(): string {
    if (this.field() === 'area') return this.voice.say('tasks.wholeRegion');
    return this.field() === 'segment' ? this.voice.say('tasks.noSegment') : '';
  }

  private plain(value: string | number | null): string {
    return typeof value === 'number' ? this.words.integer(value) : (value ?? '');
  }

  private read(): string | number | null | ReturnType<typeof wholeOf> {
    const typed = this.typed();
    if (this.field() === 'target') return wholeOf('target', typed);
    const emptyIsNull = this.field() === 'segment' || this.field() === 'area' || this.field() === 'start';
    return emptyIsNull && typed === '' ? null : typed;
  }

  /** The rules of the server, asked here first; a conflict is the server's to find, it knows the newest version. */
  private checkHere(edits: EditTask): unknown {
    const campaign = this.directory.campaignOf(this.task().campaign);
    if (!campaign) return undefined;
    const { description, evidence } = this.detail().task;
    const task = { ...this.task(), description, evidence };
    const region = {
      agencies: this.agencies(),
      campaigns: new Map([[campaign.id, campaign]]),
      hasArea: (code: string) => code === task.area || this.directory.area(code) !== undefined,
    };
    const answer = editTask(task, task.version, edits, region);
    if (isEditConflict(answer)) return undefined;
    return isRefusal(answer) && answer.code !== 'NOTHING_TO_CHANGE' ? answer : undefined;
  }
}
