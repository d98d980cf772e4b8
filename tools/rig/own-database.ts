import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort, startEmbeddedPostgres } from '@papan/server-postgres';
import type { EmbeddedPostgres } from '@papan/server-postgres';

/** A PostgreSQL server that this run has started in a folder of its own, and will take away again. */
export interface OwnDatabase {
  readonly port: number;
  readonly version: string;
  pid(): number;
  /** Makes an empty database with our marker in it; the address is the owner's, never to be printed. */
  create(name: string): Promise<string>;
  /** Throws unless the database carries the marker of this very run. */
  prove(url: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on a free port with a password nobody else knows; there is no way to point a run at another server. */
export async function startOwnDatabase(settings: Readonly<Record<string, string>> = {}): Promise<OwnDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'papan-rig-'));
  const server = await startEmbeddedPostgres({ dataDir, port: await freePort(), settings });
  const marker = randomUUID();
  return {
    port: server.port,
    version: await versionOf(server),
    pid: () => server.pid,
    create: (name) => createDatabase(server, name, marker),
    prove: (url) => proveOwn(url, marker),
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function versionOf(server: EmbeddedPostgres): Promise<string> {
  return await withClient(server.url, async (client) => {
    const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
    return rows[0]?.version ?? '?';
  });
}

async function createDatabase(server: EmbeddedPostgres, name: string, marker: string): Promise<string> {
  if (!/^[a-z_]+$/.test(name)) throw new Error(`bad database name ${name}`);
  await withClient(server.url, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  await withClient(url.href, async (client) => {
    await client.query('CREATE SCHEMA rig');
    await client.query('CREATE TABLE rig.marker (id text NOT NULL)');
    await client.query('INSERT INTO rig.marker VALUES ($1)', [marker]);
  });
  return url.href;
}

async function proveOwn(url: string, marker: string): Promise<void> {
  const ours = await withClient(url, async (client) => {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM rig.marker');
    return rows[0]?.id === marker;
  });
  if (!ours) throw new Error('this is not the database that this run has made; nothing was touched');
}

/** Runs `work` on a connection of its own. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
