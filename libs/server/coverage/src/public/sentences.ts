import type { Language } from '@papan/contracts/words';
import {
  type Cut,
  type DateBand,
  type Forecast,
  forecast,
  formatFullDate,
  formatInteger,
  formatPercent,
  formatSigned,
  missingTo,
  monthlyNets,
  neededFor,
} from '@papan/domain';
import type { PublicLine } from './read-public';
import { PUBLIC_WORDS, fill } from './words';

/** `98%`, and `98,5%` only where the line has decimals. */
function linePercent(percent: number, language: Language): string {
  return formatPercent(percent, language, Number.isInteger(percent) ? 0 : 2);
}

/** Which rule it is, and since when it holds. */
export function ruleSentence({ percent, from, by }: PublicLine, language: Language): string {
  const words = PUBLIC_WORDS[language];
  const rule = by === 'NATIONAL' ? words.ruleNational : from === null ? words.ruleCampaignUndated : words.ruleCampaign;
  return fill(rule, {
    percent: linePercent(percent, language),
    from: from === null ? '' : formatFullDate(from, language),
  });
}

/** How many people are missing to the line, or beyond it. */
export function standSentence({ measure, percent }: PublicLine, cut: Cut, language: Language): string {
  const words = PUBLIC_WORDS[language];
  const { missing, surplus } = missingTo(percent, cut[measure], cut.population);
  return missing > 0
    ? fill(words.missing, { people: formatInteger(missing, language) })
    : fill(words.reached, { people: formatInteger(surplus, language) });
}

/** What the months so far say about a line. */
export function forecastSentence(line: PublicLine, cuts: readonly Cut[], language: Language): string {
  const cut = cuts.at(-1);
  if (!cut) return '';
  const { measure, percent } = line;
  const told = forecast(cut[measure], neededFor(percent, cut.population), cut.asOf, monthlyNets(measure, cuts));
  const words = PUBLIC_WORDS[language];
  return fill(sentenceOf(told, language), {
    ...{ measure: words[measure], percent: linePercent(percent, language) },
    ...('pace' in told ? { pace: formatSigned(Math.round(told.pace.mean), language) } : {}),
    ...('at' in told ? dates(told.at, language) : {}),
    ...(told.kind === 'TOO_FEW_MONTHS' ? { months: String(told.months), needed: String(told.needed) } : {}),
  });
}

function sentenceOf({ kind }: Forecast, language: Language): string {
  const { tooFew, reaches, notAtThisPace, loses, keeps } = PUBLIC_WORDS[language];
  return { TOO_FEW_MONTHS: tooFew, REACHES: reaches, NOT_AT_THIS_PACE: notAtThisPace, LOSES: loses, KEEPS: keeps }[
    kind
  ];
}

function dates({ median, early, late }: DateBand, language: Language): Readonly<Record<string, string>> {
  return {
    median: formatFullDate(median, language),
    early: formatFullDate(early, language),
    late: late === null ? PUBLIC_WORDS[language].openEnd : formatFullDate(late, language),
  };
}
