import type { BoardEvent } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** What the cases of a task have brought that its progress has not taken yet. */
export interface Gains {
  /** Employers whose appeal has a proof of receipt. */
  readonly employers: number;
  /** Workers whom BPJS verified. */
  readonly workers: number;
}

/** The tasks whose progress an event may move: those of its case, or the one whose cases were named. */
export async function tasksFedBy(tx: Tx, region: string, event: BoardEvent): Promise<readonly number[]> {
  switch (event.type) {
    case 'CasesLinked':
      return event.data.added.length > 0 ? [event.data.task] : [];
    case 'StepTaken':
    case 'ReceiptRecorded':
    case 'CaseVerified': {
      const rows = await tx.query<{ task: number }>(
        'SELECT task FROM case_task WHERE region = $1 AND case_id = $2 ORDER BY task',
        [region, event.data.case],
      );
      return rows.map(({ task }) => task);
    }
    default:
      return [];
  }
}

const APPEALED = `EXISTS (
  SELECT FROM case_step s WHERE s.region = l.region AND s.case_id = l.case_id AND s.step = 'HIMBAUAN'
     AND s.body ->> 'receiptProof' IS NOT NULL)`;

/** What is there to be taken. Each case counts as an employer once, however often it is appealed to. */
export async function gainsOf(tx: Tx, region: string, task: number): Promise<Gains> {
  const [row] = await tx.query<Gains>(
    `SELECT count(*) FILTER (WHERE NOT l.appealed AND ${APPEALED})::float8 AS employers,
            coalesce(sum(c.workers_won - l.workers), 0)::float8 AS workers
       FROM case_task l JOIN employer_case c ON c.region = l.region AND c.id = l.case_id
      WHERE l.region = $1 AND l.task = $2`,
    [region, task],
  );
  return row ?? { employers: 0, workers: 0 };
}

/** Notes that the task's progress has taken them. */
export async function takeGains(tx: Tx, region: string, task: number, unit: keyof Gains): Promise<void> {
  await tx.query(
    unit === 'employers'
      ? `UPDATE case_task l SET appealed = true WHERE l.region = $1 AND l.task = $2 AND NOT l.appealed AND ${APPEALED}`
      : `UPDATE case_task l SET workers = c.workers_won FROM employer_case c
          WHERE l.region = $1 AND l.task = $2 AND c.region = l.region AND c.id = l.case_id`,
    [region, task],
  );
}
