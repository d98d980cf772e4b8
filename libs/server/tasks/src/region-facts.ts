import { type Agency, type Campaign, type Region, isAreaCode } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

const CAMPAIGN = `
  c.id, c.title, c.open, c.example, c.starts_on::text AS "startsOn", instant_text(c.deadline) AS deadline,
  json_build_object('number', a.number, 'parties', a.parties, 'date', a.signed_on::text, 'subject', a.subject) AS agreement,
  (SELECT coalesce(json_agg(json_build_object('measure', l.measure, 'percent', l.percent::float8)), '[]')
     FROM campaign_line l WHERE l.region = c.region AND l.campaign = c.id) AS lines`;

/** The agencies of the region by their number. */
export async function agenciesOf(tx: Tx, region: string): Promise<ReadonlyMap<number, Agency>> {
  const rows = await tx.query<Agency>(
    'SELECT id, code, name, short, prefix, kind, role, duties FROM agency WHERE region = $1',
    [region],
  );
  return new Map(rows.map((agency) => [agency.id, agency]));
}

/** The campaigns of the region by their number. */
export async function campaignsOf(tx: Tx, region: string): Promise<ReadonlyMap<number, Campaign>> {
  const rows = await tx.query<Campaign>(
    `SELECT ${CAMPAIGN} FROM campaign c JOIN agreement a ON a.region = c.region AND a.number = c.agreement
      WHERE c.region = $1`,
    [region],
  );
  return new Map(rows.map((campaign) => [campaign.id, campaign]));
}

/** What the rules of planning and editing need to know; of the areas only the one that is named. */
export async function regionFacts(tx: Tx, region: string, area: string | null | undefined): Promise<Region> {
  const agencies = await agenciesOf(tx, region);
  const campaigns = await campaignsOf(tx, region);
  const found =
    area && isAreaCode(area)
      ? await tx.query<{ code: string }>('SELECT code FROM area WHERE region = $1 AND code = $2', [region, area])
      : [];
  const known = new Set(found.map(({ code }) => code));
  return { agencies, campaigns, hasArea: (code) => known.has(code) };
}
