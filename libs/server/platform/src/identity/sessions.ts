import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, AgencyKind, Duty, Role, SessionKind } from '@papan/domain';
import { Database } from '../database/database';
import { sessionToken } from './cookies';
import { asIdentity } from './as-identity';
import { deviceWords } from './device-words';
import type { SignedIn } from './signed-in';

/** A session that has just begun. The token is known to the browser only; the database keeps its hash. */
export interface StartedSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly kind: SessionKind;
  readonly token: string;
  /** How long the browser keeps the cookie, in seconds. The server may end the session earlier. */
  readonly maxAge: number;
}

/** One line of "where am I signed in". Times are UTC instants of the real clock. */
export interface ListedSession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

const HOUR = 3600;

/**
 * How long the browser keeps the cookie, in seconds. A phone's session slides by 30 days on the server; its cookie is
 * not sent again with each answer, so it is given the longest life that browsers grant.
 */
const COOKIE_AGE: Readonly<Record<SessionKind, number>> = { desk: 12 * HOUR, phone: 400 * 24 * HOUR };

interface SessionRow {
  readonly id: string;
  readonly person: string;
  readonly kind: SessionKind;
  readonly actors: readonly {
    readonly region: string;
    readonly person: number;
    readonly agency: number;
    readonly agencyKind: AgencyKind;
    readonly duties: readonly Duty[];
    readonly role: Role;
  }[];
}

/**
 * Sessions: an opaque token in a cookie, stored hashed. Desk: idle 30 minutes, at most 12 hours; phone: 30 days, sliding.
 * Nothing is cached: a session that is ended is gone at the next request, on every instance.
 * Source: docs/domain.md#sessions.
 */
@Injectable()
export class Sessions {
  constructor(private readonly database: Database) {}

  /** Who sends this `Cookie` header; null where nobody does, or the session has ended. One round trip. */
  async authenticate(cookieHeader: string | undefined): Promise<SignedIn | null> {
    const token = sessionToken(cookieHeader);
    if (token === undefined) return null;
    const [found] = await this.database.ask<{ session: SessionRow | null }>('SELECT identity_session($1) AS session', [
      hashOf(token),
    ]);
    return found?.session ? signedIn(found.session) : null;
  }

  /** Which of these sessions still stand; asked every few seconds for the open sockets. */
  async stillValid(sessionIds: readonly string[]): Promise<Set<string>> {
    if (sessionIds.length === 0) return new Set();
    const rows = await this.database.ask<{ id: string }>('SELECT identity_valid_sessions($1) AS id', [sessionIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Begins a session for a person whose password has just been checked. */
  async start(personId: string, kind: SessionKind, userAgent: string | undefined): Promise<StartedSession> {
    const token = randomBytes(32).toString('base64url');
    const [row] = await asIdentity(this.database, (tx) =>
      tx.query<{ id: string }>(
        `INSERT INTO session (person, kind, token_hash, device, expires_at)
         VALUES ($1, $2, $3, $4, session_expiry($2, clock_timestamp(), clock_timestamp())) RETURNING id`,
        [personId, kind, hashOf(token), deviceWords(userAgent)],
      ),
    );
    if (!row) throw new Error('the session was not written');
    return { sessionId: row.id, personId, kind, token, maxAge: COOKIE_AGE[kind] };
  }

  /** Ends one session of a person; false where he has none of that id. */
  async end(sessionId: string, personId: string): Promise<boolean> {
    const rows = await asIdentity(this.database, (tx) =>
      tx.query(
        `WITH ended AS (UPDATE session SET ended_at = clock_timestamp()
                         WHERE id = $1 AND person = $2 AND ended_at IS NULL RETURNING id)
         SELECT id FROM ended`,
        [sessionId, personId],
      ),
    );
    return rows.length > 0;
  }

  /** Ends all sessions of a person, on all devices; says how many. */
  async endAllOf(personId: string): Promise<number> {
    const rows = await asIdentity(this.database, (tx) =>
      tx.query(
        `WITH ended AS (UPDATE session SET ended_at = clock_timestamp()
                         WHERE person = $1 AND ended_at IS NULL RETURNING id)
         SELECT id FROM ended`,
        [personId],
      ),
    );
    return rows.length;
  }

  /** Where the person is signed in now, the newest first. */
  list(personId: string): Promise<readonly ListedSession[]> {
    return asIdentity(this.database, (tx) =>
      tx.query<ListedSession>(
        `SELECT id, kind, device, instant_text(created_at) AS "createdAt", instant_text(last_seen_at) AS "lastSeenAt"
           FROM session WHERE person = $1 AND ended_at IS NULL AND expires_at > clock_timestamp()
          ORDER BY created_at DESC, id`,
        [personId],
      ),
    );
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function signedIn({ id, person, kind, actors }: SessionRow): SignedIn {
  return {
    sessionId: id,
    personId: person,
    kind,
    actors: new Map(actors.map((row) => [row.region, actorOf(row, kind)])),
  };
}

function actorOf(row: SessionRow['actors'][number], session: SessionKind): Actor {
  const { region, person, agency, agencyKind, duties, role } = row;
  return { person, region, agency: { id: agency, kind: agencyKind, duties }, role, session };
}
