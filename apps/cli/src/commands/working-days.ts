import {
  type DayOff,
  type DayOffReason,
  type HolidayDecree,
  type Refusal,
  type WorkingDayPeriod,
  SHIPPED_DECREES,
  addWorkingDays,
  formatLongDate,
  isRefusal,
} from '@papan/domain';
import type { Language } from '@papan/contracts/words';
import { type Answer, type Call, type Command, UsageError, given, needed } from '../command';
import { withOwnerIfThere } from '../connect';
import { chainInWords, sanctionChain } from './sanction-chain';

interface Decrees {
  readonly decrees: readonly HolidayDecree[];
  readonly from: 'PRODUCT' | 'DATABASE';
}

const FIRST_EXAMPLE = '2026-03-09';

/** `papan working-days`: when a period of working days ends, and how it was counted. Needs no database. */
export const workingDays: Command = {
  name: 'working-days',
  flags: [
    { name: 'from', needed: true, example: FIRST_EXAMPLE },
    { name: 'days', needed: true, example: '10' },
    { name: 'chain', needed: false, example: null },
  ],
  help: {
    id: {
      summary: 'Menghitung akhir jangka waktu dalam hari kerja, dengan hari yang dihitung dan yang dilewati.',
      flags: [
        'tanggal diterima; hari ke-0',
        'jumlah hari kerja, 1 sampai 366',
        `rantai Teguran I, Teguran II, dan denda sejak --from (tanpa --days; baku ${FIRST_EXAMPLE})`,
      ],
    },
    en: {
      summary: 'Finds the end of a period in working days, with the days counted and the days skipped.',
      flags: [
        'date received; day 0',
        'number of working days, 1 to 366',
        `the chain of both warnings and the fine since --from (without --days; default ${FIRST_EXAMPLE})`,
      ],
    },
  },
  async run(call) {
    if (call.flags['chain'] === true) return chainOf(call);
    const [from, days] = [needed(call, 'from').trim(), needed(call, 'days').trim()];
    const { decrees, from: source } = await decreesOf(call);
    const period = addWorkingDays(decrees, from, /^[-+]?\d+$/.test(days) ? Number(days) : Number.NaN);
    if (isRefusal(period)) return named(period, days);
    return { lines: inWords(period, decrees, source, call.language), data: { ...period, decrees: source } };
  },
};

async function chainOf(call: Call): Promise<Answer | Refusal> {
  if (given(call, 'days') !== undefined) {
    throw new UsageError({
      id: '--chain memakai jangka waktu peraturan: tanpa --days.',
      en: '--chain has the days of the regulation: without --days.',
    });
  }
  const { decrees, from: source } = await decreesOf(call);
  const chain = sanctionChain(decrees, (given(call, 'from') ?? FIRST_EXAMPLE).trim());
  if (isRefusal(chain)) return chain;
  return { lines: chainInWords(chain, call.language), data: { chain, decrees: source } };
}

/** Repeats what was typed, where it is no number. */
function named(refusal: Refusal, typed: string): Refusal {
  return refusal.code === 'WORKING_DAYS_INVALID' ? { ...refusal, params: { value: typed.slice(0, 40) } } : refusal;
}

/** The decrees of the database where one is there and has some; else those that ship with the product. */
async function decreesOf(call: Call): Promise<Decrees> {
  const stored = await withOwnerIfThere(call, async (owner) => {
    const [found] = await owner.query<{ ready: boolean }>(
      `SELECT to_regclass('public.holiday_decree') IS NOT NULL AS ready`,
    );
    if (!found?.ready) return [];
    return owner.query<HolidayDecree>(
      `SELECT d.year, d.basis,
              coalesce(json_agg(h.day::text ORDER BY h.day) FILTER (WHERE h.kind = 'NATIONAL'), '[]') AS national,
              coalesce(json_agg(h.day::text ORDER BY h.day) FILTER (WHERE h.kind = 'COLLECTIVE_LEAVE'), '[]') AS "collectiveLeave"
         FROM holiday_decree d LEFT JOIN holiday h ON h.year = d.year GROUP BY d.year, d.basis ORDER BY d.year`,
    );
  });
  return stored && stored.length > 0
    ? { decrees: stored, from: 'DATABASE' }
    : { decrees: SHIPPED_DECREES, from: 'PRODUCT' };
}

const WORDS = {
  id: {
    received: 'Diterima',
    ends: 'Berakhir',
    endOfDay: 'pukul 24.00 WIB',
    days: 'hari kerja',
    counted: 'Dihitung:',
    skipped: 'Dilewati:',
    rule: 'Aturan: tanggal diterima adalah hari ke-0; hari ke-1 adalah hari kerja berikutnya.',
    basis: 'Dasar:',
    PRODUCT: 'bawaan produk',
    DATABASE: 'dari basis data',
  },
  en: {
    received: 'Received',
    ends: 'Ends',
    endOfDay: '24:00 WIB',
    days: 'working days',
    counted: 'Counted:',
    skipped: 'Skipped:',
    rule: 'Rule: the date received is day 0; day 1 is the next working day.',
    basis: 'Basis:',
    PRODUCT: 'shipped with the product',
    DATABASE: 'from the database',
  },
} as const;

function inWords(
  { received, days, ends, counted, skipped }: WorkingDayPeriod,
  decrees: readonly HolidayDecree[],
  source: Decrees['from'],
  language: Language,
): readonly string[] {
  const text = WORDS[language];
  const years = new Set([...counted, ...skipped.map((it) => it.date)].map((date) => Number(date.slice(0, 4))));
  const bases = decrees.filter(({ year }) => years.has(year)).map((it) => it.basis);
  return [
    `${text.received} ${formatLongDate(received, language)}; ${days} ${text.days}`,
    `${text.ends} ${formatLongDate(ends, language)}, ${text.endOfDay}`,
    '',
    text.counted,
    ...counted.map((date, at) => `  ${String(at + 1).padStart(3)}  ${formatLongDate(date, language)}`),
    text.skipped,
    ...skipped.map((day) => `    –  ${formatLongDate(day.date, language)}: ${reason(day, language)}`),
    '',
    text.rule,
    `${text.basis} ${[...bases, 'Perpres 21/2023'].join('; ')} (${text[source]})`,
  ];
}

const REASONS: Readonly<Record<Language, Readonly<Record<DayOffReason, string>>>> = {
  id: { WEEKEND: 'akhir pekan', NATIONAL_HOLIDAY: 'libur nasional', COLLECTIVE_LEAVE: 'cuti bersama' },
  en: { WEEKEND: 'weekend', NATIONAL_HOLIDAY: 'national holiday', COLLECTIVE_LEAVE: 'collective leave' },
};

function reason({ reason: code, basis }: DayOff, language: Language): string {
  const named = language === 'id' ? basis.replace('art.', 'pasal') : basis;
  return `${REASONS[language][code]} (${named})`;
}
