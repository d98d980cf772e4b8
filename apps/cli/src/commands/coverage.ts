import {
  type CountInterval,
  type PublishedShare,
  type Refusal,
  formatInteger,
  formatInterval,
  formatPercent,
  isRefusal,
  marginAbove,
  missingToWithin,
  parseIndonesianInteger,
  parsePercent,
  percentOf,
  populationInterval,
} from '@papan/domain';
import type { Language } from '@papan/contracts/words';
import { type Call, type Command, UsageError, given } from '../command';

/** `papan coverage`: what published counts and percentages allow to conclude, without any database. */
export const coverage: Command = {
  name: 'coverage',
  flags: [
    { name: 'registered', needed: true, example: '183139' },
    { name: 'registered-percent', needed: true, example: '97,45' },
    { name: 'active', needed: true, example: '150499' },
    { name: 'active-percent', needed: true, example: '80,08' },
  ],
  help: {
    id: {
      summary: 'Menghitung jumlah penduduk yang mungkin, kekurangan menuju 98% dan 100%, dan jarak di atas 80% aktif.',
      flags: [
        'peserta terdaftar',
        'persen terdaftar seperti diberitakan (97,45 atau 97.45)',
        'peserta aktif',
        'persen aktif terhadap penduduk',
      ],
    },
    en: {
      summary: 'Finds the possible populations, the people missing to 98% and 100%, and the margin above 80% active.',
      flags: [
        'registered members',
        'percentage registered as published (97.45 or 97,45)',
        'active members',
        'percentage active of the population',
      ],
    },
  },
  run(call) {
    const registered = share(call, 'registered');
    if (isRefusal(registered)) return registered;
    const active = share(call, 'active');
    if (isRefusal(active)) return active;
    const population = populationInterval([registered, active]);
    if (isRefusal(population)) return population;
    const { from, through } = population;
    const found = {
      population: { from, through },
      missingTo98: missingToWithin(98, registered.people, population),
      missingTo100: missingToWithin(100, registered.people, population),
      marginAbove80: marginAbove(80, active.people, population),
      activePerMemberPercent: percentOf(active.people, registered.people),
      inactiveMembers: registered.people - active.people,
    };
    return { lines: inWords(registered, active, found, call.language), data: found };
  },
};

function share(call: Call, name: 'registered' | 'active'): PublishedShare | Refusal {
  const [count, percent] = [given(call, name), given(call, `${name}-percent`)];
  if (count === undefined || percent === undefined) {
    const missing = count === undefined ? name : `${name}-percent`;
    throw new UsageError({ id: `--${missing} wajib diisi.`, en: `--${missing} is needed.` });
  }
  const people = parseIndonesianInteger(count);
  if (isRefusal(people)) return people;
  const printed = parsePercent(percent);
  return isRefusal(printed) ? printed : { people, ...printed };
}

interface Found {
  readonly population: CountInterval;
  readonly missingTo98: CountInterval;
  readonly missingTo100: CountInterval;
  readonly marginAbove80: CountInterval;
  readonly activePerMemberPercent: number | null;
  readonly inactiveMembers: number;
}

const WORDS = {
  id: {
    registered: 'Terdaftar',
    active: 'Aktif',
    population: 'Jumlah penduduk yang mungkin',
    missing: (percent: number) => `Kurang menuju ${percent}% terdaftar`,
    margin: 'Di atas 80% aktif',
    perMember: 'Aktif per peserta',
    inactive: 'Peserta tidak aktif',
    people: 'jiwa',
    note: 'Setiap pembulatan yang diberitakan berlaku untuk semua bilangan dalam rentang (setengah dibulatkan ke atas).',
  },
  en: {
    registered: 'Registered',
    active: 'Active',
    population: 'Possible populations',
    missing: (percent: number) => `Missing to ${percent}% registered`,
    margin: 'Above 80% active',
    perMember: 'Active per member',
    inactive: 'Inactive members',
    people: 'people',
    note: 'Every published rounding holds for all numbers of the interval (half is rounded up).',
  },
} as const;

function inWords(
  registered: PublishedShare,
  active: PublishedShare,
  found: Found,
  language: Language,
): readonly string[] {
  const text = WORDS[language];
  const printed = ({ people, percent, decimals }: PublishedShare): string =>
    `${formatInteger(people, language)} = ${formatPercent(percent, language, decimals)}`;
  const interval = (value: CountInterval): string => `${formatInterval(value, language)} ${text.people}`;
  const rows: readonly (readonly [string, string])[] = [
    [text.registered, printed(registered)],
    [text.active, printed(active)],
    [text.population, interval(found.population)],
    [text.missing(98), interval(found.missingTo98)],
    [text.missing(100), interval(found.missingTo100)],
    [text.margin, interval(found.marginAbove80)],
    [
      text.perMember,
      found.activePerMemberPercent === null ? '–' : formatPercent(found.activePerMemberPercent, language),
    ],
    [text.inactive, `${formatInteger(found.inactiveMembers, language)} ${text.people}`],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [...rows.map(([label, value]) => `${label.padEnd(width)}  ${value}`), '', text.note];
}
