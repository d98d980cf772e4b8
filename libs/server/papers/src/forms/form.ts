/**
 * The form of a paper: its blocks in order, with tags in braces where data goes in. One form is set twice: as PDF by
 * `pdf/paper.typ` and as the Word template by `word/make-template.ts`, so both say the same. The tags are what an agency
 * sees in Word, therefore Indonesian. No imports at run time: the forms are plain data.
 */
export type Block =
  /** The letterheads, out of the list `kop`, and the rule under them. */
  | { readonly is: 'heads' }
  | { readonly is: 'title'; readonly lines: readonly string[] }
  | { readonly is: 'heading'; readonly text: string }
  /** Place and date to the right. */
  | { readonly is: 'date'; readonly text: string }
  /** Label, colon, value. */
  | { readonly is: 'rows'; readonly rows: readonly (readonly [label: string, text: string])[] }
  /** The addressee; the first line stands behind "Yth." */
  | { readonly is: 'address'; readonly lines: readonly string[] }
  | { readonly is: 'para'; readonly text: string }
  /** In small letters, with what follows. PDF only. */
  | { readonly is: 'note'; readonly text: string }
  /** A numbered list: one item for each entry of the list `of`, which has the tag `no`. */
  | { readonly is: 'list'; readonly of: string; readonly item: string }
  /** `tall`: rows with room to sign. */
  | { readonly is: 'table'; readonly of: string; readonly columns: readonly Column[]; readonly tall?: boolean }
  /** A table whose columns come with the data: a list with `isi`, `lebar`, `kanan`; rows with a list of cells with `isi`. PDF only. */
  | {
      readonly is: 'grid';
      readonly columns: string;
      readonly rows: string;
      readonly cells: string;
      readonly tall: string;
      /** Whether the last row is a sum. */
      readonly total: string;
    }
  /** Signature blocks, out of a list with `jabatan`, `nama`, `pangkat`, `nip`. */
  | { readonly is: 'signatures'; readonly of: string }
  | { readonly is: 'newPage' }
  /** The blocks stand there only where the tag has something in it; with `each`, once for each entry of the list. */
  | { readonly is: 'when'; readonly tag: string; readonly blocks: readonly Block[] }
  | { readonly is: 'each'; readonly of: string; readonly blocks: readonly Block[] };

export interface Column {
  readonly title: string;
  readonly text: string;
  /** Share of the width. */
  readonly width: number;
  readonly align?: 'right';
}

export interface Form {
  /** Title in the properties of the file. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What is filled in for tags: texts, lists of further tags, or whether a part stands there. */
export type Value = string | boolean | readonly Values[];
export interface Values {
  readonly [tag: string]: Value;
}
