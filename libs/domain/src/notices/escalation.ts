import type { Role } from '../access/may';
import { type IsoDate, isIsoDate } from '../calendar/wib';
import { type HolidayDecree, workingDaysBetween } from '../calendar/working-days';
import { shown } from '../formats/shown';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { NoticeEventOf } from './events';
import { type Circle, HEADS, WORKERS } from './notice';
import { type OfficeHours, isWallTime } from './office-hours';

/** Who is told of what is late, one after the other: those who do it, who answers for them, who leads, who watches. */
export const ESCALATION_RUNGS = ['OPERATOR', 'HEAD', 'LEAD', 'ASSISTANT'] as const;
export type Rung = (typeof ESCALATION_RUNGS)[number];

/** The dated setting: after how many working days late each rung is told, and in which hours. */
export interface EscalationRule extends OfficeHours {
  /** Holds from this day on, until a later rule does. */
  readonly from: IsoDate;
  /** One number for each rung, in their order; none smaller than the one before it. */
  readonly delays: readonly number[];
}

/** What holds until a region has said something else (ours). Source: docs/domain.md#notices. */
export const DEFAULT_ESCALATION: EscalationRule = {
  from: '0001-01-01',
  delays: [1, 3, 5, 10],
  opens: '07:30',
  closes: '16:00',
};

/** Longest wait for a rung, in working days: a quarter of a year. */
export const LONGEST_DELAY = 60;

/** The rule of a day: the one that began last; of two that began on one day, the later in the list. */
export function escalationOn(rules: readonly EscalationRule[], day: IsoDate): EscalationRule {
  return rules
    .filter(({ from }) => from <= day)
    .reduce((found, rule) => (rule.from >= found.from ? rule : found), DEFAULT_ESCALATION);
}

/** A new rule from a day on, or why not. What was told under the old rule stays told. */
export function setEscalation(rule: EscalationRule, today: IsoDate): NoticeEventOf<'EscalationSet'> | Refusal {
  const { from, delays, opens, closes } = rule;
  if (!isIsoDate(from)) return refuse('DATE_INVALID', { field: 'from', value: shown(from) });
  if (from < today) return refuse('RULE_FROM_PAST', { from, today });
  const wrong = delays.find(
    (days, at) => !Number.isInteger(days) || days < (delays[at - 1] ?? 0) || days > LONGEST_DELAY,
  );
  if (delays.length !== ESCALATION_RUNGS.length || wrong !== undefined)
    return refuse('ESCALATION_DELAYS_INVALID', { limit: LONGEST_DELAY });
  if (!isWallTime(opens) || !isWallTime(closes) || opens >= closes)
    return refuse('OFFICE_HOURS_INVALID', { opens: shown(opens), closes: shown(closes) });
  return { type: 'EscalationSet', data: { from, delays, opens, closes }, text: null };
}

/**
 * The rungs that have been reached: late since the end of `since`, by working days of the decrees. None where a year of
 * the span has no decree: a delay that cannot be counted does not run out.
 */
export function rungsReached(
  rule: EscalationRule,
  decrees: readonly HolidayDecree[],
  since: IsoDate,
  today: IsoDate,
): readonly Rung[] {
  const late = today <= since ? 0 : workingDaysBetween(decrees, since, today);
  if (isRefusal(late) || late === 0) return [];
  return ESCALATION_RUNGS.filter((_, at) => late >= (rule.delays[at] ?? Infinity));
}

/** Whom a rung is about. What is restricted is known to the agency and the lead alone: the assistant is not told. */
export function circleOf(rung: Rung, agency: number, restricted: boolean): Circle | null {
  switch (rung) {
    case 'OPERATOR':
      return { agency, roles: WORKERS };
    case 'HEAD':
      return { agency, roles: HEADS };
    case 'LEAD':
      return { agency: null, roles: LEADING };
    case 'ASSISTANT':
      return restricted ? null : { agency: null, roles: WATCHING };
  }
}

const LEADING: readonly Role[] = ['lead'];
const WATCHING: readonly Role[] = ['assistant'];
