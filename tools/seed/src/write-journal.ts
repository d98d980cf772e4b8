import {
  type BoardEvent,
  COMPLIANCE_PRIVATE_FIELDS,
  EMPLOYERS_AUDIENCE,
  type Happening,
  type Task,
  casesOf,
  epochMillis,
  movesFigure,
  wibDate,
} from '@papan/domain';
import { canonicalJson, sha256 } from '@papan/server-platform';
import { Chance } from './chance';
import { OpenBoard } from './open-board';
import { type Owner, insertRows } from './owner';

/** Entries that are appended with one statement. */
const AT_ONCE = 500;

/**
 * Appends what happened to the journal of the region, each entry at its own time and with what the use case would have
 * answered, and writes the rows that the fold of these entries says. Answers the board at the end.
 * `pause` comes after every few hundred entries: a great load commits there.
 */
export async function writeJournal(
  owner: Owner,
  region: string,
  happenings: readonly Happening[],
  pause?: () => Promise<void>,
): Promise<OpenBoard> {
  const chance = new Chance(Number(region.replace('.', '')));
  const entries: JournalLine[] = [];
  const board = new OpenBoard();
  for (const happening of happenings) {
    board.apply(happening);
    entries.push(lineOf(happening, board, chance));
  }
  await writeRows(owner, region, happenings, board);
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    await append(owner, region, entries.slice(at, at + AT_ONCE));
    await pause?.();
  }
  return board;
}

interface JournalLine {
  readonly command: string;
  readonly agency: number | null;
  readonly person: number | null;
  readonly at: string;
  readonly type: string;
  readonly audience: number | null;
  readonly data: string;
  readonly private: string | null;
  readonly hash: string;
  readonly answer: string;
}

function lineOf({ seq, at, by, event }: Happening, board: OpenBoard, chance: Chance): JournalLine {
  const text = event.text === null ? null : canonicalJson(event.text);
  return {
    command: chance.uuid(epochMillis(at)),
    agency: by.agency,
    person: by.person,
    at,
    type: event.type,
    audience: audienceOfEvent(event, board),
    data: canonicalJson(event.data),
    private: text,
    hash: sha256(canonicalJson({ name: 'demo', params: { seq }, body: event.data })).toString('hex'),
    answer: canonicalJson(answerTo(event, board)),
  };
}

/** The same function that the server's own entries go through; it numbers, links and hashes. In order, one by one. */
async function append(owner: Owner, region: string, lines: readonly JournalLine[]): Promise<void> {
  await owner.query(
    `SELECT count(write_entry($1, e.command, e.agency, e.person, e.at, e.type, e.audience, e.data, e.private, e.hash, e.answer))
       FROM ROWS FROM (jsonb_to_recordset($2::jsonb)
              AS (command uuid, agency int, person int, at timestamptz, type text, audience int, data text, private text,
                  hash text, answer text)) WITH ORDINALITY
              AS e (command, agency, person, at, type, audience, data, private, hash, answer, nth)`,
    [region, JSON.stringify(lines)],
  );
}

function audienceOfEvent(event: BoardEvent, board: OpenBoard): number | null {
  if (event.type in COMPLIANCE_PRIVATE_FIELDS) return EMPLOYERS_AUDIENCE;
  const task = 'task' in event.data ? board.tasks.get(event.data.task) : undefined;
  return task ? audienceOf(task) : null;
}

function audienceOf(task: Pick<Task, 'agency' | 'visibility'>): number | null {
  return task.visibility === 'agency' ? task.agency : null;
}

function answerTo(event: BoardEvent, board: OpenBoard): Readonly<Record<string, number>> {
  switch (event.type) {
    case 'CutRecorded':
    case 'AllocationSet':
      return {};
    case 'BlockerRaised':
    case 'BlockerLifted':
      return { task: event.data.task, blocker: event.data.blocker };
    case 'TaskReassigned':
      return { ...versionOf(event.data.task, board), newTask: event.data.newTask };
    case 'CasesLinked':
      return { task: event.data.task };
    case 'HandoverProposed':
    case 'HandoverConfirmed':
      return { handover: event.data.handover };
    case 'EmployerRecorded':
      return { employer: event.data.employer, version: 1 };
    case 'EmployersImported':
      return { import: event.data.import };
    default:
      return 'task' in event.data ? versionOf(event.data.task, board) : caseVersionOf(event, board);
  }
}

function versionOf(task: number, board: OpenBoard): { readonly task: number; readonly version: number } {
  return { task, version: board.tasks.get(task)?.version ?? 1 };
}

function caseVersionOf(event: BoardEvent, board: OpenBoard): Readonly<Record<string, number>> {
  const [id] = casesOf(event);
  const found = id === undefined ? undefined : board.cases.get(id);
  return found ? { case: found.id, version: found.version } : {};
}

async function writeRows(
  owner: Owner,
  region: string,
  happenings: readonly Happening[],
  board: OpenBoard,
): Promise<void> {
  const tasks = [...board.tasks.values()];
  await insertRows(
    owner,
    'task',
    tasks.map((task) => taskRow(region, task)),
  );
  await insertRows(
    owner,
    'blocker',
    [...board.blockers.values()].map(({ wantedBy, liftedAt, ...blocker }) => {
      const task = board.tasks.get(blocker.task);
      return { region, ...blocker, audience: task ? audienceOf(task) : null, wanted_by: wantedBy, lifted_at: liftedAt };
    }),
  );
  const progress = happenings.flatMap((it) => progressRow(region, it, board));
  await insertRows(owner, 'progress_entry', progress);
  await insertRows(
    owner,
    'verification_entry',
    happenings.flatMap((it) => verificationRows(region, it, board)),
  );
  await insertRows(owner, 'verified_day', verifiedDays(region, happenings, board));
  await insertRows(owner, 'allocation', allocationRows(region, board));
  for (const { event, at, by } of happenings) {
    if (event.type !== 'CutRecorded') continue;
    const { asOf, populationVersion, ...cut } = event.data;
    await owner.query(
      `INSERT INTO cut (region, as_of, population, population_version, registered, active, source, example, recorded_at, person)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[region, asOf, cut.population, populationVersion, cut.registered, cut.active, cut.source, cut.example, at],
        by.person,
      ],
    );
  }
  await owner.query('UPDATE region SET next_task = $2, next_blocker = $3 WHERE code = $1', [
    region,
    tasks.length + 1,
    board.blockers.size + 1,
  ]);
}

function taskRow(region: string, task: Task): Readonly<Record<string, unknown>> {
  const { start, dueChanges, lastReportAt, lastReportBy, lastReportDelta, fieldVersions, ...same } = task;
  return {
    region,
    ...same,
    audience: audienceOf(task),
    start_day: start,
    due_changes: dueChanges,
    last_report_at: lastReportAt,
    last_report_by: lastReportBy,
    last_report_delta: lastReportDelta,
    field_versions: fieldVersions,
  };
}

function progressRow(region: string, { event, at, by }: Happening, board: OpenBoard) {
  if (event.type !== 'ProgressReported' && event.type !== 'ProgressCorrected') return [];
  const { task, entry, delta, reached, rejected } = event.data;
  const on = event.type === 'ProgressReported' ? event.data.on : wibDate(at);
  const corrects = event.type === 'ProgressCorrected' ? event.data.corrects : null;
  const audience = audienceOfEvent(event, board);
  return [{ region, entry, task, audience, delta, reached, rejected, on_day: on, corrects, person: by.person, at }];
}

function verificationRows(region: string, { event, at, by }: Happening, board: OpenBoard) {
  if (event.type !== 'ProgressVerified') return [];
  const { task, asOf, source, entries } = event.data;
  const audience = audienceOfEvent(event, board);
  return entries.map(({ entry, measure, delta, corrects }) => ({
    ...{ region, entry, task, audience, measure, delta, as_of: asOf, corrects, source, person: by.person, at },
  }));
}

/** Net verified people by their date, those inside the cut too: a later look back needs them. */
function verifiedDays(region: string, happenings: readonly Happening[], board: OpenBoard) {
  const days = new Map<string, { registered: number; active: number }>();
  for (const { event } of happenings) {
    if (event.type !== 'ProgressVerified') continue;
    const task = board.tasks.get(event.data.task);
    if (!task || !movesFigure(task)) continue;
    const day = days.get(event.data.asOf) ?? { registered: 0, active: 0 };
    for (const { measure, delta } of event.data.entries) day[measure] += delta;
    days.set(event.data.asOf, day);
  }
  return [...days].map(([as_of, sums]) => ({ region, as_of, ...sums }));
}

function allocationRows(region: string, { allocation }: OpenBoard) {
  return Object.entries(allocation).map(([key, people]) => {
    const [campaign, measure, agency] = key.split('/');
    return { region, campaign: Number(campaign), measure, agency: Number(agency), people };
  });
}
