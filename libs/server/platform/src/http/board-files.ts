import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};
const COMPRESSED = new Set(['.js', '.css', '.json', '.svg', '.webmanifest', '.map', '.txt']);
/** What the build appends to the name of a file that it has packed. */
const PACKED = '.br';
const HASHED = /(?:^|[\/\\])chunk-[\w-]{8}\.js$|-[A-Z0-9]{8}\.[a-z0-9]+$/;
const NONCED = /<(script|style)(?=[\s>])/g;
const ROOT = /<(pp-root)(?=[\s>])/g;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

interface BoardFile {
  readonly path: string;
  /** Path of the brotli form that the build has left beside it. */
  readonly brotli: string | undefined;
  readonly type: string;
  readonly forEver: boolean;
  readonly packed: Map<string, Promise<Buffer>>;
}

/**
 * Serves the built board: only files that were there at the start, found by name in a table, so that no path leads
 * outside and the folder may lie anywhere. Names with a hash are kept by browsers for ever; the page itself never.
 * Addresses without an ending are the board's own: they get the page, each time with a fresh nonce.
 */
export function boardFiles(folder: string): RequestHandler {
  const files = listFiles(folder);
  const index = join(folder, 'index.html');
  const page = existsSync(index) ? readFileSync(index, 'utf8') : undefined;
  return (request, response, next) => {
    const file = files.get(request.path);
    const asksForPage = request.path === '/index.html' || !/\.[a-z0-9]{1,11}$/i.test(request.path);
    if (request.method !== 'GET' && request.method !== 'HEAD') next();
    else if (asksForPage && page !== undefined && !file?.forEver) sendPage(page, response);
    else if (file) sendFile(file, request, response).catch(next);
    else next();
  };
}

/** The policy of the page: our own files, and what carries this answer's nonce. */
export function pagePolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** Scripts and styles of the page get the nonce, and Angular learns it for the styles that it adds. */
export function withNonce(page: string, nonce: string): string {
  return page.replace(NONCED, `<$1 nonce="${nonce}"`).replace(ROOT, `<$1 ngCspNonce="${nonce}"`);
}

function sendPage(page: string, response: Response): void {
  const nonce = randomBytes(16).toString('base64');
  response.setHeader('Content-Security-Policy', pagePolicy(nonce));
  response.setHeader('Cache-Control', 'no-cache');
  response.type('html').send(withNonce(page, nonce));
}

async function sendFile(file: BoardFile, request: Request, response: Response): Promise<void> {
  const encoding = COMPRESSED.has(extname(file.path)) ? preferred(request) : 'identity';
  const bytes = await packed(file, encoding);
  response.setHeader('Cache-Control', file.forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Security-Policy', `default-src 'none'`);
  response.setHeader('Vary', 'Accept-Encoding');
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.send(bytes);
}

function preferred(request: Request): string {
  const offered = request.acceptsEncodings(['br', 'gzip', 'identity']);
  return offered === 'br' || offered === 'gzip' ? offered : 'identity';
}

/** As the build has packed it, else packed at the first request; then kept. */
function packed(file: BoardFile, encoding: string): Promise<Buffer> {
  const known = file.packed.get(encoding);
  if (known) return known;
  const made =
    encoding === 'br' && file.brotli !== undefined ? readFile(file.brotli) : pack(readFileSync(file.path), encoding);
  file.packed.set(encoding, made);
  return made;
}

function pack(bytes: Buffer, encoding: string): Promise<Buffer> {
  if (encoding === 'gzip') return zip(bytes, { level: 9 });
  if (encoding !== 'br') return Promise.resolve(bytes);
  return brotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

function listFiles(folder: string): ReadonlyMap<string, BoardFile> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const paths = new Set(files.map((it) => join(it.parentPath, it.name)));
  return new Map(
    [...paths]
      .filter((path) => !path.endsWith(PACKED))
      .map((path) => {
        const address = posix.join('/', path.slice(folder.length).replaceAll('\\', '/'));
        const type = TYPES[extname(path)] ?? 'application/octet-stream';
        const brotli = paths.has(path + PACKED) ? path + PACKED : undefined;
        return [address, { path, brotli, type, forEver: HASHED.test(path), packed: new Map() }];
      }),
  );
}
