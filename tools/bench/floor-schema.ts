import { BOARD_SIZES } from './subject';

/** The floor's tables: two boards of plain task rows, and a log that takes one row per update. */
export const FLOOR_SCHEMA = `
  CREATE TABLE task (
    board integer NOT NULL, id integer NOT NULL, campaign integer NOT NULL, agency integer NOT NULL,
    visibility text NOT NULL, status text NOT NULL, since timestamptz NOT NULL, title text NOT NULL,
    unit text NOT NULL, segment text, area text, target integer NOT NULL, start date, due date NOT NULL,
    due_changes integer NOT NULL, reported integer NOT NULL, reached integer NOT NULL, rejected integer NOT NULL,
    registered integer NOT NULL, active integer NOT NULL, last_report_at timestamptz, last_report_by integer,
    last_report_delta integer NOT NULL, version integer NOT NULL,
    PRIMARY KEY (board, id)
  );
  CREATE TABLE log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, board integer NOT NULL, task integer NOT NULL,
    at timestamptz NOT NULL DEFAULT now(), body jsonb NOT NULL
  );
  INSERT INTO task
  SELECT board, id, 1, 1 + id % 18, 'campaign', 'IN_PROGRESS', now() - id * interval '1 hour',
         'Pendaftaran peserta di Desa ' || upper(left(md5(id::text), 1)) || substr(md5(id::text), 2, 9) || ', Kecamatan '
           || (ARRAY['Wonotirto','Bakung','Kademangan','Sanankulon','Garum','Gandusari','Nglegok'])[1 + id % 7],
         'people', (ARRAY['PBI_JK','PBPU_BP_PEMDA','PPU_BU'])[1 + id % 3],
         '35.05.' || lpad((1 + id % 22)::text, 2, '0') || '.' || (2001 + id % 12), 50 + id * 7 % 900, '2026-11-02',
         date '2026-11-10' + id % 50, 0, id * 3 % 400, 0, 0, id % 300, id % 280, now() - id * interval '1 minute',
         id % 40, 1 + id % 30, 1 + id % 9
    FROM unnest(ARRAY[${BOARD_SIZES.join(', ')}]) AS board, generate_series(1, board) AS id;
`;

/** The transaction of the floor, statement by statement, as one would write it with the driver. */
export const FLOOR_UPDATE = `
  UPDATE task SET reported = reported + $3, version = version + 1, last_report_at = now(), last_report_delta = $3
   WHERE board = $1 AND id = $2 RETURNING *`;
export const FLOOR_LOG = 'INSERT INTO log (board, task, body) VALUES ($1, $2, $3) RETURNING id, at';
