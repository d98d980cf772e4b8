import { CASE_STATUSES, HANDOVER_STATES, STEPS } from '@papan/domain';
import { IN_REGION, SEES_EMPLOYERS, allowFunction, protect, quoted, rolesOf } from '@papan/server-platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const oneOf = (column: string, values: readonly string[]): string =>
  `CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;

/** The prosecutor has no duty towards employers: he sees what was handed over to him, and what follows from it. */
const PROSECUTES = "current_setting('papan.prosecutor', true) = '1'";
const HANDED_OVER = "('CONFIRMED', 'SEALED')";

/** What hangs on a case is seen by whoever sees the case: the policy of the case is applied inside. */
const ofCase = (table: string): string =>
  `${IN_REGION} AND (${SEES_EMPLOYERS} OR (${PROSECUTES} AND EXISTS (
     SELECT FROM employer_case c WHERE c.region = ${table}.region AND c.id = ${table}.case_id)))`;

const CASES = `
CREATE TABLE employer_case (
  region text NOT NULL,
  id int NOT NULL CHECK (id > 0),
  employer int NOT NULL,
  opened_on date NOT NULL,
  status text NOT NULL ${oneOf('status', CASE_STATUSES)},
  since date NOT NULL,
  violations jsonb NOT NULL,
  -- Steps from this one on decide what may follow; a case that was opened again for a new matter begins anew.
  counts int NOT NULL DEFAULT 1,
  workers_missing bigint NOT NULL CHECK (workers_missing >= 0),
  workers_won bigint NOT NULL DEFAULT 0 CHECK (workers_won >= 0),
  reopened int NOT NULL DEFAULT 0,
  handover int,
  handover_state text ${oneOf('handover_state', HANDOVER_STATES)},
  version int NOT NULL,
  -- What the list shows, made of the whole case with each change: nobody folds 50,000 steps to draw a list.
  summary jsonb NOT NULL,
  -- Where the case was opened by an import, whose one entry names no case: how it was opened.
  import int,
  opening jsonb,
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, employer) REFERENCES employer,
  CHECK ((handover IS NULL) = (handover_state IS NULL)),
  CHECK ((import IS NULL) = (opening IS NULL))
) WITH (fillfactor = 70);
-- An employer has one case that is open; what happened before stays in those that ended.
CREATE UNIQUE INDEX employer_case_open ON employer_case (region, employer) WHERE status = 'OPEN';
CREATE INDEX employer_case_employer ON employer_case (region, employer);
CREATE INDEX employer_case_import ON employer_case (region, import) WHERE import IS NOT NULL;

CREATE TABLE case_step (
  region text NOT NULL,
  entry uuid NOT NULL,
  case_id int NOT NULL,
  nth int NOT NULL CHECK (nth > 0),
  step text NOT NULL ${oneOf('step', STEPS)},
  on_day date NOT NULL,
  -- The state and the last day of its clock, for the recomputation under a new decree.
  clock_state text,
  ends date,
  body jsonb NOT NULL,
  PRIMARY KEY (region, entry),
  UNIQUE (region, case_id, nth),
  FOREIGN KEY (region, case_id) REFERENCES employer_case
) WITH (fillfactor = 80);
CREATE INDEX case_step_running ON case_step (region, case_id) WHERE clock_state = 'RUNNING';

CREATE TABLE case_task (
  region text NOT NULL,
  task int NOT NULL,
  case_id int NOT NULL,
  -- What the task's progress has already taken from this case.
  appealed boolean NOT NULL DEFAULT false,
  workers bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (region, task, case_id),
  FOREIGN KEY (region, task) REFERENCES task,
  FOREIGN KEY (region, case_id) REFERENCES employer_case
);
CREATE INDEX case_task_case ON case_task (region, case_id);

-- Workers whom BPJS verified, with the step that had come last: which step wins workers.
CREATE TABLE case_gain (
  region text NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  case_id int NOT NULL,
  step text NOT NULL,
  workers bigint NOT NULL,
  on_day date NOT NULL,
  PRIMARY KEY (region, number),
  FOREIGN KEY (region, case_id) REFERENCES employer_case
);

CREATE TABLE ladder_setting (
  region text NOT NULL REFERENCES region,
  number bigint GENERATED ALWAYS AS IDENTITY,
  from_day date NOT NULL,
  step text NOT NULL,
  clock jsonb,
  -- Of a row HANDOVER: how many appeals and inspections have to be proven.
  needs jsonb,
  person int,
  at timestamptz NOT NULL,
  PRIMARY KEY (region, number)
);

CREATE TABLE case_event (
  region text NOT NULL,
  case_id int NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (region, case_id, seq)
);
`;

const HANDOVERS = `
CREATE TABLE handover (
  region text NOT NULL,
  id int NOT NULL CHECK (id > 0),
  state text NOT NULL ${oneOf('state', [...HANDOVER_STATES, 'WITHDRAWN'])},
  note text NOT NULL,
  proposed_by int NOT NULL,
  proposed_at timestamptz NOT NULL,
  confirmed_by int,
  confirmed_at timestamptz,
  number text NOT NULL DEFAULT '',
  signatory text NOT NULL DEFAULT '',
  on_day date,
  term date,
  document text,
  -- Where the journal stood when the hand-over was confirmed: every dossier of it says so, however often it is made.
  anchor jsonb,
  PRIMARY KEY (region, id),
  CHECK (confirmed_by <> proposed_by)
);

CREATE TABLE handover_case (
  region text NOT NULL,
  handover int NOT NULL,
  case_id int NOT NULL,
  -- The step SKK by which the case was handed over.
  entry uuid,
  PRIMARY KEY (region, handover, case_id),
  FOREIGN KEY (region, handover) REFERENCES handover,
  FOREIGN KEY (region, case_id) REFERENCES employer_case
);

-- One per case and hand-over. What is in it is fixed when the hand-over is confirmed, so that it can be made again alike.
CREATE TABLE dossier (
  region text NOT NULL,
  handover int NOT NULL,
  case_id int NOT NULL,
  content jsonb NOT NULL,
  tries int NOT NULL DEFAULT 0,
  claimed_until timestamptz NOT NULL DEFAULT '-infinity',
  -- Why the last try failed: in the operator's words, and as it is told on the page.
  trouble text,
  trouble_code text CHECK (trouble_code IN ('FILE', 'PRESS', 'SPACE', 'OTHER')),
  trouble_file text,
  manifest text,
  -- Of the key that signed it.
  fingerprint text,
  files int,
  bytes bigint,
  sealed_at timestamptz,
  PRIMARY KEY (region, handover, case_id),
  FOREIGN KEY (region, handover, case_id) REFERENCES handover_case,
  CHECK ((manifest IS NULL) = (sealed_at IS NULL))
);
CREATE INDEX dossier_waiting ON dossier (claimed_until) WHERE sealed_at IS NULL;

CREATE TABLE dossier_reading (
  region text NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  handover int NOT NULL,
  case_id int NOT NULL,
  what text NOT NULL CHECK (what IN ('OPENED', 'DOWNLOADED')),
  person int NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (region, number),
  FOREIGN KEY (region, handover, case_id) REFERENCES handover_case
);
CREATE INDEX dossier_reading_case ON dossier_reading (region, case_id);

CREATE TABLE counter_check (
  region text NOT NULL REFERENCES region,
  number bigint GENERATED ALWAYS AS IDENTITY,
  nib text NOT NULL,
  answer text NOT NULL CHECK (answer IN ('BLOCKED', 'NOT_BLOCKED', 'LIFTED')),
  case_id int,
  person int NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (region, number)
);

CREATE TABLE paper_template (
  region text NOT NULL,
  agency int NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  body bytea NOT NULL CHECK (octet_length(body) <= 5000000),
  hash text NOT NULL,
  person int NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (region, agency, kind),
  FOREIGN KEY (region, agency) REFERENCES agency
);
`;

const FUNCTIONS = `
-- Which entries of the journal tell of a case: its history is read without reading the whole journal.
CREATE FUNCTION note_case_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told jsonb := NEW.entry::jsonb -> 'data';
BEGIN
  INSERT INTO case_event (region, case_id, seq)
  SELECT DISTINCT NEW.region, named.id, NEW.seq FROM (
    SELECT (told ->> 'case')::int AS id
    UNION ALL
    SELECT CASE jsonb_typeof(one) WHEN 'number' THEN one::text::int ELSE (one ->> 'case')::int END
      FROM jsonb_array_elements(CASE jsonb_typeof(told -> 'cases') WHEN 'array' THEN told -> 'cases' ELSE '[]' END) AS one
    UNION ALL
    SELECT (one ->> 'case')::int FROM jsonb_array_elements(coalesce(told -> 'moves', '[]')) AS one
    UNION ALL
    SELECT c.id FROM employer_case c
     WHERE NEW.type = 'EmployersImported' AND c.region = NEW.region AND c.import = (told ->> 'import')::int
  ) AS named WHERE named.id IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_case AFTER INSERT ON journal FOR EACH ROW
  WHEN (NEW.type ~ '^(Case|Violations|Step|Receipt|Attendance|Deadline|Handover|Dossier|Counter|EmployersImported)')
  EXECUTE FUNCTION note_case_event();

-- What the counter is told about a business number in the region of the transaction, and nothing else. A block holds from
-- the act that puts it in force until the act that lifts it: a case that has ended is no such act.
CREATE FUNCTION counter_answer(p_nib text) RETURNS TABLE (answer text, case_id int, lifted_on text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN found.id IS NULL THEN 'NOT_BLOCKED' WHEN found.lifted IS NULL THEN 'BLOCKED' ELSE 'LIFTED' END,
         found.id, found.lifted::text
    FROM (VALUES (1)) AS one LEFT JOIN LATERAL (
      SELECT c.id, CASE last.step WHEN 'TMP2T_LIFTED' THEN last.on_day END AS lifted
        FROM employer e
        JOIN employer_case c ON c.region = e.region AND c.employer IN (e.id, e.merged_into)
        CROSS JOIN LATERAL (
          SELECT s.step, s.on_day, s.body ->> 'at' AS at FROM case_step s
           WHERE s.region = c.region AND s.case_id = c.id AND s.step LIKE 'TMP2T%' ORDER BY s.nth DESC LIMIT 1) AS last
       WHERE e.region = current_setting('papan.region', true) AND e.nib = p_nib AND last.step <> 'TMP2T_REQUESTED'
       ORDER BY last.step, last.at DESC LIMIT 1
    ) AS found ON true
$$;

-- One dossier that waits to be made, taken for a while by whoever asks; after a crash it is free again when that is over.
CREATE FUNCTION claim_dossier(p_for interval) RETURNS TABLE (region text, handover int, case_id int)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE dossier d SET tries = d.tries + 1, claimed_until = clock_timestamp() + p_for
   WHERE (d.region, d.handover, d.case_id) = (
     SELECT w.region, w.handover, w.case_id FROM dossier w
      WHERE w.sealed_at IS NULL AND w.claimed_until <= clock_timestamp()
      ORDER BY w.claimed_until, w.region, w.handover, w.case_id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING d.region, d.handover, d.case_id
$$;
`;

/** The cases of employers, their steps, the hand-over to the prosecutor and its dossiers, the counter, the templates. */
export class Cases1762000000006 implements MigrationInterface {
  readonly name = 'Cases1762000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CASES, HANDOVERS, FUNCTIONS]) await runner.query(part);
    await this.protectCases(runner);
    await this.protectHandovers(runner);
    await allowFunction(runner, 'counter_answer(text)');
    await allowFunction(runner, 'claim_dossier(interval)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP POLICY employer_handed_over ON employer; DROP POLICY evidence_use_handed_over ON evidence_use',
    );
    await runner.query(`
      DROP TABLE paper_template, counter_check, dossier_reading, dossier, handover_case, handover, case_event,
        ladder_setting, case_gain, case_task, case_step, employer_case CASCADE`);
    await runner.query('DROP FUNCTION note_case_event, counter_answer, claim_dossier CASCADE');
  }

  private async protectCases(runner: QueryRunner): Promise<void> {
    const all = 'SELECT, INSERT, UPDATE';
    // Once handed over, a case stays readable to the prosecutor, also when it is opened again for a new matter.
    const handedOver = `EXISTS (
      SELECT FROM handover_case h WHERE h.region = employer_case.region AND h.case_id = employer_case.id)`;
    const visible = `${IN_REGION} AND (${SEES_EMPLOYERS} OR (${PROSECUTES} AND ${handedOver}))`;
    await protect(runner, 'employer_case', { app: all, visible });
    await protect(runner, 'case_step', { app: all, visible: ofCase('case_step') });
    const theirs = `${IN_REGION} AND ${SEES_EMPLOYERS}`;
    await protect(runner, 'case_task', { app: `${all}, DELETE`, visible: theirs });
    await protect(runner, 'case_gain', { app: 'SELECT, INSERT', visible: theirs });
    await protect(runner, 'case_event', { app: 'SELECT', visible: theirs });
    const settings = `${IN_REGION} AND (${SEES_EMPLOYERS} OR ${PROSECUTES})`;
    await protect(runner, 'ladder_setting', { app: 'SELECT, INSERT', visible: settings, writable: theirs });
    await protect(runner, 'paper_template', { app: all, visible: theirs });
    const { app } = await rolesOf(runner);
    await runner.query(
      `CREATE POLICY employer_handed_over ON employer FOR SELECT TO ${quoted(app)} USING (
         ${IN_REGION} AND ${PROSECUTES} AND EXISTS (
           SELECT FROM employer_case c WHERE c.region = employer.region AND c.employer = employer.id))`,
    );
    // He records his own acts with their papers; what others put to the case he reads in the dossier only.
    await runner.query(
      `CREATE POLICY evidence_use_handed_over ON evidence_use FOR INSERT TO ${quoted(app)} WITH CHECK (
         ${IN_REGION} AND ${PROSECUTES} AND subject = 'case' AND EXISTS (
           SELECT FROM employer_case c WHERE c.region = evidence_use.region AND c.id = evidence_use.subject_id))`,
    );
  }

  private async protectHandovers(runner: QueryRunner): Promise<void> {
    const all = 'SELECT, INSERT, UPDATE';
    const theirs = `${IN_REGION} AND ${SEES_EMPLOYERS}`;
    const handed = `${IN_REGION} AND (${SEES_EMPLOYERS} OR (${PROSECUTES} AND state IN ${HANDED_OVER}))`;
    await protect(runner, 'handover', { app: all, visible: handed, writable: theirs });
    const handedCase = `${IN_REGION} AND (${SEES_EMPLOYERS} OR (${PROSECUTES} AND EXISTS (
      SELECT FROM handover h WHERE h.region = handover_case.region AND h.id = handover_case.handover)))`;
    await protect(runner, 'handover_case', { app: all, visible: handedCase, writable: theirs });
    await protect(runner, 'dossier', { app: all, visible: ofCase('dossier'), writable: theirs });
    await protect(runner, 'dossier_reading', { app: 'SELECT, INSERT', visible: ofCase('dossier_reading') });
    // Who serves at the counter writes down what he asked; he reads none of it.
    const licensing = `${IN_REGION} AND person = nullif(current_setting('papan.person', true), '')::int`;
    await protect(runner, 'counter_check', { app: 'SELECT, INSERT', visible: theirs, writable: licensing });
  }
}
