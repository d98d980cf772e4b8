import { type IsoDate, isIsoDate } from '../calendar/wib';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import { TEXT_LIMIT, checkText } from '../tasks/text';

export const LETTER_NUMBER_LIMIT = 120;

/** What is said about a file: the letter that it shows and when that was received. Every part may be missing. */
export interface Letter {
  readonly letterNumber: string;
  readonly letterDate: IsoDate | null;
  readonly receivedOn: IsoDate | null;
  readonly note: string;
}

/** The letter with its texts trimmed, or why it cannot be so: nothing is dated after today or received before it was written. */
export function checkLetter(letter: Letter, today: IsoDate): Letter | Refusal {
  const letterNumber = checkText('letterNumber', letter.letterNumber, LETTER_NUMBER_LIMIT, false);
  if (isRefusal(letterNumber)) return letterNumber;
  const note = checkText('note', letter.note, TEXT_LIMIT, false);
  if (isRefusal(note)) return note;
  const { letterDate, receivedOn } = letter;
  for (const [field, day] of [['letterDate', letterDate] as const, ['receivedOn', receivedOn] as const]) {
    if (day === null) continue;
    if (!isIsoDate(day)) return refuse('DATE_INVALID', { field, value: day });
    if (day > today) return refuse('LETTER_DATE_IN_FUTURE', { field, on: day, today });
  }
  if (letterDate !== null && receivedOn !== null && receivedOn < letterDate)
    return refuse('RECEIVED_BEFORE_WRITTEN', { receivedOn, letterDate });
  return { letterNumber, letterDate, receivedOn, note };
}
