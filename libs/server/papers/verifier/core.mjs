// What the page and the script that travel with a dossier have in common. No packages, no network; runs in a browser and
// in Node. WebCrypto is used where it is there; SHA-256, SHA-512 and Ed25519 (RFC 8032) stand here as well for where not.

export const SEAL = { manifest: 'manifest.json', signature: 'manifest.sig', key: 'kunci-publik.pem' };

export const WORDS = {
  ALTERED: 'isinya berubah',
  MISSING: 'tidak ada',
  EXTRA: 'tidak tercantum dalam manifes',
  DOUBLE: 'ada dua kali',
  UNREADABLE: 'tidak dapat dibaca',
  SIGNATURE: 'tidak cocok dengan tanda tangan dalam manifest.sig',
  FOREIGN_KEY: 'ditandatangani dengan kunci lain',
};

const FORMAT = 'papan-uhc/dossier/1';

/**
 * Judges the files of a dossier. `files`: { name, size, read: () => Promise<Uint8Array> }; `expected`: fingerprint in hex, or ''.
 * Answers { ok, problems: [{ file, problem }], fingerprint, manifest }.
 */
export async function judge(files, expected = '') {
  const named = withoutWrapper(files);
  const byName = new Map(named.map((file) => [file.name, file]));
  const problems = doubles(named);
  const seal = {};
  for (const [part, name] of Object.entries(SEAL)) seal[part] = await readOrNull(byName.get(name));
  const manifest = seal.manifest && readManifest(seal.manifest);
  const key = seal.key && rawKey(seal.key);
  const fingerprint = key ? hex(await digest('SHA-256', key.spki)) : null;

  for (const [part, name] of Object.entries(SEAL)) {
    if (!seal[part]) problems.push({ file: name, problem: byName.has(name) ? 'UNREADABLE' : 'MISSING' });
  }
  if (seal.manifest && !manifest) problems.push({ file: SEAL.manifest, problem: 'UNREADABLE' });
  if (seal.key && !key) problems.push({ file: SEAL.key, problem: 'UNREADABLE' });
  const signed = seal.signature && signatureIn(seal.signature);
  if (seal.signature && !signed) problems.push({ file: SEAL.signature, problem: 'UNREADABLE' });
  if (seal.manifest && signed && key && !(await holds(seal.manifest, signed, key.raw))) {
    problems.push({ file: SEAL.manifest, problem: 'SIGNATURE' });
  }
  const wanted = expected.replace(/[\s:]/g, '').toLowerCase();
  const foreign = (manifest && manifest.key !== fingerprint) || (wanted !== '' && wanted !== fingerprint);
  if (key && foreign) problems.push({ file: SEAL.key, problem: 'FOREIGN_KEY' });
  if (manifest) problems.push(...(await compare(byName, manifest.files)));
  const once = problems.filter(
    (it, at) => problems.findIndex((other) => other.file === it.file && other.problem === it.problem) === at,
  );
  return { ok: once.length === 0, problems: once, fingerprint, manifest: manifest || null };
}

function withoutWrapper(files) {
  const folder = /^[^/]+\//.exec(files[0]?.name ?? '')?.[0];
  if (folder === undefined || files.some(({ name }) => !name.startsWith(folder))) return files;
  return files.map((file) => ({ ...file, name: file.name.slice(folder.length) }));
}

function doubles(files) {
  const names = files.map(({ name }) => name);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  return [...twice].map((file) => ({ file, problem: 'DOUBLE' }));
}

async function compare(byName, listed) {
  const found = [];
  for (const { name, bytes, sha256 } of listed) {
    const file = byName.get(name);
    const content = file && (await readOrNull(file));
    if (!file) found.push({ file: name, problem: 'MISSING' });
    else if (!content || content.length !== bytes || hex(await digest('SHA-256', content)) !== sha256) {
      found.push({ file: name, problem: 'ALTERED' });
    }
  }
  const known = new Set([SEAL.manifest, SEAL.signature, ...listed.map(({ name }) => name)]);
  return [
    ...found,
    ...[...byName.keys()].filter((name) => !known.has(name)).map((file) => ({ file, problem: 'EXTRA' })),
  ];
}

async function readOrNull(file) {
  try {
    return file ? await file.read() : null;
  } catch {
    return null;
  }
}

function readManifest(bytes) {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const whole = value?.format === FORMAT && typeof value.key === 'string' && Array.isArray(value.files);
    const listed = whole && value.files.every((it) => typeof it?.name === 'string' && /^[0-9a-f]{64}$/.test(it.sha256));
    return listed ? value : null;
  } catch {
    return null;
  }
}

// ── Key and signature ──

const SPKI_HEAD = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

function rawKey(pem) {
  const body = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(text(pem))?.[1];
  const spki = body === undefined ? null : base64(body.replace(/\s/g, ''));
  if (spki?.length !== 44 || !SPKI_HEAD.every((byte, at) => spki[at] === byte)) return null;
  return { spki, raw: spki.slice(12) };
}

/** The 64 bytes in the signature's file: base64 and a line break, and nothing besides. */
function signatureIn(file) {
  const letters = text(file);
  const bytes = letters.endsWith('\n') ? base64(letters.slice(0, -1)) : null;
  return bytes?.length === 64 ? bytes : null;
}

async function holds(message, signature, key) {
  try {
    const imported = await globalThis.crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
    return await globalThis.crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, message);
  } catch {
    return ed25519Verify(signature, message, key);
  }
}

function text(bytes) {
  return new TextDecoder().decode(bytes);
}

/** The bytes of canonical base64, or null. */
function base64(letters) {
  try {
    const binary = atob(letters);
    return btoa(binary) === letters ? Uint8Array.from(binary, (letter) => letter.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}

export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function digest(name, bytes) {
  const subtle = globalThis.crypto?.subtle;
  return subtle ? new Uint8Array(await subtle.digest(name, bytes)) : sha256(bytes);
}

// ── Ed25519, verification only (RFC 8032, 5.1.7) ──

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (value, modulus = P) => ((value % modulus) + modulus) % modulus;
const D = mod(-121665n * power(121666n, P - 2n));
const ROOT = power(2n, (P - 1n) / 4n);
const BASE = decodePoint(littleEndian(mod(4n * power(5n, P - 2n))));
const NEUTRAL = [0n, 1n, 1n, 0n];

export function ed25519Verify(signature, message, key) {
  if (signature.length !== 64 || key.length !== 32) return false;
  const [encodedR, s] = [signature.slice(0, 32), numberIn(signature.slice(32))];
  const [a, r] = [decodePoint(key), decodePoint(encodedR)];
  if (!a || !r || s >= L) return false;
  const k = mod(numberIn(sha512(joined(encodedR, key, message))), L);
  return same(times(s, BASE), add(r, times(k, a)));
}

function power(base, exponent) {
  let [result, square] = [1n, mod(base)];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = mod(result * square);
    square = mod(square * square);
  }
  return result;
}

/** A point in extended coordinates, or null where the bytes are none. */
function decodePoint(bytes) {
  const whole = numberIn(bytes);
  const [sign, y] = [whole >> 255n, whole & (2n ** 255n - 1n)];
  if (y >= P) return null;
  const [u, v] = [mod(y * y - 1n), mod(D * y * y + 1n)];
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
  if (mod(v * x * x) !== u) x = mod(x * ROOT);
  if (mod(v * x * x) !== u || (x === 0n && sign === 1n)) return null;
  if ((x & 1n) !== sign) x = mod(-x);
  return [x, y, 1n, mod(x * y)];
}

function add([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const [a, b] = [mod((y1 - x1) * (y2 - x2)), mod((y1 + x1) * (y2 + x2))];
  const [c, d] = [mod(2n * D * t1 * t2), mod(2n * z1 * z2)];
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function times(factor, point) {
  let [sum, doubled] = [NEUTRAL, point];
  for (let left = factor; left > 0n; left >>= 1n) {
    if (left & 1n) sum = add(sum, doubled);
    doubled = add(doubled, doubled);
  }
  return sum;
}

function same([x1, y1, z1], [x2, y2, z2]) {
  return mod(x1 * z2 - x2 * z1) === 0n && mod(y1 * z2 - y2 * z1) === 0n;
}

function numberIn(bytes) {
  return Array.from(bytes).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function littleEndian(value) {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n));
}

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}

// ── SHA-2 (FIPS 180-4), where WebCrypto is not there ──

/** The first bits of the fractional parts of roots of the primes: the constants of SHA-2. */
function constants(count, degree, bits) {
  const found = [];
  for (let prime = 2n; found.length < count; prime += 1n) {
    if (isPrime(prime)) found.push(rootOf(prime << BigInt(degree * bits), degree) & (2n ** BigInt(bits) - 1n));
  }
  return found;
}

function isPrime(number) {
  for (let factor = 2n; factor * factor <= number; factor += 1n) if (number % factor === 0n) return false;
  return true;
}

/** The whole part of a root, by halving. */
function rootOf(value, degree) {
  let [low, high] = [0n, 1n << BigInt(Math.ceil(value.toString(2).length / degree) + 1)];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= value) low = middle;
    else high = middle;
  }
  return low;
}

const K_256 = Int32Array.from(constants(64, 3, 32), (it) => Number(BigInt.asIntN(32, it)));
const STATE_256 = Int32Array.from(constants(8, 2, 32), (it) => Number(BigInt.asIntN(32, it)));
const K_512 = constants(80, 3, 64);
const STATE_512 = constants(8, 2, 64);

export function sha256(bytes) {
  const state = Int32Array.from(STATE_256);
  const padded = paddedTo(bytes, 64);
  const view = new DataView(padded.buffer);
  const w = new Int32Array(64);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i += 1) w[i] = view.getInt32(at + 4 * i);
    for (let i = 16; i < 64; i += 1) {
      const [x, y] = [w[i - 15], w[i - 2]];
      w[i] =
        (w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K_256[i] + w[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = (state[i] + value) | 0));
  }
  const result = new DataView(new ArrayBuffer(32));
  state.forEach((value, i) => result.setInt32(4 * i, value));
  return new Uint8Array(result.buffer);
}

export function sha512(bytes) {
  const MASK = 2n ** 64n - 1n;
  let state = STATE_512;
  const padded = paddedTo(bytes, 128);
  const view = new DataView(padded.buffer);
  const turn = (x, n) => (x >> n) | ((x << (64n - n)) & MASK);
  for (let at = 0; at < padded.length; at += 128) {
    const w = Array.from({ length: 16 }, (_, i) => view.getBigUint64(at + 8 * i));
    for (let i = 16; i < 80; i += 1) {
      const [x, y] = [w[i - 15], w[i - 2]];
      w[i] =
        (w[i - 16] + (turn(x, 1n) ^ turn(x, 8n) ^ (x >> 7n)) + w[i - 7] + (turn(y, 19n) ^ turn(y, 61n) ^ (y >> 6n))) &
        MASK;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 80; i += 1) {
      const one = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + ((e & f) ^ (~e & MASK & g)) + K_512[i] + w[i];
      const two = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & MASK, c, b, a, (one + two) & MASK];
    }
    state = [a, b, c, d, e, f, g, h].map((value, i) => (state[i] + value) & MASK);
  }
  const result = new DataView(new ArrayBuffer(64));
  state.forEach((value, i) => result.setBigUint64(8 * i, value));
  return new Uint8Array(result.buffer);
}

/** One bit, zeros, and the length in bits at the end of the last block. */
function paddedTo(bytes, block) {
  const room = block === 64 ? 9 : 17;
  const padded = new Uint8Array(Math.ceil((bytes.length + room) / block) * block);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return padded;
}

// ── Zip files ──

/** The files of a zip file. `source`: { size, read: (offset, length) => Promise<Uint8Array> }. Throws where it is none. */
export async function readZip(source) {
  const tailSize = Math.min(source.size, 65_557);
  const tail = viewOf(await source.read(source.size - tailSize, tailSize));
  const end = endRecord(tail, source.size);
  const directory = await source.read(end.offset, end.size);
  const view = viewOf(directory);
  const files = [];
  let at = 0;
  for (let nth = 0; nth < end.count; nth += 1) {
    if (at + 46 > directory.length || view.getUint32(at, true) !== 0x02014b50) throw new Error('directory');
    const [nameSize, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const entry = {
      name: text(directory.subarray(at + 46, at + 46 + nameSize)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    at += 46 + nameSize + extra + comment;
    if (!entry.name.endsWith('/'))
      files.push({ name: entry.name, size: entry.size, read: () => readEntry(source, entry) });
  }
  if (at !== directory.length) throw new Error('directory');
  return files;
}

function endRecord(tail, size) {
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== 0x06054b50 || at + 22 + tail.getUint16(at + 20, true) !== tail.byteLength)
      continue;
    const record = {
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    };
    const whole = tail.getUint16(at + 4, true) === 0;
    if (whole && record.offset + record.size === size - tail.byteLength + at) return record;
  }
  throw new Error('no zip file');
}

async function readEntry(source, { name, flags, method, packed, size, offset }) {
  const nameSize = new TextEncoder().encode(name).length;
  const header = await source.read(offset, 30 + nameSize);
  const view = viewOf(header);
  if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50 || (flags & 1) !== 0) throw new Error('header');
  if (text(header.subarray(30)) !== name || view.getUint16(26, true) !== nameSize) throw new Error('name');
  const content = await source.read(offset + 30 + nameSize + view.getUint16(28, true), packed);
  if (content.length !== packed || (method === 0 && packed !== size)) throw new Error('size');
  if (method === 0) return content;
  if (method !== 8) throw new Error('method');
  return inflated(content, size);
}

async function inflated(packed, size) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const whole = new Uint8Array(size);
  let at = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (at + next.value.length > size) throw new Error('size');
    whole.set(next.value, at);
    at += next.value.length;
  }
  return whole.subarray(0, at);
}

function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Four hex digits and a blank, again and again: as people compare it. */
export function inGroups(fingerprint) {
  return (fingerprint ?? '').replace(/(.{4})(?=.)/g, '$1 ');
}

/** What a manifest is about, in one line; the moment in western Indonesian time (UTC+7). */
export function inOneLine({ region, handover, case: id, madeAt, files }) {
  const wall = new Date(Date.parse(madeAt) + 7 * 3_600_000);
  const [date, time] = Number.isNaN(wall.getTime()) ? [String(madeAt), ''] : wall.toISOString().split('T');
  const moment = `${date.split('-').reverse().join('-')} ${time.slice(0, 5).replace(':', '.')} WIB`;
  return `Daerah ${region}, penyerahan ${handover}, kasus ${id}, disegel ${moment}, ${files.length} berkas.`;
}
