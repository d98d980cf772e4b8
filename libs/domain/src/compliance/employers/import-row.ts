import { shown } from '../../formats/shown';
import type { AreaNames } from '../../lists/area-names';
import { type Cell, type Line, isFilled, textOf } from '../../lists/columns';
import { readCount } from '../../lists/read-count';
import { type Refusal, isRefusal, refuse } from '../../refusal/refusal';
import type { Violation } from '../codes';
import type { EmployerPlan } from './check-employer';
import { IDENTITY_FIELDS, type IdentityField, isDamagedIdentity, readIdentity } from './identity-numbers';
import type { ColumnMapping, ImportField } from './import-columns';
import { readSector, readViolations } from './import-words';

/** What a line of a list says about an employer. Cells that are empty say nothing: they never empty a field. */
export interface RowReading {
  readonly line: number;
  readonly given: Partial<EmployerPlan>;
  /** Workers not registered, as BPJS counts them; null where the list does not say. */
  readonly missing: number | null;
  readonly violations: readonly Violation[];
  readonly problems: readonly Refusal[];
  /** Numbers that a spreadsheet ruined: they make the whole file unfit. */
  readonly damaged: readonly IdentityField[];
}

type Read = (field: ImportField) => Cell;

/** Reads one line. `always`: the violation of every employer of the list, where it has no column for it. */
export function readRow(
  { line, cells }: Line,
  mapping: ColumnMapping,
  areas: AreaNames,
  always: Violation | null = null,
): RowReading {
  const read: Read = (field) => {
    const column = mapping[field];
    return column === undefined ? null : (cells[column] ?? null);
  };
  const problems: Refusal[] = [];
  const take = <T>(value: T | Refusal): T | undefined => {
    if (!isRefusal(value)) return value;
    problems.push(value);
    return undefined;
  };
  const damaged = IDENTITY_FIELDS.filter(
    (field) => isFilled(read(field)) && isDamagedIdentity(field, read(field) ?? ''),
  );
  const missing = take(readCount('missing', read('missing'))) ?? null;
  const given = filled({
    ...texts(read),
    ...Object.fromEntries(
      IDENTITY_FIELDS.filter((field) => !damaged.includes(field)).map((field) => [
        field,
        take(readIdentity(field, textOf(read(field)))),
      ]),
    ),
    ...place(read, areas, take),
    sector: isFilled(read('sector')) ? readSector(textOf(read('sector'))) : undefined,
    estimated: take(readCount('estimated', read('estimated'))),
    registered: take(readCount('registered', read('registered'))),
  });
  return { line, given, missing, violations: violationsOf(read('violation'), always, take), problems, damaged };
}

function texts(read: Read): Partial<EmployerPlan> {
  const text = (field: ImportField): string | undefined => textOf(read(field)) || undefined;
  return { name: text('name'), address: text('address'), contact: text('contact') };
}

function place(read: Read, areas: AreaNames, take: <T>(value: T | Refusal) => T | undefined): Partial<EmployerPlan> {
  const [districtText, villageText] = [textOf(read('district')), textOf(read('village'))];
  const district = districtText === '' ? undefined : take(areas.district(districtText));
  // Of a district that nobody knows, no village is looked for: one problem is enough.
  const lost = districtText !== '' && district === undefined;
  const village = villageText === '' || lost ? undefined : take(areas.village(villageText, district ?? null));
  return { district: district ?? village?.slice(0, 8), village };
}

function violationsOf(
  cell: Cell,
  always: Violation | null,
  take: <T>(value: T | Refusal) => T | undefined,
): readonly Violation[] {
  if (!isFilled(cell)) return always === null ? [] : [always];
  const found = readViolations(textOf(cell));
  if (found.length > 0) return found;
  return take<readonly Violation[]>(refuse('VIOLATION_UNKNOWN', { value: shown(textOf(cell)) })) ?? [];
}

/** Without what is not given. */
function filled(plan: Record<string, unknown>): Partial<EmployerPlan> {
  return Object.fromEntries(Object.entries(plan).filter(([, value]) => value !== undefined && value !== null));
}
