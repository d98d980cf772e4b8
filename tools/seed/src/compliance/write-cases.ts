import {
  type Agency,
  type Case,
  type CaseStep,
  type EventOf,
  EMPLOYERS_AUDIENCE,
  type Happening,
  type IsoDate,
  addDays,
  awaitsAction,
  summaryOf,
  trackOf,
  wibDate,
  wibInstant,
} from '@papan/domain';
import type { OpenBoard } from '../open-board';
import { type Owner, insertRows } from '../owner';
import { agencyOf } from '../region-story';
import type { Kept } from './cabinet';
import type { CaseFacts } from './case-facts';
import type { LoadedList } from './licence-list';
import { usesOf } from './uses-of';

/** A region whose journal has been written. */
export interface ToldRegion {
  readonly code: string;
  readonly agencies: readonly Agency[];
  readonly happenings: readonly Happening[];
  readonly board: OpenBoard;
  /** The day on which the lists are read. */
  readonly today: IsoDate;
}

/** Writes employers, cases and all that hangs on them, as the fold of the journal says. */
export async function writeCases(owner: Owner, region: ToldRegion, facts: CaseFacts | null): Promise<void> {
  const { code, board, happenings } = region;
  const cases = [...board.cases.values()];
  const recorded = happenings.flatMap((it) => employerRow(code, it));
  await insertRows(owner, 'employer', recorded);
  if (facts) await writeList(owner, region, facts.list, recorded.length + 1);
  await insertRows(
    owner,
    'employer_case',
    cases.map((it) => caseRow(code, it, region.today)),
  );
  await insertRows(
    owner,
    'case_step',
    cases.flatMap((it) => it.steps.map((step) => stepRow(code, it.id, step))),
  );
  await insertRows(
    owner,
    'case_gain',
    board.won.map(({ case: id, step, workers, on }) => ({ region: code, case_id: id, step, workers, on_day: on })),
  );
  await insertRows(owner, 'deadline', deadlineRows(region, cases));
  await insertRows(owner, 'case_task', linkRows(region));
  await insertRows(
    owner,
    'ladder_setting',
    happenings.flatMap((it) => settingRow(code, it)),
  );
  const handovers = await writeHandovers(owner, region);
  if (facts?.files) await writeFiles(owner, region, facts.files);
  await owner.query(
    'UPDATE region SET next_employer = $2, next_case = $3, next_handover = $4, next_import = $5 WHERE code = $1',
    [code, recorded.length + (facts?.list.lines.length ?? 0) + 1, cases.length + 1, handovers + 1, facts ? 2 : 1],
  );
}

function employerRow(region: string, { event, at }: Happening) {
  if (event.type !== 'EmployerRecorded') return [];
  const { employer, ...facts } = event.data;
  return [{ region, id: employer, ...facts, ...event.text, changed_at: at, version: 1, field_versions: {} }];
}

/** The employers of a list get the numbers from `first` on. */
async function writeList(owner: Owner, { code, happenings }: ToldRegion, list: LoadedList, first: number) {
  const loaded = happenings.find(({ event }) => event.type === 'EmployersImported');
  if (!loaded) throw new Error('the story never loads its list');
  const { data, text } = list.event;
  const plans = list.lines.map(({ employer }, at) => ({ id: first + at, plan: employer }));
  const row = { region: code, source: data.source, changed_at: loaded.at, version: 1, field_versions: {} };
  await insertRows(
    owner,
    'employer',
    plans.map(({ id, plan }) => ({ ...row, id, ...plan })),
  );
  await insertRows(owner, 'employer_import', [
    {
      ...{ region: code, id: data.import, upload: list.upload, source: data.source, file: data.file },
      ...{ name: text?.name ?? '', heading_line: 1, headings: list.headings, rows: data.rows, mapping: list.mapping },
      ...{ checked_seq: loaded.seq - 1, person: loaded.by.person, uploaded_at: loaded.at, applied_at: loaded.at },
    },
  ]);
  await insertRows(
    owner,
    'import_row',
    list.lines.map(({ cells, employer }, at) => ({
      ...{ region: code, upload: list.upload, line: at + 2, cells, outcome: 'NEW', value: employer, fields: [] },
      ...{ problems: [], employer: first + at, violations: [], doubles: [] },
    })),
  );
}

function caseRow(region: string, it: Case, today: IsoDate) {
  return {
    region,
    id: it.id,
    employer: it.employer,
    opened_on: it.openedOn,
    status: it.status,
    since: it.since,
    violations: it.violations,
    counts: it.counts,
    workers_missing: it.workersMissing,
    workers_won: it.workersWon,
    reopened: it.reopened,
    handover: it.handover?.id ?? null,
    handover_state: it.handover?.state ?? null,
    version: it.version,
    summary: summaryOf(it, today),
  };
}

function stepRow(region: string, id: number, step: CaseStep) {
  const { entry, nth, clock } = step;
  const row = { region, entry, case_id: id, nth, step: step.step, on_day: step.on };
  return { ...row, clock_state: clock?.state ?? null, ends: clock?.ends ?? null, body: step };
}

/** Clocks that run, and those that have run out and that nobody has acted on: the others are history. */
function deadlineRows({ code, agencies }: ToldRegion, cases: readonly Case[]) {
  return cases.flatMap((it) =>
    it.steps.flatMap((step) => {
      const { clock, entry } = step;
      if (!clock?.ends) return [];
      const fired = awaitsAction(it, step);
      if (clock.state !== 'RUNNING' && !fired) return [];
      const due = wibInstant(addDays(clock.ends, 1), '00:00');
      const row = { region: code, kind: 'CASE_STEP', subject: it.id, entry, code: step.step, due_at: due, tries: 0 };
      return [{ ...row, agency: turnOf(step, agencies), fired_at: fired ? due : null }];
    }),
  );
}

/** Whose turn it is when the time of a step has run out. */
function turnOf(step: CaseStep, agencies: readonly Agency[]): number | null {
  switch (trackOf(step.step)) {
    case 'LOCAL':
      return step.step === 'INSPECTION' ? agencyOf(agencies, 'BPJS-KES').id : step.by.agency;
    case 'SANCTION':
      return agencyOf(agencies, 'BPJS-KES').id;
    case 'TMP2T':
      return agencyOf(agencies, 'DPMPTSP').id;
    case 'PROSECUTOR':
      return agencyOf(agencies, 'KEJARI').id;
  }
}

/** Which cases a task is about; those whose appeal has arrived, its progress has counted. */
function linkRows({ code, happenings, board }: ToldRegion) {
  return happenings.flatMap(({ event }) => {
    if (event.type !== 'CasesLinked') return [];
    const { task, added } = event.data;
    return added.map((id) => {
      const steps = board.cases.get(id)?.steps ?? [];
      const appealed = steps.some(({ step, receiptProof }) => step === 'HIMBAUAN' && receiptProof !== null);
      return { region: code, task, case_id: id, appealed, workers: 0 };
    });
  });
}

function settingRow(region: string, { event, at, by }: Happening) {
  if (event.type !== 'LadderSettingChanged') return [];
  const { from, step, clock } = event.data;
  const needs = event.data.step === 'HANDOVER' ? event.data.needs : null;
  return [{ region, from_day: from, step, clock, needs, person: by.person, at }];
}

/** Answers how many there are. Their dossiers are laid down by whoever knows what papers look like. */
async function writeHandovers(owner: Owner, { code, happenings, board }: ToldRegion): Promise<number> {
  const proposed = happenings.filter(is('HandoverProposed'));
  for (const { event, at, by } of proposed) {
    const { handover, cases } = event.data;
    const confirmed = happenings.filter(is('HandoverConfirmed')).find((it) => it.event.data.handover === handover);
    const { data, text } = confirmed?.event ?? {};
    const [anchor] = await owner.query(
      `SELECT epoch, seq::float8 AS seq, encode(hash, 'hex') AS hash FROM journal WHERE region = $1 AND seq = $2`,
      [code, (confirmed?.seq ?? 1) - 1],
    );
    await insertRows(owner, 'handover', [
      {
        ...{ region: code, id: handover, note: event.text?.note ?? '', proposed_by: by.person, proposed_at: at },
        ...{ state: board.cases.get(cases[0] ?? 0)?.handover?.state ?? 'PROPOSED' },
        ...{ confirmed_by: confirmed?.by.person ?? null, confirmed_at: confirmed?.at ?? null },
        ...{ number: text?.number ?? '', signatory: text?.signatory ?? '', document: data?.document ?? null },
        ...{ on_day: data?.on ?? null, term: data?.term ?? null, anchor: confirmed ? anchor : null },
      },
    ]);
    const entries = new Map(data?.cases.map((one) => [one.case, one.entry]));
    await insertRows(
      owner,
      'handover_case',
      cases.map((id) => ({ region: code, handover, case_id: id, entry: entries.get(id) ?? null })),
    );
  }
  return proposed.length;
}

type Told<T extends Happening['event']['type']> = Happening & { readonly event: EventOf<T> };

function is<T extends Happening['event']['type']>(type: T): (it: Happening) => it is Told<T> {
  return (it): it is Told<T> => it.event.type === type;
}

/** The uploads, and which case each file belongs to. */
async function writeFiles(
  owner: Owner,
  { code, happenings }: ToldRegion,
  files: ReadonlyMap<string, Kept>,
): Promise<void> {
  const known = [...files.values()];
  await insertRows(
    owner,
    'evidence',
    known.map(({ hash, kind, bytes, name, agency, person, at }) => ({
      ...{
        region: code,
        hash,
        original_hash: hash,
        kind,
        bytes: bytes.length,
        name,
        agency,
        person,
        at,
      },
    })),
  );
  const uses = new Map(happenings.flatMap(usesOf).map((use) => [`${use.id}/${use.entry ?? ''}/${use.hash}`, use]));
  await insertRows(
    owner,
    'evidence_use',
    [...uses.values()].flatMap(({ hash, happening, id, entry, letter }) => {
      const file = files.get(hash);
      if (!file) throw new Error(`no file ${hash} for case ${id}`);
      return [
        {
          ...{ region: code, hash, original_hash: hash, kind: file.kind, bytes: file.bytes.length },
          ...{ name: file.name, agency: happening.by.agency, person: happening.by.person, at: happening.at },
          ...{ subject: 'case', subject_id: id, entry, audience: EMPLOYERS_AUDIENCE, note: '' },
          ...{
            letter_number: letter?.number ?? '',
            letter_date: letter?.on ?? null,
            received_on: letter?.received ?? null,
          },
        },
      ];
    }),
  );
}

export function dayOf(happenings: readonly Happening[]): IsoDate {
  return wibDate(happenings.at(-1)?.at ?? '1970-01-01T00:00:00.000Z');
}
