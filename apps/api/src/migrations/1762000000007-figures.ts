import { FIGURE_KINDS, SEGMENTS } from '@papan/domain';
import { IN_REGION, protect } from '@papan/server-platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const oneOf = (column: string, values: readonly string[]): string =>
  `CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;

const FIGURES = `
-- A cut may come with a file, and be corrected by a later one of the same day; nothing is overwritten.
ALTER TABLE cut
  ADD COLUMN quota bigint CHECK (quota >= 0),
  ADD COLUMN file text CHECK (file ~ '^[0-9a-f]{64}$'),
  ADD COLUMN person int,
  ADD COLUMN level text NOT NULL DEFAULT 'TOTAL' ${oneOf('level', ['TOTAL', 'DISTRICT', 'VILLAGE'])};
CREATE INDEX cut_day ON cut (region, as_of DESC, number DESC);

-- Members by area and segment of one cut: of its villages or of its districts, never of both.
CREATE TABLE cut_cell (
  region text NOT NULL,
  cut bigint NOT NULL,
  area text NOT NULL,
  segment text NOT NULL ${oneOf('segment', SEGMENTS)},
  registered bigint NOT NULL CHECK (registered >= 0),
  active bigint NOT NULL CHECK (active >= 0 AND active <= registered),
  PRIMARY KEY (region, cut, area, segment),
  FOREIGN KEY (region, cut) REFERENCES cut,
  FOREIGN KEY (region, area) REFERENCES area
);

-- The sums of a cut by segment, written with its cells: three years are read without reading every village.
CREATE TABLE cut_segment (
  region text NOT NULL,
  cut bigint NOT NULL,
  segment text NOT NULL ${oneOf('segment', SEGMENTS)},
  registered bigint NOT NULL,
  active bigint NOT NULL,
  PRIMARY KEY (region, cut, segment),
  FOREIGN KEY (region, cut) REFERENCES cut
);

CREATE TABLE population (
  region text NOT NULL REFERENCES region,
  number bigint GENERATED ALWAYS AS IDENTITY,
  semester text NOT NULL CHECK (semester <> ''),
  people bigint NOT NULL CHECK (people > 0),
  source text NOT NULL,
  example boolean NOT NULL DEFAULT false,
  file text CHECK (file ~ '^[0-9a-f]{64}$'),
  person int,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (region, number)
);
CREATE TABLE population_cell (
  region text NOT NULL,
  population bigint NOT NULL,
  area text NOT NULL,
  people bigint NOT NULL CHECK (people >= 0),
  PRIMARY KEY (region, population, area),
  FOREIGN KEY (region, population) REFERENCES population,
  FOREIGN KEY (region, area) REFERENCES area
);

-- Why people came and went in the month that ends with the day; a later row of the same day and kind corrects it.
CREATE TABLE movement (
  region text NOT NULL REFERENCES region,
  number bigint GENERATED ALWAYS AS IDENTITY,
  as_of date NOT NULL,
  movements jsonb NOT NULL,
  source text NOT NULL,
  example boolean NOT NULL DEFAULT false,
  file text CHECK (file ~ '^[0-9a-f]{64}$'),
  person int,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (region, number)
);
CREATE INDEX movement_day ON movement (region, as_of, number DESC);

CREATE TABLE map_layer (
  region text NOT NULL REFERENCES region,
  number bigint GENERATED ALWAYS AS IDENTITY,
  topology text NOT NULL,
  areas int NOT NULL CHECK (areas > 0),
  source text NOT NULL,
  file text NOT NULL CHECK (file ~ '^[0-9a-f]{64}$'),
  person int NOT NULL,
  published_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (region, number)
);
`;

const FILES = `
-- One uploaded file with figures. Its lines are written before it, so that the numbering of the region is not held meanwhile.
CREATE TABLE figure_file (
  region text NOT NULL REFERENCES region,
  id int NOT NULL CHECK (id > 0),
  upload uuid NOT NULL,
  kind text NOT NULL ${oneOf('kind', FIGURE_KINDS)},
  file text NOT NULL CHECK (file ~ '^[0-9a-f]{64}$'),
  name text NOT NULL,
  sheet text,
  heading_line int NOT NULL,
  headings jsonb NOT NULL,
  rows int NOT NULL CHECK (rows > 0),
  mapping jsonb,
  -- What a person told of the file besides the columns.
  told jsonb,
  preview jsonb,
  -- How far the region's figures had come when the file was last checked.
  checked_seq bigint,
  person int NOT NULL,
  uploaded_at timestamptz NOT NULL,
  applied_at timestamptz,
  became text,
  PRIMARY KEY (region, id),
  UNIQUE (region, upload)
);
CREATE TABLE figure_line (
  region text NOT NULL,
  upload uuid NOT NULL,
  line int NOT NULL,
  cells jsonb NOT NULL,
  PRIMARY KEY (region, upload, line)
);
CREATE TABLE figure_profile (
  region text NOT NULL REFERENCES region,
  kind text NOT NULL ${oneOf('kind', FIGURE_KINDS)},
  name text NOT NULL CHECK (name <> ''),
  headings_key text NOT NULL,
  mapping jsonb NOT NULL,
  person int NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (region, kind, name)
);
`;

const PUBLIC = `
-- The totals of every region, of this installation or not, as the province and the public see them. Only totals: nothing of
-- a district, a segment or a person.
CREATE TABLE region_figure (
  region_code text NOT NULL,
  region_name text NOT NULL,
  as_of date NOT NULL,
  number bigint NOT NULL,
  population bigint NOT NULL CHECK (population > 0),
  population_version text NOT NULL,
  registered bigint NOT NULL,
  active bigint NOT NULL,
  source text NOT NULL,
  example boolean NOT NULL,
  PRIMARY KEY (region_code, as_of, number)
);
CREATE FUNCTION publish_cut() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO region_figure
  SELECT r.code, r.name, NEW.as_of, NEW.number, NEW.population, NEW.population_version, NEW.registered, NEW.active,
         NEW.source, NEW.example
    FROM region r WHERE r.code = NEW.region;
  RETURN NULL;
END $$;
CREATE TRIGGER cut_published AFTER INSERT ON cut FOR EACH ROW EXECUTE FUNCTION publish_cut();
INSERT INTO region_figure
SELECT r.code, r.name, c.as_of, c.number, c.population, c.population_version, c.registered, c.active, c.source, c.example
  FROM cut c JOIN region r ON r.code = c.region;

-- What a region's own people found published about it; published_figure is what ships with the product.
CREATE TABLE claim (
  region text NOT NULL REFERENCES region,
  number int GENERATED ALWAYS AS IDENTITY,
  as_of date,
  source text NOT NULL,
  registered bigint,
  registered_percent numeric(5, 2),
  active bigint,
  active_percent numeric(5, 2),
  population bigint,
  denominator text,
  says_uhc boolean NOT NULL DEFAULT false,
  note text NOT NULL,
  person int NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (region, number)
);
ALTER TABLE published_figure ADD COLUMN says_uhc boolean NOT NULL DEFAULT false;
`;

/** Coverage: months by area and segment, populations, movements, map layers, and the files they come from. */
export class Figures1762000000007 implements MigrationInterface {
  readonly name = 'Figures1762000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [FIGURES, FILES, PUBLIC]) await runner.query(part);
    for (const table of ['cut_cell', 'cut_segment', 'population', 'population_cell', 'movement', 'claim']) {
      await protect(runner, table, { app: 'SELECT, INSERT' });
    }
    await protect(runner, 'map_layer', { app: 'SELECT, INSERT, UPDATE' });
    for (const table of ['figure_file', 'figure_line']) {
      await protect(runner, table, { app: 'SELECT, INSERT, UPDATE, DELETE', visible: IN_REGION });
    }
    await protect(runner, 'figure_profile', { app: 'SELECT, INSERT, UPDATE' });
    await protect(runner, 'region_figure', { app: 'SELECT', visible: 'true', writable: 'false' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER cut_published ON cut');
    await runner.query('DROP FUNCTION publish_cut');
    await runner.query(
      'DROP TABLE claim, region_figure, figure_profile, figure_line, figure_file, map_layer, movement, population_cell, population, cut_segment, cut_cell',
    );
    await runner.query('ALTER TABLE published_figure DROP COLUMN says_uhc');
    await runner.query('DROP INDEX cut_day');
    await runner.query('ALTER TABLE cut DROP COLUMN level, DROP COLUMN person, DROP COLUMN file, DROP COLUMN quota');
  }
}
