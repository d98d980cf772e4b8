import { type AgencyKind, CAPACITIES, type Capacity, type IsoDate, ROLES, type Role } from '@papan/domain';
import type { Owner } from '@papan/seed';
import { createPerson, firstPasswordToken, grantMembership } from '@papan/server-platform';
import { type Answer, type Call, type Command, Hindrance, UsageError, given, needed } from '../command';
import { withOwner } from '../connect';
import { checkRegion, findAccount, firstPasswordLink, givenDate, orRollBack, personDisabled, todayOf } from './common';

/** `papan person add`: a person with a post in a region, or another post for an account that is there. */
export const personAdd: Command = {
  name: 'person add',
  flags: [
    { name: 'region', needed: true, example: '35.05' },
    { name: 'agency', needed: true, example: 'DISDIK' },
    { name: 'role', needed: true, example: 'operator' },
    { name: 'login', needed: true, example: 'rina@contoh.go.id' },
    { name: 'name', needed: false, example: '"Nama Lengkap"' },
    { name: 'capacity', needed: false, example: 'plt' },
    { name: 'from', needed: false, example: '2026-11-02' },
    { name: 'email', needed: false, example: 'rina@contoh.go.id' },
  ],
  help: {
    id: {
      summary: 'Menambahkan seseorang beserta jabatannya dan mencetak tautan sekali pakai untuk kata sandinya.',
      flags: [
        'kode daerah',
        'kode perangkat daerah atau mitra',
        `peran: ${ROLES.join(', ')}`,
        'nama akun; akun yang sudah ada mendapat jabatan tambahan',
        'nama lengkap; wajib bagi akun baru',
        'definitif (baku), plt, plh, atau pj',
        'hari pertama menjabat; baku: hari ini',
        'alamat surat elektronik; baku: nama akun, bila berupa alamat',
      ],
    },
    en: {
      summary: 'Adds a person with a post and prints a one-time link to set the password.',
      flags: [
        'code of the region',
        'code of the agency or partner',
        `role: ${ROLES.join(', ')}`,
        'login; an account that is there gets one more post',
        'full name; needed for a new account',
        'definitif (default), plt, plh or pj',
        'first day of the post; default: today',
        'address for mail; default: the login, where it is an address',
      ],
    },
  },
  run(call) {
    const post = {
      region: needed(call, 'region'),
      agency: needed(call, 'agency'),
      role: oneOf(call, 'role', ROLES),
      login: needed(call, 'login'),
      capacity: oneOf(call, 'capacity', CAPACITIES, 'DEFINITIF'),
    };
    return withOwner(call, (owner) => add(call, owner, post));
  },
};

interface Post {
  readonly region: string;
  readonly agency: string;
  readonly role: Role;
  readonly login: string;
  readonly capacity: Capacity;
}

async function add(call: Call, owner: Owner, post: Post): Promise<Answer> {
  await checkRegion(owner, post.region);
  const agency = await agencyFor(owner, post);
  const from = givenDate(call, 'from') ?? (await todayOf(owner));
  const account = await findAccount(owner, post.login);
  if (account?.disabled) throw personDisabled(account.login);
  const person =
    account?.id ??
    orRollBack(await createPerson(owner, { login: post.login, name: needed(call, 'name'), passwordHash: null }));
  await noteAddress(call, owner, person);
  await endFormerPost(owner, post.region, person, from);
  const { region, role, capacity } = post;
  const number = await grantMembership(owner, {
    ...{ region, person, agency: agency.id, role, capacity, from, until: null },
  });
  if (role === 'head') await noteHead(owner, post, agency.id, person, from);
  const token = account?.hasPassword ? null : await firstPasswordToken(owner, person);
  const link = token === null ? null : firstPasswordLink(call, token);
  const text = WORDS[call.language];
  return {
    lines: [text.added(post.login, number, role, agency.code, region), ...(link ? [text.open, link, text.once] : [])],
    data: { region, person: number, agency: agency.code, role, capacity, login: post.login, from, link, token },
  };
}

async function noteAddress(call: Call, owner: Owner, person: string): Promise<void> {
  const email = given(call, 'email');
  if (email === undefined) return;
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
    throw new UsageError({ id: '--email: bukan alamat surat elektronik.', en: '--email: not an e-mail address.' });
  }
  await owner.query('UPDATE person SET email = $2 WHERE id = $1', [person, email]);
}

async function agencyFor(
  owner: Owner,
  { region, agency: code, role }: Post,
): Promise<{ readonly id: number; readonly code: string }> {
  const agencies = await owner.query<{ id: number; code: string; kind: AgencyKind }>(
    'SELECT id, code, kind FROM agency WHERE region = $1 ORDER BY id',
    [region],
  );
  const found = agencies.find((agency) => agency.code === code.toUpperCase());
  if (!found) {
    const codes = agencies.map((agency) => agency.code).join(', ');
    throw new Hindrance('AGENCY_UNKNOWN', {
      id: { title: `Tidak ada instansi “${code.slice(0, 40)}” di daerah ini.`, mend: `Pilih: ${codes}` },
      en: { title: `This region has no agency “${code.slice(0, 40)}”.`, mend: `Choose one of: ${codes}` },
    });
  }
  if (fits(role, found.kind)) return found;
  throw new Hindrance('ROLE_ELSEWHERE', {
    id: { title: `Peran ${role} bukan untuk ${found.code}.`, mend: 'lead: instansi pemimpin; bpjs-*: BPJS Kesehatan.' },
    en: {
      title: `The role ${role} is not for ${found.code}.`,
      mend: 'lead: the leading agency; bpjs-*: BPJS Kesehatan.',
    },
  });
}

/** Who leads sits with the leading agency; who verifies, with a partner: nobody verifies his own agency's work. */
function fits(role: Role, kind: AgencyKind): boolean {
  if (role === 'lead') return kind === 'LEAD';
  return !role.startsWith('bpjs-') || kind === 'PARTNER';
}

/** One post per region: a new one ends the one before on the day before. */
async function endFormerPost(owner: Owner, region: string, person: string, from: IsoDate): Promise<void> {
  const [later] = await owner.query(
    'SELECT 1 FROM membership WHERE region = $1 AND person = $2 AND from_day >= $3 LIMIT 1',
    [region, person, from],
  );
  if (later) {
    throw new Hindrance('POST_HELD', {
      id: {
        title: `Orang ini sudah memegang jabatan sejak ${from} atau sesudahnya.`,
        mend: 'Pilih --from yang kemudian.',
      },
      en: { title: `This person holds a post from ${from} or later already.`, mend: 'Choose a later --from.' },
    });
  }
  await owner.query(
    `UPDATE membership SET until_day = $3::date - 1
      WHERE region = $1 AND person = $2 AND (until_day IS NULL OR until_day >= $3)`,
    [region, person, from],
  );
}

async function noteHead(owner: Owner, post: Post, agency: number, person: string, from: IsoDate): Promise<void> {
  await owner.query(
    `UPDATE agency_head SET until_day = $3::date - 1
      WHERE region = $1 AND agency = $2 AND from_day < $3 AND (until_day IS NULL OR until_day >= $3)`,
    [post.region, agency, from],
  );
  await owner.query(
    `INSERT INTO agency_head (region, agency, name, capacity, from_day)
     SELECT $1, $2, name, $4, $5 FROM person WHERE id = $3 ON CONFLICT DO NOTHING`,
    [post.region, agency, person, post.capacity, from],
  );
}

function oneOf<T extends string>(call: Call, flag: string, values: readonly T[], otherwise?: T): T {
  const asked = otherwise === undefined ? needed(call, flag) : (given(call, flag) ?? otherwise);
  const found = values.find((value) => value.toLowerCase() === asked.toLowerCase());
  if (found !== undefined) return found;
  const list = values.map((value) => value.toLowerCase()).join(', ');
  throw new UsageError({ id: `--${flag}: pilih ${list}.`, en: `--${flag}: choose one of ${list}.` });
}

const WORDS = {
  id: {
    added: (login: string, number: number, role: string, agency: string, region: string) =>
      `${login} bertugas sebagai ${role} di ${agency}, ${region} (orang nomor ${number}).`,
    open: 'Buka tautan ini untuk membuat kata sandi:',
    once: 'Tautan berlaku sekali, selama 24 jam.',
  },
  en: {
    added: (login: string, number: number, role: string, agency: string, region: string) =>
      `${login} serves as ${role} in ${agency}, ${region} (person number ${number}).`,
    open: 'Open this link to set the password:',
    once: 'The link works once, for 24 hours.',
  },
} as const;
