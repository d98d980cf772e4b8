/** What a file without a known beginning is: words that people read, markup or a script by its beginning, or neither. */
export function readAsText(bytes: Buffer): 'text' | 'html' | 'xml' | 'rtf' | undefined {
  const text = decode(bytes);
  if (text === undefined || CONTROL.test(text)) return undefined;
  const beginning = text.slice(0, 2_000).trimStart().toLowerCase();
  if (beginning.startsWith('{\\rtf')) return 'rtf';
  if (/^<(?:!doctype\s+html|html|head|body|script|iframe|img|style|meta)[\s>/]/.test(beginning)) return 'html';
  if (/^<(?:\?xml|svg|!doctype|!--|[a-z][a-z0-9:-]*[\s>/])/.test(beginning)) return 'xml';
  return 'text';
}

/** Line breaks, tabs and page breaks excepted. */
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F\u007F]/;

/** UTF-8, UTF-16 where it says so, else what Windows writes in western languages. */
function decode(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  return decodeAs('utf-8', bytes) ?? (bytes.includes(0) ? undefined : decodeAs('windows-1252', bytes));
}

function decodeAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
