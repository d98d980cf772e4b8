import {
  AGENCY_KINDS,
  BLOCKER_CODES,
  CAPACITIES,
  DUTIES,
  MEASURES,
  ROLES,
  SEGMENTS,
  SESSION_KINDS,
  TASK_STATUSES,
  UNITS,
  VISIBILITIES,
} from '@papan/domain';
import { IN_REGION, allowFunction, audienceIs, protect, quoted, rolesOf } from '@papan/server-platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Set for the length of a sign-in or of a look at one's own account; see `as-identity.ts` of the platform. */
const IDENTITY = "current_setting('papan.identity', true) = 'on'";
const FOR_PARTIES = `${IN_REGION} AND ${audienceIs('audience')}`;

const oneOf = (column: string, values: readonly string[]): string =>
  `CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;

const PEOPLE = `
CREATE TABLE person (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  login text NOT NULL CHECK (login = btrim(login) AND login <> ''),
  name text NOT NULL CHECK (name <> ''),
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX person_login ON person (lower(login));

CREATE TABLE credential (
  person uuid PRIMARY KEY REFERENCES person,
  password_hash text,
  token_hash bytea UNIQUE,
  token_expires_at timestamptz
);

CREATE TABLE agency (
  region text NOT NULL REFERENCES region,
  id int NOT NULL CHECK (id > 0),
  code text NOT NULL,
  name text NOT NULL,
  short text NOT NULL,
  prefix text NOT NULL,
  kind text NOT NULL ${oneOf('kind', AGENCY_KINDS)},
  role text NOT NULL DEFAULT '',
  duties text[] NOT NULL DEFAULT '{}' CHECK (duties <@ ARRAY[${DUTIES.map((duty) => `'${duty}'`).join(', ')}]),
  PRIMARY KEY (region, id),
  UNIQUE (region, code)
);

CREATE TABLE membership (
  region text NOT NULL,
  number int NOT NULL CHECK (number > 0),
  person uuid NOT NULL REFERENCES person,
  agency int NOT NULL,
  role text NOT NULL ${oneOf('role', ROLES)},
  capacity text NOT NULL DEFAULT 'DEFINITIF' ${oneOf('capacity', CAPACITIES)},
  from_day date NOT NULL,
  until_day date CHECK (until_day >= from_day),
  PRIMARY KEY (region, number, from_day),
  FOREIGN KEY (region, agency) REFERENCES agency
);
CREATE INDEX membership_person ON membership (person);

CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person uuid NOT NULL REFERENCES person,
  kind text NOT NULL ${oneOf('kind', SESSION_KINDS)},
  token_hash bytea NOT NULL UNIQUE,
  device text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX session_person ON session (person) WHERE ended_at IS NULL;

CREATE TABLE login_attempt (
  account text NOT NULL,
  source text NOT NULL,
  failures int NOT NULL,
  last_at timestamptz NOT NULL,
  retry_at timestamptz NOT NULL,
  signed_in_at timestamptz,
  PRIMARY KEY (account, source)
);
CREATE INDEX login_attempt_age ON login_attempt (last_at);

CREATE TABLE demo_account (
  position int PRIMARY KEY,
  person uuid NOT NULL REFERENCES person,
  region text NOT NULL REFERENCES region,
  password text NOT NULL
);
`;

const ORGANISATION = `
CREATE TABLE agency_head (
  region text NOT NULL,
  agency int NOT NULL,
  name text NOT NULL,
  capacity text NOT NULL ${oneOf('capacity', CAPACITIES)},
  from_day date NOT NULL,
  until_day date CHECK (until_day >= from_day),
  PRIMARY KEY (region, agency, from_day, name),
  FOREIGN KEY (region, agency) REFERENCES agency
);

CREATE TABLE area (
  region text NOT NULL REFERENCES region,
  code text NOT NULL CHECK (code LIKE region || '.%'),
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('DISTRICT', 'VILLAGE')),
  PRIMARY KEY (region, code)
);

CREATE TABLE agreement (
  region text NOT NULL REFERENCES region,
  number text NOT NULL,
  parties text[] NOT NULL,
  signed_on date,
  subject text NOT NULL,
  PRIMARY KEY (region, number)
);

CREATE TABLE campaign (
  region text NOT NULL REFERENCES region,
  id int NOT NULL CHECK (id > 0),
  title text NOT NULL,
  agreement text NOT NULL,
  starts_on date,
  deadline timestamptz NOT NULL,
  open boolean NOT NULL DEFAULT true,
  example boolean NOT NULL DEFAULT false,
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, agreement) REFERENCES agreement
);

CREATE TABLE campaign_line (
  region text NOT NULL,
  campaign int NOT NULL,
  measure text NOT NULL ${oneOf('measure', MEASURES)},
  percent numeric(5, 2) NOT NULL CHECK (percent > 0 AND percent <= 100),
  -- Since when the line holds; null: since the campaign began.
  from_day date,
  PRIMARY KEY (region, campaign, measure),
  FOREIGN KEY (region, campaign) REFERENCES campaign
);

CREATE TABLE holiday_decree (year int PRIMARY KEY, basis text NOT NULL);
CREATE TABLE holiday (
  day date PRIMARY KEY,
  year int NOT NULL REFERENCES holiday_decree,
  kind text NOT NULL CHECK (kind IN ('NATIONAL', 'COLLECTIVE_LEAVE'))
);

CREATE TABLE directory_version (region text PRIMARY KEY REFERENCES region, version bigint NOT NULL DEFAULT 1);
`;

const TASKS = `
CREATE TABLE task (
  region text NOT NULL,
  id int NOT NULL CHECK (id > 0),
  campaign int NOT NULL,
  agency int NOT NULL,
  audience int,
  visibility text NOT NULL ${oneOf('visibility', VISIBILITIES)},
  status text NOT NULL ${oneOf('status', TASK_STATUSES)},
  since timestamptz NOT NULL,
  title text NOT NULL,
  description text NOT NULL,
  evidence text NOT NULL,
  unit text NOT NULL ${oneOf('unit', UNITS)},
  segment text ${oneOf('segment', SEGMENTS)},
  area text,
  target bigint NOT NULL CHECK (target >= 0),
  start_day date,
  due date NOT NULL,
  due_changes int NOT NULL DEFAULT 0,
  reported bigint NOT NULL DEFAULT 0 CHECK (reported >= 0),
  reached bigint NOT NULL DEFAULT 0 CHECK (reached >= 0),
  rejected bigint NOT NULL DEFAULT 0 CHECK (rejected >= 0),
  registered bigint NOT NULL DEFAULT 0 CHECK (registered >= 0),
  active bigint NOT NULL DEFAULT 0 CHECK (active >= 0),
  last_report_at timestamptz,
  last_report_by int,
  last_report_delta bigint NOT NULL DEFAULT 0,
  origin int,
  version int NOT NULL DEFAULT 1,
  field_versions jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, campaign) REFERENCES campaign,
  FOREIGN KEY (region, agency) REFERENCES agency,
  FOREIGN KEY (region, origin) REFERENCES task,
  CHECK (audience IS NOT DISTINCT FROM CASE visibility WHEN 'agency' THEN agency END),
  CHECK (target > 0 OR status = 'TRANSFERRED'),
  CHECK (start_day <= due)
) WITH (fillfactor = 80);

CREATE TABLE progress_entry (
  region text NOT NULL,
  entry uuid NOT NULL,
  task int NOT NULL,
  audience int,
  delta bigint NOT NULL,
  reached bigint NOT NULL,
  rejected bigint NOT NULL,
  on_day date NOT NULL,
  corrects uuid,
  person int NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (region, entry),
  FOREIGN KEY (region, task) REFERENCES task,
  FOREIGN KEY (region, corrects) REFERENCES progress_entry
);
CREATE INDEX progress_entry_corrects ON progress_entry (region, corrects) WHERE corrects IS NOT NULL;

CREATE TABLE verification_entry (
  region text NOT NULL,
  entry uuid NOT NULL,
  task int NOT NULL,
  audience int,
  measure text NOT NULL ${oneOf('measure', MEASURES)},
  delta bigint NOT NULL,
  as_of date NOT NULL,
  corrects uuid,
  source jsonb NOT NULL,
  person int NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (region, entry),
  FOREIGN KEY (region, task) REFERENCES task,
  FOREIGN KEY (region, corrects) REFERENCES verification_entry
);
CREATE INDEX verification_entry_corrects ON verification_entry (region, corrects) WHERE corrects IS NOT NULL;

CREATE TABLE blocker (
  region text NOT NULL,
  id int NOT NULL CHECK (id > 0),
  task int NOT NULL,
  audience int,
  code text NOT NULL ${oneOf('code', BLOCKER_CODES)},
  text text NOT NULL,
  waiting int NOT NULL,
  lifter int NOT NULL CHECK (lifter <> waiting),
  since timestamptz NOT NULL,
  wanted_by date,
  lifted_at timestamptz,
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, task) REFERENCES task,
  FOREIGN KEY (region, waiting) REFERENCES agency,
  FOREIGN KEY (region, lifter) REFERENCES agency
);
CREATE INDEX blocker_open ON blocker (region, task) WHERE lifted_at IS NULL;

CREATE TABLE allocation (
  region text NOT NULL,
  campaign int NOT NULL,
  measure text NOT NULL ${oneOf('measure', MEASURES)},
  agency int NOT NULL,
  people bigint NOT NULL CHECK (people >= 0),
  PRIMARY KEY (region, campaign, measure, agency),
  FOREIGN KEY (region, campaign) REFERENCES campaign,
  FOREIGN KEY (region, agency) REFERENCES agency
);

CREATE TABLE task_event (
  region text NOT NULL,
  task int NOT NULL,
  seq bigint NOT NULL,
  audience int,
  type text NOT NULL,
  PRIMARY KEY (region, task, seq)
);
CREATE INDEX task_event_verified ON task_event (region, seq) WHERE type = 'ProgressVerified';
`;

const COVERAGE = `
CREATE TABLE cut (
  region text NOT NULL REFERENCES region,
  number bigint GENERATED ALWAYS AS IDENTITY,
  as_of date NOT NULL,
  population bigint NOT NULL CHECK (population > 0),
  population_version text NOT NULL,
  registered bigint NOT NULL CHECK (registered >= 0),
  active bigint NOT NULL CHECK (active >= 0 AND active <= registered),
  source text NOT NULL,
  example boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (region, number)
);

CREATE TABLE verified_day (
  region text NOT NULL REFERENCES region,
  as_of date NOT NULL,
  registered bigint NOT NULL,
  active bigint NOT NULL,
  PRIMARY KEY (region, as_of)
);

CREATE TABLE published_figure (
  id text PRIMARY KEY,
  position int NOT NULL DEFAULT 0,
  region_code text NOT NULL,
  region_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('DATA', 'CLAIM')),
  as_of date,
  source text NOT NULL,
  registered bigint,
  registered_percent numeric(5, 2),
  active bigint,
  active_percent numeric(5, 2),
  unregistered bigint,
  unregistered_percent numeric(5, 2),
  population bigint,
  denominator text,
  note text NOT NULL DEFAULT ''
);
`;

const FUNCTIONS = `
-- Sessions live on the real clock of the database, never on the demo's: a demo that starts on another day must neither
-- end a session at once nor keep it for months.
CREATE FUNCTION session_expiry(kind text, created timestamptz, seen timestamptz) RETURNS timestamptz
LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE kind WHEN 'phone' THEN seen + interval '30 days'
                   ELSE least(created + interval '12 hours', seen + interval '30 minutes') END
$$;

-- Whether a post is held today, by the product's own clock: the posts of the demo are held in the demo's time.
CREATE FUNCTION serves_now(from_day date, until_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT from_day <= today.day AND (until_day IS NULL OR until_day >= today.day)
    FROM (SELECT (app_now() AT TIME ZONE 'Asia/Jakarta')::date AS day) AS today
$$;

-- The one post in which a person acts in a region today: the lowest number, then the newest post, then the lowest agency.
CREATE FUNCTION posts_today(holder uuid) RETURNS SETOF membership LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (region) * FROM membership
   WHERE person = holder AND serves_now(from_day, until_day) ORDER BY region, number, from_day DESC, agency
$$;

-- Who holds this token, and where he serves today. Writes "last seen" at most once a minute.
CREATE FUNCTION identity_session(token bytea) RETURNS jsonb LANGUAGE plpgsql VOLATILE SET papan.identity = 'on' AS $$
DECLARE found_session session;
BEGIN
  SELECT s.* INTO found_session FROM session s JOIN person p ON p.id = s.person
   WHERE s.token_hash = token AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND p.disabled_at IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF found_session.last_seen_at < clock_timestamp() - interval '1 minute' THEN
    UPDATE session SET last_seen_at = clock_timestamp(), expires_at = session_expiry(kind, created_at, clock_timestamp())
     WHERE id = found_session.id AND ended_at IS NULL;
  END IF;
  RETURN jsonb_build_object('id', found_session.id, 'person', found_session.person, 'kind', found_session.kind, 'actors', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('region', m.region, 'person', m.number, 'agency', m.agency,
                                                 'agencyKind', a.kind, 'duties', a.duties, 'role', m.role) ORDER BY m.region), '[]')
      FROM posts_today(found_session.person) m JOIN agency a ON a.region = m.region AND a.id = m.agency));
END $$;

CREATE FUNCTION identity_valid_sessions(ids uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SET papan.identity = 'on' AS $$
BEGIN
  RETURN QUERY SELECT s.id FROM session s JOIN person p ON p.id = s.person
   WHERE s.id = ANY (ids) AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND p.disabled_at IS NULL;
END $$;

-- Net people of one measure in the entries of a verification.
CREATE FUNCTION sum_of(entries jsonb, which text) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT coalesce(sum((one ->> 'delta')::numeric), 0) FROM jsonb_array_elements(entries) AS one WHERE one ->> 'measure' = which
$$;

-- Which entries of the journal tell of a task: its history is read without reading the whole journal.
CREATE FUNCTION note_task_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told jsonb := NEW.entry::jsonb -> 'data';
BEGIN
  INSERT INTO task_event (region, task, seq, audience, type)
  SELECT NEW.region, task::int, NEW.seq, NEW.audience, NEW.type
    FROM unnest(ARRAY[told ->> 'task', told ->> 'newTask']) AS task WHERE task IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_task AFTER INSERT ON journal FOR EACH ROW EXECUTE FUNCTION note_task_event();

CREATE FUNCTION bump_directory() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO directory_version AS d (region) SELECT DISTINCT region FROM changed
  ON CONFLICT (region) DO UPDATE SET version = d.version + 1;
  RETURN NULL;
END $$;
`;

/** The directory is cached by its version; whatever it shows moves the version, whoever writes. */
const IN_THE_DIRECTORY = ['agency', 'agency_head', 'area', 'agreement', 'campaign', 'campaign_line', 'membership'];

function directoryTriggers(table: string): string {
  const trigger = (event: string, rows: string): string =>
    `CREATE TRIGGER ${table}_directory_${event.toLowerCase()} AFTER ${event} ON ${table}
     REFERENCING ${rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bump_directory();`;
  return [trigger('INSERT', 'NEW'), trigger('UPDATE', 'NEW'), trigger('DELETE', 'OLD')].join('\n');
}

/** Agencies, people, sessions, tasks and figures. */
export class OrganisationTasksCoverage1762000000002 implements MigrationInterface {
  readonly name = 'OrganisationTasksCoverage1762000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PEOPLE, ORGANISATION, TASKS, COVERAGE, FUNCTIONS]) await runner.query(part);
    for (const table of IN_THE_DIRECTORY) await runner.query(directoryTriggers(table));
    await this.protectPeople(runner);
    await this.protectRegions(runner);
    for (const table of ['holiday_decree', 'holiday', 'published_figure']) {
      await protect(runner, table, { app: 'SELECT', visible: 'true', writable: 'false' });
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY region_identity ON region');
    await runner.query(`
      DROP TABLE published_figure, verified_day, cut, task_event, allocation, blocker, verification_entry,
        progress_entry, task, directory_version, holiday, holiday_decree, campaign_line, campaign, agreement,
        area, agency_head, demo_account, login_attempt, session, membership, agency, credential, person CASCADE`);
    await runner.query(`
      DROP FUNCTION bump_directory, identity_valid_sessions, identity_session, posts_today, session_expiry, note_task_event, sum_of, serves_now CASCADE`);
  }

  /** Secrets and sessions are visible inside `asIdentity` only; names also where their holder serves in the region. */
  private async protectPeople(runner: QueryRunner): Promise<void> {
    const all = 'SELECT, INSERT, UPDATE';
    const colleague = `id IN (SELECT person FROM membership WHERE ${IN_REGION})`;
    await protect(runner, 'person', { app: all, visible: `${IDENTITY} OR ${colleague}`, writable: IDENTITY });
    await protect(runner, 'membership', { app: all, visible: `${IDENTITY} OR ${IN_REGION}`, writable: IDENTITY });
    await protect(runner, 'agency', { app: all, visible: `${IDENTITY} OR ${IN_REGION}`, writable: IN_REGION });
    for (const table of ['credential', 'session', 'login_attempt']) {
      await protect(runner, table, { app: `${all}, DELETE`, visible: IDENTITY });
    }
    await protect(runner, 'demo_account', { app: 'SELECT', visible: IDENTITY, writable: 'false' });
    const { app } = await rolesOf(runner);
    await runner.query(`CREATE POLICY region_identity ON region FOR SELECT TO ${quoted(app)} USING (${IDENTITY})`);
    await allowFunction(runner, 'session_expiry(text, timestamptz, timestamptz)');
    await allowFunction(runner, 'identity_session(bytea)');
    await allowFunction(runner, 'serves_now(date, date)');
    await allowFunction(runner, 'posts_today(uuid)');
    await allowFunction(runner, 'sum_of(jsonb, text)');
    await allowFunction(runner, 'identity_valid_sessions(uuid[])');
  }

  private async protectRegions(runner: QueryRunner): Promise<void> {
    for (const table of ['agency_head', 'area', 'agreement', 'campaign', 'campaign_line', 'directory_version']) {
      await protect(runner, table, { app: 'SELECT' });
    }
    await protect(runner, 'task', { app: 'SELECT, INSERT, UPDATE', visible: FOR_PARTIES });
    await protect(runner, 'blocker', { app: 'SELECT, INSERT, UPDATE', visible: FOR_PARTIES });
    for (const table of ['progress_entry', 'verification_entry', 'task_event']) {
      await protect(runner, table, { app: 'SELECT, INSERT', visible: FOR_PARTIES });
    }
    await protect(runner, 'allocation', { app: 'SELECT, INSERT, UPDATE' });
    await protect(runner, 'cut', { app: 'SELECT, INSERT' });
    await protect(runner, 'verified_day', { app: 'SELECT, INSERT, UPDATE' });
  }
}
