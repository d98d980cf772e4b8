import type { Me, MembershipView } from '@papan/contracts';
import { type SessionKind, refuse } from '@papan/domain';
import type { Database } from '../database/database';
import { Refused } from '../http/refused';
import { asIdentity } from './as-identity';

/** Who one is: the posts of today, one for each region. */
export function readMe(database: Database, personId: string, session: SessionKind): Promise<Me> {
  return asIdentity(database, async (tx) => {
    const [person] = await tx.query<Pick<Me, 'name' | 'login' | 'demo' | 'serverTime'>>(
      `SELECT name, login, EXISTS (SELECT FROM installation WHERE key = 'demo') AS demo, instant_text(app_now()) AS "serverTime"
         FROM person WHERE id = $1`,
      [personId],
    );
    if (!person) throw new Refused(refuse('SESSION_ENDED'));
    const memberships = await tx.query<MembershipView>(
      `SELECT m.region, r.name AS "regionName", m.agency, a.name AS "agencyName", a.short AS "agencyShort",
              a.kind AS "agencyKind", a.duties, m.role, m.number AS person
         FROM posts_today($1) m JOIN region r ON r.code = m.region
         JOIN agency a ON a.region = m.region AND a.id = m.agency ORDER BY m.region`,
      [personId],
    );
    return { ...person, session, memberships };
  });
}
