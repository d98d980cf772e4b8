import { EVIDENCE_ALLOWED, type EvidenceKind, type Refusal, refuse } from '@papan/domain';
import { type ZipEntry, readZipDirectory, unpack } from './zip';

const ENTRIES_LIMIT = 5_000;
const UNPACKED_LIMIT_MB = 250;
const UNPACKED_LIMIT = UNPACKED_LIMIT_MB * 1024 * 1024;
/** Above this size, an entry that unpacks to more than so many times itself was made to do so. */
const LARGE = 8 * 1024 * 1024;
const RATIO_LIMIT = 400;
/** Parts that are looked into; larger ones are only counted. */
const READ_LIMIT = 4 * 1024 * 1024;

const CONTENT_TYPES = '[Content_Types].xml';
const MAIN_PARTS: readonly (readonly [RegExp, string])[] = [
  [/macroEnabled/i, 'MACRO'],
  [/wordprocessingml\.document\.main\+xml/, 'docx'],
  [/spreadsheetml\.sheet\.main\+xml/, 'xlsx'],
  [/presentationml\./, 'PPTX'],
  [/(?:wordprocessingml|spreadsheetml)\.template\.main/, 'DOTX/XLTX'],
];
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)vba(?:Project|ProjectSignature|Data)\.[a-z]+$/i, 'VBA'],
  [/(?:^|\/)macrosheets\//i, 'XLM'],
  [/(?:^|\/)activeX\//i, 'ActiveX'],
];
/** The name of the stream in which Windows packs a file of any kind into a document. */
const PACKAGE = Buffer.from('Ole10Native', 'utf16le');

export type OfficeKind = Extract<EvidenceKind, 'docx' | 'xlsx'>;

/**
 * What a ZIP file is: a Word or Excel document without programs that unpacks to what it says and no more, or why it is not
 * taken. Every entry is unpacked once and counted, nothing of it is written anywhere.
 */
export async function checkOffice(bytes: Buffer, ending: string): Promise<OfficeKind | Refusal> {
  const kind = ending.toUpperCase();
  const entries = readZipDirectory(bytes);
  if (!entries || entries.some(isOdd)) return refuse('EVIDENCE_DAMAGED', { kind });
  const tooMuch = refuse('EVIDENCE_UNPACKS_TOO_LARGE', { kind, limit: UNPACKED_LIMIT_MB });
  if (unpacksToTooMuch(entries)) return tooMuch;
  if (entries.some(({ encrypted }) => encrypted)) return refuse('EVIDENCE_LOCKED', { kind });
  let main = 'ZIP';
  let program = programIn(entries);
  for (const entry of entries) {
    const part = await unpack(bytes, entry, READ_LIMIT);
    if (part === 'long') return tooMuch;
    if (part === 'short') return refuse('EVIDENCE_DAMAGED', { kind });
    if (!part) continue;
    if (entry.name === CONTENT_TYPES) main = mainOf(part.toString('utf8'));
    program ??= programInside(entry.name, part);
  }
  if (main === 'MACRO') program ??= 'VBA';
  if (program !== undefined) return refuse('EVIDENCE_ACTIVE', { kind, what: program });
  return main === 'docx' || main === 'xlsx' ? main : notTaken(main);
}

/** Where the content is known but not taken. */
export function notTaken(found: string): Refusal {
  return refuse('EVIDENCE_TYPE', { found, allowed: ALLOWED });
}

export const ALLOWED = EVIDENCE_ALLOWED;

/** Names that lead out of a folder, or that no system keeps: no program of an office writes them. */
function isOdd({ name }: ZipEntry): boolean {
  return name.startsWith('/') || /(?:^|[/\\])\.\.(?:[/\\]|$)|[\u0000-\u001F\\]/.test(name);
}

function unpacksToTooMuch(entries: readonly ZipEntry[]): boolean {
  if (entries.length > ENTRIES_LIMIT) return true;
  if (entries.reduce((sum, { size }) => sum + size, 0) > UNPACKED_LIMIT) return true;
  return entries.some(({ size, from, until }) => size > LARGE && size > RATIO_LIMIT * (until - from));
}

function mainOf(contentTypes: string): string {
  return MAIN_PARTS.find(([pattern]) => pattern.test(contentTypes))?.[1] ?? 'ZIP';
}

function programIn(entries: readonly ZipEntry[]): string | undefined {
  for (const [pattern, what] of PROGRAMS) if (entries.some(({ name }) => pattern.test(name))) return what;
  return undefined;
}

/** Programs that hide in words: templates fetched from elsewhere, links to running programs, packed files. */
function programInside(name: string, part: Buffer): string | undefined {
  if (/\.rels$/i.test(name)) {
    const text = part.toString('utf8');
    if (/attachedTemplate/i.test(text) && /TargetMode\s*=\s*["']External/i.test(text)) return 'attachedTemplate';
  }
  if (/\.xml$/i.test(name) && /<(?:\w+:)?ddeLink[\s>]|DDEAUTO/.test(part.toString('latin1'))) return 'DDE';
  return /\.bin$/i.test(name) && part.includes(PACKAGE) ? 'OLE' : undefined;
}
