import { ESCALATION_RUNGS, MAIL_MODES, MAIL_STATES, NOTICE_KINDS } from '@papan/domain';
import { IN_REGION, IS_SYSTEM, allowFunction, protect } from '@papan/server-platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const oneOf = (column: string, values: readonly string[]): string =>
  `CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;

const OWN = `${IN_REGION} AND (${IS_SYSTEM} OR person = nullif(current_setting('papan.person', true), '')::int)`;

/** Deadlines, notices, mail: rows that every instance sweeps; what each does is committed with its row. */
export class DeadlinesNotices1762000000004 implements MigrationInterface {
  readonly name = 'DeadlinesNotices1762000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [DEADLINES, NOTICES, MAIL, SETTINGS, FUNCTIONS]) await runner.query(part);
    await protect(runner, 'deadline', { app: 'SELECT, INSERT, UPDATE' });
    await protect(runner, 'notice_cursor', { app: 'SELECT, INSERT, UPDATE', visible: `${IN_REGION} AND ${IS_SYSTEM}` });
    await protect(runner, 'notice', { app: 'SELECT, INSERT, UPDATE', visible: OWN });
    await protect(runner, 'mail', {
      app: 'SELECT, INSERT, UPDATE',
      visible: IN_REGION,
      writable: `${IN_REGION} AND ${IS_SYSTEM}`,
    });
    await protect(runner, 'notice_choice', { app: 'SELECT, INSERT, UPDATE', visible: OWN });
    await protect(runner, 'escalation_rule', { app: 'SELECT, INSERT' });
    for (const signature of CALLED) await allowFunction(runner, signature);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of CALLED) await runner.query(`DROP FUNCTION ${signature}`);
    await runner.query('DROP TRIGGER region_followed ON region');
    await runner.query('DROP FUNCTION follow_region()');
    await runner.query('DROP TABLE escalation_rule, notice_choice, mail, notice, notice_cursor, deadline');
    await runner.query('ALTER TABLE person DROP COLUMN email');
  }
}

const CALLED = [
  'claim_deadline(text[])',
  'postpone_deadline(uuid, boolean)',
  'deadline_state()',
  'claim_followed_region()',
  'claim_watched_region(interval)',
  'claim_mail(interval)',
  'mail_state()',
];

// `subject` and `entry` name what the clock belongs to, in the feature's own numbers, `code` what runs (a step); `agency`: whose turn it is then.
const DEADLINES = `
CREATE TABLE deadline (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  region text NOT NULL REFERENCES region,
  kind text NOT NULL CHECK (kind ~ '^[A-Z][A-Z_]{0,39}$'),
  subject int NOT NULL CHECK (subject > 0),
  entry uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  agency int,
  due_at timestamptz NOT NULL,
  fired_at timestamptz,
  stopped_at timestamptz,
  tries int NOT NULL DEFAULT 0,
  retry_at timestamptz,
  rungs_told int NOT NULL DEFAULT 0,
  UNIQUE (region, kind, subject, entry),
  FOREIGN KEY (region, agency) REFERENCES agency
) WITH (fillfactor = 80);
CREATE INDEX deadline_due ON deadline (due_at) WHERE fired_at IS NULL AND stopped_at IS NULL;
CREATE INDEX deadline_late ON deadline (region, fired_at) WHERE fired_at IS NOT NULL AND stopped_at IS NULL;
`;

// A cursor per region: what of its journal has been told, and when somebody last looked what is due or late.
const NOTICES = `
CREATE TABLE notice_cursor (
  region text PRIMARY KEY REFERENCES region,
  seq bigint NOT NULL DEFAULT 0,
  looked_at timestamptz
) WITH (fillfactor = 50);
INSERT INTO notice_cursor (region, seq) SELECT code, seq FROM region;

CREATE FUNCTION follow_region() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO notice_cursor (region) VALUES (NEW.code);
  RETURN NULL;
END $$;
CREATE TRIGGER region_followed AFTER INSERT ON region FOR EACH ROW EXECUTE FUNCTION follow_region();

CREATE TABLE notice (
  region text NOT NULL REFERENCES region,
  number bigint GENERATED ALWAYS AS IDENTITY,
  person int NOT NULL,
  kind text NOT NULL ${oneOf('kind', NOTICE_KINDS)},
  task int,
  case_id int,
  params jsonb NOT NULL DEFAULT '{}',
  dedupe text NOT NULL,
  at timestamptz NOT NULL,
  read_at timestamptz,
  mail text,
  PRIMARY KEY (region, number),
  UNIQUE (region, dedupe, person)
);
CREATE INDEX notice_of ON notice (region, person, number DESC);
CREATE INDEX notice_unread ON notice (region, person) WHERE read_at IS NULL;
CREATE INDEX notice_mail ON notice (region, person, mail) WHERE mail IS NOT NULL;
`;

// The address is looked up when the mail is sent: it is not kept in the outbox.
const MAIL = `
ALTER TABLE person ADD COLUMN email text CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$');

CREATE TABLE mail (
  region text NOT NULL REFERENCES region,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person int NOT NULL,
  template text NOT NULL,
  params jsonb NOT NULL DEFAULT '{}',
  dedupe text NOT NULL,
  state text NOT NULL DEFAULT 'WAITING' ${oneOf('state', MAIL_STATES)},
  tries int NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  error text,
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (region, id),
  UNIQUE (region, dedupe)
) WITH (fillfactor = 80);
CREATE INDEX mail_waiting ON mail (next_try_at) WHERE state = 'WAITING';
`;

const SETTINGS = `
CREATE TABLE notice_choice (
  region text NOT NULL REFERENCES region,
  person int NOT NULL,
  mail text NOT NULL ${oneOf('mail', MAIL_MODES)},
  language text NOT NULL CHECK (language IN ('id', 'en')),
  quiet_from text NOT NULL CHECK (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_until text NOT NULL CHECK (quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  PRIMARY KEY (region, person)
);

-- Which rungs, after how many working days, in which hours: holds from a day on, until a later row does.
CREATE TABLE escalation_rule (
  region text NOT NULL REFERENCES region,
  number bigint GENERATED ALWAYS AS IDENTITY,
  from_day date NOT NULL,
  delays int[] NOT NULL CHECK (cardinality(delays) = ${ESCALATION_RUNGS.length}),
  opens text NOT NULL CHECK (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text NOT NULL CHECK (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  CHECK (opens < closes),
  PRIMARY KEY (region, number)
);
`;

const FUNCTIONS = `
-- One due row that nobody else works on, locked until the end of the transaction. Only the database's time counts.
CREATE FUNCTION claim_deadline(p_kinds text[])
RETURNS TABLE (id uuid, region text, kind text, subject int, entry uuid, code text, agency int, "dueAt" text, now text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.region, d.kind, d.subject, d.entry, d.code, d.agency, instant_text(d.due_at), instant_text(app_now())
    FROM deadline d
   WHERE d.fired_at IS NULL AND d.stopped_at IS NULL AND d.due_at <= app_now() AND d.kind = ANY (p_kinds)
     AND (d.retry_at IS NULL OR d.retry_at <= app_now())
   ORDER BY d.due_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED
$$;

-- A row that could not be fired waits, so that it does not stand in the way of the others: 1 s, 2 s, 4 s … 5 minutes.
CREATE FUNCTION postpone_deadline(p_id uuid, p_failed boolean) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE deadline SET tries = tries + p_failed::int,
    retry_at = app_now() + least(interval '5 minutes', interval '1 second' * 2 ^ CASE WHEN p_failed THEN least(tries, 9) ELSE 0 END)
   WHERE id = p_id AND fired_at IS NULL
$$;

CREATE FUNCTION deadline_state() RETURNS TABLE (due int, seconds float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int, coalesce(extract(epoch FROM app_now() - min(due_at)), 0)::float8
    FROM deadline WHERE fired_at IS NULL AND stopped_at IS NULL AND due_at <= app_now()
$$;

-- A region whose journal has grown since it was last told, its cursor locked.
CREATE FUNCTION claim_followed_region() RETURNS TABLE (region text, seq bigint, now text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.region, c.seq, instant_text(app_now()) FROM notice_cursor c JOIN region r ON r.code = c.region
   WHERE c.seq < r.seq ORDER BY c.region LIMIT 1 FOR UPDATE OF c SKIP LOCKED
$$;

-- A region in which nobody has looked for so long what is due or late; its cursor locked.
CREATE FUNCTION claim_watched_region(p_every interval) RETURNS TABLE (region text, now text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.region, instant_text(app_now()) FROM notice_cursor c
   WHERE c.looked_at IS NULL OR c.looked_at <= app_now() - p_every OR c.looked_at > app_now()
   ORDER BY c.looked_at NULLS FIRST LIMIT 1 FOR UPDATE OF c SKIP LOCKED
$$;

-- Lends out one waiting mail: who dies with it in his hands has it taken back after the lease.
CREATE FUNCTION claim_mail(p_lease interval) RETURNS TABLE (region text, id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE mail m SET tries = m.tries + 1, next_try_at = app_now() + p_lease
    FROM (SELECT w.region, w.id FROM mail w WHERE w.state = 'WAITING' AND w.next_try_at <= app_now()
           ORDER BY w.next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED) AS one
   WHERE m.region = one.region AND m.id = one.id RETURNING m.region, m.id
$$;

CREATE FUNCTION mail_state() RETURNS TABLE (state text, mails int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.state, count(*)::int FROM mail m GROUP BY m.state
$$;
`;
