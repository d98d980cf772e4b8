import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Say, SessionStore, problemOf } from '@papan/board-platform';
import { ErrorState, Skeleton } from '@papan/board-ui';
import type { LadderView, Problem } from '@papan/contracts';
import { LADDER, LADDER_SETTINGS, type LadderSetting, choicesOf, inForceOn } from '@papan/domain';
import { HandoversApi } from '../api/handovers-api';
import { CaseWords } from '../case/case-words';
import { RuleForm } from './rule-form';
import { RuleWords } from './rule-words';

/** The dated rules of the ladder: what holds today, since when, on what it rests, and what begins on a later day. */
@Component({
  selector: 'pp-rules-page',
  imports: [ErrorState, RouterLink, RuleForm, Skeleton],
  templateUrl: './rules-page.html',
  styles: `
    .back {
      justify-self: start;
      text-decoration: none;
    }
  `,
})
export class RulesPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  private readonly rules = inject(RuleWords);
  private readonly api = inject(HandoversApi);
  private readonly session = inject(SessionStore);

  protected readonly view = signal<LadderView | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly notice = signal('');
  protected readonly maySet = computed(() => this.session.can('settings.manage'));

  protected readonly rows = computed(() => {
    const view = this.view();
    if (!view) return [];
    const { today } = view;
    // As the rules read them: oldest first, so that of two rows of one day the later one holds.
    const settings = [...view.settings].reverse();
    return LADDER_SETTINGS.map((setting) => {
      const { rule, since } = inForceOn(settings, setting, today);
      return {
        setting,
        name: this.rules.name(setting),
        holds: this.rules.rule(rule),
        since:
          since === null
            ? this.voice.say('compliance.ruleShipped')
            : this.voice.say('compliance.ruleSince', { date: this.words.shortDate(since) }),
        basis: this.basisOf(setting),
        later: settings.filter((one) => one.step === setting && one.from > today).map((one) => this.dated(one)),
      };
    });
  });
  protected readonly history = computed(() => (this.view()?.settings ?? []).map((one) => this.toldOf(one)));

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    const result = await this.api.ladder();
    if (result.ok) {
      this.problem.set(null);
      this.view.set(result.value);
    } else this.problem.set(problemOf(result) ?? 'UNREACHABLE');
  }

  protected async saved(): Promise<void> {
    await this.load();
    this.notice.set(this.voice.say('compliance.ruleSaved'));
  }

  private dated(one: LadderSetting): string {
    return this.voice.say('compliance.ruleFrom', { date: this.words.shortDate(one.from), rule: this.rules.rule(one) });
  }

  private toldOf(one: LadderView['settings'][number]): string {
    const who = one.by === null ? this.voice.say('compliance.system') : this.words.person(one.by);
    return `${this.rules.name(one.step)}: ${this.dated(one)} · ${who}`;
  }

  /** The law with its longest time, or that it is local practice. */
  private basisOf(setting: LadderSetting['step']): string {
    if (setting === 'HANDOVER' || setting === 'DEEMED_RECEIPT') return this.voice.say('compliance.localPolicy');
    const basis = this.words.basis(LADDER[setting].basis);
    const { limit } = choicesOf(setting);
    return limit === null ? basis : this.voice.say('compliance.ruleLimit', { basis, days: limit });
  }
}
