import type { IsoDate } from '../calendar/wib';
import { shown } from '../formats/shown';
import { type Refusal, refuse } from '../refusal/refusal';

/**
 * A semester of the consolidated population data: "2025-II" is July to December 2025. Refuses SEMESTER_INVALID, also one
 * that has not begun. Source: docs/domain.md#figure-files.
 */
export function checkSemester(text: string, today: IsoDate): string | Refusal {
  const [, year, half] = /^\s*(\d{4})-(I{1,2})\s*$/i.exec(text) ?? [];
  const begins = `${year}-${half?.length === 2 ? '07' : '01'}-01`;
  if (year === undefined || half === undefined || begins > today)
    return refuse('SEMESTER_INVALID', { value: shown(text) });
  return `${year}-${half.toUpperCase()}`;
}
