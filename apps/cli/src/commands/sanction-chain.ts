import {
  type ClockFacts,
  type HolidayDecree,
  type IsoDate,
  type Refusal,
  type Step,
  addWorkingDays,
  clockFor,
  formatLongDate,
  isIsoDate,
  isRefusal,
  refuse,
} from '@papan/domain';
import type { Language } from '@papan/contracts/words';

/** The dates of the two warnings and of the fine, each letter received on the first working day that it can be. */
export interface SanctionChain {
  readonly warning1Received: IsoDate;
  readonly warning1Ends: IsoDate;
  readonly warning2Received: IsoDate;
  readonly warning2Ends: IsoDate;
  readonly fineWindowCalendarDays: number;
  readonly fineWindowEnds: IsoDate;
}

/** The chain of PP 86/2013 art. 6–7 from the receipt of the first warning. Refuses DATE_INVALID and NO_DECREE_FOR_YEAR. */
export function sanctionChain(decrees: readonly HolidayDecree[], received: string): SanctionChain | Refusal {
  const typed = received.slice(0, 40);
  if (!isIsoDate(received)) return refuse('DATE_INVALID', { value: typed });
  const first = ending(decrees, 'TEGURAN_I', received, null);
  if (isRefusal(first)) return first;
  const next = addWorkingDays(decrees, first.ends, 1);
  if (isRefusal(next)) return next;
  const second = ending(decrees, 'TEGURAN_II', next.ends, null);
  if (isRefusal(second)) return second;
  const fine = ending(decrees, 'DENDA', next.ends, second.ends);
  if (isRefusal(fine)) return fine;
  return {
    warning1Received: received,
    warning1Ends: first.ends,
    warning2Received: next.ends,
    warning2Ends: second.ends,
    fineWindowCalendarDays: 'days' in fine.rule ? fine.rule.days : 0,
    fineWindowEnds: fine.ends,
  };
}

function ending(
  decrees: readonly HolidayDecree[],
  step: Step,
  receivedOn: IsoDate,
  previousEnds: IsoDate | null,
): (ClockFacts & { readonly ends: IsoDate }) | Refusal {
  const dates = { on: receivedOn, receivedOn, previousEnds, promisedOn: null };
  const clock = clockFor(step, dates, { settings: [], decrees });
  if (clock?.ends) return { ...clock, ends: clock.ends };
  return refuse('NO_DECREE_FOR_YEAR', { year: clock?.missingYear ?? Number(receivedOn.slice(0, 4)) });
}

const WORDS = {
  id: {
    title: 'Rantai sanksi (PP 86/2013 pasal 6 dan 7)',
    warning: ['Teguran I', 'Teguran II'],
    received: 'diterima',
    ends: 'berakhir',
    fine: 'Denda',
    until: 'sampai',
    window: (days: number) => `${days} hari kalender setelah Teguran II berakhir`,
    assumed: 'Teguran II dianggap diterima pada hari kerja pertama setelah Teguran I berakhir.',
  },
  en: {
    title: 'Chain of sanctions (PP 86/2013 art. 6 and 7)',
    warning: ['Teguran I', 'Teguran II'],
    received: 'received',
    ends: 'ends',
    fine: 'Denda',
    until: 'until',
    window: (days: number) => `${days} calendar days after the end of Teguran II`,
    assumed: 'Teguran II is taken as received on the first working day after the end of Teguran I.',
  },
} as const;

export function chainInWords(chain: SanctionChain, language: Language): readonly string[] {
  const text = WORDS[language];
  const day = (date: IsoDate): string => formatLongDate(date, language);
  const warning = (nth: 0 | 1, received: IsoDate, ends: IsoDate): string =>
    `${text.warning[nth].padEnd(10)}  ${text.received} ${day(received)}; ${text.ends} ${day(ends)}`;
  return [
    text.title,
    warning(0, chain.warning1Received, chain.warning1Ends),
    warning(1, chain.warning2Received, chain.warning2Ends),
    `${text.fine.padEnd(10)}  ${text.window(chain.fineWindowCalendarDays)}; ${text.until} ${day(chain.fineWindowEnds)}`,
    text.assumed,
  ];
}
