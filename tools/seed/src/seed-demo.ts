import { wibDate } from '@papan/domain';
import { Files, hashPassword } from '@papan/server-platform';
import { areasOf, regionsOf } from './areas';
import { blitarStory } from './blitar/story';
import type { Kept } from './compliance/cabinet';
import { writeCases } from './compliance/write-cases';
import { neighbours, writeNeighbours } from './coverage/province';
import { writeCoverage } from './coverage/write-coverage';
import { DEMO_STARTS_AT } from './demo-figures';
import { PRESS_FIGURES, type StoredFigure } from './figures';
import { kotaStory } from './kota/story';
import { type Owner, asOwner, insertRows } from './owner';
import type { RegionStory } from './region-story';
import { writeJournal } from './write-journal';
import { writePeople, writeShownAccounts } from './write-people';
import { writeDecrees, writeRegion } from './write-region';

/** The one password of all accounts of the demonstration; the sign-in page shows it. */
export const DEMO_PASSWORD = 'papan-contoh-2026';

/** Any number, as long as every loader takes the same. */
const SEED_LOCK = 7_204_119_023;
const MARK = 'demo';

export type SeedOutcome =
  | { readonly loaded: true; readonly regions: readonly SeededRegion[] }
  /** `DEMO_LOADED`: it is there already. `NOT_EMPTY`: somebody's own regions are there, and stay alone. */
  | { readonly loaded: false; readonly why: 'DEMO_LOADED' | 'NOT_EMPTY' };

export interface SeededRegion {
  readonly code: string;
  readonly name: string;
  readonly tasks: number;
  readonly entries: number;
}

export interface SeedOptions {
  /** Folder of the installation, where node_modules is. Default: the working folder. */
  readonly root?: string;
  /** Folder of the evidence files (FILES_DIR). Without one the papers of the cases are named, but nowhere to be read. */
  readonly filesDir?: string;
  /** What has to follow in the same transaction; for what only other parts of the product know how to write. */
  readonly afterwards?: (owner: Owner) => Promise<void>;
}

/** Both regions of the demonstration, told anew; the same every time. */
export async function demoStories(root?: string): Promise<readonly RegionStory[]> {
  const blitar = blitarStory(await areasOf('35.05', root));
  const known = new Map(blitar.people.map(({ login, name }) => [login, name]));
  return [blitar, kotaStory(await areasOf('35.72', root), known)];
}

/**
 * Loads the demonstration into a migrated, empty database and sets its clock to Monday 2 November 2026, 08.00 WIB, from
 * where it runs. One transaction: a loader that is killed leaves nothing behind. Does nothing the second time, nor where
 * somebody works already. `ownerUrl` is the address of the owner role.
 */
export async function seedDemo(ownerUrl: string, options: SeedOptions = {}): Promise<SeedOutcome> {
  return asOwner(ownerUrl, async (owner) => {
    await owner.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
    const why = await occupied(owner);
    if (why) return { loaded: false, why };
    const stories = await demoStories(options.root);
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const regions: SeededRegion[] = [];
    for (const story of stories) {
      await writeRegion(owner, story);
      await writeDecrees(owner, story.decrees);
    }
    await writePeople(owner, stories, passwordHash);
    // No such domain exists: what is sent to it can only be caught.
    await owner.query(`UPDATE person SET email = login WHERE login LIKE '%@%.contoh'`);
    for (const { region, happenings, agencies, cases, coverage } of stories) {
      const board = await writeJournal(owner, region.code, happenings);
      const told = { code: region.code, agencies, happenings, board, today: wibDate(DEMO_STARTS_AT) };
      await writeCases(owner, told, cases);
      if (coverage) await writeCoverage(owner, region.code, coverage);
      if (cases?.files && options.filesDir !== undefined) await storeFiles(options.filesDir, cases.files.values());
      regions.push({ code: region.code, name: region.name, tasks: board.tasks.size, entries: happenings.length });
    }
    await writeFigures(owner, PRESS_FIGURES);
    await writeNeighbours(owner, neighbours(await regionsOf('35', options.root)));
    await writeShownAccounts(owner, stories, DEMO_PASSWORD);
    await owner.query('INSERT INTO installation (key, value) VALUES ($1, $2)', [MARK, DEMO_STARTS_AT]);
    await setClock(owner, DEMO_STARTS_AT);
    await options.afterwards?.(owner);
    return { loaded: true, regions };
  });
}

/** So many at once: each is written, synced and renamed. */
const FILES_AT_ONCE = 24;

async function storeFiles(folder: string, files: Iterable<Kept>): Promise<void> {
  const store = new Files(folder);
  const waiting = [...files];
  while (waiting.length > 0) {
    await Promise.all(waiting.splice(0, FILES_AT_ONCE).map(({ bytes }) => store.keep(bytes)));
  }
}

async function occupied(owner: Owner): Promise<'DEMO_LOADED' | 'NOT_EMPTY' | undefined> {
  const [found] = await owner.query<{ demo: boolean; regions: boolean }>(
    'SELECT EXISTS (SELECT FROM installation WHERE key = $1) AS demo, EXISTS (SELECT FROM region) AS regions',
    [MARK],
  );
  if (found?.demo) return 'DEMO_LOADED';
  return found?.regions ? 'NOT_EMPTY' : undefined;
}

/** The clock of the demonstration stands at this moment now, and runs on. */
async function setClock(owner: Owner, moment: string): Promise<void> {
  await owner.query('UPDATE clock SET shift = $1::timestamptz - clock_timestamp()', [moment]);
}

async function writeFigures(owner: Owner, figures: readonly StoredFigure[]): Promise<void> {
  await insertRows(
    owner,
    'published_figure',
    figures.map((figure, at) => ({
      id: figure.id,
      position: at + 1,
      region_code: figure.region.code,
      region_name: figure.region.name,
      kind: figure.kind,
      as_of: figure.asOf,
      source: figure.source,
      registered: figure.registered ?? null,
      registered_percent: figure.coveragePercent?.percent ?? null,
      active: figure.active ?? null,
      active_percent: figure.activePercent?.percent ?? null,
      unregistered: figure.unregistered ?? null,
      unregistered_percent: figure.unregisteredPercent?.percent ?? null,
      population: figure.population ?? null,
      denominator: figure.denominator,
      says_uhc: figure.saysUhc ?? false,
      note: figure.note,
    })),
  );
}
