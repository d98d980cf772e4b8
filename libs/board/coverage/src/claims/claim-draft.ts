import type { Draft } from '@papan/board-platform';
import type { RecordClaim } from '@papan/contracts';
import { isRefusal, parseIndonesianInteger, parsePercent, refuse } from '@papan/domain';
import type { Refusal } from '@papan/domain';

export const CLAIM_FIELDS = [
  'note',
  'source',
  'asOf',
  'registered',
  'registeredPercent',
  'active',
  'activePercent',
  'population',
  'denominator',
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** What is sent, or what cannot be read in it, naming the field. What was left empty is null, never 0. */
export function claimOf(draft: Draft): RecordClaim | Refusal {
  const text = (field: ClaimField): string => draft.get(field).trim();
  for (const field of ['note', 'source'] as const) if (text(field) === '') return refuse('TEXT_EMPTY', { field });
  const registered = wholeOf('registered', text('registered'));
  if (isRefusal(registered)) return registered;
  const registeredPercent = shareOf('registeredPercent', text('registeredPercent'));
  if (isRefusal(registeredPercent)) return registeredPercent;
  const active = wholeOf('active', text('active'));
  if (isRefusal(active)) return active;
  const activePercent = shareOf('activePercent', text('activePercent'));
  if (isRefusal(activePercent)) return activePercent;
  const population = wholeOf('population', text('population'));
  if (isRefusal(population)) return population;
  return {
    ...{ note: text('note'), source: text('source'), asOf: text('asOf') || null },
    ...{ registered, registeredPercent, active, activePercent, population },
    denominator: text('denominator') || null,
    saysUhc: draft.get('saysUhc') === 'yes',
  };
}

function wholeOf(field: ClaimField, text: string): number | null | Refusal {
  if (text === '') return null;
  return at(field, parseIndonesianInteger(text));
}

function shareOf(field: ClaimField, text: string): number | null | Refusal {
  if (text === '') return null;
  const printed = parsePercent(text);
  return isRefusal(printed) ? at(field, printed) : printed.percent;
}

function at<T>(field: ClaimField, value: T | Refusal): T | Refusal {
  return isRefusal(value) ? { ...value, params: { ...value.params, field } } : value;
}
