import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { change, EMPTY_BOARD, PRIVATE_FIELDS } from '@papan/domain';
import type { Agency, BoardEvent, Campaign, Happening, Role, Task } from '@papan/domain';
import { areasOf, Chance, writeRegion } from '@papan/seed';
import type { Owner } from '@papan/seed';
import type { Headers } from './http-call';
import { withClient } from './own-database';

/** Somebody with a session, and what he may report on. */
export interface Person {
  readonly agency: number;
  readonly tasks: readonly number[];
  /** An agency that is not his own. */
  readonly otherAgency: number;
  /** Headers of a request or socket that he sends to the server (or balancer) on `port`. */
  readonly headers: (port: number) => Headers;
}

export interface Place {
  readonly code: string;
  readonly size: number;
  /** One for each agency; the first is the lead's. */
  readonly people: readonly Person[];
}

export interface World {
  readonly regions: readonly Place[];
}

const CODES = ['35.05', '35.07', '35.04'];
const CHUNK = 400;
const STARTS = Date.UTC(2026, 8, 28);

/** Open whenever the run takes place. */
const CAMPAIGN: Campaign = {
  id: 1,
  title: 'UHC',
  agreement: { number: '1/2026', parties: ['A', 'B'], date: '2026-01-05', subject: 'UHC' },
  startsOn: '2026-09-28',
  deadline: '2099-12-31T16:59:59.000Z',
  lines: [],
  open: true,
  example: true,
};

/**
 * Fills a migrated, empty database with one region for each of `sizes` (tasks), as the owner: villages by their names,
 * some weeks of reports and verifications, a person with a session in each agency. Rows and journal say the same.
 */
export async function makeWorld(url: string, sizes: readonly number[]): Promise<World> {
  return await withClient(url, async (client) => {
    const regions: Place[] = [];
    for (const [nth, size] of sizes.entries()) regions.push(await makePlace(client, CODES[nth] ?? '35.01', size));
    await client.query('VACUUM ANALYZE');
    return { regions };
  });
}

async function makePlace(client: Client, code: string, size: number): Promise<Place> {
  const owner: Owner = {
    query: async <R>(sql: string, params: readonly unknown[] = []) =>
      (await client.query(sql, [...params])).rows as R[],
  };
  const agencies = parties();
  const areas = await areasOf(code);
  const region = { code, name: `Kabupaten ${code}`, example: true };
  await writeRegion(owner, { region, areas, agencies, heads: [], campaigns: [CAMPAIGN] });
  const villages = areas.filter(({ kind }) => kind === 'VILLAGE');
  const workers = agencies.filter(({ kind }) => kind === 'OPD');
  const story = tell(new Chance(size), size, workers, villages);
  await writeJournal(client, code, story.happenings);
  await writeRows(client, code, story);
  const people: Person[] = [];
  for (const agency of agencies) people.push(await makePerson(client, code, agency, agencies, story.tasks));
  await client.query('UPDATE region SET next_task = $2, next_person = $3 WHERE code = $1', [
    code,
    size + 1,
    agencies.length + 1,
  ]);
  return { code, size, people };
}

/** Eighteen parties: the lead, those that get tasks, and two partners. */
function parties(): readonly Agency[] {
  return Array.from({ length: 18 }, (_, at): Agency => {
    const code = `PIHAK-${at + 1}`;
    const kind = at === 0 ? 'LEAD' : at < 16 ? 'OPD' : 'PARTNER';
    return { id: at + 1, code, name: `Pihak ${at + 1}`, short: code, prefix: `P${at + 1}`, kind, role: '' };
  });
}

interface Story {
  readonly happenings: readonly Happening[];
  readonly tasks: readonly Task[];
}

/** Each task is given out; most are reported on, some are verified. */
function tell(
  chance: Chance,
  size: number,
  workers: readonly Agency[],
  areas: readonly { readonly code: string; readonly name: string }[],
): Story {
  const told: { readonly at: number; readonly by: number; readonly event: BoardEvent }[] = [];
  for (let task = 1; task <= size; task++) {
    const agency = chance.pick(workers);
    const area = chance.pick(areas);
    const target = chance.between(30, 1_200);
    let at = STARTS + chance.between(0, 10) * 86_400_000 + chance.between(0, 28_800) * 1_000;
    told.push({ at, by: 1, event: given(task, agency.id, area, target, chance) });
    for (let left = chance.between(0, 3); left > 0; left--) {
      at += chance.between(3_600, 500_000) * 1_000;
      const delta = chance.between(1, Math.ceil(target / 4));
      const counts = { delta, reached: chance.between(0, delta), rejected: 0 };
      const data = { task, entry: chance.uuid(at), ...counts, on: dayOf(at) };
      told.push({ at, by: agency.id, event: { type: 'ProgressReported', data, text: null } });
    }
  }
  const happenings = told
    .sort((a, b) => a.at - b.at)
    .map(({ at, by, event }, nth): Happening => {
      return { seq: nth + 1, at: new Date(at).toISOString(), by: { person: by, agency: by }, event };
    });
  return { happenings, tasks: fold(happenings) };
}

function given(
  task: number,
  agency: number,
  area: { readonly code: string; readonly name: string },
  target: number,
  chance: Chance,
): BoardEvent {
  const what = chance.pick(['Daftarkan warga', 'Aktifkan kembali peserta', 'Padankan NIK warga', 'Data pekerja']);
  return {
    type: 'TaskCreated',
    data: {
      ...{ task, campaign: 1, agency, visibility: 'campaign', status: 'ASSIGNED', unit: 'people' },
      segment: chance.pick(['PBI_JK', 'PBPU_BP_PEMDA', 'PBPU_MANDIRI']),
      ...{ area: area.code, target, start: '2026-10-01', due: dayOf(STARTS + chance.between(40, 90) * 86_400_000) },
    },
    text: {
      title: `${what} Desa ${area.name}`,
      description: `Kunjungi tiap dusun di Desa ${area.name} bersama perangkat desa dan kader.`,
      evidence: 'Daftar nama dengan bukti pendaftaran BPJS',
    },
  };
}

function fold(happenings: readonly Happening[]): readonly Task[] {
  const tasks = new Map<number, Task>();
  const view = { ...EMPTY_BOARD, task: (id: number) => tasks.get(id), blocker: () => undefined };
  for (const happening of happenings) for (const task of change(view, happening).tasks) tasks.set(task.id, task);
  return [...tasks.values()];
}

/** A few hundred entries to a transaction: each one changes the region's row. */
async function writeJournal(client: Client, region: string, happenings: readonly Happening[]): Promise<void> {
  for (let at = 0; at < happenings.length; at += CHUNK) {
    const entries = happenings.slice(at, at + CHUNK).map(({ at: when, by, event }) => ({
      ...{ command: randomUUID(), agency: by.agency, person: by.person, at: when, type: event.type },
      data: sorted(event.data),
      text: event.text === null || PRIVATE_FIELDS[event.type].length === 0 ? null : sorted(event.text),
    }));
    await client.query(
      `SELECT write_entry($1, e.command, e.agency, e.person, e.at, e.type, NULL, e.data, e.text, '', '{}')
         FROM jsonb_to_recordset($2)
           AS e (command uuid, agency int, person int, at timestamptz, type text, data text, text text)`,
      [region, JSON.stringify(entries)],
    );
  }
}

/** JSON in the order of its keys, as the journal keeps it. */
function sorted(value: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))));
}

async function writeRows(client: Client, region: string, { tasks, happenings }: Story): Promise<void> {
  await client.query(
    `INSERT INTO task (region, id, campaign, agency, visibility, status, since, title, description, evidence, unit, segment,
       area, target, start_day, due, due_changes, reported, reached, rejected, last_report_at, last_report_by,
       last_report_delta, version, field_versions)
     SELECT $1, id, campaign, agency, visibility, status, since, title, description, evidence, unit, segment,
       area, target, start, due, "dueChanges", reported, reached, rejected, "lastReportAt", "lastReportBy",
       "lastReportDelta", version, "fieldVersions"
     FROM jsonb_to_recordset($2) AS t (id int, campaign int, agency int, visibility text, status text, since timestamptz,
       title text, description text, evidence text, unit text, segment text, area text, target bigint, start date, due date,
       "dueChanges" int, reported bigint, reached bigint, rejected bigint, "lastReportAt" timestamptz, "lastReportBy" int,
       "lastReportDelta" bigint, version int, "fieldVersions" jsonb)`,
    [region, JSON.stringify(tasks)],
  );
  const entries = happenings.flatMap(({ at, by, event }) =>
    event.type === 'ProgressReported' ? [{ ...event.data, at, person: by.person }] : [],
  );
  await client.query(
    `INSERT INTO progress_entry (region, entry, task, delta, reached, rejected, on_day, person, at)
     SELECT $1, entry, task, delta, reached, rejected, "on", person, at FROM jsonb_to_recordset($2)
       AS e (entry uuid, task int, delta bigint, reached bigint, rejected bigint, "on" date, person int, at timestamptz)`,
    [region, JSON.stringify(entries)],
  );
}

async function makePerson(
  client: Client,
  region: string,
  agency: Agency,
  agencies: readonly Agency[],
  tasks: readonly Task[],
): Promise<Person> {
  const role: Role = agency.kind === 'LEAD' ? 'lead' : agency.kind === 'PARTNER' ? 'viewer' : 'operator';
  const { rows } = await client.query<{ id: string }>('INSERT INTO person (login, name) VALUES ($1, $1) RETURNING id', [
    `${region}-${agency.id}`,
  ]);
  const person = rows[0]?.id;
  await client.query(
    `INSERT INTO membership (region, number, person, agency, role, from_day) VALUES ($1, $2, $3, $2, $4, '2020-01-01')`,
    [region, agency.id, person, role],
  );
  const headers = await openSession(client, person ?? '');
  return {
    agency: agency.id,
    tasks: tasks.filter((task) => task.agency === agency.id).map(({ id }) => id),
    otherAgency: agencies.find(({ id }) => id !== agency.id)?.id ?? 0,
    headers,
  };
}

/** A session at a desk for a person (by id); answers the headers of his requests to a server on that port. */
export async function openSession(client: Client, person: string): Promise<Person['headers']> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await client.query(
    `INSERT INTO session (person, kind, token_hash, device, expires_at)
     VALUES ($1, 'desk', $2, 'rig', session_expiry('desk', clock_timestamp(), clock_timestamp()))`,
    [person, hash],
  );
  const xsrf = createHash('sha256').update(`papan-xsrf:${token}`).digest('base64url');
  return (port) => ({
    cookie: `__Host-papan=${token}; XSRF-TOKEN=${xsrf}`,
    'x-xsrf-token': xsrf,
    origin: `http://127.0.0.1:${port}`,
  });
}

function dayOf(millis: number): string {
  return new Date(millis).toISOString().slice(0, 10);
}
