import { computed, signal } from '@angular/core';
import type { Refusal, RefusalCode } from '@papan/domain';
import { parseIndonesianInteger, refuse } from '@papan/domain';
import { newCommandId } from '../api/command-id';
import type { CommandId } from '../api/command-id';
import type { Result } from '../api/result';
import type { No } from '../i18n/say';
import type { Draft } from './drafts';

/** Fields that a code speaks about where it does not name one itself. */
const FIELD_OF: Readonly<Partial<Record<RefusalCode, string>>> = {
  REPORT_EMPTY: 'delta',
  REPORT_NEGATIVE: 'delta',
  TOTAL_BELOW_ZERO: 'delta',
  CORRECTION_WRONG_SIGN: 'delta',
  CORRECTION_TOO_LARGE: 'delta',
  CORRECTION_TARGET_UNKNOWN: 'corrects',
  REPORT_DATE_IN_FUTURE: 'on',
  DUE_BEFORE_START: 'due',
  DUE_AFTER_CAMPAIGN: 'due',
  TARGET_BELOW_WORK: 'target',
  REASSIGN_TOO_MUCH: 'amount',
  REASSIGN_SAME_AGENCY: 'agency',
  AGENCY_UNKNOWN: 'agency',
  PARTNER_NOT_INSTRUCTABLE: 'agency',
  AREA_UNKNOWN: 'area',
  UNIT_UNKNOWN: 'unit',
  SEGMENT_UNKNOWN: 'segment',
  REASON_REQUIRED: 'reason',
  BLOCKER_SAME_AGENCY: 'lifter',
  BLOCKER_CODE_UNKNOWN: 'code',
  BLOCKER_WANTED_IN_PAST: 'wantedBy',
  VERIFY_NEEDS_BPJS_FILE: 'source.hash',
  VERIFY_EMPTY: 'registered',
};

/** The field that a refusal is to be shown at, if it is about one. */
export function fieldOf(no: No): string | null {
  if (no.code === 'INTERNAL') return null;
  const named = no.params['field'];
  if (typeof named === 'string') return named;
  const unread = 'fields' in no ? no.fields?.[0]?.path : undefined;
  return unread ?? FIELD_OF[no.code] ?? null;
}

/**
 * One form on its way to the server: sending, refused, or without an answer. The same content keeps its command id, so
 * that sending again after a lost answer is the same command; changed content is a new one.
 */
export class Submission {
  readonly sending = signal(false);
  readonly no = signal<No | null>(null);
  readonly unreachable = signal(false);
  readonly field = computed(() => {
    const no = this.no();
    return no === null ? null : fieldOf(no);
  });

  private last: { readonly content: string; readonly command: CommandId } | null = null;

  /** The value, or undefined where the form stays with its problem. A second click while sending does nothing. */
  async send<B, T>(body: B, call: (body: B, command: CommandId) => Promise<Result<T>>): Promise<T | undefined> {
    if (this.sending()) return undefined;
    this.reset();
    this.sending.set(true);
    const result = await call(body, this.commandFor(body));
    this.sending.set(false);
    if (result.ok) {
      this.last = null;
      return result.value;
    }
    if ('problem' in result) this.no.set(result.problem);
    else this.unreachable.set(true);
    return undefined;
  }

  /** Refused here already, by the rule that the server would apply. */
  refuse(refusal: Refusal): void {
    this.reset();
    this.no.set(refusal);
  }

  reset(): void {
    this.no.set(null);
    this.unreachable.set(false);
  }

  private commandFor(body: unknown): CommandId {
    const content = JSON.stringify(body);
    if (this.last?.content !== content) this.last = { content, command: newCommandId() };
    return this.last.command;
  }
}

/** The first of the fields in which nothing was typed or chosen, as the refusal that names it. */
export function missingField(draft: Draft, fields: readonly string[]): Refusal | true {
  const field = fields.find((name) => draft.get(name).trim() === '');
  return field === undefined ? true : refuse('TEXT_EMPTY', { field });
}

/** A typed whole number; empty is 0. What cannot be read is returned as it was refused, naming the field. */
export function wholeOf(field: string, text: string, negative = false): number | Refusal {
  if (text.trim() === '') return 0;
  const value = parseIndonesianInteger(text, { negative });
  return typeof value === 'number' ? value : { ...value, params: { ...value.params, field } };
}
