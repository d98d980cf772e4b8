import { EVIDENCE_KINDS, EVIDENCE_LIMIT } from '@papan/domain';
import { EVIDENCE_SUBJECTS, IN_REGION, allowFunction, audienceIs, protect } from '@papan/server-platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const oneOf = (column: string, values: readonly string[]): string =>
  `CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;

const FILE = `
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  original_hash text NOT NULL CHECK (original_hash ~ '^[0-9a-f]{64}$'),
  kind text NOT NULL ${oneOf('kind', EVIDENCE_KINDS)},
  bytes bigint NOT NULL CHECK (bytes BETWEEN 1 AND ${2 * EVIDENCE_LIMIT}),
  name text NOT NULL,
  agency int,
  person int,
  at timestamptz NOT NULL,`;

const TABLES = `
-- Each upload; two of the same bytes are two rows and one file.
CREATE TABLE evidence (
  region text NOT NULL REFERENCES region,
  number bigint GENERATED ALWAYS AS IDENTITY,
  ${FILE}
  PRIMARY KEY (region, number)
);
CREATE INDEX evidence_by_hash ON evidence (hash);

-- What a file belongs to. What the file is stands here again: who sees the use need not see the upload.
CREATE TABLE evidence_use (
  region text NOT NULL REFERENCES region,
  number bigint GENERATED ALWAYS AS IDENTITY,
  ${FILE}
  subject text NOT NULL ${oneOf('subject', EVIDENCE_SUBJECTS)},
  subject_id int NOT NULL CHECK (subject_id > 0),
  entry uuid,
  audience int,
  letter_number text NOT NULL,
  letter_date date,
  received_on date,
  note text NOT NULL,
  PRIMARY KEY (region, number),
  CHECK (received_on >= letter_date)
);
CREATE INDEX evidence_use_by_hash ON evidence_use (hash);
CREATE INDEX evidence_use_by_subject ON evidence_use (region, subject, subject_id);
CREATE UNIQUE INDEX evidence_use_once ON evidence_use (region, subject, subject_id, entry, hash) WHERE entry IS NOT NULL;
`;

const FUNCTIONS = `
-- One lock for each content, whatever its region: who uploads or uses it shares it, who sweeps wants it alone.
CREATE FUNCTION evidence_lock(asked text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT hashtextextended('evidence:' || asked, 0)
$$;

-- Contents that nothing uses and nobody has uploaded for a week: their uploads are forgotten, and they stay locked until the
-- transaction ends, so that the files can be removed in it. What is just being uploaded or used is passed by.
CREATE FUNCTION forget_unused_evidence(most int) RETURNS SETOF text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one text;
BEGIN
  FOR one IN
    SELECT e.hash FROM evidence e
     WHERE NOT EXISTS (SELECT FROM evidence_use u WHERE u.hash = e.hash)
     GROUP BY e.hash HAVING max(e.at) <= app_now() - interval '7 days' LIMIT most
  LOOP
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(evidence_lock(one));
    CONTINUE WHEN EXISTS (SELECT FROM evidence_use WHERE hash = one);
    CONTINUE WHEN EXISTS (SELECT FROM evidence WHERE hash = one AND at > app_now() - interval '7 days');
    DELETE FROM evidence WHERE hash = one;
    RETURN NEXT one;
  END LOOP;
END $$;
`;

/** Files that show work: uploads, and what they belong to. */
export class Evidence1762000000003 implements MigrationInterface {
  readonly name = 'Evidence1762000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    const own = `agency = nullif(current_setting('papan.agency', true), '')::int`;
    await protect(runner, 'evidence', { app: 'SELECT, INSERT', visible: `${IN_REGION} AND ${own}` });
    await protect(runner, 'evidence_use', {
      app: 'SELECT, INSERT',
      visible: `${IN_REGION} AND ${audienceIs('audience')}`,
    });
    await allowFunction(runner, 'evidence_lock(text)');
    await allowFunction(runner, 'forget_unused_evidence(int)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION forget_unused_evidence(int)');
    await runner.query('DROP FUNCTION evidence_lock(text)');
    await runner.query('DROP TABLE evidence_use, evidence');
  }
}
