import { Injectable, inject } from '@angular/core';
import { Say } from '@papan/board-platform';
import type { ClockRule, LadderSetting } from '@papan/domain';
import { CaseWords } from '../case/case-words';

/** Rules of the ladder in words. */
@Injectable({ providedIn: 'root' })
export class RuleWords {
  private readonly voice = inject(Say);
  private readonly words = inject(CaseWords);

  name = (setting: LadderSetting['step']): string => this.voice.word('step', setting);

  /** "14 hari kalender sejak diterima"; what is counted from the sending says so. */
  rule(setting: LadderSetting): string {
    if (setting.step === 'HANDOVER') return this.voice.say('compliance.ruleNeeds', { ...setting.needs });
    const { clock, step } = setting;
    if (clock === null)
      return this.voice.say(step === 'DEEMED_RECEIPT' ? 'compliance.ruleNotDeemed' : 'compliance.ruleNone');
    if (step === 'DEEMED_RECEIPT' && 'days' in clock) {
      return this.voice.say('compliance.ruleDeemed', { count: this.count(clock) });
    }
    return this.words.clockRule(clock);
  }

  kind = (kind: ClockRule['kind'] | 'NONE'): string => this.voice.say(`compliance.kind${kind}`);

  private count({ kind, days }: ClockRule & { readonly days: number }): string {
    return `${this.words.integer(days)} ${this.kind(kind).toLowerCase()}`;
  }
}
