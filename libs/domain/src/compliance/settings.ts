import { type Actor, may } from '../access/may';
import { type IsoDate, isIsoDate } from '../calendar/wib';
import { MAX_WORKING_DAYS } from '../calendar/working-days';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { ClockRule } from './case';
import { resting } from './checks';
import type { Step } from './codes';
import type { ComplianceEventOf } from './events';
import { LADDER } from './ladder';
import type { Basis } from './step-rule';

const CLOCKS: Basis = { kind: 'LOCAL_POLICY', text: 'docs/domain.md#clock' };

/** What can be set: the waiting time of a step, or after how long a letter that was sent counts as received. */
export type LadderKnob = Step | 'DEEMED_RECEIPT';

/** From a day on, a waiting time holds; null: none. A row never touches a clock that has started before. */
export interface LadderSetting {
  readonly from: IsoDate;
  readonly step: LadderKnob;
  readonly clock: ClockRule | null;
}

/** As they were recorded, oldest first; without any, the ladder's own times hold. */
export type LadderSettings = readonly LadderSetting[];

/** The rule on that day. Of two rows that begin on one day, the one recorded later holds. Deemed receipt is off by itself. */
export function settingOn(settings: LadderSettings, knob: LadderKnob, day: IsoDate): ClockRule | null {
  let found: LadderSetting | undefined;
  for (const row of settings) {
    if (row.step === knob && row.from <= day && (found === undefined || row.from >= found.from)) found = row;
  }
  if (found) return found.clock;
  return knob === 'DEEMED_RECEIPT' ? null : LADDER[knob].clock;
}

/** The longest times that the law allows (PP 86/2013 art. 6 and 7): a setting may be shorter, never longer, never absent. */
const LEGAL_LIMITS: Readonly<Partial<Record<LadderKnob, ClockRule & { readonly days: number }>>> = {
  TEGURAN_I: { kind: 'WORKING_DAYS', days: 10 },
  TEGURAN_II: { kind: 'WORKING_DAYS', days: 10 },
  DENDA: { kind: 'CALENDAR_DAYS_AFTER_PREVIOUS', days: 30 },
};

/**
 * A new waiting time from a day on. It holds for clocks that start on that day or later, so it cannot begin in the past.
 * Refuses what is above the law, what such a step cannot have, and days outside 1 to 366.
 */
export function changeSetting(
  setting: LadderSetting,
  actor: Actor,
  { today }: { readonly today: IsoDate },
): ComplianceEventOf<'LadderSettingChanged'> | Refusal {
  const allowed = may(actor, 'settings.manage', { region: actor.region });
  if (allowed !== true) return allowed;
  const { from, step, clock } = setting;
  if (!isIsoDate(from)) return refuse('DATE_INVALID', { field: 'from', value: from });
  if (from < today) return resting(refuse('RULE_FROM_PAST', { from, today }), CLOCKS);
  const checked = checkRule(step, clock);
  return isRefusal(checked)
    ? checked
    : { type: 'LadderSettingChanged', data: { from, step, clock: checked }, text: null };
}

function checkRule(knob: LadderKnob, clock: ClockRule | null): ClockRule | null | Refusal {
  const limit = LEGAL_LIMITS[knob];
  if (limit) {
    if (clock?.kind !== limit.kind || !('days' in clock)) return refuse('SETTING_NOT_FOR_STEP', { step: knob });
    if (clock.days > limit.days)
      return refuse('SETTING_BEYOND_LAW', { step: knob, days: clock.days, limit: limit.days });
  }
  if (knob !== 'DEEMED_RECEIPT' && LADDER[knob].clock === null) return refuse('SETTING_NOT_FOR_STEP', { step: knob });
  if (clock === null) return null;
  const own = knob === 'DEEMED_RECEIPT' ? 'CALENDAR_DAYS' : LADDER[knob].clock?.kind;
  if (!INTERCHANGEABLE.some((kinds) => kinds.includes(clock.kind) && kinds.some((kind) => kind === own))) {
    return refuse('SETTING_NOT_FOR_STEP', { step: knob });
  }
  if (clock.kind === 'DATE_IN_DOCUMENT') return clock;
  const fits = Number.isInteger(clock.days) && clock.days >= 1 && clock.days <= MAX_WORKING_DAYS;
  return fits ? clock : refuse('WORKING_DAYS_INVALID', { value: String(clock.days) });
}

/** Kinds of rules that can take each other's place. */
const INTERCHANGEABLE: readonly (readonly ClockRule['kind'][])[] = [
  ['WORKING_DAYS', 'CALENDAR_DAYS'],
  ['CALENDAR_DAYS_AFTER_PREVIOUS'],
  ['DATE_IN_DOCUMENT'],
];
