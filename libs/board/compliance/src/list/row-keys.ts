/** What a key, a menu or a click asks of a row. */
export type RowAction = 'open' | 'select' | 'next' | 'proof' | 'handover';

const LETTERS: Readonly<Record<string, RowAction>> = { x: 'select', n: 'next', u: 'proof', b: 'handover' };

/** What a key does to the row in focus; letters only where the reader has not switched them off. */
export function actionOf(key: string, letters: boolean): RowAction | null {
  if (key === 'Enter') return 'open';
  if (key === ' ') return 'select';
  return letters ? (LETTERS[key.toLowerCase()] ?? null) : null;
}

/** How many rows a key walks; `page` rows fit into sight. */
export function stepOf(key: string, letters: boolean, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return page;
    case 'PageUp':
      return -page;
    case 'Home':
      return -Infinity;
    case 'End':
      return Infinity;
    case 'j':
      return letters ? 1 : null;
    case 'k':
      return letters ? -1 : null;
    default:
      return null;
  }
}
