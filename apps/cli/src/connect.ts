import { resolve } from 'node:path';
import { Hindrance, type Call, type Environment } from './command';
import { failureCode, isConnectionLost } from '@papan/server-platform';
import { PostgresRefused, attachEmbeddedPostgres, useEmbeddedPostgres } from '@papan/server-postgres';
import { type Owner, asOwner } from '@papan/seed';

/**
 * Runs `work` with the address of the owner role: DATABASE_URL, else the embedded server of DATA_DIR, which is started for
 * the command and stopped after it where it does not run. Throws Hindrance where there is none, or none with a schema.
 */
export async function withOwnerUrl<T>({ env, root }: Call, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const given = env['DATABASE_URL'];
  if (given) return await explained(async () => work(await checked(given)));
  const server = await explained(() => useEmbeddedPostgres({ dataDir: dataDir(env, root) }));
  try {
    return await explained(async () => work(await checked(server.url)));
  } finally {
    await server.stop();
  }
}

/** One transaction as the owner. */
export function withOwner<T>(call: Call, work: (owner: Owner) => Promise<T>): Promise<T> {
  return withOwnerUrl(call, (ownerUrl) => asOwner(ownerUrl, work));
}

/** The address of a database that is there anyway: DATABASE_URL, or an embedded server that runs already. */
export async function findOwnerUrl({ env, root }: Call): Promise<string | undefined> {
  if (env['DATABASE_URL']) return env['DATABASE_URL'];
  try {
    return (await attachEmbeddedPostgres(dataDir(env, root))).url;
  } catch (error) {
    if (error instanceof PostgresRefused) return undefined;
    throw error;
  }
}

/** One transaction as the owner of a database that is there anyway; undefined where none is. */
export async function withOwnerIfThere<T>(call: Call, work: (owner: Owner) => Promise<T>): Promise<T | undefined> {
  const url = await findOwnerUrl(call);
  return url === undefined ? undefined : await explained(() => asOwner(url, work));
}

/** Where the evidence files lie, as the server finds them: FILES_DIR, else in DATA_DIR. */
export function filesDir({ env, root }: Pick<Call, 'env' | 'root'>): string {
  return env['FILES_DIR'] ? resolve(root, env['FILES_DIR']) : resolve(dataDir(env, root), 'files');
}

function dataDir(env: Environment, root: string): string {
  return resolve(root, env['DATA_DIR'] ?? '.data');
}

async function checked(ownerUrl: string): Promise<string> {
  const [found] = await asOwner(ownerUrl, (owner) =>
    owner.query<{ ready: boolean }>(`SELECT to_regclass('public.verified_day') IS NOT NULL AS ready`),
  );
  if (found?.ready) return ownerUrl;
  throw new Hindrance('DATABASE_EMPTY', {
    id: { title: 'Basis data ini belum disiapkan.', mend: 'Jalankan dahulu: npm start -- --empty' },
    en: { title: 'This database has not been prepared yet.', mend: 'First run: npm start -- --empty' },
  });
}

/** Failures of the surroundings in words; everything else is a mistake of ours and goes on as it is. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PostgresRefused) {
      throw new Hindrance(error.code, { id: { title: error.id, mend: '' }, en: { title: error.en, mend: '' } });
    }
    if (!isConnectionLost(error) && !isRefusedAtTheDoor(error)) throw error;
    const why = failureCode(error) ?? '?';
    throw new Hindrance('DATABASE_UNREACHABLE', {
      id: { title: `Basis data tidak dapat dihubungi (${why}).`, mend: 'Periksa DATABASE_URL, lalu ulangi.' },
      en: { title: `The database cannot be reached (${why}).`, mend: 'Check DATABASE_URL and try again.' },
    });
  }
}

/** Wrong password, unknown role, unknown database. */
function isRefusedAtTheDoor(error: unknown): boolean {
  return ['28P01', '28000', '3D000'].includes(failureCode(error) ?? '');
}
