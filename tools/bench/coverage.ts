import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SEGMENTS } from '@papan/domain';
import { areasOf, seedDemo, seedFigures } from '@papan/seed';
import { freePort } from '@papan/server-postgres';
import { startApi } from '../rig/api';
import { type Headers, type HttpCall, call, readJson } from '../rig/http-call';
import { type OwnDatabase, withClient } from '../rig/own-database';
import { openSession } from '../rig/world';
import { withinBand } from './back-test';
import { percentile } from './statistics';
import type { Figures } from './works';

/** How many regions have figures, and how often they are asked for in one round. */
export interface CoverageEffort {
  /** Whose regencies and cities: "" for the whole country. */
  readonly province: string;
  readonly months: number;
  readonly reads: number;
  readonly histories: number;
}

export const FULL_COVERAGE: CoverageEffort = { province: '', months: 36, reads: 60, histories: 1_000 };
export const QUICK_COVERAGE: CoverageEffort = { province: '35', months: 4, reads: 5, histories: 1_000 };

const HERE = '35.05';
/** A month that is told by villages. */
const MONTH = '2026-10-01';
const PATIENCE = 60_000;

/** The product with the figures of a whole country, on a database of its own. */
export interface CoverageBench {
  readonly url: string;
  /** One round: pages of provinces, of a regency, an import, the forecast. `nth` from 1. */
  measure(nth: number): Promise<Figures>;
  stop(): Promise<void>;
}

/** The demonstration, and beside it the figures of every other regency and city. */
export async function startCoverage(
  database: OwnDatabase,
  agent: Agent,
  effort: CoverageEffort,
): Promise<CoverageBench> {
  const url = await database.create('coverage');
  const dataDir = await mkdtemp(join(tmpdir(), 'papan-bench-'));
  const port = await freePort();
  const program = await startApi({ name: 'coverage', url, dataDir, port, env: {} });
  await seedDemo(url);
  const began = performance.now();
  const load = await seedFigures(url, effort.province, effort.months);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${load.cells} figures of ${load.regions} regions in ${load.months} months written in ${seconds} s`);
  const headers = await withClient(url, async (client) => {
    await client.query('VACUUM ANALYZE');
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM person WHERE login = 'dinkes@blitar.contoh'`);
    return (await openSession(client, rows[0]?.id ?? ''))(port);
  });
  const villages = (await areasOf(HERE)).filter(({ kind }) => kind === 'VILLAGE').map(({ code }) => code);
  const office = new Office(agent, port, headers);
  return {
    url,
    measure: async (nth) =>
      new Map([
        ...(await reading(office, effort)),
        [`import of a month of ${villages.length} villages`, await importing(office, villages, nth)],
        [`forecast within its band, ${effort.histories} histories`, withinBand(effort.histories, nth)],
      ]),
    stop: async () => {
      await program.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Somebody at a desk of Kabupaten Blitar, and what is asked of the server in his name. */
class Office {
  constructor(
    private readonly agent: Agent,
    private readonly port: number,
    private readonly person: Headers,
  ) {}

  async ask(method: HttpCall['method'], path: string, body?: object, more: Headers = {}): Promise<unknown> {
    const headers = { ...this.person, 'idempotency-key': randomUUID(), 'accept-encoding': 'br', ...more };
    const sent = body === undefined ? {} : { body: Buffer.isBuffer(body) ? body : JSON.stringify(body) };
    const answer = await call(this.agent, this.port, { method, path: `/api${path}`, headers, ...sent }, PATIENCE);
    const told = readJson(answer);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(told)}`);
    return told;
  }

  /** Milliseconds in which 95 of 100 answers were there; before that each path was asked for once. */
  async p95(paths: readonly string[], times: number): Promise<number> {
    for (const path of paths) await this.ask('GET', path);
    const took: number[] = [];
    for (let nth = 0; nth < times; nth += 1) {
      const began = performance.now();
      await this.ask('GET', paths[nth % paths.length] ?? '');
      took.push(performance.now() - began);
    }
    return percentile(took, 0.95);
  }
}

async function reading(office: Office, { province, reads }: CoverageEffort): Promise<Figures> {
  const provinces = province === '' ? ['11', '32', '33', '35', '91'] : [province];
  const coverage = `/regions/${HERE}/coverage`;
  return new Map([
    [
      'page of a province, p95',
      await office.p95(
        provinces.map((code) => `/provinces/${code}`),
        reads,
      ),
    ],
    ['page of a regency, p95', await office.p95([coverage], reads)],
    ['areas of a month of a regency, p95', await office.p95([`${coverage}/months/${MONTH}`], reads)],
  ]);
}

/** Seconds from the upload of a file until its figures stand; each round corrects the month with other figures. */
async function importing(office: Office, villages: readonly string[], nth: number): Promise<number> {
  const lines = villages.flatMap((code, at) =>
    SEGMENTS.map((segment, place) => `${code};${segment};${600 + nth + ((at * 7 + place) % 90)};${500 + (at % 90)}`),
  );
  const file = Buffer.from(`Kode;Segmen;Terdaftar;Aktif\r\n${lines.join('\r\n')}\r\n`);
  const files = `/regions/${HERE}/figure-files`;
  const began = performance.now();
  const type = { 'content-type': 'application/octet-stream', 'x-file-name': 'bulanan.csv' };
  const { id, mapping } = (await office.ask('POST', `${files}?kind=MONTH`, file, type)) as {
    readonly id: number;
    readonly mapping: object;
  };
  await office.ask('POST', `${files}/${id}/mapping`, { mapping, asOf: '2026-11-01', source: 'uji' });
  await office.ask('POST', `${files}/${id}/apply`, { despite: true });
  return (performance.now() - began) / 1000;
}
