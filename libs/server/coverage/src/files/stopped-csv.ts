import { sayFigureCheck } from '@papan/contracts';
import { type Language, word } from '@papan/contracts/words';
import { type Actor, type FigureCheck, type Refusal, isRefusal, refuse, textOf } from '@papan/domain';
import { type Database, csvOf, todayOf } from '@papan/server-platform';
import { fileOf, linesOf } from './figure-rows';
import { weighFile } from './weigh-file';

const FIRST: Readonly<Record<Language, readonly string[]>> = { id: ['Baris', 'Masalah'], en: ['Line', 'Problem'] };

/** Every line that stops the file, with what is wrong and as it stands there: a table that a spreadsheet opens. */
export function stoppedCsv(
  database: Database,
  actor: Actor,
  id: number,
  language: Language,
): Promise<string | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const file = await fileOf(tx, actor, id);
      if (isRefusal(file)) return file;
      const { mapping, told } = file;
      if (!mapping || !told) return refuse('IMPORT_NOT_PREVIEWED', {});
      const lines = await linesOf(tx, actor.region, file.upload);
      const today = await todayOf(tx);
      const weighed = await weighFile(tx, actor.region, today, { ...file, lines, mapping, told });
      if (isRefusal(weighed)) return weighed;
      const cells = new Map(lines.map((line) => [line.line, line.cells.map((cell) => textOf(cell))]));
      const sums = weighed.preview.checks.filter(({ code }) => code === 'SUM_DIFFERS');
      const problems = weighed.problems.map(({ code, line, about }): FigureCheck => ({
        ...{ code, weight: 'STOP', lines: [line], count: 1, about: [about], found: null, expected: null },
      }));
      const rows = [...problems, ...sums].map((check) => {
        const [line = 0] = check.lines;
        const said = sayFigureCheck(language, word(language, 'figureCheck', check.code), check);
        return [String(line), said, ...(cells.get(line) ?? [])];
      });
      return csvOf([[...FIRST[language], ...file.headings], ...rows]);
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}
