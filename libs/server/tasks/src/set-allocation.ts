import { type EventOf, type Measure, checkQuantity, instructable, isRefusal, may, refuse } from '@papan/domain';
import type { Decide } from '@papan/server-platform';
import type { InRegion } from './in-region';
import { agenciesOf, campaignsOf } from './region-facts';

export interface AllocationOf {
  readonly campaign: number;
  readonly measure: Measure;
  readonly agency: number;
  readonly people: number;
}

/** The lead says how many of the missing people an agency has to bring, on one line of the campaign. */
export function setAllocation({ actor }: InRegion, { campaign, measure, agency, people }: AllocationOf): Decide {
  return async (tx) => {
    const allowed = may(actor, 'allocation.set', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
    const found = (await campaignsOf(tx, actor.region)).get(campaign);
    if (!found) return refuse('CAMPAIGN_UNKNOWN', { campaign });
    if (!found.open) return refuse('CAMPAIGN_CLOSED', { campaign: found.title });
    const carrier = instructable(await agenciesOf(tx, actor.region), agency);
    if (isRefusal(carrier)) return carrier;
    const quantity = checkQuantity('people', people, 0, 'people');
    if (isRefusal(quantity)) return quantity;
    await tx.query(
      `INSERT INTO allocation (region, campaign, measure, agency, people) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (region, campaign, measure, agency) DO UPDATE SET people = excluded.people`,
      [actor.region, campaign, measure, agency, people],
    );
    const event: EventOf<'AllocationSet'> = {
      type: 'AllocationSet',
      data: { campaign, measure, agency, people },
      text: null,
    };
    return { event, audience: null, answer: {} };
  };
}
