import { type Actor, may } from '../access/may';
import { type IsoDate, isIsoDate } from '../calendar/wib';
import { MAX_WORKING_DAYS } from '../calendar/working-days';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { ClockRule } from './case';
import { resting } from './checks';
import type { ComplianceEventOf } from './events';
import { LADDER } from './ladder';
import type { HandoverNeeds } from './handover-needs';
import type { LadderKnob, LadderSetting, LadderSettings } from './ladder-setting';
import type { Basis } from './step-rule';

const CLOCKS: Basis = { kind: 'LOCAL_POLICY', text: 'docs/domain.md#clock' };

/** The rule on that day. Of two rows that begin on one day, the one recorded later holds. Deemed receipt is off by itself. */
export function settingOn(settings: LadderSettings, knob: LadderKnob, day: IsoDate): ClockRule | null {
  const found = rowOn(settings, knob, day);
  if (found) return found.clock;
  return knob === 'DEEMED_RECEIPT' ? null : LADDER[knob].clock;
}

/** What a dossier has to hold, and since when that is the rule; null: since ever, as shipped. */
export interface HandoverPolicy extends HandoverNeeds {
  readonly from: IsoDate | null;
  readonly basis: Basis;
}

/** The rule of the hand-over on that day. Source: docs/domain.md#handover. */
export function handoverPolicyOn(settings: LadderSettings, day: IsoDate): HandoverPolicy {
  const found = rowOn(settings, 'HANDOVER', day);
  if (found?.step !== 'HANDOVER') return SHIPPED_HANDOVER_POLICY;
  return { ...found.needs, from: found.from, basis: SHIPPED_HANDOVER_POLICY.basis };
}

function rowOn(settings: LadderSettings, step: LadderSetting['step'], day: IsoDate): LadderSetting | undefined {
  let found: LadderSetting | undefined;
  for (const row of settings) {
    if (row.step === step && row.from <= day && (found === undefined || row.from >= found.from)) found = row;
  }
  return found;
}

/** Practice, not law (docs/domain.md#handover): what holds where no office has set anything else. */
const SHIPPED_HANDOVER_POLICY: HandoverPolicy = {
  from: null,
  appeals: 1,
  inspections: 1,
  basis: { kind: 'LOCAL_POLICY', text: 'docs/domain.md#handover' },
};

/** The longest times that the law allows (PP 86/2013 art. 6 and 7): a setting may be shorter, never longer, never absent. */
const LEGAL_LIMITS: Readonly<Partial<Record<LadderKnob, ClockRule & { readonly days: number }>>> = {
  TEGURAN_I: { kind: 'WORKING_DAYS', days: 10 },
  TEGURAN_II: { kind: 'WORKING_DAYS', days: 10 },
  DENDA: { kind: 'CALENDAR_DAYS_AFTER_PREVIOUS', days: 30 },
};

/**
 * A new waiting time, or a new rule of the hand-over, from a day on. It holds for what starts on that day or later, so it
 * cannot begin in the past. Refuses what is above the law, what such a step cannot have, and days outside 1 to 366.
 */
export function changeSetting(
  setting: LadderSetting,
  actor: Actor,
  { today }: { readonly today: IsoDate },
): ComplianceEventOf<'LadderSettingChanged'> | Refusal {
  const allowed = may(actor, 'settings.manage', { region: actor.region });
  return allowed === true ? settingChange(setting, today) : allowed;
}

/** The same for the operator at the machine, who has no seat in the region. */
export function settingChange(
  setting: LadderSetting,
  today: IsoDate,
): ComplianceEventOf<'LadderSettingChanged'> | Refusal {
  const { from } = setting;
  if (!isIsoDate(from)) return refuse('DATE_INVALID', { field: 'from', value: from });
  if (from < today) return resting(refuse('RULE_FROM_PAST', { from, today }), CLOCKS);
  if (setting.step === 'HANDOVER') return changeHandover(from, setting.needs);
  const checked = checkRule(setting.step, setting.clock);
  return isRefusal(checked)
    ? checked
    : { type: 'LadderSettingChanged', data: { from, step: setting.step, clock: checked }, text: null };
}

const MOST_PROOFS = 9;

function changeHandover(
  from: IsoDate,
  { appeals, inspections }: HandoverNeeds,
): ComplianceEventOf<'LadderSettingChanged'> | Refusal {
  const fits = [appeals, inspections].every((one) => Number.isInteger(one) && one >= 0 && one <= MOST_PROOFS);
  if (!fits || appeals + inspections === 0) return refuse('SETTING_PROOFS_INVALID', { limit: MOST_PROOFS });
  const needs = { appeals, inspections };
  return { type: 'LadderSettingChanged', data: { from, step: 'HANDOVER', clock: null, needs }, text: null };
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
