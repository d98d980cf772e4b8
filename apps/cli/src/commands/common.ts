import { randomUUID } from 'node:crypto';
import { type BoardEvent, type IsoDate, type IsoInstant, isIsoDate, isRefusal, refuse, wibDate } from '@papan/domain';
import type { Owner } from '@papan/seed';
import { canonicalJson, sha256 } from '@papan/server-platform';
import { type Call, Hindrance, RolledBack, given } from '../command';

/** The moment by the installation's own clock. */
export async function nowOf(owner: Owner): Promise<IsoInstant> {
  const [clock] = await owner.query<{ now: string }>('SELECT instant_text(app_now()) AS now');
  return clock?.now ?? '';
}

/** The day in WIB by the installation's own clock. */
export async function todayOf(owner: Owner): Promise<IsoDate> {
  return wibDate(await nowOf(owner));
}

/** An entry of the journal that names nobody: the operator has no seat in the region. */
export async function tellJournal(
  owner: Owner,
  region: string,
  { type, data }: BoardEvent,
  audience: number | null,
): Promise<void> {
  const told = canonicalJson(data);
  await owner.query(`SELECT write_entry($1, $2, NULL, NULL, app_now(), $3, $4, $5, NULL, $6, '{}')`, [
    ...[region, randomUUID(), type, audience, told, sha256(told).toString('hex')],
  ]);
}

/** The address under which a one-time token sets a password. */
export function firstPasswordLink({ env }: Call, token: string): string {
  const known = env['PUBLIC_ORIGIN']?.split(',')[0]?.trim().replace(/\/$/, '');
  return `${known || `http://localhost:${env['PORT'] || '3000'}`}/first-password?token=${token}`;
}

/** The value, or the refusal thrown so that the transaction takes everything back. */
export function orRollBack<T>(value: T): Exclude<T, { readonly refused: true }> {
  if (isRefusal(value)) throw new RolledBack(value);
  return value as Exclude<T, { readonly refused: true }>;
}

/** The date behind a flag, or undefined. Refuses DATE_INVALID. */
export function givenDate(call: Call, flag: string): IsoDate | undefined {
  const text = given(call, flag);
  if (text === undefined) return undefined;
  if (!isIsoDate(text)) throw new RolledBack(refuse('DATE_INVALID', { field: flag, value: `${text}`.slice(0, 40) }));
  return text;
}

/** Throws the refusal AREA_UNKNOWN where the installation has no such region. */
export async function checkRegion(owner: Owner, code: string): Promise<{ readonly name: string }> {
  const [region] = await owner.query<{ name: string }>('SELECT name FROM region WHERE code = $1', [code]);
  if (!region) throw new RolledBack(refuse('AREA_UNKNOWN', { value: code.slice(0, 40) }));
  return region;
}

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly hasPassword: boolean;
}

/** The account with this login, whatever its case. */
export async function findAccount(owner: Owner, login: string): Promise<Account | undefined> {
  const [account] = await owner.query<Account>(
    `SELECT p.id, p.login, p.name, p.disabled_at IS NOT NULL AS disabled, c.password_hash IS NOT NULL AS "hasPassword"
       FROM person p LEFT JOIN credential c ON c.person = p.id WHERE lower(p.login) = lower($1)`,
    [login.trim()],
  );
  return account;
}

/** The account that can sign in. Throws Hindrance PERSON_UNKNOWN or PERSON_DISABLED. */
export async function enabledAccount(owner: Owner, login: string): Promise<Account> {
  const account = await findAccount(owner, login);
  if (!account) throw personUnknown(login);
  if (account.disabled) throw personDisabled(login);
  return account;
}

export function personUnknown(login: string): Hindrance {
  return new Hindrance('PERSON_UNKNOWN', {
    id: { title: `Tidak ada akun “${login.slice(0, 120)}”.`, mend: 'Lihat: npm run papan -- person list --region …' },
    en: {
      title: `There is no account “${login.slice(0, 120)}”.`,
      mend: 'See: npm run papan -- person list --region …',
    },
  });
}

export function personDisabled(login: string): Hindrance {
  return new Hindrance('PERSON_DISABLED', {
    id: { title: `Akun “${login}” sudah dinonaktifkan.`, mend: 'Buat akun lain dengan nama akun yang baru.' },
    en: { title: `The account “${login}” was switched off.`, mend: 'Make another account with a new login.' },
  });
}
