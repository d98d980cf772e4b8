import { seedDemo } from '@papan/seed';
import { layDownDossiers } from '@papan/server-compliance';
import { MailCatcher } from '@papan/server-notices';
import type { SettingsValues } from '@papan/server-platform';
import pg from 'pg';

export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly name: string;
}

/**
 * Loads the demonstration into an installation in which nobody works yet and nobody asked to do without it. `filesDir`: the
 * folder of the evidence files.
 */
export async function loadDemoOnce(ownerUrl: string, filesDir: string): Promise<void> {
  const [found] = await asOwner<{ lived: boolean }>(
    ownerUrl,
    `SELECT EXISTS (SELECT FROM region) OR EXISTS (SELECT FROM person)
       OR EXISTS (SELECT FROM installation WHERE key = 'without-demo') AS lived`,
  );
  if (found?.lived !== false) return;
  await seedDemo(ownerUrl, { filesDir, afterwards: layDownDossiers });
}

/** Notes that this installation was started without the demonstration, so that no later start brings it. */
export async function goWithoutDemo(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, `INSERT INTO installation (key, value) VALUES ('without-demo', '') ON CONFLICT DO NOTHING`);
}

/** The accounts that the sign-in page of a demonstration shows; none elsewhere. */
export function demoAccounts(ownerUrl: string): Promise<DemoAccount[]> {
  return asOwner<DemoAccount>(
    ownerUrl,
    `SELECT p.login, d.password, p.name FROM demo_account d JOIN person p ON p.id = d.person ORDER BY d.position`,
  );
}

/** In a demo mail is caught, never sent; in production, and where a mail server is given, there is no catcher. */
export async function catchDemoMail(
  ownerUrl: string,
  { smtpUrl }: Pick<SettingsValues, 'smtpUrl'>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<MailCatcher | undefined> {
  if (smtpUrl !== null || env['NODE_ENV'] === 'production') return undefined;
  const [found] = await asOwner<{ demo: boolean }>(
    ownerUrl,
    `SELECT EXISTS (SELECT FROM installation WHERE key = 'demo') AS demo`,
  );
  return found?.demo === true ? MailCatcher.open() : undefined;
}

async function asOwner<R>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as R[];
  } finally {
    await client.end();
  }
}
