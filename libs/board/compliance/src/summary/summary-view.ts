import type { ComplianceSummary } from '@papan/contracts';
import type { Step } from '@papan/domain';

/** One bar of the funnel; `share` of the widest in percent. */
export interface FunnelBar {
  readonly step: Step;
  readonly reached: number;
  readonly standing: number;
  readonly reachedShare: number;
  readonly standingShare: number;
}

/** The steps that cases have reached, in the order of the ladder; steps that none has reached are left out. */
export function funnelOf(funnel: ComplianceSummary['funnel']): readonly FunnelBar[] {
  const most = Math.max(1, ...funnel.map(({ reached }) => reached));
  return funnel
    .filter(({ reached }) => reached > 0)
    .map(({ step, reached, standing }) => ({
      step,
      reached,
      standing,
      reachedShare: (reached / most) * 100,
      standingShare: (standing / most) * 100,
    }));
}
