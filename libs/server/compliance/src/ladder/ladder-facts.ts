import type { HolidayDecree, IsoDate, LadderFacts, LadderSettings } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** What is data in the rules of the ladder, as it stands: the settings of the region, oldest first, and the decrees. */
export async function ladderFacts(tx: Tx, region: string, today: IsoDate): Promise<LadderFacts> {
  return { today, settings: await settingsOf(tx, region), decrees: await decreesOf(tx) };
}

export function settingsOf(tx: Tx, region: string): Promise<LadderSettings> {
  return tx.query(
    `SELECT from_day::text AS "from", step, clock, needs FROM ladder_setting WHERE region = $1 ORDER BY from_day, number`,
    [region],
  );
}

export function decreesOf(tx: Tx): Promise<readonly HolidayDecree[]> {
  return tx.query<HolidayDecree>(
    `SELECT d.year, d.basis,
            coalesce(json_agg(h.day::text ORDER BY h.day) FILTER (WHERE h.kind = 'NATIONAL'), '[]') AS national,
            coalesce(json_agg(h.day::text ORDER BY h.day) FILTER (WHERE h.kind = 'COLLECTIVE_LEAVE'), '[]') AS "collectiveLeave"
       FROM holiday_decree d LEFT JOIN holiday h ON h.year = d.year GROUP BY d.year, d.basis ORDER BY d.year`,
    [],
  );
}
