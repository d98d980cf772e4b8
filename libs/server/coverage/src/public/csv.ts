import { type Language, word } from '@papan/contracts/words';
import { type Cut, percentOf } from '@papan/domain';
import { type CsvValue, csvOf } from '@papan/server-platform';
import type { PublicFigures, PublicPart } from './read-public';
import { PUBLIC_WORDS } from './words';

const COLUMNS = [
  'kind',
  'date',
  'code',
  'name',
  'population',
  'version',
  'registered',
  'registeredPercent',
  'active',
  'activePercent',
  'source',
  'example',
] as const;

/**
 * The public figures as a table that programs and spreadsheets read: commas, every text in quotes (RFC 4180), numbers with a
 * point and without groups, a byte order mark for spreadsheets. What is not known is empty, what is hidden says so.
 */
export function publicCsv({ region, cuts, segments, districts }: PublicFigures, language: Language): string {
  const words = PUBLIC_WORDS[language];
  const newest = cuts.at(-1);
  const months = cuts.map((cut) => [
    ...[words.csv.MONTH, cut.asOf, region.code, region.name, cut.population, cut.populationVersion],
    ...figures(cut, cut.population, words.hidden),
    ...origin(cut, language),
  ]);
  const partsOf = <Code extends string>(
    kind: string,
    parts: readonly PublicPart<Code>[],
    nameOf: (part: PublicPart<Code>) => string,
  ): CsvValue[][] =>
    parts.map((part) => [
      ...[kind, newest?.asOf ?? '', part.code, nameOf(part), part.population],
      part.population === null ? null : (newest?.populationVersion ?? null),
      ...figures(part, part.population, words.hidden),
      ...(newest ? origin(newest, language) : []),
    ]);
  const rows = [
    COLUMNS.map((column) => words.csv[column]),
    ...months,
    ...partsOf(words.csv.SEGMENT, segments, ({ code }) => word(language, 'segment', code)),
    ...partsOf(words.csv.DISTRICT, districts, ({ name }) => name),
  ];
  return csvOf(rows, ',');
}

function figures(
  { registered, active }: { readonly registered: number | null; readonly active: number | null },
  population: number | null,
  hidden: string,
): readonly CsvValue[] {
  return [registered, active].flatMap((people): CsvValue[] => {
    if (people === null) return [hidden, hidden];
    return [people, population === null ? null : percentOf(people, population)];
  });
}

function origin({ source, example }: Cut, language: Language): readonly CsvValue[] {
  const { yes, no } = PUBLIC_WORDS[language].csv;
  return [source, example ? yes : no];
}
