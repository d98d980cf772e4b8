import { randomBytes, randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Chance, inventEmployers, seedCases } from '@papan/seed';
import { freePort } from '@papan/server-postgres';
import { startApi } from '../rig/api';
import { type Headers, type HttpAnswer, type HttpCall, call, readJson } from '../rig/http-call';
import { type OwnDatabase, withClient } from '../rig/own-database';
import { memoryOfTree } from '../rig/processes';
import { openSession } from '../rig/world';
import { percentile } from './statistics';
import type { Figures } from './works';

/** How much is done with the cases of employers in one round. */
export interface LadderEffort {
  readonly cases: number;
  readonly lists: number;
  readonly rows: number;
  readonly dossiers: number;
  /** Papers of each dossier; an appeal and an inspection have three each. */
  readonly papers: 6;
}

export const FULL_LADDER: LadderEffort = { cases: 10_000, lists: 15, rows: 10_000, dossiers: 44, papers: 6 };
export const QUICK_LADDER: LadderEffort = { cases: 300, lists: 3, rows: 200, dossiers: 3, papers: 6 };

const PATIENCE = 180_000;
const PAPER_BYTES = 150_000;

/** The product with many cases, on a database of its own; there is no floor for a ladder. */
export interface Ladder {
  readonly url: string;
  /** One round: list, decree, import, dossiers. `nth` from 1. */
  measure(nth: number): Promise<Figures>;
  stop(): Promise<void>;
}

type Login = 'dinkes' | 'disnaker' | 'pemeriksa.bpjs' | 'kepala.bpjs';

export async function startLadder(database: OwnDatabase, agent: Agent, effort: LadderEffort): Promise<Ladder> {
  const url = await database.create('ladder');
  const dataDir = await mkdtemp(join(tmpdir(), 'papan-bench-'));
  const port = await freePort();
  const program = await startApi({ name: 'ladder', url, dataDir, port, env: {} });
  const load = await seedCases(url, effort.cases);
  const people = await withClient(url, async (client) => {
    await client.query('VACUUM ANALYZE');
    const sessions = new Map<string, Headers>();
    for (const { login, number } of load.members) {
      const { rows } = await client.query<{ person: string }>(
        'SELECT person FROM membership WHERE region = $1 AND number = $2',
        [load.region, number],
      );
      sessions.set(login, (await openSession(client, rows[0]?.person ?? ''))(port));
    }
    return sessions;
  });
  const office = new Office(agent, port, load.region, people);
  return {
    url,
    measure: async (nth) =>
      new Map([
        ...(await listing(office, effort)),
        ...(await decree(office, effort, url, nth)),
        ...(await importing(office, effort, nth)),
        ...(await sealing(office, effort, nth, () => memoryOfTree(program.pid))),
      ]),
    stop: async () => {
      await program.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Somebody at a desk, and what is asked of the server in his name. */
class Office {
  constructor(
    private readonly agent: Agent,
    private readonly port: number,
    private readonly region: string,
    private readonly people: ReadonlyMap<string, Headers>,
  ) {}

  async ask(login: Login, method: HttpCall['method'], path: string, body?: unknown, more: Headers = {}) {
    const answer = await this.send(login, {
      method,
      path,
      headers: { 'idempotency-key': randomUUID(), 'accept-encoding': 'br', ...more },
      ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(readJson(answer))}`);
    return answer;
  }

  /** The same, parsed. */
  async json<T>(...asked: Parameters<Office['ask']>): Promise<T> {
    return readJson(await this.ask(...asked)) as T;
  }

  private send(login: Login, what: HttpCall): Promise<HttpAnswer> {
    const headers = { ...this.people.get(login), ...what.headers };
    return call(this.agent, this.port, { ...what, headers, path: `/api/regions/${this.region}${what.path}` }, PATIENCE);
  }
}

async function listing(office: Office, { cases, lists }: LadderEffort): Promise<Figures> {
  const took: number[] = [];
  let bytes = 0;
  for (let nth = 0; nth < lists; nth += 1) {
    const began = performance.now();
    const answer = await office.ask('disnaker', 'GET', '/cases');
    readJson(answer);
    took.push(performance.now() - began);
    bytes = answer.raw.length;
  }
  return new Map([
    [`list of ${cases} cases, p50`, percentile(took, 0.5)],
    [`list of ${cases} cases, bytes`, bytes / 1000],
  ]);
}

/** Every case has a clock of ten working days: one more holiday moves them all. */
async function decree(office: Office, { cases }: LadderEffort, url: string, nth: number): Promise<Figures> {
  const holiday = `2026-11-0${2 + nth}`;
  await withClient(url, (client) =>
    client.query(`INSERT INTO holiday (day, year, kind) VALUES ($1, 2026, 'NATIONAL') ON CONFLICT DO NOTHING`, [
      holiday,
    ]),
  );
  const began = performance.now();
  const { changes } = await office.json<{ changes: readonly unknown[] }>('dinkes', 'GET', '/ladder/changes?year=2026');
  const listed = performance.now() - began;
  if (changes.length !== cases) throw new Error(`${changes.length} of ${cases} clocks would move`);
  const then = performance.now();
  await office.ask('dinkes', 'POST', '/ladder/changes', { year: 2026 });
  return new Map([
    [`a decree and its list of ${cases} changes`, listed / 1000],
    [`accepting ${cases} changes`, (performance.now() - then) / 1000],
  ]);
}

async function importing(office: Office, { rows }: LadderEffort, nth: number): Promise<Figures> {
  const employers = inventEmployers(new Chance(7_000 + nth), [], rows);
  const lines = employers.map(({ name, nib, npwp, address }, at) =>
    [name, nib ?? '', npwp ?? '', address, String(2 + (at % 60))].map((cell) => `"${cell}"`).join(';'),
  );
  const file = `NAMA PERUSAHAAN;NIB;NPWP;ALAMAT;JUMLAH TENAGA KERJA\r\n${lines.join('\r\n')}\r\n`;
  return new Map([
    [`import of ${rows} rows`, await load(office, file)],
    [`re-import of ${rows} rows`, await load(office, file)],
  ]);
}

/** Seconds from the upload of a list until it stands in the register. */
async function load(office: Office, file: string): Promise<number> {
  const began = performance.now();
  const type = { 'content-type': 'application/octet-stream', 'x-file-name': 'daftar.csv' };
  const path = '/imports?source=DISNAKER';
  const list = await office.json<{ id: number; mapping: unknown }>('disnaker', 'POST', path, Buffer.from(file), type);
  await office.ask('disnaker', 'POST', `/imports/${list.id}/mapping`, { mapping: list.mapping });
  await office.ask('disnaker', 'POST', `/imports/${list.id}/apply`, {});
  return (performance.now() - began) / 1000;
}

/** From the confirmation of a hand-over until the last of its dossiers is sealed. */
async function sealing(office: Office, effort: LadderEffort, nth: number, memory: () => number): Promise<Figures> {
  const { dossiers, papers } = effort;
  const cases = Array.from({ length: dossiers }, (_, at) => (nth - 1) * dossiers + at + 1);
  for (const id of cases) await complete(office, id);
  const { handover } = await office.json<{ handover: number }>('pemeriksa.bpjs', 'POST', '/handovers', { cases });
  const began = performance.now();
  await office.ask('kepala.bpjs', 'POST', `/handovers/${handover}/confirmation`, {
    ...{ number: `UJI/SKK/${nth}`, signatory: 'Uji', on: '2026-11-02', term: '2026-12-31' },
  });
  let most = 0;
  for (let sealed = 0; sealed < dossiers;) {
    await sleep(250);
    most = Math.max(most, memory());
    if (performance.now() - began > PATIENCE) throw new Error(`${sealed} of ${dossiers} dossiers in three minutes`);
    ({ sealed } = await office.json<{ sealed: number }>('kepala.bpjs', 'GET', `/handovers/${handover}`));
  }
  return new Map([
    [`${dossiers} dossiers of ${papers} papers`, (performance.now() - began) / 1000],
    [`${dossiers} dossiers of ${papers} papers, peak memory`, most],
  ]);
}

/** Another appeal and another inspection, with three papers each: what a dossier has to hold. */
async function complete(office: Office, id: number): Promise<void> {
  const step = async (login: Login, body: object): Promise<void> => {
    const [document, sendingProof, receiptProof] = [
      await paper(office, login),
      await paper(office, login),
      await paper(office, login),
    ];
    const signed = { entry: randomUUID(), on: '2026-10-30', number: `UJI/${id}`, signatory: 'Uji' };
    const way = { sentOn: '2026-10-30', receivedOn: '2026-10-30', document, sendingProof, receiptProof };
    await office.ask(login, 'POST', `/cases/${id}/steps`, { ...signed, ...way, ...body });
  };
  await step('disnaker', { step: 'HIMBAUAN' });
  await step('pemeriksa.bpjs', { step: 'INSPECTION', workers: 5 });
}

async function paper(office: Office, login: Login): Promise<string> {
  // A remark that nobody reads gives the file the weight of a scan.
  const bytes = Buffer.from(`%PDF-1.4\n%${randomBytes(PAPER_BYTES / 2).toString('hex')}\n${PAGE}`, 'latin1');
  const type = { 'content-type': 'application/octet-stream', 'x-file-name': 'surat.pdf' };
  const { hash } = await office.json<{ hash: string }>(login, 'POST', '/evidence', bytes, type);
  return hash;
}

const PAGE = [
  '1 0 obj',
  '<< /Type /Catalog /Pages 2 0 R >>',
  'endobj',
  '2 0 obj',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  'endobj',
  '3 0 obj',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  'endobj',
  'trailer',
  '<< /Size 4 /Root 1 0 R >>',
  'startxref',
  '0',
  '%%EOF',
  '',
].join('\n');
