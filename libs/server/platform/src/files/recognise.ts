import {
  EVIDENCE_KINDS,
  type EvidenceKind,
  type Refusal,
  endingOf,
  isRefusal,
  kindOfName,
  refuse,
} from '@papan/domain';
import { ALLOWED, checkOffice, notTaken } from './check-office';
import { checkPdf } from './check-pdf';
import { readAsText } from './check-text';
import { checkOldOffice } from './check-xls';

const BEGINNING = 4_100;
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const HEIC = ['heic', 'heif'];
/** What the content may be called that only the name can tell apart. */
const WORDS = ['text', 'xml', 'html'];

/**
 * The kind of a file by its content, where its name says the same and nothing in it can do harm; else why it is not taken.
 * A photo is recognised by its beginning only: it is proven by drawing it anew.
 */
export async function recognise(bytes: Buffer, name: string): Promise<EvidenceKind | Refusal> {
  const ending = endingOf(name);
  const promised = kindOfName(name);
  const found = await contentOf(bytes, ending);
  if (isRefusal(found)) return found;
  if (HEIC.includes(found ?? ending)) return refuse('EVIDENCE_HEIC');
  if (promised === undefined) return refuseUnpromised(found, ending);
  if (found === undefined) return refuse('EVIDENCE_DAMAGED', { kind: promised.toUpperCase() });
  const isText = promised === 'csv' || promised === 'txt';
  if (found !== promised && !(isText && found === 'text'))
    return refuse('EVIDENCE_MISNAMED', { ending, found: found === 'text' ? 'TXT' : found.toUpperCase() });
  const verdict = promised === 'pdf' ? checkPdf(bytes) : true;
  return isRefusal(verdict) ? verdict : promised;
}

/** `text`, a type by its usual ending, or undefined where nobody knows; or what is wrong with an office file. */
async function contentOf(bytes: Buffer, ending: string): Promise<string | undefined | Refusal> {
  if (bytes.subarray(0, 4).equals(ZIP))
    return checkOffice(bytes, ending === 'docx' || ending === 'xlsx' ? ending : 'zip');
  if (bytes.subarray(0, 8).equals(OLD_OFFICE)) return checkOldOffice(bytes, ending === 'xls' ? ending : 'ole');
  const type = await typeByBeginning(bytes);
  const text = type === 'pdf' ? undefined : readAsText(bytes);
  // A list may begin like a picture ("BM") or a program ("MZ"), but neither is made of words.
  return text === 'text' ? text : (type ?? text);
}

async function typeByBeginning(bytes: Buffer): Promise<string | undefined> {
  try {
    // Fetched with the first upload: most servers that start do not need it at once.
    const { fileTypeFromBuffer } = await import('file-type');
    return (await fileTypeFromBuffer(bytes.subarray(0, BEGINNING)))?.ext;
  } catch {
    return undefined;
  }
}

/** The name promises nothing that is taken: said is what the file holds, by its ending where words are all there is. */
function refuseUnpromised(found: string | undefined, ending: string): Refusal {
  if (found === undefined) return refuse('EVIDENCE_TYPE_UNKNOWN', { allowed: ALLOWED });
  if (EVIDENCE_KINDS.some((kind) => kind === found) || (found === 'text' && ending === ''))
    return refuse('EVIDENCE_ENDING_MISSING', { allowed: ALLOWED });
  const byName = WORDS.includes(found) && /^[a-z0-9]{1,8}$/.test(ending);
  return notTaken((byName ? ending : found).toUpperCase());
}
