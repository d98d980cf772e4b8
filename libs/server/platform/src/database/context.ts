import { type Actor, seesEmployers } from '@papan/domain';

const REGION = /^\d{2}\.\d{2}$/;

/** Who asks the database. */
export type Asker = Pick<Actor, 'region' | 'agency' | 'person'> & Partial<Pick<Actor, 'role'>>;

/**
 * SQL that tells the database who asks, until the end of the transaction. The row-level policies read it; without it
 * they show nothing. It travels in the text of BEGIN, so each part is checked to be a code or a whole number.
 */
export function contextSql({ region, agency, person, role }: Asker): string {
  if (!REGION.test(region)) throw new TypeError('not a region code');
  if (!Number.isSafeInteger(agency.id) || !Number.isSafeInteger(person)) throw new TypeError('not a whole number');
  const lead = agency.kind === 'LEAD' ? '1' : '0';
  const employers = seesEmployers({ agency }) ? '1' : '0';
  // The prosecutor has no duty towards employers: he sees what was handed over to him.
  const prosecutor = role === 'prosecutor' ? '1' : '0';
  return (
    `SELECT set_config('papan.region', '${region}', true), set_config('papan.agency', '${agency.id}', true), ` +
    `set_config('papan.person', '${person}', true), set_config('papan.lead', '${lead}', true), ` +
    `set_config('papan.employers', '${employers}', true), set_config('papan.prosecutor', '${prosecutor}', true)`
  );
}

/**
 * The same for the house itself, which acts for nobody: it sees the whole of one region and nothing of another. What it
 * writes into the journal names neither person nor agency.
 */
export function systemContextSql(region: string): string {
  if (!REGION.test(region)) throw new TypeError('not a region code');
  return (
    `SELECT set_config('papan.region', '${region}', true), set_config('papan.agency', '', true), ` +
    `set_config('papan.person', '', true), set_config('papan.lead', '1', true), ` +
    `set_config('papan.employers', '1', true), set_config('papan.system', '1', true)`
  );
}
