import { Controller, Delete, Get } from '@nestjs/common';
import type { AccountView } from '@papan/contracts';
import { type Actor, refuse } from '@papan/domain';
import { Database } from '../database/database';
import { SmallNumber } from '../http/parsed';
import { Refused } from '../http/refused';
import { CurrentActor, May } from './access';
import { asIdentity } from './as-identity';
import { Sessions } from './sessions';

/** The accounts of a region, for its administrators. */
@Controller('api/regions/:region/people')
export class PeopleController {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @May('people.read')
  people(@CurrentActor() { region }: Actor): Promise<AccountView[]> {
    return asIdentity(this.database, (tx) =>
      tx.query<AccountView>(
        `SELECT m.number AS person, p.name, p.login, m.role, m.agency, count(s.id)::int AS sessions,
                instant_text(max(s.last_seen_at)) AS "lastSeenAt"
           FROM membership m JOIN person p ON p.id = m.person
           LEFT JOIN session s ON s.person = p.id AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
          WHERE m.region = $1 AND serves_now(m.from_day, m.until_day) AND p.disabled_at IS NULL
          GROUP BY m.number, p.name, p.login, m.role, m.agency ORDER BY m.number`,
        [region],
      ),
    );
  }

  /**
   * Ends the sessions of somebody who serves here now, on all devices; his next request is refused, his sockets close
   * within seconds. Who has left the region is no longer this administrator's.
   */
  @Delete(':person/sessions')
  @May('people.manage')
  async endSessions(
    @CurrentActor() { region }: Actor,
    @SmallNumber('person') number: number,
  ): Promise<{ readonly ended: number }> {
    const [found] = await asIdentity(this.database, (tx) =>
      tx.query<{ person: string }>(
        `SELECT person FROM membership
          WHERE region = $1 AND number = $2 AND serves_now(from_day, until_day) LIMIT 1`,
        [region, number],
      ),
    );
    if (!found) throw new Refused(refuse('NOT_FOUND'));
    return { ended: await this.sessions.endAllOf(found.person) };
  }
}
