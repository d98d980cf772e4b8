import { type Cell, textOf } from '@papan/domain';
import type { Tx } from '../database/tx';
import type { ListShelf } from './take-in-list';

const SAMPLES = 5;
const SAMPLE_LENGTH = 80;

/** A column of a list with its heading and some of what stands in it. */
export interface SampledColumn {
  readonly column: number;
  readonly heading: string;
  readonly samples: readonly string[];
}

/** The columns of a stored list, for a person to say what they are. */
export async function sampleColumns(
  tx: Tx,
  { lines }: ListShelf,
  region: string,
  upload: string,
  headings: readonly string[],
): Promise<readonly SampledColumn[]> {
  const rows = await tx.query<{ cells: readonly Cell[] }>(
    `SELECT cells FROM ${lines} WHERE region = $1 AND upload = $2 ORDER BY line LIMIT 50`,
    [region, upload],
  );
  return headings.map((heading, column) => ({
    column,
    heading,
    samples: rows
      .map(({ cells }) => textOf(cells[column]).slice(0, SAMPLE_LENGTH))
      .filter((text) => text !== '')
      .slice(0, SAMPLES),
  }));
}
