import {
  type AreaNames,
  type Employer,
  EmployerIndex,
  IDENTITY_FIELDS,
  type Likely,
  type Refusal,
  type RowPlan,
  type RowReading,
  planRow,
  refuse,
} from '@papan/domain';
import { inTurns, sayLines } from '@papan/server-platform';
import type { Register } from '../employers/the-register';

/** What was found about a line. */
export interface PlannedLine extends RowPlan {
  readonly line: number;
  readonly employer: number | null;
  /** The version of the employer that was compared with. */
  readonly seen: number | null;
  readonly violations: readonly string[];
  readonly missing: number | null;
  readonly doubles: readonly Likely[];
}

/** A reading with what a person decided about it: who it is, 0 for none of those proposed, null where he said nothing. */
export interface DecidedReading extends RowReading {
  readonly decided: number | null;
}

/** Numbers that a spreadsheet ruined make the whole list unfit: the first field that is touched, with its lines. */
export function damageIn(readings: readonly RowReading[]): Refusal | undefined {
  for (const field of IDENTITY_FIELDS) {
    const lines = readings.filter(({ damaged }) => damaged.includes(field)).map(({ line }) => line);
    if (lines.length > 0) return refuse('IMPORT_NUMBERS_DAMAGED', { field, lines: sayLines(lines) });
  }
  return undefined;
}

/** What becomes of every line of the list, compared with the register and with the lines before it. */
export async function planLines(
  readings: readonly DecidedReading[],
  register: Register,
  areas: AreaNames,
): Promise<readonly PlannedLine[]> {
  const before = new Before();
  const planned: PlannedLine[] = [];
  await inTurns(readings, (reading) => {
    const known = knownBy(reading, register);
    const line = planOne(reading, known, register, areas);
    planned.push(before.repeats(reading, line) ?? line);
  });
  return planned;
}

/** What becomes of one line, for the employer that it speaks about. */
export function planOne(
  reading: DecidedReading,
  known: Employer | null,
  register: Pick<Register, 'near'>,
  areas: AreaNames,
): PlannedLine {
  const row = planRow(reading, known, areas);
  const doubtful = known === null || known.id === reading.decided;
  return {
    ...row,
    line: reading.line,
    employer: known?.id ?? null,
    seen: known?.version ?? null,
    violations: reading.violations,
    missing: reading.missing ?? (row.plan ? Math.max(0, row.plan.estimated - row.plan.registered) : null),
    doubles: doubtful && row.plan ? register.near(known === null ? row.plan : comparableOf(reading, row.plan)) : [],
  };
}

/** As the list has it, not as the employer that it was found to be. */
function comparableOf({ given }: RowReading, plan: NonNullable<RowPlan['plan']>): NonNullable<RowPlan['plan']> {
  return { ...plan, nib: null, npwp: null, npp: null, address: '', district: null, village: null, ...given };
}

function knownBy({ given, decided }: DecidedReading, register: Register): Employer | null {
  if (decided !== null) return decided === 0 ? null : (register.byId.get(decided) ?? null);
  const none = { nib: null, npwp: null, npp: null, name: '', address: '', district: null, village: null };
  return register.identify({ ...none, ...given });
}

/** The lines that were planned before, so that an employer that stands in the list twice is seen. */
class Before {
  private readonly byEmployer = new Map<number, RowReading>();
  private readonly inList = new EmployerIndex();
  private readonly byLine = new Map<number, RowReading>();

  /** A line that says the same again is nothing new; one that says something else about the same employer is refused. */
  repeats(reading: DecidedReading, line: PlannedLine): PlannedLine | undefined {
    if (line.plan === null) return undefined;
    const first = this.firstOf(reading, line, line.plan);
    if (!first) return undefined;
    const nothing = { ...line, fields: [], employer: null, seen: null, violations: [], doubles: [] };
    if (JSON.stringify([first.given, first.missing]) === JSON.stringify([reading.given, reading.missing]))
      return { ...nothing, outcome: 'UNCHANGED' };
    return {
      ...nothing,
      outcome: 'INVALID',
      plan: null,
      problems: [refuse('IMPORT_ROW_REPEATED', { line: first.line })],
    };
  }

  private firstOf(
    reading: DecidedReading,
    { employer, line }: PlannedLine,
    plan: NonNullable<RowPlan['plan']>,
  ): RowReading | undefined {
    if (employer !== null) {
      const first = this.byEmployer.get(employer);
      if (!first) this.byEmployer.set(employer, reading);
      return first;
    }
    const first = reading.decided === null ? this.inList.identify(plan) : null;
    if (first !== null) return this.byLine.get(first);
    this.inList.add(line, plan);
    this.byLine.set(line, reading);
    return undefined;
  }
}
