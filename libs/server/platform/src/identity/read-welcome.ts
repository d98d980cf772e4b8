import type { Welcome } from '@papan/contracts';
import type { Database } from '../database/database';
import { asIdentity } from './as-identity';

/** What the sign-in page may know. Accounts are there only where the demo was loaded. */
export function readWelcome(database: Database, insecure: boolean): Promise<Welcome> {
  return asIdentity(database, async (tx) => {
    const accounts = await tx.query<Welcome['accounts'][number]>(
      `SELECT p.login, d.password, p.name, m.role, a.name AS agency, r.name AS region
         FROM demo_account d JOIN person p ON p.id = d.person JOIN region r ON r.code = d.region
         JOIN membership m ON m.person = d.person AND m.region = d.region AND serves_now(m.from_day, m.until_day)
         JOIN agency a ON a.region = m.region AND a.id = m.agency
        ORDER BY d.position`,
      [],
    );
    const [clock] = await tx.query<{ now: string; demo: boolean }>(
      `SELECT instant_text(app_now()) AS now, EXISTS (SELECT FROM installation WHERE key = 'demo') AS demo`,
      [],
    );
    return { demo: clock?.demo ?? false, serverTime: clock?.now ?? '', insecure, accounts };
  });
}
