import { type KnownHeadings, type Line, findHeading, guessByHeadings } from '../../lists/columns';
import { foldedWords } from '../../lists/folded-words';
import { type Refusal, refuse } from '../../refusal/refusal';
import { SEGMENTS, type Segment } from '../../tasks/task';
import { FIGURE_FIELDS, type FigureField, type FigureKind, type FigureMapping } from '../figure-files';
import { segmentOf } from './figure-words';

const PLACE: KnownHeadings<FigureField> = [
  [
    'code',
    ['KODE WILAYAH', 'KODE KEMENDAGRI', 'KODE DESA', 'KODE DESA KELURAHAN', 'KODE KELURAHAN', 'KODE KECAMATAN', 'KODE'],
  ],
  ['district', ['KECAMATAN', 'NAMA KECAMATAN', 'KEC']],
  [
    'village',
    [
      ...['DESA KELURAHAN', 'KELURAHAN DESA', 'NAMA DESA KELURAHAN', 'NAMA DESA', 'DESA', 'KELURAHAN', 'DESA KEL'],
      ...['KEL DESA', 'NAMA WILAYAH', 'WILAYAH'],
    ],
  ],
];

/** Headings as the offices write them, in folded words; what comes first in a list fits best. */
const HEADINGS: Readonly<Record<FigureKind, KnownHeadings<FigureField>>> = {
  MONTH: [
    ...PLACE,
    ['segment', ['SEGMEN', 'SEGMEN PESERTA', 'SEGMEN KEPESERTAAN', 'JENIS PESERTA', 'JENIS KEPESERTAAN', 'SEGMENTASI']],
    ['active', ['AKTIF', 'PESERTA AKTIF', 'JUMLAH AKTIF', 'JUMLAH PESERTA AKTIF', 'JML AKTIF']],
    [
      'registered',
      [
        ...['TERDAFTAR', 'PESERTA TERDAFTAR', 'JUMLAH TERDAFTAR', 'JUMLAH PESERTA', 'JUMLAH PESERTA TERDAFTAR'],
        ...['PESERTA', 'JML PESERTA', 'KEPESERTAAN', 'JUMLAH', 'TOTAL'],
      ],
    ],
  ],
  POPULATION: [
    ...PLACE,
    [
      'people',
      [
        ...['JUMLAH PENDUDUK', 'PENDUDUK', 'JUMLAH JIWA', 'JIWA', 'JUMLAH PENDUDUK JIWA', 'JML PENDUDUK'],
        ...['TOTAL PENDUDUK', 'JUMLAH', 'TOTAL', 'JML'],
      ],
    ],
  ],
  MOVEMENTS: [
    ['movement', ['MUTASI', 'JENIS MUTASI', 'URAIAN', 'KETERANGAN', 'ALASAN', 'JENIS', 'SEBAB']],
    ['people', ['JUMLAH', 'JUMLAH JIWA', 'JUMLAH PESERTA', 'JIWA', 'PESERTA', 'ORANG', 'JML', 'TOTAL']],
  ],
};

const BY_SEGMENT: readonly FigureField[] = SEGMENTS.flatMap((segment) => [
  `registered.${segment}` as const,
  `active.${segment}` as const,
]);

/** What the columns of a file of this kind can be. */
export function figureFields(kind: FigureKind): readonly FigureField[] {
  const known = new Set(HEADINGS[kind].map(([field]) => field));
  return FIGURE_FIELDS.filter((field) => known.has(field) || (kind === 'MONTH' && BY_SEGMENT.includes(field)));
}

/** Which column seems to be what. A column for each segment is known by the segment, and whether it says "aktif". */
export function guessFigures(headings: readonly string[], kind: FigureKind): FigureMapping {
  const plain = headings.map((heading) => (isOther(heading) ? '' : heading));
  const segments = kind === 'MONTH' ? segmentColumns(plain) : {};
  const taken = new Set(Object.values(segments));
  const rest = plain.map((heading, column) => (taken.has(column) ? '' : heading));
  return { ...guessByHeadings(rest, HEADINGS[kind], holds), ...segments };
}

/** Which of the first lines is the heading of a file of this kind. */
export function figureHeading(lines: readonly Line[], kind: FigureKind): Line | undefined {
  return findHeading(lines, (headings) => Object.keys(guessFigures(headings, kind)).length);
}

/** Percentages, and members that are not active, are told by nobody here: they follow from the others. */
function isOther(heading: string): boolean {
  return (
    heading.includes('%') || /\b(PERSEN|PERSENTASE|TIDAK|NON|NONAKTIF|BELUM|RASIO|CAKUPAN)\b/.test(foldedWords(heading))
  );
}

function segmentColumns(headings: readonly string[]): FigureMapping {
  const mapping: Partial<Record<FigureField, number>> = {};
  for (const [column, heading] of headings.entries()) {
    const words = foldedWords(heading);
    const segment = /\bSEGMEN\b/.test(words) ? null : segmentOf(words);
    if (segment === null) continue;
    const field = `${/\bAKTIF\b/.test(words) ? 'active' : 'registered'}.${segment}` as const;
    mapping[field] ??= column;
  }
  return mapping;
}

/** Whole words only; a single word of a longer heading is enough only where it can mean nothing else. */
function holds(heading: string, known: string): boolean {
  if (['KODE', 'JUMLAH', 'TOTAL', 'JML', 'JENIS', 'KETERANGAN', 'WILAYAH'].includes(known)) return false;
  return ` ${heading} `.includes(` ${known} `) && (!/\bKODE\b/.test(heading) || known.includes('KODE'));
}

/**
 * Each field its own column, and what a file of this kind cannot be without: members by segment and both registered and
 * active, residents, or movements. Refuses IMPORT_COLUMN_MISSING, IMPORT_COLUMN_UNKNOWN.
 */
export function checkFigureMapping(mapping: FigureMapping, kind: FigureKind, columns: number): Refusal | undefined {
  const allowed = figureFields(kind);
  const taken = new Set<number>();
  for (const [field, column] of Object.entries(mapping) as [FigureField, number][]) {
    if (!allowed.includes(field) || column >= columns || taken.has(column))
      return refuse('IMPORT_COLUMN_UNKNOWN', { field: fieldName(field) });
    taken.add(column);
  }
  const missing = neededFields(mapping, kind).find((field) => mapping[field] === undefined);
  return missing === undefined ? undefined : refuse('IMPORT_COLUMN_MISSING', { field: fieldName(missing) });
}

function neededFields(mapping: FigureMapping, kind: FigureKind): readonly FigureField[] {
  if (kind === 'POPULATION') return ['people'];
  if (kind === 'MOVEMENTS') return ['movement', 'people'];
  const segments = segmentsOf(mapping);
  return segments.length === 0
    ? ['segment', 'registered', 'active']
    : segments.flatMap((segment) => [`registered.${segment}` as const, `active.${segment}` as const]);
}

/** The segments that have a column of their own. */
export function segmentsOf(mapping: FigureMapping): readonly Segment[] {
  return SEGMENTS.filter(
    (segment) => mapping[`registered.${segment}`] !== undefined || mapping[`active.${segment}`] !== undefined,
  );
}

/** The name under which the words know a field. */
function fieldName(field: FigureField): string {
  if (field === 'code') return 'areaCode';
  return field.split('.')[0] ?? field;
}
