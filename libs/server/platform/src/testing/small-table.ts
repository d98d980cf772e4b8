import { type Actor, type AgencyKind, type Duty, type Role, type SessionKind, orThrow } from '@papan/domain';
import pg from 'pg';
import { hashPassword } from '../identity/passwords';
import { createPerson, grantMembership } from '../identity/people';
import type { TestDatabase } from './test-database';

/** Everybody at the small table signs in with this. */
export const TABLE_PASSWORD = 'sembilan kucing di sawah';

export const DINKES = 1;
export const DISDIK = 2;
export const DISNAKER = 3;
export const BPJS = 4;
export const SETDA = 5;
export const KEJARI = 6;
export const DPMPTSP = 7;

const AGENCIES = [
  [DINKES, 'DINKES', 'Dinas Kesehatan', 'Dinkes', 'DKS', 'LEAD', []],
  [DISDIK, 'DISDIK', 'Dinas Pendidikan', 'Disdik', 'DSK', 'OPD', []],
  [DISNAKER, 'DISNAKER', 'Dinas Tenaga Kerja', 'Disnaker', 'DNK', 'OPD', ['EMPLOYERS']],
  [BPJS, 'BPJS-KES', 'BPJS Kesehatan', 'BPJS', 'BPJ', 'PARTNER', ['EMPLOYERS']],
  [SETDA, 'SETDA', 'Sekretariat Daerah', 'Setda', 'STD', 'SECRETARIAT', ['EMPLOYERS']],
  [KEJARI, 'KEJARI', 'Kejaksaan Negeri Contoh', 'Kejari', 'KJR', 'PARTNER', []],
  [DPMPTSP, 'DPMPTSP', 'Dinas Perizinan', 'DPMPTSP', 'PTS', 'OPD', ['EMPLOYERS', 'LICENSING']],
] as const satisfies readonly (readonly [number, string, string, string, string, AgencyKind, readonly Duty[]])[];

/** Login, region, agency, role. One per role, a second operator, and one of the neighbouring city. */
const SEATS = [
  ['admin', '35.05', DINKES, 'admin'],
  ['dinkes', '35.05', DINKES, 'lead'],
  ['disdik', '35.05', DISDIK, 'operator'],
  ['kadisdik', '35.05', DISDIK, 'head'],
  ['disnaker', '35.05', DISNAKER, 'operator'],
  ['asisten', '35.05', SETDA, 'assistant'],
  ['bpjs', '35.05', BPJS, 'bpjs-verifier'],
  ['pengawas', '35.05', BPJS, 'bpjs-inspector'],
  ['kacab', '35.05', BPJS, 'bpjs-head'],
  ['jaksa', '35.05', KEJARI, 'prosecutor'],
  ['loket', '35.05', DPMPTSP, 'counter'],
  ['data', '35.05', SETDA, 'data-officer'],
  ['bupati', '35.05', SETDA, 'viewer'],
  ['auditor', '35.05', SETDA, 'auditor'],
  ['provinsi', '35.05', SETDA, 'province'],
  ['kota', '35.72', DINKES, 'lead'],
  ['kota-disdik', '35.72', DISDIK, 'operator'],
  ['dpmptsp', '35.05', DPMPTSP, 'operator'],
] as const satisfies readonly (readonly [string, string, number, Role])[];

export type Seat = (typeof SEATS)[number][0];
export const SEAT_NAMES: readonly Seat[] = SEATS.map(([seat]) => seat);

/**
 * Two regions (Kabupaten Blitar, Kota Blitar), each with seven agencies, an open campaign 1 until 31 December 2026 and a
 * closed campaign 2, one district, one village, and a holder of every role. The clock stands on 2 November 2026.
 */
export async function setSmallTable(database: TestDatabase): Promise<void> {
  await database.addRegion('35.05', 'Kabupaten Blitar');
  await database.addRegion('35.72', 'Kota Blitar');
  const passwordHash = await hashPassword(TABLE_PASSWORD);
  const client = new pg.Client({ connectionString: database.owner });
  await client.connect();
  const query = async <R>(sql: string, params: readonly unknown[] = []): Promise<R[]> =>
    (await client.query(sql, [...params])).rows as R[];
  try {
    await query('BEGIN');
    await query(`UPDATE clock SET shift = timestamptz '2026-11-02T08:00:00+07:00' - clock_timestamp()`);
    for (const region of ['35.05', '35.72']) await furnish(query, region);
    for (const [seat, region, agency, role] of SEATS) {
      const person = orThrow(await createPerson({ query }, { login: seat, name: nameOf(seat), passwordHash }));
      const post = { region, person, agency, role, capacity: 'DEFINITIF', from: '2026-01-01', until: null } as const;
      await grantMembership({ query }, post);
    }
    await query('COMMIT');
  } finally {
    await client.end();
  }
}

/** The actor that sits on a seat, as a session would make him. */
export function actorOf(seat: Seat, session: SessionKind = 'desk'): Actor {
  const at = SEATS.findIndex(([name]) => name === seat);
  const [, region, agency, role] = SEATS[at] ?? SEATS[0];
  const person = SEATS.slice(0, at + 1).filter((other) => other[1] === region).length;
  const [, , , , , kind, duties] = AGENCIES.find(([id]) => id === agency) ?? AGENCIES[0];
  return { person, region, agency: { id: agency, kind, duties }, role, session };
}

function nameOf(seat: Seat): string {
  return `Contoh ${seat}`;
}

type Query = (sql: string, params?: readonly unknown[]) => Promise<unknown>;

async function furnish(query: Query, region: string): Promise<void> {
  for (const [id, code, name, short, prefix, kind, duties] of AGENCIES) {
    await query(
      `INSERT INTO agency (region, id, code, name, short, prefix, kind, duties)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [region, id, code, name, short, prefix, kind, duties],
    );
  }
  await query(`INSERT INTO agreement VALUES ($1, '119/CONTOH/2026', '{Pemkab,BPJS}', '2026-01-15', 'Contoh')`, [
    region,
  ]);
  await query(
    `INSERT INTO campaign (region, id, title, agreement, deadline, open, example)
     VALUES ($1, 1, 'Menuju UHC 2026', '119/CONTOH/2026', '2026-12-31T23:59:59+07:00', true, true),
            ($1, 2, 'UHC 2018', '119/CONTOH/2026', '2018-12-31T23:59:59+07:00', false, false)`,
    [region],
  );
  await query(`INSERT INTO campaign_line VALUES ($1, 1, 'registered', 98), ($1, 1, 'active', 80)`, [region]);
  await query(
    `INSERT INTO area (region, code, name, kind)
     VALUES ($1::text, $1 || '.10', 'Kanigoro', 'DISTRICT'), ($1, $1 || '.10.2001', 'Satreyan', 'VILLAGE')`,
    [region],
  );
  await query(`INSERT INTO agency_head VALUES ($1, $2, 'Kepala Contoh', 'PLT', '2026-02-01', NULL)`, [region, DISDIK]);
}
