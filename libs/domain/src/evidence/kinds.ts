/**
 * What evidence may be, with the endings and the media type of each. HEIC is missing on purpose: it cannot be read here, so
 * its place of taking could not be removed. Source: docs/domain.md#evidence.
 */
export const EVIDENCE_TYPES = {
  jpg: { endings: ['jpg', 'jpeg'], mime: 'image/jpeg' },
  png: { endings: ['png'], mime: 'image/png' },
  webp: { endings: ['webp'], mime: 'image/webp' },
  pdf: { endings: ['pdf'], mime: 'application/pdf' },
  docx: {
    endings: ['docx'],
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { endings: ['xlsx'], mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  xls: { endings: ['xls'], mime: 'application/vnd.ms-excel' },
  csv: { endings: ['csv'], mime: 'text/csv' },
  txt: { endings: ['txt'], mime: 'text/plain' },
} as const satisfies Record<string, { endings: readonly string[]; mime: string }>;

export type EvidenceKind = keyof typeof EVIDENCE_TYPES;
export const EVIDENCE_KINDS = Object.keys(EVIDENCE_TYPES) as readonly EvidenceKind[];

/** Largest file, in bytes: 20 MB. */
export const EVIDENCE_LIMIT = 20 * 1024 * 1024;
/** The same for people. */
export const EVIDENCE_LIMIT_MB = 20;

/** What is named to people: "PDF, JPG, PNG, …". */
export const EVIDENCE_ALLOWED = EVIDENCE_KINDS.map((kind) => kind.toUpperCase()).join(', ');

export type PhotoKind = Extract<EvidenceKind, 'jpg' | 'png' | 'webp'>;

/** Photos are stored anew, without what the camera wrote into them, and have a small picture for lists. */
export function isPhoto(kind: EvidenceKind): kind is PhotoKind {
  return kind === 'jpg' || kind === 'png' || kind === 'webp';
}

/** The kind that the name of a file promises by its ending, or undefined. */
export function kindOfName(name: string): EvidenceKind | undefined {
  const ending = endingOf(name);
  return EVIDENCE_KINDS.find((kind) => (EVIDENCE_TYPES[kind].endings as readonly string[]).includes(ending));
}

/** The ending of a file's name in small letters, without the dot; empty where there is none. */
export function endingOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at < 0 ? '' : name.slice(at + 1).toLowerCase();
}

const NAME_LIMIT = 120;
/** Invisible, turning and control characters, and what some system cannot have in a file's name. */
const UNFIT = /\p{C}|\p{Zl}|\p{Zp}|["<>:|?*]/gu;

/**
 * The name of a file as it is kept and shown: without folders, invisible or turning characters, at most 120 characters, with
 * its ending. A name of nothing else becomes `berkas`.
 */
export function fileName(name: string): string {
  // Before anything else looks at it: bringing a long row of accents into one form takes the square of its length.
  const last =
    name
      .slice(-4 * NAME_LIMIT)
      .split(/[/\\]/)
      .at(-1) ?? '';
  const clean = last.replace(UNFIT, '').normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/^\.+/, '');
  const ending = endingOf(clean).slice(0, 8);
  const stem = Array.from(ending === '' ? clean : clean.slice(0, clean.lastIndexOf('.')));
  const short =
    stem
      .slice(0, NAME_LIMIT - ending.length - 1)
      .join('')
      .trim() || 'berkas';
  return ending === '' ? short : `${short}.${ending}`;
}
