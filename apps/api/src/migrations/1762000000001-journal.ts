import { IN_REGION, allowFunction, audienceIs, protect } from '@papan/server-platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The foundation: clock, regions with their counters, journal, answers to commands. docs/adr tells why. */
export class Journal1762000000001 implements MigrationInterface {
  readonly name = 'Journal1762000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    for (const statement of FUNCTIONS) await runner.query(statement);
    await protect(runner, 'installation', { app: 'SELECT', visible: 'true', tail: true });
    await protect(runner, 'clock', { app: 'SELECT', visible: 'true', tail: true });
    await protect(runner, 'region', {
      app: 'SELECT',
      visible: "code = current_setting('papan.region', true)",
      tail: true,
    });
    await protect(runner, 'journal', {
      app: 'SELECT',
      visible: `${IN_REGION} AND ${audienceIs('audience')}`,
      tail: true,
    });
    await protect(runner, 'journal_private', {
      app: 'SELECT',
      visible: `${IN_REGION} AND EXISTS (SELECT FROM journal j WHERE j.region = journal_private.region AND j.seq = journal_private.seq)`,
      tail: true,
    });
    await protect(runner, 'command_log', { app: 'SELECT' });
    await runner.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    for (const signature of INNER_FUNCTIONS) await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
    await allowFunction(runner, 'app_now()', true);
    await allowFunction(runner, 'instant_text(timestamptz)', true);
    await allowFunction(runner, 'open_command(uuid)');
    await allowFunction(runner, 'next_number(text)');
    await allowFunction(runner, 'next_numbers(text, integer)');
    await allowFunction(runner, 'append_journal(uuid, timestamptz, text, int, text, text, text, text)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of [...INNER_FUNCTIONS, ...OUTER_FUNCTIONS]) await runner.query(`DROP FUNCTION ${signature}`);
    await runner.query('DROP TABLE command_log, journal_private, journal, region, clock, installation');
  }
}

const TABLES = [
  `CREATE TABLE installation (
    key text PRIMARY KEY,
    value text NOT NULL
  )`,
  `CREATE TABLE clock (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    shift interval NOT NULL DEFAULT interval '0'
  )`,
  `INSERT INTO clock DEFAULT VALUES`,
  `CREATE TABLE region (
    code text PRIMARY KEY CHECK (code ~ '^[0-9]{2}[.][0-9]{2}$'),
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('KABUPATEN', 'KOTA')),
    example boolean NOT NULL DEFAULT false,
    epoch integer NOT NULL DEFAULT 1 CHECK (epoch > 0),
    seq bigint NOT NULL DEFAULT 0 CHECK (seq >= 0),
    head_hash bytea NOT NULL CHECK (octet_length(head_hash) = 32),
    next_task integer NOT NULL DEFAULT 1,
    next_blocker integer NOT NULL DEFAULT 1,
    next_person integer NOT NULL DEFAULT 1,
    next_agency integer NOT NULL DEFAULT 1,
    next_campaign integer NOT NULL DEFAULT 1,
    next_employer integer NOT NULL DEFAULT 1,
    next_case integer NOT NULL DEFAULT 1,
    next_handover integer NOT NULL DEFAULT 1,
    next_import integer NOT NULL DEFAULT 1
  ) WITH (fillfactor = 50)`,
  // Only write_entry writes here, and it holds the region's row: a foreign key would only repeat that with each write.
  `CREATE TABLE journal (
    region text NOT NULL,
    seq bigint NOT NULL,
    epoch integer NOT NULL,
    at timestamptz NOT NULL,
    type text NOT NULL,
    audience integer,
    entry text NOT NULL,
    prev bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (region, seq)
  )`,
  `CREATE TABLE journal_private (
    region text NOT NULL,
    seq bigint NOT NULL,
    salt bytea NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (region, seq),
    FOREIGN KEY (region, seq) REFERENCES journal (region, seq)
  )`,
  `CREATE TABLE command_log (
    region text NOT NULL,
    id uuid NOT NULL,
    person integer,
    body_hash text NOT NULL,
    answer jsonb NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (region, id)
  )`,
];

const INNER_FUNCTIONS = [
  'write_entry(text, uuid, int, int, timestamptz, text, int, text, text, text, text)',
  'add_region(text, text, text, boolean)',
];

const OUTER_FUNCTIONS = [
  'append_journal(uuid, timestamptz, text, int, text, text, text, text)',
  'open_command(uuid)',
  'next_number(text)',
  'next_numbers(text, integer)',
  'instant_text(timestamptz)',
  'app_now()',
];

const FUNCTIONS = [
  // The only clock. The shift is 0 except in the demonstration and in tests; only the owner can change it.
  `CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
   AS $$ SELECT date_trunc('milliseconds', clock_timestamp() + shift) FROM clock $$`,

  `CREATE FUNCTION instant_text(moment timestamptz) RETURNS text LANGUAGE sql IMMUTABLE
   AS $$ SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$`,

  // A region with an empty journal; the first link of its chain is made of its name.
  `CREATE FUNCTION add_region(p_code text, p_name text, p_kind text, p_example boolean) RETURNS void
   LANGUAGE sql AS $$
     INSERT INTO region (code, name, kind, example, head_hash)
     VALUES (p_code, p_name, p_kind, p_example, sha256(convert_to('papan-uhc:' || p_code, 'UTF8')))
   $$`,

  // What time it is and what this command was answered, if it is known.
  `CREATE FUNCTION open_command(p_id uuid)
   RETURNS TABLE (now text, seq bigint, body_hash text, person integer, answer jsonb)
   LANGUAGE plpgsql STABLE AS $$
   BEGIN
     RETURN QUERY
       SELECT instant_text(app_now()), c.seq, c.body_hash, c.person, c.answer
       FROM (VALUES (1)) AS one
       LEFT JOIN command_log c ON c.region = current_setting('papan.region', true) AND c.id = p_id;
   END $$`,

  // Small numbers per region; without gaps, since a rollback takes them back. Locks the region's row. The first of a block.
  `CREATE FUNCTION next_numbers(p_kind text, p_count integer) RETURNS integer
   LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
   DECLARE
     v_number integer;
   BEGIN
     IF p_kind NOT IN ('task', 'blocker', 'person', 'agency', 'campaign', 'employer', 'case', 'handover', 'import') THEN
       RAISE EXCEPTION 'no numbers for %', p_kind;
     END IF;
     IF p_count NOT BETWEEN 1 AND 100000 THEN
       RAISE EXCEPTION 'not a block of numbers: %', p_count;
     END IF;
     EXECUTE format('UPDATE region SET %1$I = %1$I + $2 WHERE code = $1 RETURNING %1$I - $2', 'next_' || p_kind)
       INTO v_number USING current_setting('papan.region', true), p_count;
     IF v_number IS NULL THEN
       RAISE EXCEPTION 'no region in this transaction';
     END IF;
     RETURN v_number;
   END $$`,

  `CREATE FUNCTION next_number(p_kind text) RETURNS integer LANGUAGE sql AS $$ SELECT next_numbers(p_kind, 1) $$`,

  // Locks the region's row, numbers, links, writes. The row's lock is what keeps numbers and chain in one line.
  `CREATE FUNCTION write_entry(
     p_region text, p_command uuid, p_agency int, p_person int, p_at timestamptz, p_type text, p_audience int,
     p_data text, p_private text, p_body_hash text, p_answer text
   ) RETURNS bigint LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
   DECLARE
     v_at timestamptz := date_trunc('milliseconds', p_at);
     v_salt bytea;
     v_private text := 'null';
     v_prev bytea;
     v_hash bytea;
     v_seq bigint;
     v_epoch integer;
     v_entry text;
     v_bytes bytea;
   BEGIN
     SELECT seq + 1, epoch, head_hash INTO v_seq, v_epoch, v_prev FROM region WHERE code = p_region FOR NO KEY UPDATE;
     IF v_seq IS NULL THEN
       RAISE EXCEPTION 'no such region';
     END IF;
     IF p_private IS NOT NULL THEN
       v_salt := uuid_send(gen_random_uuid());
       v_private := '"' || encode(sha256(v_salt || convert_to(p_private, 'UTF8')), 'hex') || '"';
     END IF;
     v_entry := '{"actor":{"agency":' || coalesce(p_agency::text, 'null')
       || ',"person":' || coalesce(p_person::text, 'null')
       || '},"at":"' || instant_text(v_at)
       || '","audience":' || coalesce(p_audience::text, 'null')
       || ',"command":"' || p_command::text
       || '","data":' || p_data
       || ',"epoch":' || v_epoch::text
       || ',"private":' || v_private
       || ',"region":"' || p_region
       || '","seq":' || v_seq::text
       || ',"type":"' || p_type || '"}';
     v_bytes := convert_to(v_entry, 'UTF8');
     v_hash := sha256('\\x01'::bytea || v_prev || int8send(v_seq) || int8send(octet_length(v_bytes)::bigint) || v_bytes);
     INSERT INTO journal (region, seq, epoch, at, type, audience, entry, prev, hash)
       VALUES (p_region, v_seq, v_epoch, v_at, p_type, p_audience, v_entry, v_prev, v_hash);
     IF p_private IS NOT NULL THEN
       INSERT INTO journal_private (region, seq, salt, body) VALUES (p_region, v_seq, v_salt, p_private);
     END IF;
     INSERT INTO command_log (region, id, person, body_hash, answer, seq, at)
       VALUES (p_region, p_command, p_person, p_body_hash, p_answer::jsonb, v_seq, v_at);
     UPDATE region SET seq = v_seq, head_hash = v_hash WHERE code = p_region;
     RETURN v_seq;
   END $$`,

  // The app's way to the journal: in the name of the transaction's actor, at the time it is.
  `CREATE FUNCTION append_journal(
     p_command uuid, p_at timestamptz, p_type text, p_audience int, p_data text, p_private text,
     p_body_hash text, p_answer text
   ) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     IF abs(extract(epoch FROM app_now() - p_at)) > 60 THEN
       RAISE EXCEPTION 'an entry is written at the time it happens';
     END IF;
     IF p_type !~ '^[A-Za-z]{1,60}$' THEN
       RAISE EXCEPTION 'not the name of an event';
     END IF;
     RETURN write_entry(
       nullif(current_setting('papan.region', true), ''), p_command,
       nullif(current_setting('papan.agency', true), '')::int,
       nullif(current_setting('papan.person', true), '')::int,
       p_at, p_type, p_audience, p_data, p_private, p_body_hash, p_answer
     );
   END $$`,
];
