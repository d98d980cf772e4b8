import type { Forecast, IsoDate } from '@papan/domain';
import type { CoverageWords } from '../state/coverage-words';

/** A forecast in one plain sentence; `deadline` is set against the date where there is one. */
export function outlookText(told: Forecast, line: number, deadline: IsoDate | null, words: CoverageWords): string {
  const { say, day, people } = words;
  const percent = words.line(line);
  switch (told.kind) {
    case 'TOO_FEW_MONTHS':
      return say('coverage.tooFewMonths', { months: told.months, needed: told.needed });
    case 'NOT_AT_THIS_PACE':
      return say('coverage.notAtThisPace', {
        percent,
        pace: paceText(told.pace.mean, words),
        people: people(told.missing),
      });
    case 'KEEPS':
      return say('coverage.keeps', { percent, people: people(told.margin), pace: paceText(told.pace.mean, words) });
    case 'LOSES':
      return say('coverage.loses', {
        percent,
        people: people(told.margin),
        date: day(told.at.median),
        band: bandText(told.at, words),
      });
    case 'REACHES': {
      const at = { percent, date: day(told.at.median), band: bandText(told.at, words) };
      if (deadline === null) return say('coverage.reaches', at);
      return say(told.at.median <= deadline ? 'coverage.reachesInTime' : 'coverage.reachesLate', {
        ...at,
        deadline: day(deadline),
      });
    }
  }
}

export function paceText(mean: number, words: CoverageWords): string {
  return words.signed(Math.round(mean));
}

function bandText(
  { early, late }: { readonly early: IsoDate; readonly late: IsoDate | null },
  { say, day }: CoverageWords,
): string {
  return late === null
    ? say('coverage.bandOpen', { early: day(early) })
    : say('coverage.band', { early: day(early), late: day(late) });
}
