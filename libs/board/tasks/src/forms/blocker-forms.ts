import { Component, computed, inject, signal } from '@angular/core';
import { SessionStore, Submission } from '@papan/board-platform';
import { SelectField, TextField } from '@papan/board-ui';
import type { Choice } from '@papan/board-ui';
import type { AgencyView } from '@papan/contracts';
import type { Blocker } from '@papan/domain';
import { BLOCKER_CODES, isOpen, may, raiseBlocker } from '@papan/domain';
import { resourceOf } from '../board/decide-drop';
import { SubmissionProblem } from './submission-problem';
import { TaskForm } from './task-form';

/** The open blockers of a task with the button to lift them, and the form for a new one. */
@Component({
  selector: 'pp-blocker-forms',
  imports: [SelectField, SubmissionProblem, TextField],
  template: `
    @for (blocker of blockers(); track blocker.id) {
      <div class="blocker">
        <p class="label">{{ voice.word('blocker', blocker.code) }}</p>
        <p>{{ blocker.text }}</p>
        <p class="muted small">
          {{ voice.say('board.waitingFor', { agency: words.agencyName(blocker.lifter) }) }} ·
          {{ voice.say('tasks.since', { when: words.moment(blocker.since, live.now()) }) }}
          @if (blocker.wantedBy) {
            · {{ voice.say('tasks.blockerWanted', { date: words.shortDate(blocker.wantedBy) }) }}
          }
        </p>
        @if (canLift(blocker)) {
          <form class="stack" (submit)="lift($event, blocker)">
            <pp-text-field
              [label]="voice.say('tasks.liftNote')"
              [value]="get('lift-' + blocker.id)"
              (valueChange)="set('lift-' + blocker.id, $event)"
            />
            @if (lifting() === blocker.id) {
              <pp-submission-problem [submission]="liftSubmission" />
            }
            <div class="row">
              <button type="submit" class="button">{{ voice.say('tasks.lift') }}</button>
            </div>
          </form>
        }
      </div>
    } @empty {
      <p class="muted">{{ voice.say('tasks.noBlockers') }}</p>
    }
    @if (canRaise()) {
      <form class="stack raise" (submit)="raise($event)">
        <h4>{{ voice.say('tasks.raise') }}</h4>
        <pp-select-field
          required
          [label]="voice.say('tasks.blockerCode')"
          [choices]="codes()"
          [value]="get('code')"
          [error]="error('code')"
          (valueChange)="set('code', $event)"
        />
        <pp-select-field
          required
          [label]="voice.say('tasks.lifter')"
          [choices]="lifters()"
          [value]="get('lifter')"
          [error]="error('lifter', 'agency')"
          (valueChange)="set('lifter', $event)"
        />
        <pp-text-field
          kind="lines"
          required
          [label]="voice.say('tasks.blockerText')"
          [hint]="voice.say('tasks.noteHint')"
          [value]="get('text')"
          [error]="error('text')"
          (valueChange)="set('text', $event)"
        />
        <pp-text-field
          kind="date"
          [label]="voice.say('tasks.wantedBy')"
          [min]="live.today()"
          [hint]="get('wantedBy') ? words.readBack(get('wantedBy'), live.today()) : ''"
          [value]="get('wantedBy')"
          [error]="error('wantedBy')"
          (valueChange)="set('wantedBy', $event)"
        />
        <pp-submission-problem [submission]="submission" />
        <div class="row">
          <button type="submit" class="button primary" [attr.aria-disabled]="submission.sending() || null">
            {{ submission.sending() ? voice.say('tasks.sending') : voice.say('tasks.sendBlocker') }}
          </button>
        </div>
      </form>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    .blocker {
      display: grid;
      gap: 4px;
      padding: 10px 12px;
      border: 1px solid var(--hair);
      border-inline-start: 4px solid var(--blocked-fg);
      border-radius: var(--radius-s);
    }
    h4 {
      margin: 0;
      font-size: var(--text-s);
    }
  `,
})
export class BlockerForms extends TaskForm {
  protected readonly form = 'blocker';
  private readonly session = inject(SessionStore);
  protected readonly liftSubmission = new Submission();
  protected readonly lifting = signal<number | null>(null);

  protected readonly blockers = computed(() => this.live.blockersOf(this.task().id)());
  protected readonly canRaise = computed(() => {
    const [actor, task] = [this.session.actor(), this.task()];
    if (!actor || !isOpen(task.status) || task.status === 'DRAFT') return false;
    return may(actor, 'blocker.raise', resourceOf(actor.region, task)) === true;
  });
  protected readonly codes = computed<readonly Choice[]>(() => [
    { value: '', text: this.voice.say('tasks.choose') },
    ...BLOCKER_CODES.map((code) => ({ value: code, text: this.voice.word('blocker', code) })),
  ]);
  protected readonly lifters = computed<readonly Choice[]>(() => [
    { value: '', text: this.voice.say('tasks.chooseAgency') },
    ...this.directory
      .agencies()
      .filter((agency) => agency.id !== this.task().agency && this.mayKnow(agency))
      .map((agency) => ({ value: String(agency.id), text: agency.name })),
  ]);

  /** Of a restricted task nobody but the lead would learn. */
  private mayKnow({ kind }: AgencyView): boolean {
    return this.task().visibility === 'campaign' || kind === 'LEAD';
  }

  protected canLift({ waiting, lifter }: Blocker): boolean {
    const { agency, visibility } = this.task();
    return this.session.can('blocker.lift', { agency, visibility, sides: [waiting, lifter] });
  }

  protected async raise(event: Event): Promise<void> {
    event.preventDefault();
    if (this.stops(this.filled('code', 'lifter', 'text'))) return;
    const code = BLOCKER_CODES.find((one) => one === this.get('code'));
    const blocker = {
      code: code ?? ('' as (typeof BLOCKER_CODES)[number]),
      text: this.get('text'),
      lifter: Number(this.get('lifter')),
      wantedBy: this.get('wantedBy') || null,
    };
    if (this.stops(raiseBlocker(0, this.task(), blocker, this.agencies(), this.live.today()))) return;
    const accepted = await this.submission.send(blocker, (sent, command) =>
      this.api.raiseBlocker(this.task().id, sent, command),
    );
    if (accepted) this.finish();
  }

  protected async lift(event: Event, { id }: Blocker): Promise<void> {
    event.preventDefault();
    this.lifting.set(id);
    const body = { note: this.get(`lift-${id}`) };
    const accepted = await this.liftSubmission.send(body, (sent, command) => this.api.liftBlocker(id, sent, command));
    if (accepted) this.finish();
  }
}
