import { type Refusal, refuse } from '@papan/domain';
import { sayLines } from './sheet';

const LINE_FEED = 0x0a;
/** Bytes that Windows-1252 gives to no character. */
const NO_CHARACTER: readonly number[] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
const REPLACEMENT = '\uFFFD';

/**
 * The text of a file in UTF-8 (with or without mark), UTF-16 with its mark, or Windows-1252. Refuses IMPORT_ENCODING with
 * the lines where two writings are mixed or a letter was lost before, IMPORT_NOT_A_TABLE where it is no text.
 */
export function decodeText(bytes: Uint8Array): string | Refusal {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (wide !== null) return unbroken(new TextDecoder(wide).decode(bytes));
  if (bytes.includes(0)) return refuse('IMPORT_NOT_A_TABLE', {});
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const lines = classify(marked ? bytes.subarray(3) : bytes);
  const broken = lines.flatMap((kind, at) => (kind === 'other' ? [at + 1] : []));
  if (broken.length === 0) return unbroken(new TextDecoder('utf-8').decode(bytes));
  if (marked || lines.includes('utf-8')) return refuse('IMPORT_ENCODING', { lines: sayLines(broken) });
  const lost = linesOf(bytes).flatMap((line, at) => (line.some((byte) => NO_CHARACTER.includes(byte)) ? [at + 1] : []));
  if (lost.length > 0) return refuse('IMPORT_ENCODING', { lines: sayLines(lost) });
  return new TextDecoder('windows-1252').decode(bytes);
}

/** A letter that another program could not read stands as �: what it was is gone. */
function unbroken(text: string): string | Refusal {
  if (!text.includes(REPLACEMENT)) return text;
  const lines = text.split('\n').flatMap((line, at) => (line.includes(REPLACEMENT) ? [at + 1] : []));
  return refuse('IMPORT_ENCODING', { lines: sayLines(lines) });
}

type Writing = 'plain' | 'utf-8' | 'other';

function classify(bytes: Uint8Array): readonly Writing[] {
  const strict = new TextDecoder('utf-8', { fatal: true });
  return linesOf(bytes).map((line) => {
    if (line.every((byte) => byte < 0x80)) return 'plain';
    try {
      strict.decode(line);
      return 'utf-8';
    } catch {
      return 'other';
    }
  });
}

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  lines.push(bytes.subarray(from));
  return lines;
}
