import { Component, afterNextRender, computed, inject, output, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { BoardApi, Directory, Drafts, LiveStore, Say, Submission, missingField, wholeOf } from '@papan/board-platform';
import type { CreateTask } from '@papan/contracts';
import { SelectField, TextField } from '@papan/board-ui';
import type { Choice } from '@papan/board-ui';
import type { Segment, Unit, Visibility } from '@papan/domain';
import { SEGMENTS, UNITS, VISIBILITIES, canBeInstructed, isRefusal, planTask } from '@papan/domain';
import { SubmissionProblem } from '../forms/submission-problem';
import { TaskWords } from '../task/task-words';

/** The lead gives a task to an agency: read back in words before it is sent, checked by the rules of the server. */
@Component({
  selector: 'pp-new-task-form',
  imports: [SelectField, SubmissionProblem, TextField],
  template: `
    <dialog #dialog [attr.aria-label]="voice.say('tasks.newTitle')" (close)="finished.emit(made)">
      <form (submit)="send($event, false)">
        <div class="dialog-head">
          <h2>{{ voice.say('tasks.newTitle') }}</h2>
        </div>
        <div class="dialog-body">
          <p class="muted small">{{ voice.say('tasks.newLead') }}</p>
          <pp-select-field
            required
            [label]="voice.say('tasks.agency')"
            [choices]="agencies()"
            [value]="get('agency')"
            [error]="error('agency')"
            (valueChange)="set('agency', $event)"
          />
          <pp-text-field
            required
            [label]="voice.say('tasks.title')"
            [value]="get('title')"
            [error]="error('title')"
            (valueChange)="set('title', $event)"
          />
          <div class="field-pair">
            <pp-text-field
              kind="number"
              required
              [label]="voice.say('tasks.target')"
              [value]="get('target')"
              [error]="error('target')"
              (valueChange)="set('target', $event)"
            />
            <pp-select-field
              [label]="voice.say('tasks.unit')"
              [choices]="units()"
              [value]="get('unit', 'people')"
              [error]="error('unit')"
              (valueChange)="set('unit', $event)"
            />
          </div>
          <div class="field-pair">
            <pp-text-field
              kind="date"
              required
              [label]="voice.say('tasks.due')"
              [hint]="get('due') ? words.readBack(get('due'), live.today()) : ''"
              [min]="live.today()"
              [value]="get('due')"
              [error]="error('due')"
              (valueChange)="set('due', $event)"
            />
            <pp-text-field
              kind="date"
              [label]="voice.say('tasks.start')"
              [hint]="voice.say('tasks.optional')"
              [value]="get('start')"
              [error]="error('start')"
              (valueChange)="set('start', $event)"
            />
          </div>
          <div class="field-pair">
            <pp-select-field
              [label]="voice.say('tasks.segment')"
              [choices]="segments()"
              [value]="get('segment')"
              [error]="error('segment')"
              (valueChange)="set('segment', $event)"
            />
            <pp-select-field
              [label]="voice.say('tasks.area')"
              [choices]="areas()"
              [value]="get('area')"
              [error]="error('area')"
              (valueChange)="set('area', $event)"
            />
          </div>
          <pp-text-field
            kind="lines"
            [label]="voice.say('tasks.description')"
            [hint]="voice.say('tasks.optional')"
            [value]="get('description')"
            [error]="error('description')"
            (valueChange)="set('description', $event)"
          />
          <pp-text-field
            kind="lines"
            [rows]="2"
            [label]="voice.say('tasks.evidence')"
            [hint]="voice.say('tasks.optional')"
            [value]="get('evidence')"
            [error]="error('evidence')"
            (valueChange)="set('evidence', $event)"
          />
          <pp-select-field
            [label]="voice.say('tasks.visibility')"
            [choices]="visibilities()"
            [value]="get('visibility', 'campaign')"
            [error]="error('visibility')"
            (valueChange)="set('visibility', $event)"
          />
          <pp-submission-problem [submission]="submission" />
        </div>
        <div class="dialog-foot">
          <button type="button" class="button" (click)="close()">{{ voice.say('tasks.cancel') }}</button>
          <button
            type="button"
            class="button"
            [attr.aria-disabled]="submission.sending() || null"
            (click)="send($event, true)"
          >
            {{ voice.say('tasks.createDraft') }}
          </button>
          <button type="submit" class="button primary" [attr.aria-disabled]="submission.sending() || null">
            {{ submission.sending() ? voice.say('tasks.sending') : voice.say('tasks.create') }}
          </button>
        </div>
      </form>
    </dialog>
  `,
})
export class NewTaskForm {
  /** The number of the new task, or null where none was made. */
  readonly finished = output<number | null>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(TaskWords);
  protected readonly live = inject(LiveStore);
  protected readonly submission = new Submission();
  protected made: number | null = null;
  private readonly api = inject(BoardApi);
  private readonly directory = inject(Directory);
  private readonly draft = inject(Drafts).of('new');
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly agencies = computed<readonly Choice[]>(() => [
    { value: '', text: this.voice.say('tasks.chooseAgency') },
    ...this.directory.agencies().map((agency) => ({
      value: String(agency.id),
      text: canBeInstructed(agency.kind) ? agency.name : this.voice.say('tasks.whoCannot', { agency: agency.name }),
      disabled: !canBeInstructed(agency.kind),
    })),
  ]);
  protected readonly units = computed<readonly Choice[]>(() =>
    UNITS.map((unit) => ({ value: unit, text: this.voice.word('unit', unit) })),
  );
  protected readonly segments = computed<readonly Choice[]>(() => [
    { value: '', text: this.voice.say('tasks.noSegment') },
    ...SEGMENTS.map((segment) => ({ value: segment, text: this.voice.word('segment', segment) })),
  ]);
  protected readonly areas = computed<readonly Choice[]>(() => [
    { value: '', text: this.voice.say('tasks.wholeRegion') },
    ...this.directory.areas().map((area) => ({ value: area.code, text: area.name })),
  ]);
  protected readonly visibilities = computed<readonly Choice[]>(() =>
    VISIBILITIES.map((one) => ({ value: one, text: this.voice.word('visibility', one) })),
  );

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  protected get = (field: string, proposal = ''): string => this.draft.get(field, proposal);
  protected set = (field: string, value: string): void => this.draft.set(field, value);

  protected error(field: string): string {
    const no = this.submission.no();
    if (no === null || this.submission.field() !== field) return '';
    const { title, mend } = this.voice.refusal(no);
    return `${title}. ${mend}`;
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected async send(event: Event, draft: boolean): Promise<void> {
    event.preventDefault();
    const missing = missingField(this.draft, ['agency', 'title', 'target', 'due']);
    if (isRefusal(missing)) {
      this.submission.refuse(missing);
      return;
    }
    const target = wholeOf('target', this.get('target'));
    if (isRefusal(target)) {
      this.submission.refuse(target);
      return;
    }
    const body: CreateTask = {
      campaign: this.directory.campaign()?.id ?? 0,
      agency: Number(this.get('agency')),
      title: this.get('title'),
      description: this.get('description'),
      evidence: this.get('evidence'),
      unit: this.get('unit', 'people') as Unit,
      segment: (this.get('segment') || null) as Segment | null,
      area: this.get('area') || null,
      target,
      start: this.get('start') || null,
      due: this.get('due'),
      visibility: this.get('visibility', 'campaign') as Visibility,
      draft,
    };
    const refused = planTask(0, body, this.region());
    if (isRefusal(refused)) {
      this.submission.refuse(refused);
      return;
    }
    const accepted = await this.submission.send(body, (sent, command) => this.api.createTask(sent, command));
    if (!accepted) return;
    this.draft.clear();
    this.made = accepted.newTask ?? accepted.task ?? null;
    this.close();
  }

  private region() {
    return {
      agencies: new Map(this.directory.agencies().map((agency) => [agency.id, agency])),
      campaigns: new Map(this.directory.campaigns().map((campaign) => [campaign.id, campaign])),
      hasArea: (code: string) => this.directory.area(code) !== undefined,
    };
  }
}
