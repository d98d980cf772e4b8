import { inflateSync } from 'node:zlib';
import { type Refusal, refuse } from '@papan/domain';

const TAIL = 2_048;
/** What is unpacked of object streams in all: enough for any letter. */
const OBJECTS_LIMIT = 32 * 1024 * 1024;
const DAMAGED = (): Refusal => refuse('EVIDENCE_DAMAGED', { kind: 'PDF' });

/** Long names cannot come about by chance in packed bytes: they are looked for everywhere. */
const EVERYWHERE = /\/(JavaScript|Launch|ImportData|RichMedia)(?![A-Za-z0-9])/;
/** Short names can: only between the streams. */
const BETWEEN = /\/(JS|XFA|Encrypt)(?![A-Za-z0-9])/;
const ESCAPED = /#([0-9A-Fa-f]{2})/g;

/**
 * Whether a PDF may be kept: whole, open to everybody, and without scripts or actions that start something. What hides
 * deeper is not found; therefore a PDF is only ever handed out to be saved.
 */
export function checkPdf(bytes: Buffer): true | Refusal {
  const text = bytes.toString('latin1');
  if (!text.startsWith('%PDF-')) return DAMAGED();
  const tail = text.slice(-TAIL);
  if (!tail.includes('%%EOF') || !tail.includes('startxref')) return DAMAGED();
  const plain = withoutStreams(text);
  const objects = objectStreams(bytes, text);
  for (const part of [plain, objects]) {
    const found = BETWEEN.exec(unescaped(part))?.[1];
    if (found === 'Encrypt') return refuse('EVIDENCE_LOCKED', { kind: 'PDF' });
    if (found !== undefined)
      return refuse('EVIDENCE_ACTIVE', { kind: 'PDF', what: found === 'JS' ? 'JavaScript' : found });
  }
  for (const part of [text, unescaped(plain), unescaped(objects)]) {
    const found = EVERYWHERE.exec(part)?.[1];
    if (found !== undefined) return refuse('EVIDENCE_ACTIVE', { kind: 'PDF', what: found });
  }
  return true;
}

/** `/J#61vaScript` is `/JavaScript`. */
function unescaped(text: string): string {
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The file without the bytes of its streams. A stream without an end hides nothing: the rest is looked at as it is. */
function withoutStreams(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const begin = text.indexOf('stream', from);
    const end = begin < 0 ? -1 : text.indexOf('endstream', begin + 6);
    if (end < 0) break;
    parts.push(text.slice(from, begin));
    from = end + 9;
  }
  parts.push(text.slice(from));
  return parts.join('\n');
}

/** Newer files pack their objects together: what the packed objects say, as far as it can be unpacked simply. */
function objectStreams(bytes: Buffer, text: string): string {
  const parts: string[] = [];
  let left = OBJECTS_LIMIT;
  for (let at = text.indexOf('/ObjStm'); at >= 0 && left > 0; at = text.indexOf('/ObjStm', at + 7)) {
    const begin = /stream\r?\n/.exec(text.slice(at, at + 1_024));
    if (!begin) continue;
    const from = at + begin.index + begin[0].length;
    const end = text.indexOf('endstream', from);
    const part = unpacked(bytes.subarray(from, end < 0 ? undefined : end), left);
    parts.push(part);
    left -= part.length;
  }
  return parts.join('\n');
}

function unpacked(packed: Buffer, limit: number): string {
  try {
    return inflateSync(packed, { maxOutputLength: limit }).toString('latin1');
  } catch {
    return '';
  }
}
