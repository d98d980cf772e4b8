import { type Language, sayRefusal } from '@papan/contracts/words';
import { type Actor, type Refusal, isRefusal } from '@papan/domain';
import { type Database, csvOf } from '@papan/server-platform';
import { importOf } from './import-rows';
import { invalidOf } from './read-import';

const ALL = 50_000;
const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  id: ['Baris', 'Nama', 'Masalah', 'Keterangan', 'Perbaikan'],
  en: ['Line', 'Name', 'Problem', 'Detail', 'What to do'],
};

/** The lines that cannot be taken, as a table that a spreadsheet opens: one line for each problem. */
export function invalidCsv(
  database: Database,
  actor: Actor,
  id: number,
  language: Language,
): Promise<string | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const list = await importOf(tx, actor, id);
      if (isRefusal(list)) return list;
      const lines = await invalidOf(tx, actor.region, list.upload, ALL);
      const rows = lines.flatMap(({ line, name, problems }) =>
        problems.map((problem) => {
          const { title, detail, mend } = sayRefusal(language, problem);
          return [String(line), name, title, detail, mend];
        }),
      );
      return csvOf([HEADINGS[language], ...rows]);
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}
