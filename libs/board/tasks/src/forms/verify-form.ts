import { Component, computed, inject, signal } from '@angular/core';
import { SessionStore, wholeOf } from '@papan/board-platform';
import { TextField } from '@papan/board-ui';
import type { VerificationSource } from '@papan/domain';
import { gap, isRefusal, verifyProgress } from '@papan/domain';
import { verifiedEntries } from '../task/entries';
import { sha256Of } from './file-hash';
import { SubmissionProblem } from './submission-problem';
import { TaskForm } from './task-form';

/** Books verified people: registered and active apart, from BPJS's own data or from BPJS's file. */
@Component({
  selector: 'pp-verify-form',
  imports: [SubmissionProblem, TextField],
  template: `
    <form class="stack" (submit)="send($event)">
      <div class="field-pair">
        <pp-text-field
          kind="number"
          [label]="voice.say('tasks.registeredDelta')"
          [value]="get('registered', proposal())"
          [error]="error('registered')"
          (valueChange)="set('registered', $event)"
        />
        <pp-text-field
          kind="number"
          [label]="voice.say('tasks.activeDelta')"
          [value]="get('active', proposal())"
          [error]="error('active')"
          (valueChange)="set('active', $event)"
        />
      </div>
      <p class="muted small">{{ voice.say('tasks.verifyHint', { gap: words.integer(open()) }) }}</p>
      <pp-text-field
        kind="date"
        required
        [label]="voice.say('tasks.asOf')"
        [max]="live.today()"
        [value]="get('asOf', live.today())"
        [error]="error('asOf', 'on')"
        (valueChange)="set('asOf', $event)"
      />
      @if (fromFile()) {
        <fieldset class="stack file">
          <legend class="label">{{ voice.say('tasks.sourceFile') }}</legend>
          <label
            class="drop"
            [class.over]="over()"
            (dragover)="hover($event)"
            (dragleave)="over.set(false)"
            (drop)="drop($event)"
          >
            <input type="file" class="sr-only" (change)="pick($event)" />
            <span>{{ hashing() ? voice.say('tasks.hashing') : get('fileName') || voice.say('tasks.fileDrop') }}</span>
          </label>
          <pp-text-field
            [label]="voice.say('tasks.fileHash')"
            [value]="get('hash')"
            [error]="error('source.hash')"
            (valueChange)="set('hash', $event)"
          />
          <div class="field-pair">
            <pp-text-field
              required
              [label]="voice.say('tasks.fileNumber')"
              [value]="get('number')"
              [error]="error('source.number')"
              (valueChange)="set('number', $event)"
            />
            <pp-text-field
              kind="date"
              required
              [label]="voice.say('tasks.fileDate')"
              [value]="get('date')"
              [error]="error('source.date')"
              (valueChange)="set('date', $event)"
            />
          </div>
        </fieldset>
      } @else {
        <p class="small muted">{{ voice.say('tasks.sourceKind') }}: {{ voice.say('tasks.sourceBpjs') }}</p>
      }
      <pp-text-field
        kind="lines"
        [label]="voice.say('tasks.note')"
        [hint]="voice.say('tasks.noteHint')"
        [value]="get('note')"
        [error]="error('note')"
        (valueChange)="set('note', $event)"
      />
      <pp-submission-problem [submission]="submission" />
      <div class="row">
        <button type="submit" class="button primary" [attr.aria-disabled]="submission.sending() || null">
          {{ submission.sending() ? voice.say('tasks.sending') : voice.say('tasks.sendVerification') }}
        </button>
      </div>
    </form>
  `,
  styles: `
    .drop {
      display: grid;
      place-items: center;
      min-block-size: 64px;
      padding: 8px 12px;
      border: 2px dashed var(--line);
      border-radius: var(--radius);
      color: var(--muted);
      font-size: var(--text-s);
      text-align: center;
      cursor: pointer;
    }
    .drop.over,
    .drop:focus-within {
      border-color: var(--focus);
      color: var(--text);
    }
  `,
})
export class VerifyForm extends TaskForm {
  protected readonly form = 'verify';
  private readonly session = inject(SessionStore);
  protected readonly over = signal(false);
  protected readonly hashing = signal(false);

  /** BPJS speaks for itself; everybody else only from BPJS's file. */
  protected readonly fromFile = computed(() => this.session.membership()?.agencyKind !== 'PARTNER');
  protected readonly open = computed(() => Math.max(0, gap(this.task())));
  protected readonly proposal = computed(() => (this.open() > 0 ? this.words.integer(this.open()) : ''));

  protected hover(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    void this.take(event.dataTransfer?.files[0]);
  }

  protected pick(event: Event): void {
    void this.take((event.target as HTMLInputElement).files?.[0]);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const registered = wholeOf('registered', this.get('registered', this.proposal()), true);
    const active = wholeOf('active', this.get('active', this.proposal()), true);
    const verifier = this.directory.agency(this.session.membership()?.agency ?? null);
    if (this.stops(registered, active) || isRefusal(registered) || isRefusal(active) || !verifier) return;
    const entries = [
      { entry: this.entryId('entryRegistered'), measure: 'registered' as const, delta: registered, corrects: null },
      { entry: this.entryId('entryActive'), measure: 'active' as const, delta: active, corrects: null },
    ].filter((entry) => entry.delta !== 0);
    const asOf = this.get('asOf', this.live.today());
    const body = { asOf, source: this.source(), entries, note: this.get('note') };
    const standing = verifiedEntries(this.detail().history);
    if (this.stops(verifyProgress(this.task(), body, verifier, this.live.today(), standing))) return;
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.verify(this.task().id, sent, command),
    );
    if (accepted) this.finish();
  }

  private source(): VerificationSource {
    if (!this.fromFile()) return { kind: 'BPJS' };
    const hash = this.get('hash').trim().toLowerCase();
    return { kind: 'BPJS_FILE', number: this.get('number'), date: this.get('date'), hash };
  }

  private async take(file: File | undefined): Promise<void> {
    if (!file) return;
    this.hashing.set(true);
    this.set('hash', await sha256Of(file));
    const size = this.words.integer(Math.max(1, Math.round(file.size / 1024)));
    this.set('fileName', this.voice.say('tasks.filePicked', { name: file.name, size }));
    this.hashing.set(false);
  }
}
