import type { IsoDate } from '../calendar/wib';
import type { ClockRule } from './case';
import type { Step } from './codes';
import type { HandoverNeeds } from './handover-needs';

/** What can be set: the waiting time of a step, or after how long a letter that was sent counts as received. */
export type LadderKnob = Step | 'DEEMED_RECEIPT';

/** From a day on, a waiting time holds; null: none. A row never touches a clock that has started before. */
export interface ClockSetting {
  readonly from: IsoDate;
  readonly step: LadderKnob;
  readonly clock: ClockRule | null;
}

/** From a day on, a case is complete with so much. A row never touches what was handed over on an earlier day. */
export interface HandoverSetting {
  readonly from: IsoDate;
  readonly step: 'HANDOVER';
  readonly clock: null;
  readonly needs: HandoverNeeds;
}

export type LadderSetting = ClockSetting | HandoverSetting;

/** As they were recorded, oldest first; without any, the ladder's own times hold. */
export type LadderSettings = readonly LadderSetting[];
