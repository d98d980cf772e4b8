import { type Actor, may } from '../access/may';
import { type IsoDate, isIsoDate } from '../calendar/wib';
import { MAX_WORKING_DAYS } from '../calendar/working-days';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { ClockRule } from './case';
import { resting } from './checks';
import { STEPS } from './codes';
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

/** A rule as it holds on a day, and since when; null: as shipped. */
export interface RuleInForce {
  readonly rule: LadderSetting;
  readonly since: IsoDate | null;
}

export function inForceOn(settings: LadderSettings, step: LadderSetting['step'], day: IsoDate): RuleInForce {
  const since = rowOn(settings, step, day)?.from ?? null;
  const from = since ?? day;
  if (step !== 'HANDOVER') return { since, rule: { from, step, clock: settingOn(settings, step, day) } };
  const { appeals, inspections } = handoverPolicyOn(settings, day);
  return { since, rule: { from, step, clock: null, needs: { appeals, inspections } } };
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

/** What an office may say of a setting. */
export interface SettingChoices {
  /** Kinds of time it may have; none for what a hand-over needs. */
  readonly kinds: readonly ClockRule['kind'][];
  /** Whether it may have no time at all. */
  readonly mayBeNone: boolean;
  /** The longest time that the law allows, in days of its kind; null: no law says. */
  readonly limit: number | null;
}

/** Everything that can be set: the steps that have a time, deemed receipt, and what a hand-over needs. */
export const LADDER_SETTINGS: readonly LadderSetting['step'][] = [
  ...STEPS.filter((step) => LADDER[step].clock !== null),
  'DEEMED_RECEIPT',
  'HANDOVER',
];

export function choicesOf(setting: LadderSetting['step']): SettingChoices {
  if (setting === 'HANDOVER') return { kinds: [], mayBeNone: false, limit: null };
  const limit = LEGAL_LIMITS[setting];
  if (limit) return { kinds: [limit.kind], mayBeNone: false, limit: limit.days };
  const own = setting === 'DEEMED_RECEIPT' ? 'CALENDAR_DAYS' : LADDER[setting].clock?.kind;
  const kinds = INTERCHANGEABLE.find((group) => group.some((kind) => kind === own)) ?? [];
  return { kinds, mayBeNone: kinds.length > 0, limit: null };
}

function checkRule(knob: LadderKnob, clock: ClockRule | null): ClockRule | null | Refusal {
  const { kinds, mayBeNone, limit } = choicesOf(knob);
  const fits = clock === null ? mayBeNone : kinds.includes(clock.kind);
  if (!fits) return refuse('SETTING_NOT_FOR_STEP', { step: knob });
  if (clock === null || clock.kind === 'DATE_IN_DOCUMENT') return clock;
  const { days } = clock;
  if (limit !== null && days > limit) return refuse('SETTING_BEYOND_LAW', { step: knob, days, limit });
  const counts = Number.isInteger(days) && days >= 1 && days <= MAX_WORKING_DAYS;
  return counts ? clock : refuse('WORKING_DAYS_INVALID', { value: String(days) });
}

/** Kinds of rules that can take each other's place. */
const INTERCHANGEABLE: readonly (readonly ClockRule['kind'][])[] = [
  ['WORKING_DAYS', 'CALENDAR_DAYS'],
  ['CALENDAR_DAYS_AFTER_PREVIOUS'],
  ['DATE_IN_DOCUMENT'],
];
