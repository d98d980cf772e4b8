import type { CampaignView } from '@papan/contracts';
import { NATIONAL_THRESHOLDS, thresholdsOn } from '@papan/domain';
import type { IsoDate, Measure } from '@papan/domain';

/** The line that a figure is measured by, whose it is and since when. */
export interface Rule {
  readonly percent: number;
  readonly of: 'CAMPAIGN' | 'NATION';
  readonly since: IsoDate | null;
  /** Which national row; null for the line of a campaign. */
  readonly year: string | null;
}

/**
 * The newest cut is measured by the line of the running campaign. An older one is measured by what held on its day: a line
 * that came later changes nothing about what was published then.
 */
export function ruleOf(
  measure: Measure,
  asOf: IsoDate,
  campaign: Pick<CampaignView, 'lines' | 'startsOn'> | null,
  newest: boolean,
): Rule | null {
  const line = campaign?.lines.find((one) => one.measure === measure);
  if (line) {
    const since = line.from ?? campaign?.startsOn ?? null;
    if (newest || (since !== null && since <= asOf))
      return { percent: line.percent, of: 'CAMPAIGN', since, year: null };
  }
  const row = thresholdsOn(NATIONAL_THRESHOLDS, asOf).find((one) => one.measure === measure);
  return row ? { percent: row.percent, of: 'NATION', since: row.from, year: row.from.slice(0, 4) } : null;
}
