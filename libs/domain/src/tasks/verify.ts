import { type IsoDate, isIsoDate } from '../calendar/wib';
import type { Agency } from '../organisation/agency';
import { MEASURES } from '../coverage/thresholds';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { EventOf, VerificationSource, VerifiedEntry } from './events';
import { checkReversal } from './record-report';
import { type Task, countsPersons, isOpen } from './task';
import { TEXT_LIMIT, checkQuantity, checkText } from './text';

export interface Verification {
  readonly entries: readonly VerifiedEntry[];
  /** The day for which BPJS's data speaks; decides whether a cut already contains the entry. */
  readonly asOf: IsoDate;
  readonly source: VerificationSource;
  readonly note: string;
}

/** A verified entry as it stands after the corrections that already name it. */
export interface StandingVerification {
  readonly entry: string;
  readonly measure: VerifiedEntry['measure'];
  readonly delta: number;
  readonly corrected: number;
  /** The day for which the entry spoke; a reversal speaks for the same one. */
  readonly asOf: IsoDate;
}

/**
 * Verified entries for registered and for active, each its own. BPJS verifies on its own account; the leading agency
 * verifies tasks of others from BPJS's file, named by number, date and hash; nobody verifies a task of his own agency.
 * More verified than reported is allowed (and flagged on the card). A correction carries the date of the entry that it
 * takes back: it falls on the same day of the headline, before or behind the same cut. Source: docs/domain.md#verification.
 */
export function verifyProgress(
  task: Task,
  verification: Verification,
  verifier: Agency,
  today: IsoDate,
  standing: readonly StandingVerification[],
): EventOf<'ProgressVerified'> | Refusal {
  if (verifier.id === task.agency) return refuse('VERIFY_OWN_TASK', { agency: verifier.name });
  if (task.status === 'DRAFT' || (!isOpen(task.status) && task.status !== 'DONE'))
    return refuse('TASK_CLOSED', { status: task.status });
  if (!countsPersons(task.unit)) return refuse('VERIFY_NOT_PEOPLE', { unit: task.unit });
  const source = checkSource(verification.source, verifier);
  if (isRefusal(source)) return source;
  if (!isIsoDate(verification.asOf)) return refuse('DATE_INVALID', { field: 'asOf', value: verification.asOf });
  if (verification.asOf > today) return refuse('REPORT_DATE_IN_FUTURE', { on: verification.asOf, today });
  if (verification.entries.length === 0) return refuse('VERIFY_EMPTY', {});
  const entries = checkEntries(task, verification, standing);
  if (isRefusal(entries)) return entries;
  const note = checkText('note', verification.note, TEXT_LIMIT, false);
  if (isRefusal(note)) return note;
  return {
    type: 'ProgressVerified',
    data: { task: task.id, asOf: verification.asOf, source, entries: verification.entries },
    text: note === '' ? null : { note },
  };
}

function checkSource(source: VerificationSource, verifier: Agency): VerificationSource | Refusal {
  if (source.kind === 'BPJS') return verifier.kind === 'PARTNER' ? source : refuse('VERIFY_NEEDS_BPJS_FILE', {});
  const number = checkText('source.number', source.number, 120, true);
  if (isRefusal(number)) return number;
  if (!isIsoDate(source.date)) return refuse('DATE_INVALID', { field: 'source.date', value: source.date });
  return /^[0-9a-f]{64}$/.test(source.hash) ? { ...source, number } : refuse('VERIFY_NEEDS_BPJS_FILE', {});
}

function checkEntries(
  task: Task,
  { entries, asOf }: Verification,
  standing: readonly StandingVerification[],
): readonly VerifiedEntry[] | Refusal {
  const totals = { registered: task.registered, active: task.active };
  const reversed = new Map<string, number>();
  for (const entry of entries) {
    if (!MEASURES.includes(entry.measure)) return refuse('BODY_INVALID', { field: 'measure' });
    const delta = checkQuantity(entry.measure, entry.delta, Number.MIN_SAFE_INTEGER, task.unit);
    if (isRefusal(delta)) return delta;
    if (delta === 0) return refuse('VERIFY_EMPTY', {});
    if (entry.corrects === null) {
      if (delta < 0) return refuse('REPORT_NEGATIVE', { delta });
    } else {
      const named = standing.find((known) => known.entry === entry.corrects && known.measure === entry.measure);
      if (!named) return refuse('CORRECTION_TARGET_UNKNOWN', { entry: entry.corrects });
      if (named.asOf !== asOf) return refuse('CORRECTION_OTHER_DATE', { asOf, original: named.asOf });
      const before = named.corrected + (reversed.get(named.entry) ?? 0);
      const wrong = checkReversal(named.delta, before, delta);
      if (wrong) return wrong;
      reversed.set(named.entry, (reversed.get(named.entry) ?? 0) + delta);
    }
    totals[entry.measure] += delta;
    if (totals[entry.measure] < 0)
      return refuse('TOTAL_BELOW_ZERO', { counter: entry.measure, total: totals[entry.measure] });
  }
  return entries;
}
