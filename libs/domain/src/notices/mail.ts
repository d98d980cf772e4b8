import type { Notice, NoticeKind } from './notice';

/** DROPPED: read in the meantime, or there is nobody to send it to any more. */
export const MAIL_STATES = ['WAITING', 'SENT', 'DROPPED', 'GIVEN_UP'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** After so many tries a mail is given up, and the administrators are told so. */
export const MAIL_TRIES = 8;

/** Minutes until the next try after the nth has failed; null: given up. About nine hours in all. */
export function retryAfterMinutes(tries: number): number | null {
  return tries >= MAIL_TRIES ? null : Math.min(240, 2 ** tries);
}

/** What is late comes first, then what waits for the reader, then what he may like to know. */
const ORDER: readonly NoticeKind[] = [
  'STEP_ESCALATED',
  'TASK_ESCALATED',
  'OVERDUE',
  'STEP_DUE',
  'BLOCKED_ON_YOU',
  'HANDOVER_PROPOSED',
  'DOSSIERS_READY',
  'RETURNED',
  'DUE_SOON',
  'ASSIGNED',
  'VERIFIED',
];

export interface NoticeGroup<N> {
  readonly kind: NoticeKind;
  readonly notices: readonly N[];
}

/** The notices of a digest by kind, the most pressing kind first, in each the order in which they came. */
export function groupNotices<N extends Pick<Notice, 'kind'>>(notices: readonly N[]): readonly NoticeGroup<N>[] {
  return ORDER.map((kind) => ({ kind, notices: notices.filter((notice) => notice.kind === kind) })).filter(
    (group) => group.notices.length > 0,
  );
}
