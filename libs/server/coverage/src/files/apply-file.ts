import type { ApplyFigures } from '@papan/contracts';
import { type Actor, type BoardEventType, type FigureKind, type Refusal, isRefusal, refuse } from '@papan/domain';
import type { Decide, Tx } from '@papan/server-platform';
import { holdFigures } from '../write-cut';
import { type FigureFile, fileOf, linesOf } from './figure-rows';
import { weighFile } from './weigh-file';
import { becomes, notLoadable, writeFigures } from './write-figures';

/**
 * Loads a file that was checked: one transaction, one entry in the journal. Whatever figures were loaded since the check
 * are not overrun: IMPORT_STALE, and the file is checked again.
 */
export function applyFile(actor: Actor, id: number, { despite }: ApplyFigures): Decide {
  return async (tx, { now, today }) => {
    await holdFigures(tx, actor.region);
    const file = await fileOf(tx, actor, id, true);
    if (isRefusal(file)) return file;
    const { mapping, told, preview } = file;
    if (file.appliedAt !== null) return refuse('IMPORT_APPLIED', {});
    if (!mapping || !told || !preview) return refuse('IMPORT_NOT_PREVIEWED', {});
    const no = notLoadable(preview, despite) ?? (await stale(tx, actor.region, file));
    if (no) return no;
    const lines = await linesOf(tx, actor.region, file.upload);
    const weighed = await weighFile(tx, actor.region, today, { ...file, lines, mapping, told });
    if (isRefusal(weighed)) return weighed;
    const loading = { region: actor.region, now, file: file.file, person: actor.person };
    const event = await writeFigures(tx, loading, weighed.figures);
    await tx.query('UPDATE figure_file SET applied_at = $3, became = $4 WHERE region = $1 AND id = $2', [
      ...[actor.region, id, now, becomes(weighed.figures)],
    ]);
    return { event, audience: null, answer: {} };
  };
}

/** What a file of each kind is compared with. */
const COMPARED: Readonly<Record<FigureKind, readonly BoardEventType[]>> = {
  MONTH: ['CutRecorded', 'PopulationRecorded'],
  POPULATION: ['PopulationRecorded'],
  MOVEMENTS: ['MovementsRecorded'],
};

async function stale(tx: Tx, region: string, { kind, checkedSeq }: FigureFile): Promise<Refusal | undefined> {
  const [later] = await tx.query<{ some: boolean }>(
    'SELECT EXISTS (SELECT FROM journal WHERE region = $1 AND seq > $2 AND type = ANY ($3)) AS some',
    [region, checkedSeq ?? 0, COMPARED[kind]],
  );
  return later?.some ? refuse('IMPORT_STALE', {}) : undefined;
}
