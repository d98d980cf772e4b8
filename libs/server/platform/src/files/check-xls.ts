import { type Refusal, refuse } from '@papan/domain';
import { notTaken } from './check-office';

const ENTRY = 128;
const SECTOR = 512;
const BEGIN_OF_FILE = 0x0809;
const END_OF_PART = 0x000a;
const FILE_PASSWORD = 0x002f;
const SHEET = 0x0085;
const MACRO_SHEET = 1;
/** Records looked at in all; a workbook of an office has some hundreds before its first sheet. */
const RECORDS_LIMIT = 100_000;

/**
 * What an old Office file (a "compound file") is: an Excel workbook without programs and without a password, or why it is
 * not taken. Its streams are found by their names wherever they stand, so that a list which hides one helps nobody.
 */
export function checkOldOffice(bytes: Buffer, ending: string): 'xls' | Refusal {
  const kind = ending.toUpperCase();
  if (bytes.length < 3 * SECTOR) return refuse('EVIDENCE_DAMAGED', { kind });
  const names = streamNames(bytes);
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) return refuse('EVIDENCE_LOCKED', { kind });
  if (names.has('WordDocument')) return notTaken('DOC');
  if (names.has('PowerPoint Document')) return notTaken('PPT');
  if (['_VBA_PROJECT_CUR', '_VBA_PROJECT', 'VBA'].some((name) => names.has(name)))
    return refuse('EVIDENCE_ACTIVE', { kind, what: 'VBA' });
  if (!names.has('Workbook') && !names.has('Book')) return notTaken('OLE');
  return workbookTrouble(bytes, kind) ?? 'xls';
}

function streamNames(bytes: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = SECTOR; at + ENTRY <= bytes.length; at += ENTRY) {
    const length = bytes.readUInt16LE(at + 64);
    const type = bytes.readUInt8(at + 66);
    if (length < 2 || length > 64 || length % 2 === 1 || (type !== 1 && type !== 2)) continue;
    names.add(bytes.toString('utf16le', at, at + length - 2));
  }
  return names;
}

/** Walks the first records of the workbook, as far as they stand in one row. */
function workbookTrouble(bytes: Buffer, kind: string): Refusal | undefined {
  let left = RECORDS_LIMIT;
  for (let start = SECTOR; start + 8 <= bytes.length; start += SECTOR) {
    if (bytes.readUInt16LE(start) !== BEGIN_OF_FILE || bytes.readUInt16LE(start + 2) > 32) continue;
    let at = start;
    for (; left > 0 && at + 4 <= bytes.length; left--) {
      const [record, length] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)];
      if (record === FILE_PASSWORD) return refuse('EVIDENCE_LOCKED', { kind });
      if (record === SHEET && length >= 6 && at + 10 <= bytes.length && bytes.readUInt8(at + 9) === MACRO_SHEET)
        return refuse('EVIDENCE_ACTIVE', { kind, what: 'XLM' });
      if (record === END_OF_PART) break;
      at += 4 + length;
    }
  }
  return undefined;
}
