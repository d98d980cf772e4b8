import type { Line, Refusal } from '@papan/domain';

/** What was read of a file: its lines as they stand, nothing understood yet. */
export interface Sheet {
  readonly kind: 'CSV' | 'XLSX' | 'XLS';
  /** Name of the sheet; null for text. */
  readonly sheet: string | null;
  readonly lines: readonly Line[];
}

export type SheetOrRefusal = Sheet | Refusal;

/** Longest list, heading and titles included, and widest. */
export const LINES_AT_MOST = 50_000;
export const COLUMNS_AT_MOST = 120;

const NAMED_AT_MOST = 20;

/** `4, 9, 17`, and how many more: what a refusal says about many lines. */
export function sayLines(lines: readonly number[]): string {
  const named = lines.slice(0, NAMED_AT_MOST).join(', ');
  return lines.length > NAMED_AT_MOST ? `${named} (+${lines.length - NAMED_AT_MOST})` : named;
}
