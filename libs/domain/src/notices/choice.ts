import {
  type IsoInstant,
  addDays,
  epochMillis,
  instantFromMillis,
  wibDate,
  wibInstant,
  wibTime,
} from '../calendar/wib';
import type { HolidayDecree } from '../calendar/working-days';
import { shown } from '../formats/shown';
import type { Locale } from '../formats/locale';
import { type Refusal, refuse } from '../refusal/refusal';
import { type OfficeHours, type WallTime, isWallTime, nextOpening } from './office-hours';

/** Whether a person gets notices by mail too: never, gathered in the morning of a working day, or soon. */
export const MAIL_MODES = ['OFF', 'DIGEST', 'AT_ONCE'] as const;
export type MailMode = (typeof MAIL_MODES)[number];

/** How a person wants to be told. Between `quietFrom` and `quietUntil` (WIB) no mail is sent; equal: there is no quiet. */
export interface NoticeChoice {
  readonly mail: MailMode;
  readonly language: Locale;
  readonly quietFrom: WallTime;
  readonly quietUntil: WallTime;
}

export const DEFAULT_CHOICE: NoticeChoice = {
  mail: 'DIGEST',
  language: 'id',
  quietFrom: '20:00',
  quietUntil: '06:00',
};

export function checkChoice(choice: NoticeChoice): NoticeChoice | Refusal {
  for (const field of ['quietFrom', 'quietUntil'] as const) {
    if (!isWallTime(choice[field])) return refuse('WALL_TIME_INVALID', { field, value: shown(choice[field]) });
  }
  return choice;
}

/** Whether mail rests at this moment. Quiet hours may go over midnight. */
export function isQuiet({ quietFrom, quietUntil }: NoticeChoice, now: IsoInstant): boolean {
  const time = wibTime(now).slice(0, 5);
  if (quietFrom === quietUntil) return false;
  return quietFrom < quietUntil ? time >= quietFrom && time < quietUntil : time >= quietFrom || time < quietUntil;
}

/** This moment, or the end of the quiet hours that it lies in. */
export function afterQuiet(choice: NoticeChoice, moment: IsoInstant): IsoInstant {
  if (!isQuiet(choice, moment)) return moment;
  const today = wibDate(moment);
  const end = wibInstant(today, choice.quietUntil);
  return end > moment ? end : wibInstant(addDays(today, 1), choice.quietUntil);
}

const MINUTE = 60_000;

/**
 * The moment at which the mail goes out that a notice made now belongs to; null: no mail. Everything that falls to the
 * same moment is one mail, so a burst of notices is one mail too. Source: docs/domain.md#notices.
 */
export function mailSlot(
  choice: NoticeChoice,
  hours: OfficeHours,
  decrees: readonly HolidayDecree[],
  now: IsoInstant,
): IsoInstant | null {
  switch (choice.mail) {
    case 'OFF':
      return null;
    case 'AT_ONCE':
      return afterQuiet(choice, instantFromMillis((Math.floor(epochMillis(now) / MINUTE) + 1) * MINUTE));
    case 'DIGEST':
      return afterQuiet(choice, nextOpening(hours, decrees, now));
  }
}
