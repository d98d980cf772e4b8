import type { FigureFileSummary, FigureFileView, FigureProfile } from '@papan/contracts';
import {
  type Actor,
  type FigureKind,
  type FigureMapping,
  type Refusal,
  guessFigures,
  headingsKey,
  isRefusal,
  may,
} from '@papan/domain';
import { type Database, sampleColumns } from '@papan/server-platform';
import type { Reader } from './compare-with';
import { FIGURE_SHELF, FILE_COLUMNS, type FigureFile, fileOf } from './figure-rows';

const LOOK = { isolation: 'REPEATABLE READ', readOnly: true } as const;
const FILES_SHOWN = 50;

/** The latest files, newest first. */
export async function listFiles(database: Database, actor: Actor): Promise<readonly FigureFileSummary[] | Refusal> {
  const allowed = may(actor, 'coverage.import', { region: actor.region });
  if (isRefusal(allowed)) return allowed;
  return database.as(
    actor,
    async (tx) => {
      const files = await tx.query<FigureFile>(
        `SELECT ${FILE_COLUMNS} FROM figure_file f WHERE f.region = $1 ORDER BY f.id DESC LIMIT ${FILES_SHOWN}`,
        [actor.region],
      );
      return files.map(summaryOf);
    },
    LOOK,
  );
}

/** A file with its columns, how they are mapped or could be, and what would become of it. */
export function readFile(database: Database, actor: Actor, id: number): Promise<FigureFileView | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const file = await fileOf(tx, actor, id);
      if (isRefusal(file)) return file;
      const { sheet, headingLine, headings, told, preview } = file;
      const profiles = await profilesOf(tx, actor.region, file.kind, headings);
      return {
        ...summaryOf(file),
        ...{ sheet, headingLine, told, preview, profiles },
        columns: await sampleColumns(tx, FIGURE_SHELF, actor.region, file.upload, headings),
        mapping: file.mapping ?? proposed(profiles, headings, file.kind),
        profile: profiles.find(({ fits }) => fits)?.name ?? null,
      };
    },
    LOOK,
  );
}

/** As it was said of the last file with these headings; else as the headings let guess. */
export function proposed(
  profiles: readonly FigureProfile[],
  headings: readonly string[],
  kind: FigureKind,
): FigureMapping {
  return profiles.find(({ fits }) => fits)?.mapping ?? guessFigures(headings, kind);
}

export function profilesOf(
  tx: Reader,
  region: string,
  kind: FigureKind,
  headings: readonly string[],
): Promise<FigureProfile[]> {
  return tx.query<FigureProfile>(
    `SELECT name, mapping, headings_key = $3 AS fits FROM figure_profile
      WHERE region = $1 AND kind = $2 ORDER BY headings_key <> $3, saved_at DESC, name LIMIT 20`,
    [region, kind, headingsKey(headings)],
  );
}

function summaryOf(file: FigureFile): FigureFileSummary {
  const { id, kind, name, file: hash, rows, preview, person, uploadedAt, appliedAt, became } = file;
  const state = appliedAt !== null ? 'APPLIED' : preview ? 'CHECKED' : 'UPLOADED';
  return { id, kind, name, file: hash, rows, state, person, uploadedAt, appliedAt, of: became };
}
