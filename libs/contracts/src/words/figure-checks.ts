import { type FigureCheck, formatInteger } from '@papan/domain';
import type { Language } from './voice';

/**
 * What is odd about a file, in a sentence: `sayFigureCheck('id', word('figureCheck', check.code), check)`. `nameOf`: names for
 * the areas that it is about, which stand there by their codes.
 */
export function sayFigureCheck(
  language: Language,
  sentence: string,
  check: FigureCheck,
  nameOf: (code: string) => string = (code) => code,
): string {
  const { lines, about, count, found, expected } = check;
  const more = (named: readonly unknown[]): string =>
    named.length === NAMED && count > NAMED ? ` (+${count - NAMED})` : '';
  const amount = (value: number | null): string => (value === null ? '–' : formatInteger(value, language));
  const said: Readonly<Record<string, string>> = {
    lines: `${lines.join(', ')}${more(lines)}`,
    about: `${about.map(nameOf).join(', ')}${more(about)}`,
    count: amount(count),
    found: amount(found),
    expected: amount(expected),
  };
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => said[name] ?? whole);
}

/** So many lines and areas a check names. */
const NAMED = 20;
