import type { Draft } from '@papan/board-platform';
import type { ImportView, MapImport } from '@papan/contracts';
import { VIOLATIONS, fieldsOf } from '@papan/domain';
import type { ColumnMapping, ImportField } from '@papan/domain';

/** What was chosen for a field and not yet sent, else what is proposed: the number of a column, or '' for none. */
export function chosenColumn(draft: Draft, view: Pick<ImportView, 'mapping'>, field: ImportField): string {
  const proposed = view.mapping[field];
  return draft.get(field, proposed === undefined ? '' : String(proposed));
}

/** Chooses a column for a field; whoever had it before has none. */
export function chooseColumn(draft: Draft, view: ImportView, field: ImportField, column: string): void {
  for (const other of fieldsOf(view.source)) {
    if (other !== field && column !== '' && chosenColumn(draft, view, other) === column) draft.set(other, '');
  }
  draft.set(field, column);
}

/** Everything at once, as a saved profile has it. */
export function chooseProfile(
  draft: Draft,
  view: ImportView,
  { mapping, violation }: { readonly mapping: ColumnMapping; readonly violation: string | null },
): void {
  for (const field of fieldsOf(view.source)) {
    const column = mapping[field];
    const there = column !== undefined && column < view.columns.length;
    draft.set(field, there ? String(column) : '');
  }
  draft.set('always', violation ?? '');
}

/** What is sent. */
export function mappingOf(draft: Draft, view: ImportView): MapImport {
  const entries = fieldsOf(view.source).flatMap((field): readonly (readonly [ImportField, number])[] => {
    const column = chosenColumn(draft, view, field);
    return column === '' ? [] : [[field, Number(column)]];
  });
  const always = draft.get('always', view.violation ?? '');
  return {
    mapping: Object.fromEntries(entries),
    violation: VIOLATIONS.find((one) => one === always) ?? null,
    profile: draft.get('profile').trim() || null,
  };
}
