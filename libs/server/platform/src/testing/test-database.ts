import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import pg from 'pg';
import { appDataSource, type Entities } from '../database/data-source';
import { Database } from '../database/database';
import { type DatabaseAddresses, type Migrations, prepareDatabase } from '../database/prepare-database';
import { roleName } from '../database/roles';

/** A fresh, migrated database in the cluster of the test run. */
export interface TestDatabase extends DatabaseAddresses {
  readonly name: string;
  /** Rows as the owner, past every wall: for arranging and for looking behind the scenes. */
  owning<R = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** A region with an empty journal. */
  addRegion(code?: string, name?: string): Promise<void>;
  /** The app's door; closed together with the database. */
  open(entities?: Entities): Promise<Database>;
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Default: those that the API lists. */
  readonly migrations?: Migrations;
}

/** Needs PG_ADMIN_URL: a superuser in a cluster made for tests. Drop it when done. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const adminUrl = process.env['PG_ADMIN_URL'];
  if (!adminUrl) throw new Error('PG_ADMIN_URL is not set: run these tests through the pg group of jest');
  const name = `papan_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, [`CREATE DATABASE ${name}`]);
  const ownerUrl = withDatabase(adminUrl, name);
  const folder = mkdtempSync(join(tmpdir(), 'papan-test-'));
  const migrations = options.migrations ?? (await roofMigrations());
  const addresses = await prepareDatabase({ ownerUrl, secretsFolder: folder, migrations });
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  owner.on('error', () => undefined);
  const sources: DataSource[] = [];
  return {
    ...addresses,
    name,
    async owning<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
      return (await owner.query(sql, [...params])).rows as R[];
    },
    async addRegion(code = '35.05', title = 'Kabupaten Blitar') {
      await owner.query(`SELECT add_region($1, $2, 'KABUPATEN', true)`, [code, title]);
    },
    async open(entities = []) {
      const source = appDataSource({ url: addresses.app, entities, connections: 12, onPoolError: () => undefined });
      sources.push(await source.initialize());
      return new Database(source);
    },
    async drop() {
      for (const source of sources) await source.destroy();
      await owner.end();
      await asAdmin(adminUrl, [
        `DROP DATABASE ${name} WITH (FORCE)`,
        `DROP ROLE IF EXISTS ${roleName(name, 'app')}`,
        `DROP ROLE IF EXISTS ${roleName(name, 'tail')}`,
      ]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asAdmin(url: string, statements: readonly string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.end();
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** The schema is listed under the roof, for the whole house; tests of the lower storeys look up there by path. */
async function roofMigrations(): Promise<Migrations> {
  const file = resolve(__dirname, '../../../../../apps/api/src/migrations/index.ts');
  const { MIGRATIONS } = (await import(file)) as { MIGRATIONS: Migrations };
  return MIGRATIONS;
}
