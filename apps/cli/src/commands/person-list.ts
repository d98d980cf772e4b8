import { type Command, needed } from '../command';
import { withOwner } from '../connect';
import { checkRegion } from './common';

interface Row {
  readonly person: number;
  readonly login: string;
  readonly name: string;
  readonly agency: string;
  readonly role: string;
  readonly capacity: string;
  readonly from: string;
  readonly until: string | null;
  readonly state: 'ACTIVE' | 'NO_PASSWORD' | 'DISABLED';
}

/** `papan person list`: who serves in a region, and who served. */
export const personList: Command = {
  name: 'person list',
  flags: [{ name: 'region', needed: true, example: '35.05' }],
  help: {
    id: { summary: 'Mendaftar semua orang suatu daerah dengan jabatan dan keadaan akunnya.', flags: ['kode daerah'] },
    en: { summary: 'Lists everybody of a region with post and state of the account.', flags: ['code of the region'] },
  },
  run(call) {
    const region = needed(call, 'region');
    return withOwner(call, async (owner) => {
      await checkRegion(owner, region);
      const people = await owner.query<Row>(
        `SELECT m.number AS person, p.login, p.name, a.code AS agency, m.role, m.capacity,
                m.from_day::text AS "from", m.until_day::text AS until,
                CASE WHEN p.disabled_at IS NOT NULL THEN 'DISABLED'
                     WHEN c.password_hash IS NULL THEN 'NO_PASSWORD' ELSE 'ACTIVE' END AS state
           FROM membership m JOIN person p ON p.id = m.person LEFT JOIN credential c ON c.person = p.id
           JOIN agency a ON a.region = m.region AND a.id = m.agency
          WHERE m.region = $1 ORDER BY m.number, m.from_day`,
        [region],
      );
      const text = WORDS[call.language];
      const rows = people.map(({ person, login, name, agency, role, from, until, state }) =>
        [person, login, name, agency, role, `${from} – ${until ?? '…'}`, text[state]].join('  '),
      );
      return { lines: rows.length > 0 ? rows : [text.nobody], data: { region, people } };
    });
  },
};

const WORDS = {
  id: { ACTIVE: 'aktif', NO_PASSWORD: 'belum ada kata sandi', DISABLED: 'nonaktif', nobody: 'Belum ada orang.' },
  en: { ACTIVE: 'active', NO_PASSWORD: 'no password yet', DISABLED: 'switched off', nobody: 'There is nobody yet.' },
} as const;
