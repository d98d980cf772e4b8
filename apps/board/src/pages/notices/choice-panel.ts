import { Component, computed, inject, signal } from '@angular/core';
import { Say, SayPipe, Submission } from '@papan/board-platform';
import { ProblemBox, SelectField, TextField } from '@papan/board-ui';
import type { NoticeChoiceView } from '@papan/contracts';
import { LOCALES, MAIL_MODES } from '@papan/domain';
import { NoticesApi } from '../../notices/notices-api';

/** How the reader is told: mail or not, in which language, and when not. */
@Component({
  selector: 'pp-choice-panel',
  imports: [ProblemBox, SayPipe, SelectField, TextField],
  template: `
    <section class="panel" aria-labelledby="choice-title">
      <h2 class="panel-head" id="choice-title">{{ 'notices.choiceTitle' | say }}</h2>
      @if (known(); as choice) {
        <form class="panel-body stack" (submit)="save($event)">
          @if (!choice.mailIsOn) {
            <p class="muted">{{ 'notices.mailIsOff' | say }}</p>
          } @else if (choice.address === null) {
            <p class="muted">{{ 'notices.noAddress' | say }}</p>
          } @else {
            <p class="muted">{{ 'notices.toAddress' | say: { address: choice.address } }}</p>
          }
          @if (problem(); as spoken) {
            <pp-problem-box [problem]="spoken" />
          }
          <pp-select-field [label]="'notices.mail' | say" [choices]="modes()" [(value)]="mail" />
          <pp-select-field [label]="'notices.language' | say" [choices]="languages" [(value)]="language" />
          <div class="field-pair">
            <pp-text-field [label]="'notices.quietFrom' | say" [(value)]="quietFrom" [error]="errorAt('quietFrom')" />
            <pp-text-field
              [label]="'notices.quietUntil' | say"
              [(value)]="quietUntil"
              [error]="errorAt('quietUntil')"
            />
          </div>
          <p class="muted small">{{ 'notices.quietHint' | say }}</p>
          <div class="row">
            <button type="submit" class="button primary" [disabled]="submission.sending()">
              {{ (submission.sending() ? 'shell.saving' : 'shell.save') | say }}
            </button>
            <span role="status">{{ isSaved() ? ('notices.saved' | say) : '' }}</span>
          </div>
        </form>
      }
    </section>
  `,
})
export class ChoicePanel {
  private readonly api = inject(NoticesApi);
  private readonly voice = inject(Say);
  protected readonly submission = new Submission();

  protected readonly known = signal<NoticeChoiceView | null>(null);
  protected readonly mail = signal('');
  protected readonly language = signal('');
  protected readonly quietFrom = signal('');
  protected readonly quietUntil = signal('');
  protected readonly isSaved = signal(false);
  protected readonly languages = [
    { value: 'id', text: 'Indonesia' },
    { value: 'en', text: 'English' },
  ];
  protected readonly modes = computed(() =>
    MAIL_MODES.map((mode) => ({ value: mode, text: this.voice.say(`notices.mail${mode}`) })),
  );
  protected readonly problem = computed(() => {
    if (this.submission.unreachable()) return this.voice.unreachable();
    const no = this.submission.no();
    return no === null || this.submission.field() !== null ? null : this.voice.refusal(no);
  });

  constructor() {
    void this.load();
  }

  protected errorAt(field: string): string {
    const no = this.submission.no();
    return no !== null && this.submission.field() === field ? this.voice.refusal(no).detail : '';
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaved.set(false);
    const body = {
      mail: MAIL_MODES.find((mode) => mode === this.mail()) ?? 'OFF',
      language: LOCALES.find((one) => one === this.language()) ?? 'id',
      quietFrom: this.quietFrom().trim().replace('.', ':'),
      quietUntil: this.quietUntil().trim().replace('.', ':'),
    } as const;
    const saved = await this.submission.send(body, this.api.choose);
    if (saved) this.isSaved.set(true);
  }

  private async load(): Promise<void> {
    const result = await this.api.choice();
    if (!result.ok) return;
    const { mail, language, quietFrom, quietUntil } = result.value;
    this.mail.set(mail);
    this.language.set(language);
    this.quietFrom.set(quietFrom);
    this.quietUntil.set(quietUntil);
    this.known.set(result.value);
  }
}
