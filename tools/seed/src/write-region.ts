import type { Agency, AgencyHead, Area, Campaign, HolidayDecree } from '@papan/domain';
import { type Owner, insertRows } from './owner';

/** What a region needs before anybody can work in it. */
export interface NewRegion {
  readonly region: { readonly code: string; readonly name: string; readonly example: boolean };
  readonly areas: readonly Area[];
  readonly agencies: readonly Agency[];
  readonly heads: readonly AgencyHead[];
  readonly campaigns: readonly Campaign[];
}

/** Writes a region with an empty journal, its areas, its agencies and their heads, and its campaigns. */
export async function writeRegion(
  owner: Owner,
  { region, areas, agencies, heads, campaigns }: NewRegion,
): Promise<void> {
  const { code, name, example } = region;
  const kind = name.startsWith('Kota') ? 'KOTA' : 'KABUPATEN';
  await owner.query('SELECT add_region($1, $2, $3, $4)', [code, name, kind, example]);
  const inRegion = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ region: code, ...row }));
  await insertRows(owner, 'area', inRegion(areas));
  await insertRows(owner, 'agency', inRegion(agencies));
  await insertRows(
    owner,
    'agency_head',
    inRegion(heads.map(({ from, until, ...head }) => ({ ...head, from_day: from, until_day: until }))),
  );
  await writeCampaigns(owner, code, campaigns);
  await owner.query('UPDATE region SET next_agency = $2, next_campaign = $3 WHERE code = $1', [
    code,
    agencies.length + 1,
    campaigns.length + 1,
  ]);
}

async function writeCampaigns(owner: Owner, region: string, campaigns: readonly Campaign[]): Promise<void> {
  for (const { id, title, agreement, startsOn, deadline, open, example, lines } of campaigns) {
    const { number, parties, date, subject } = agreement;
    await owner.query(
      'INSERT INTO agreement (region, number, parties, signed_on, subject) VALUES ($1, $2, $3, $4, $5)',
      [...[region, number, parties, date, subject]],
    );
    await insertRows(owner, 'campaign', [
      { region, id, title, agreement: number, starts_on: startsOn, deadline, open, example },
    ]);
    await insertRows(
      owner,
      'campaign_line',
      lines.map((line) => ({ region, campaign: id, ...line, from_day: startsOn })),
    );
  }
}

/** Writes decrees of years that have none yet. */
export async function writeDecrees(owner: Owner, decrees: readonly HolidayDecree[]): Promise<void> {
  for (const { year, basis, national, collectiveLeave } of decrees) {
    const made = await owner.query(
      'INSERT INTO holiday_decree (year, basis) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING year',
      [year, basis],
    );
    if (made.length === 0) continue;
    await insertRows(owner, 'holiday', [
      ...national.map((day) => ({ day, year, kind: 'NATIONAL' })),
      ...collectiveLeave.map((day) => ({ day, year, kind: 'COLLECTIVE_LEAVE' })),
    ]);
  }
}
