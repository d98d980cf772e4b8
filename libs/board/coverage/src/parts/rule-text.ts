import type { CampaignView } from '@papan/contracts';
import type { Rule } from '../model/rule';
import type { CoverageWords } from '../state/coverage-words';

const NATIONAL = {
  '2018': 'coverage.rule2018',
  '2022': 'coverage.rule2022',
  '2025': 'coverage.rule2025',
  '2029': 'coverage.rule2029',
} as const;

/** Which rule, whose, since when: "98% sejak 1 Jan 2025 (kriteria UHC BPJS Kesehatan)". */
export function ruleText(rule: Rule | null, campaign: CampaignView | null, words: CoverageWords): string {
  if (!rule) return '';
  const percent = words.line(rule.percent);
  const since = rule.since === null ? '' : words.short(rule.since);
  if (rule.of === 'CAMPAIGN') {
    const number = campaign?.agreement.number ?? '';
    return since
      ? words.say('coverage.ruleCampaignSince', { percent, number, since })
      : words.say('coverage.ruleCampaign', { percent, number });
  }
  const known = Object.entries(NATIONAL).find(([year]) => year === rule.year)?.[1];
  const basis = known ? words.say(known) : '';
  return words.say('coverage.ruleNational', { percent, since, basis });
}
