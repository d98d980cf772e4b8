import { EMPLOYER_SOURCES, IMPORT_SOURCES, ROW_OUTCOMES, SECTORS } from '@papan/domain';
import { IN_REGION, SEES_EMPLOYERS, protect } from '@papan/server-platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const THEIRS = `${IN_REGION} AND ${SEES_EMPLOYERS}`;

const oneOf = (column: string, values: readonly string[]): string =>
  `CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;

const EMPLOYERS = `
CREATE TABLE employer (
  region text NOT NULL REFERENCES region,
  id int NOT NULL CHECK (id > 0),
  name text NOT NULL,
  nib text CHECK (nib ~ '^[0-9]{13}$'),
  npwp text CHECK (npwp ~ '^[0-9]{15,16}$'),
  npp text,
  address text NOT NULL DEFAULT '',
  contact text NOT NULL DEFAULT '',
  district text,
  village text,
  sector text ${oneOf('sector', SECTORS)},
  estimated bigint NOT NULL DEFAULT 0 CHECK (estimated >= 0),
  registered bigint NOT NULL DEFAULT 0 CHECK (registered >= 0),
  source text NOT NULL ${oneOf('source', EMPLOYER_SOURCES)},
  merged_into int CHECK (merged_into <> id),
  changed_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  field_versions jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, merged_into) REFERENCES employer,
  FOREIGN KEY (region, district) REFERENCES area,
  FOREIGN KEY (region, village) REFERENCES area
) WITH (fillfactor = 80);
CREATE INDEX employer_nib ON employer (region, nib) WHERE nib IS NOT NULL;
CREATE INDEX employer_merged ON employer (region, merged_into) WHERE merged_into IS NOT NULL;

-- Pairs that look alike and of which a person found that they are two employers. Merged ones need no row: they lead on.
CREATE TABLE employer_apart (
  region text NOT NULL,
  employer int NOT NULL,
  other int NOT NULL,
  person int NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (region, employer, other),
  CHECK (employer < other),
  FOREIGN KEY (region, employer) REFERENCES employer,
  FOREIGN KEY (region, other) REFERENCES employer
);

-- Which entries of the journal tell of an employer: its history is read without reading the whole journal.
CREATE TABLE employer_event (
  region text NOT NULL,
  employer int NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (region, employer, seq)
);
CREATE FUNCTION note_employer_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told jsonb := NEW.entry::jsonb -> 'data';
BEGIN
  INSERT INTO employer_event (region, employer, seq)
  SELECT DISTINCT NEW.region, one::int, NEW.seq
    FROM unnest(ARRAY[told ->> 'employer', told ->> 'into', told ->> 'other']) AS one WHERE one IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_employer AFTER INSERT ON journal FOR EACH ROW
  WHEN (NEW.type IN ('EmployerRecorded', 'EmployerChanged', 'EmployersMerged', 'EmployersKeptApart'))
  EXECUTE FUNCTION note_employer_event();
`;

const IMPORTS = `
-- One uploaded list. Its lines are written before it, so that the numbering of the region is not held meanwhile.
CREATE TABLE employer_import (
  region text NOT NULL REFERENCES region,
  id int NOT NULL CHECK (id > 0),
  -- The key of the upload, made by the client: sent again, the answer is the same.
  upload uuid NOT NULL,
  source text NOT NULL ${oneOf('source', IMPORT_SOURCES)},
  file text NOT NULL CHECK (file ~ '^[0-9a-f]{64}$'),
  name text NOT NULL,
  sheet text,
  heading_line int NOT NULL,
  headings jsonb NOT NULL,
  rows int NOT NULL CHECK (rows > 0),
  mapping jsonb,
  violation text,
  -- How far the journal had come when the list was last checked.
  checked_seq bigint,
  person int NOT NULL,
  uploaded_at timestamptz NOT NULL,
  applied_at timestamptz,
  -- Cases that were opened when it was loaded.
  opened int,
  PRIMARY KEY (region, id),
  UNIQUE (region, upload)
);

CREATE TABLE import_row (
  region text NOT NULL,
  upload uuid NOT NULL,
  line int NOT NULL,
  cells jsonb NOT NULL,
  -- What was found when the list was last checked.
  outcome text ${oneOf('outcome', ROW_OUTCOMES)},
  value jsonb,
  fields text[],
  problems jsonb,
  employer int,
  seen int,
  violations text[],
  missing bigint,
  doubles jsonb,
  -- What a person decided about the doubles: the employer that it is, or 0 where it is none of them.
  decided int,
  PRIMARY KEY (region, upload, line)
);

CREATE TABLE import_profile (
  region text NOT NULL REFERENCES region,
  source text NOT NULL ${oneOf('source', IMPORT_SOURCES)},
  name text NOT NULL CHECK (name <> ''),
  headings_key text NOT NULL,
  mapping jsonb NOT NULL,
  violation text,
  person int NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (region, source, name)
);
`;

/** The register of employers, the pairs that were kept apart, and the lists that are loaded into it. */
export class Employers1762000000005 implements MigrationInterface {
  readonly name = 'Employers1762000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [EMPLOYERS, IMPORTS]) await runner.query(part);
    await protect(runner, 'employer', { app: 'SELECT, INSERT, UPDATE', visible: THEIRS });
    await protect(runner, 'employer_apart', { app: 'SELECT, INSERT', visible: THEIRS });
    await protect(runner, 'employer_event', { app: 'SELECT', visible: THEIRS });
    await protect(runner, 'employer_import', { app: 'SELECT, INSERT, UPDATE, DELETE', visible: THEIRS });
    await protect(runner, 'import_row', { app: 'SELECT, INSERT, UPDATE, DELETE', visible: THEIRS });
    await protect(runner, 'import_profile', { app: 'SELECT, INSERT, UPDATE', visible: THEIRS });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION note_employer_event CASCADE');
    await runner.query(
      'DROP TABLE import_profile, import_row, employer_import, employer_event, employer_apart, employer CASCADE',
    );
  }
}
