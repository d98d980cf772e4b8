import { type Refusal, isRefusal, refuse } from '@papan/domain';
import { type Owner, createRegion } from '@papan/seed';
import { type NewAdministrator, createAdministrator } from '@papan/server-platform';
import { type Answer, type Call, type Command, RolledBack, given, needed } from '../command';
import { withOwner } from '../connect';
import { firstPasswordLink, todayOf } from './common';

/** `papan admin create`: the first administrator of a region, with a one-time link to set the password. */
export const adminCreate: Command = {
  name: 'admin create',
  flags: [
    { name: 'region', needed: true, example: '35.05' },
    { name: 'login', needed: true, example: 'admin@contoh.go.id' },
    { name: 'name', needed: true, example: '"Nama Lengkap"' },
    { name: 'agency', needed: false, example: 'DISKOMINFO' },
    { name: 'new-region', needed: false, example: null },
  ],
  help: {
    id: {
      summary: 'Membuat administrator pertama suatu daerah dan mencetak tautan sekali pakai untuk kata sandinya.',
      flags: [
        'kode Kemendagri kabupaten atau kota; dibuat bila pemasangan masih kosong',
        'nama akun',
        'nama lengkap',
        'kode perangkat daerah; bila kosong: sekretariat daerah',
        'buat daerah itu walaupun sudah ada daerah lain',
      ],
    },
    en: {
      summary: 'Makes the first administrator of a region and prints a one-time link to set the password.',
      flags: [
        'Kemendagri code of the regency or city; made when the installation is empty',
        'login',
        'full name',
        'code of the agency; without it: the regional secretariat',
        'make that region although there are others',
      ],
    },
  },
  run(call) {
    const [region, login, name] = [needed(call, 'region'), needed(call, 'login'), needed(call, 'name')];
    return withOwner(call, (owner) => create(call, owner, { region, login, name, agency: given(call, 'agency') }));
  },
};

async function create(call: Call, owner: Owner, admin: Omit<NewAdministrator, 'from'>): Promise<Answer | Refusal> {
  const made = await ensureRegion(call, owner, admin.region);
  if (isRefusal(made)) throw new RolledBack(made);
  const from = await todayOf(owner);
  const created = await createAdministrator(owner, { ...admin, from });
  if (isRefusal(created)) throw new RolledBack(created);
  const link = firstPasswordLink(call, created.token);
  const text = WORDS[call.language];
  return {
    lines: [...(made ? [text.region(admin.region, made)] : []), text.made(admin.login), link, text.once],
    data: { region: admin.region, login: admin.login, link, token: created.token, regionMade: made !== null },
  };
}

/** The name of the region if it had to be made, null if it was there. */
async function ensureRegion(call: Call, owner: Owner, code: string): Promise<string | null | Refusal> {
  const regions = await owner.query<{ code: string }>('SELECT code FROM region');
  if (regions.some((it) => it.code === code)) return null;
  if (regions.length > 0 && call.flags['new-region'] !== true) {
    return refuse('AREA_UNKNOWN', { value: code.slice(0, 40) });
  }
  return createRegion(owner, code, call.root);
}

const WORDS = {
  id: {
    region: (code: string, name: string) => `Daerah ${code} ${name} dibuat dengan daftar perangkat daerah baku.`,
    made: (login: string) => `Administrator ${login} dibuat. Buka tautan ini untuk membuat kata sandi:`,
    once: 'Tautan berlaku sekali, selama 24 jam.',
  },
  en: {
    region: (code: string, name: string) => `Region ${code} ${name} was made with the standard list of agencies.`,
    made: (login: string) => `Administrator ${login} was made. Open this link to set the password:`,
    once: 'The link works once, for 24 hours.',
  },
} as const;
