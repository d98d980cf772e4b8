import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Say, Submission } from '@papan/board-platform';
import { SelectField, TextField } from '@papan/board-ui';
import type { SetLadder } from '@papan/contracts';
import { type ClockRule, type IsoDate, LADDER_SETTINGS, type LadderSetting, choicesOf } from '@papan/domain';
import { HandoversApi } from '../api/handovers-api';
import { CaseWords } from '../case/case-words';
import { CaseProblem } from '../forms/submission-problem';
import { RuleWords } from './rule-words';

type Kind = ClockRule['kind'] | 'NONE';

/** Sets one rule from a day on. What cannot be set of a step is not offered; the server refuses the rest in words. */
@Component({
  selector: 'pp-rule-form',
  imports: [CaseProblem, SelectField, TextField],
  template: `
    <section class="panel" aria-labelledby="rule-form-title">
      <div class="panel-head">
        <h2 id="rule-form-title">{{ voice.say('compliance.ruleSet') }}</h2>
      </div>
      <form class="panel-body stack" (submit)="send($event)">
        <p class="muted small">{{ voice.say('compliance.ruleSetLead') }}</p>
        <pp-select-field [label]="voice.say('compliance.ruleOf')" [choices]="settings" [(value)]="setting" />
        @if (isHandover()) {
          <div class="field-pair">
            <pp-text-field kind="number" [label]="voice.say('compliance.ruleAppeals')" [(value)]="appeals" />
            <pp-text-field kind="number" [label]="voice.say('compliance.ruleInspections')" [(value)]="inspections" />
          </div>
        } @else {
          <div class="field-pair">
            <pp-select-field [label]="voice.say('compliance.ruleKind')" [choices]="kinds()" [(value)]="kind" />
            @if (counts()) {
              <pp-text-field
                kind="number"
                [label]="voice.say('compliance.ruleDays')"
                [hint]="most()"
                [(value)]="days"
              />
            }
          </div>
        }
        <pp-text-field
          kind="date"
          [label]="voice.say('compliance.ruleFromDay')"
          [hint]="words.readBack(from())"
          [min]="today()"
          [(value)]="from"
        />
        <pp-case-problem [submission]="submission" />
        <div class="row">
          <button type="submit" class="button primary" [attr.aria-disabled]="submission.sending() || null">
            {{ submission.sending() ? voice.say('compliance.sending') : voice.say('compliance.ruleSend') }}
          </button>
        </div>
      </form>
    </section>
  `,
  styles: `
    form {
      max-inline-size: 560px;
    }
  `,
})
export class RuleForm {
  readonly today = input.required<IsoDate>();
  readonly saved = output();
  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  private readonly rules = inject(RuleWords);
  private readonly api = inject(HandoversApi);
  protected readonly submission = new Submission();

  protected readonly settings = LADDER_SETTINGS.map((one) => ({ value: one, text: this.rules.name(one) }));
  protected readonly setting = signal<string>('HIMBAUAN');
  private readonly chosen = computed(() => LADDER_SETTINGS.find((one) => one === this.setting()) ?? 'HIMBAUAN');
  private readonly choices = computed(() => choicesOf(this.chosen()));
  protected readonly isHandover = computed(() => this.chosen() === 'HANDOVER');
  protected readonly kinds = computed(() => {
    const { kinds, mayBeNone } = this.choices();
    const offered: readonly Kind[] = mayBeNone ? [...kinds, 'NONE'] : kinds;
    return offered.map((value) => ({ value, text: this.rules.kind(value) }));
  });
  /** Another setting has other kinds: the first of them is chosen anew. */
  protected readonly kind = linkedSignal(() => this.kinds()[0]?.value as string);
  protected readonly counts = computed(() => this.kind() !== 'NONE' && this.kind() !== 'DATE_IN_DOCUMENT');
  protected readonly most = computed(() => {
    const { limit } = this.choices();
    return limit === null ? '' : this.voice.say('compliance.ruleMost', { days: limit });
  });
  protected readonly days = signal('');
  protected readonly appeals = signal('1');
  protected readonly inspections = signal('1');
  protected readonly from = linkedSignal(() => this.today());

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const sent = await this.submission.send(this.body(), (same, command) => this.api.setLadder(same, command));
    if (sent) this.saved.emit();
  }

  private body(): SetLadder {
    const [from, step] = [this.from(), this.chosen()];
    if (step === 'HANDOVER') {
      const needs = { appeals: whole(this.appeals()), inspections: whole(this.inspections()) };
      return { from, step, clock: null, needs };
    }
    return { from, step, clock: this.clock() };
  }

  private clock(): Extract<LadderSetting, { clock: unknown }>['clock'] {
    const kind = this.kind() as Kind;
    if (kind === 'NONE') return null;
    return kind === 'DATE_IN_DOCUMENT' ? { kind } : { kind, days: whole(this.days()) };
  }
}

/** A whole number as it was typed; what is none becomes 0, which the server refuses by name. */
function whole(text: string): number {
  const trimmed = text.trim();
  return /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : 0;
}
