import { shown } from '../../formats/shown';
import type { AreaNames } from '../../lists/area-names';
import { type Cell, type Line, isFilled, textOf } from '../../lists/columns';
import { readCount } from '../../lists/read-count';
import { type Refusal, isRefusal } from '../../refusal/refusal';
import type { Segment } from '../../tasks/task';
import type { FigureCheckCode, FigureMapping } from '../figure-files';
import { segmentsOf } from './figure-columns';
import { saysTotal, segmentOf } from './figure-words';
import { type FigureRegion, type Place, PlaceFinder } from './find-place';

/** What a line says of one area: registered and active members of a segment, or residents. */
export interface Figure {
  readonly line: number;
  /** Kemendagri code of a village or district; of the region where the file tells no areas. */
  readonly area: string;
  readonly segment: Segment | null;
  readonly amounts: readonly number[];
}

/** A sum as the file has it: it is compared with its parts and not counted. */
export interface FigureTotal {
  readonly line: number;
  /** Of which district or village; null: of everything above, or since the sum before. */
  readonly of: string | null;
  /** Of the columns of its own line. */
  readonly own: boolean;
  readonly segment: Segment | null;
  readonly amounts: readonly (number | null)[];
  readonly label: string;
}

/** Something that is wrong with one line. */
export interface FigureProblem {
  readonly code: FigureCheckCode;
  readonly line: number;
  readonly about: string;
}

export interface FigureReading {
  readonly figures: readonly Figure[];
  readonly totals: readonly FigureTotal[];
  readonly problems: readonly FigureProblem[];
}

/** A group of columns that hold one figure. */
interface Slot {
  /** The segment of its columns; COLUMN: another column tells it. */
  readonly segment: Segment | 'COLUMN' | null;
  readonly columns: readonly (number | undefined)[];
  /** A sum of the other columns of its line. */
  readonly own: boolean;
}

/**
 * Reads the lines of a month or of a population. An empty cell is no figure, which is not 0; a figure of which only one
 * half is told cannot be read. Titles, page numbers and signatures around the table say nothing.
 */
export function readFigures(
  kind: 'MONTH' | 'POPULATION',
  lines: readonly Line[],
  mapping: FigureMapping,
  region: FigureRegion,
  names: AreaNames,
): FigureReading {
  const reader = new Reader(slotsOf(kind, mapping), mapping, region, names);
  const last = lines.findLastIndex((line) => reader.hasCount(line));
  for (const [at, line] of lines.entries()) if (!isColumnNumbers(line)) reader.take(line, at <= last);
  return reader.reading;
}

function slotsOf(kind: 'MONTH' | 'POPULATION', mapping: FigureMapping): readonly Slot[] {
  if (kind === 'POPULATION') return [{ segment: null, columns: [mapping.people], own: false }];
  const sums = [mapping.registered, mapping.active];
  const segments = segmentsOf(mapping);
  if (segments.length === 0) return [{ segment: 'COLUMN', columns: sums, own: false }];
  const slots = segments.map((segment) => ({
    segment,
    columns: [mapping[`registered.${segment}`], mapping[`active.${segment}`]],
    own: false,
  }));
  const hasSums = sums.some((column) => column !== undefined);
  return hasSums ? [...slots, { segment: null, columns: sums, own: true }] : slots;
}

/** `(1) (2) (3) …`: a line below the heading that numbers the columns. */
function isColumnNumbers({ cells }: Line): boolean {
  const texts = cells.map(textOf).filter((text) => text !== '');
  return texts.length >= 3 && texts.every((text, at) => text.replace(/^\((\d+)\)$/, '$1') === String(at + 1));
}

class Reader {
  private readonly figures: Figure[] = [];
  private readonly totals: FigureTotal[] = [];
  private readonly problems: FigureProblem[] = [];
  private readonly places: PlaceFinder;

  private readonly slots: readonly Slot[];
  private readonly mapping: FigureMapping;

  constructor(slots: readonly Slot[], mapping: FigureMapping, region: FigureRegion, names: AreaNames) {
    [this.slots, this.mapping] = [slots, mapping];
    const columns = [...slots.flatMap((slot) => slot.columns), mapping.segment];
    const others = new Set(columns.filter((column): column is number => column !== undefined));
    this.places = new PlaceFinder(region, names, mapping, others);
  }

  get reading(): FigureReading {
    const { figures, totals, problems } = this;
    return { figures, totals, problems };
  }

  hasCount(line: Line): boolean {
    return this.slots.some((slot) => this.amountsOf(slot, line).some((amount) => typeof amount === 'number'));
  }

  /** `inside`: figures stand in this line or below it; after the last ones, only lines of an area are meant to be read. */
  take(line: Line, inside: boolean): void {
    const place = this.places.find(line);
    const cells = this.slots.flatMap(({ columns }) => columns.map((column) => cellAt(line, column)));
    if (!cells.some(isFilled) || (!inside && place.kind !== 'AREA')) return;
    if (place.kind === 'UNKNOWN') this.problem(place.check, line, place.about);
    else for (const slot of this.slots) this.takeSlot(line, place, slot);
  }

  private takeSlot(line: Line, place: Exclude<Place, { kind: 'UNKNOWN' }>, slot: Slot): void {
    const amounts = this.amountsOf(slot, line);
    if (amounts.every((amount) => amount === null)) return;
    const wrong = amounts.findIndex(isRefusal);
    if (wrong >= 0) {
      this.problem('CELL_INVALID', line, shown(textOf(cellAt(line, slot.columns[wrong]))));
      return;
    }
    const counts = amounts as readonly (number | null)[];
    const word = slot.segment === 'COLUMN' ? textOf(cellAt(line, this.mapping.segment)) : '';
    const segment = slot.segment === 'COLUMN' ? segmentOf(word) : slot.segment;
    if (slot.own || place.kind === 'TOTAL' || saysTotal(word)) {
      const of = place.kind === 'AREA' ? place.code : place.of;
      const label = of ?? 'JUMLAH';
      this.totals.push({
        line: line.line,
        of,
        own: slot.own && place.kind === 'AREA',
        segment,
        amounts: counts,
        label,
      });
      return;
    }
    if (slot.segment === 'COLUMN' && segment === null) this.problem('SEGMENT_UNKNOWN', line, shown(word) || '–');
    else this.takeFigure(line, place.code, segment, counts);
  }

  private takeFigure(line: Line, area: string, segment: Segment | null, counts: readonly (number | null)[]): void {
    const amounts = counts.filter((count) => count !== null);
    const [registered = 0, active = 0] = amounts;
    if (amounts.length < counts.length) this.problem('CELL_INVALID', line, '–');
    else if (active > registered) this.problem('ACTIVE_ABOVE_REGISTERED', line, area);
    else this.figures.push({ line: line.line, area, segment, amounts });
  }

  private amountsOf({ columns }: Slot, line: Line): readonly (number | null | Refusal)[] {
    return columns.map((column) => readCount('people', cellAt(line, column)));
  }

  private problem(code: FigureCheckCode, { line }: Line, about: string): void {
    this.problems.push({ code, line, about });
  }
}

function cellAt({ cells }: Line, column: number | undefined): Cell {
  return column === undefined ? null : (cells[column] ?? null);
}
