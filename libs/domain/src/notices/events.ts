import type { IsoDate } from '../calendar/wib';
import type { WallTime } from './office-hours';

/** What is decided about telling people. The telling itself is no event: it follows from the others. */
export type NoticeEvent = {
  /** After how many working days late the rungs are told, and when the offices are open; holds from a day on. */
  readonly type: 'EscalationSet';
  readonly data: {
    readonly from: IsoDate;
    readonly delays: readonly number[];
    readonly opens: WallTime;
    readonly closes: WallTime;
  };
  readonly text: null;
};

export type NoticeEventType = NoticeEvent['type'];
export type NoticeEventOf<T extends NoticeEventType> = Extract<NoticeEvent, { type: T }>;

/** Names of the private fields of each event; everything else is hashed. */
export const NOTICE_PRIVATE_FIELDS: Readonly<Record<NoticeEventType, readonly string[]>> = { EscalationSet: [] };
