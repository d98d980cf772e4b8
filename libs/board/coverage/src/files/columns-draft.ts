import type { Draft } from '@papan/board-platform';
import type { FigureFileView, MapFigures } from '@papan/contracts';
import { SEGMENTS, isRefusal, parseIndonesianInteger, refuse } from '@papan/domain';
import type { FigureField, FigureKind, FigureMapping, Refusal } from '@papan/domain';

const AREA: readonly FigureField[] = ['code', 'district', 'village'];
const BY_SEGMENT: readonly FigureField[] = [
  ...SEGMENTS.map((segment): FigureField => `registered.${segment}`),
  ...SEGMENTS.map((segment): FigureField => `active.${segment}`),
];

/** What the columns of a file can be, the ones that every file has first. */
export function fieldsOfKind(kind: FigureKind): {
  readonly plain: readonly FigureField[];
  readonly wide: readonly FigureField[];
} {
  if (kind === 'MONTH') return { plain: [...AREA, 'segment', 'registered', 'active'], wide: BY_SEGMENT };
  if (kind === 'POPULATION') return { plain: [...AREA, 'people'], wide: [] };
  return { plain: ['movement', 'people'], wide: [] };
}

/** What is told about a file beside its columns. */
export const TOLD_FIELDS = ['asOf', 'semester', 'population', 'quota', 'source', 'example'] as const;
export type ToldField = (typeof TOLD_FIELDS)[number];

export function toldFieldsOf(kind: FigureKind): readonly ToldField[] {
  if (kind === 'MONTH') return TOLD_FIELDS;
  return kind === 'POPULATION' ? ['semester', 'source', 'example'] : ['asOf', 'source', 'example'];
}

type Proposed = Pick<FigureFileView, 'kind' | 'mapping'>;

/** What was chosen for a field and not yet sent, else what is proposed: the number of a column, or '' for none. */
export function chosenColumn(draft: Draft, { mapping }: Proposed, field: FigureField): string {
  const proposed = mapping[field];
  return draft.get(field, proposed === undefined ? '' : String(proposed));
}

/** Chooses a column for a field; whoever had it before has none. */
export function chooseColumn(draft: Draft, view: Proposed, field: FigureField, column: string): void {
  for (const other of allFields(view.kind)) {
    if (other !== field && column !== '' && chosenColumn(draft, view, other) === column) draft.set(other, '');
  }
  draft.set(field, column);
}

/** Everything at once, as a saved profile has it; columns that this file has not are left out. */
export function chooseProfile(
  draft: Draft,
  view: Proposed & Pick<FigureFileView, 'columns'>,
  mapping: FigureMapping,
): void {
  for (const field of allFields(view.kind)) {
    const column = mapping[field];
    draft.set(field, column !== undefined && column < view.columns.length ? String(column) : '');
  }
}

/** What was typed about the file, else what was told before. */
export function toldOf(draft: Draft, { told }: Pick<FigureFileView, 'told'>, field: ToldField): string {
  const before = told?.[field];
  const proposal =
    before === true ? 'yes' : before === null || before === undefined || before === false ? '' : String(before);
  return draft.get(`told.${field}`, proposal);
}

/** What is sent, or what is missing in it, naming the field. */
export function mapFiguresOf(draft: Draft, view: FigureFileView): MapFigures | Refusal {
  const told = (field: ToldField): string =>
    toldFieldsOf(view.kind).includes(field) ? toldOf(draft, view, field).trim() : '';
  const missing = missingIn(view.kind, told);
  if (missing !== null) return refuse('TEXT_EMPTY', { field: missing });
  const [population, quota] = [countOf('population', told('population')), countOf('quota', told('quota'))];
  if (isRefusal(population)) return population;
  if (isRefusal(quota)) return quota;
  return {
    mapping: Object.fromEntries(
      allFields(view.kind).flatMap((field): readonly (readonly [FigureField, number])[] => {
        const column = chosenColumn(draft, view, field);
        return column === '' ? [] : [[field, Number(column)]];
      }),
    ),
    asOf: told('asOf') || null,
    semester: told('semester') || null,
    population,
    quota,
    source: told('source'),
    example: told('example') === 'yes',
    profile: draft.get('profile').trim() || null,
  };
}

function missingIn(kind: FigureKind, told: (field: ToldField) => string): ToldField | null {
  if (kind === 'POPULATION' && told('semester') === '') return 'semester';
  if (kind !== 'POPULATION' && told('asOf') === '') return 'asOf';
  return told('source') === '' ? 'source' : null;
}

/** A typed count; null where nothing was typed, which is not 0. */
function countOf(field: ToldField, text: string): number | null | Refusal {
  if (text === '') return null;
  const value = parseIndonesianInteger(text);
  return isRefusal(value) ? { ...value, params: { ...value.params, field } } : value;
}

function allFields(kind: FigureKind): readonly FigureField[] {
  const { plain, wide } = fieldsOfKind(kind);
  return [...plain, ...wide];
}
