import type { FigurePreview } from '@papan/contracts';
import { type BoardEvent, type FigureKind, type FigureMapping, type Refusal, isRefusal, wibDate } from '@papan/domain';
import type { List } from '@papan/server-platform';
import { holdFigures } from '../write-cut';
import type { Reader } from './compare-with';
import type { Told } from './figure-rows';
import { profilesOf, proposed } from './read-files';
import { weighFile } from './weigh-file';
import { type Loading, becomes, notLoadable, writeFigures } from './write-figures';

/** A file that is checked and loaded in one go, by the operator of the installation. */
export interface FileToLoad {
  readonly kind: FigureKind;
  readonly list: Pick<List, 'headings' | 'lines'>;
  readonly told: Told;
  /** The warnings are known. */
  readonly despite: boolean;
}

export interface LoadedFile {
  readonly preview: FigurePreview;
  readonly mapping: FigureMapping;
  /** The day or the semester of the figures. */
  readonly of: string;
  /** Why nothing was loaded; null where it was. */
  readonly refused: Refusal | null;
  /** What happened, for the journal; null where nothing did. */
  readonly event: BoardEvent | null;
}

/**
 * Checks a file and loads it where nothing stands against it; else it is told what does. The columns are those that were
 * said of the last file with these headings, or as the headings let guess. The caller writes the entry of the journal.
 */
export async function loadFile(tx: Reader, loading: Loading, file: FileToLoad): Promise<LoadedFile | Refusal> {
  const { region, now } = loading;
  const { kind, list, told, despite } = file;
  await holdFigures(tx, region);
  const mapping = proposed(await profilesOf(tx, region, kind, list.headings), list.headings, kind);
  const weighed = await weighFile(tx, region, wibDate(now), { kind, ...list, mapping, told });
  if (isRefusal(weighed)) return weighed;
  const { preview, figures } = weighed;
  const refused = notLoadable(preview, despite) ?? null;
  const event = refused === null ? await writeFigures(tx, loading, figures) : null;
  return { preview, mapping, of: becomes(figures), refused, event };
}
