import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PROTOCOL_VERSION, type Problem } from '@papan/contracts';
import { type TestDatabase, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { type Instance, type Visitor, startInstance } from './testing/start-instance';

const GOLDEN = 'apps/api/openapi.json';
const PAGE = `<!doctype html><html><head><base href="/"><style>a{}</style><link rel="stylesheet" href="styles-ABCDEF12.css"></head>
<body><pp-root></pp-root><script src="main-ABCDEF12.js" type="module"></script></body></html>`;

describe('the server answers', () => {
  let folder: string;
  let database: TestDatabase;
  let server: Instance;
  let dinkes: Visitor;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), '.papan-dotted-'));
    const boardFolder = join(folder, '.hidden', 'browser');
    mkdirSync(join(boardFolder, 'media'), { recursive: true });
    writeFileSync(join(boardFolder, 'index.html'), PAGE);
    writeFileSync(join(boardFolder, 'main-ABCDEF12.js'), 'export const papan = 1;\n'.repeat(200));
    writeFileSync(join(boardFolder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(folder, 'secret.txt'), 'rahasia');
    database = await testDatabase();
    await setSmallTable(database);
    server = await startInstance(database, { boardFolder });
    dinkes = await server.signIn('dinkes');
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const problem = async (answer: Response): Promise<Problem> => {
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    return (await answer.json()) as Problem;
  };

  describe('refusals', () => {
    it('in Indonesian, and in English to whoever asks for it', async () => {
      const indonesian = await problem(await server.ask('/api/session'));
      expect(indonesian).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN', type: 'urn:papan-uhc:NOT_SIGNED_IN' });
      const english = await problem(await server.ask('/api/session', { headers: { 'accept-language': 'en-GB,en' } }));
      expect(english.title).not.toBe(indonesian.title);
      expect(english.trace).toMatch(/^[0-9a-f]{12}$/);
    });

    it('with 404 on routes that do not exist, and nothing about why', async () => {
      for (const path of ['/api/nothing', '/api/regions/35.72/board', '/api/regions/zz/board']) {
        const answer = await dinkes.get(path);
        expect(answer.status).toBe(404);
        expect((await problem(answer)).code).toBe('NOT_FOUND');
      }
    });

    it('of bodies that are no JSON, too large, or hold what nobody asked for', async () => {
      const post = (body: string, type = 'application/json') =>
        server.ask('/api/session', { method: 'POST', headers: { 'content-type': type }, body });
      expect(await problem(await post('{"login":'))).toMatchObject({ status: 422, code: 'BODY_INVALID' });
      expect(await problem(await post(JSON.stringify({ login: 'x'.repeat(70_000) })))).toMatchObject({
        status: 413,
        code: 'BODY_INVALID',
      });
      const unknown = await problem(await post(JSON.stringify({ login: 'a', password: 'b', admin: true })));
      expect(unknown.fields).toEqual([{ path: 'admin', expected: 'unknown' }]);
    });

    it('of a cursor that is none', async () => {
      expect(await problem(await dinkes.get('/api/regions/35.05/events?epoch=1&after=-1'))).toMatchObject({
        code: 'CURSOR_INVALID',
      });
    });

    it('of whatever a foreign page sends in an officer’s browser', async () => {
      const send = (headers: Record<string, string>) => dinkes.send('POST', '/api/regions/35.05/tasks', {}, headers);
      const refused = async (headers: Record<string, string>) => (await problem(await send(headers))).code;
      expect(await refused({ origin: 'https://jahat.example' })).toBe('ORIGIN_REFUSED');
      expect(await refused({ origin: 'null' })).toBe('ORIGIN_REFUSED');
      expect(await refused({ 'sec-fetch-site': 'cross-site' })).toBe('ORIGIN_REFUSED');
      expect(await refused({ 'sec-fetch-site': 'same-site', origin: server.url })).toBe('ORIGIN_REFUSED');
      expect(await refused({ 'x-xsrf-token': 'guessed' })).toBe('ORIGIN_REFUSED');
      expect(await refused({ origin: server.url, 'sec-fetch-site': 'same-origin' })).toBe('BODY_INVALID');
    });

    it('with a trace code and nothing of its inside when something breaks', async () => {
      await database.owning('ALTER TABLE task RENAME TO task_away');
      const answer = await dinkes.get('/api/regions/35.05/tasks/1');
      await database.owning('ALTER TABLE task_away RENAME TO task');
      const said = await problem(answer);
      expect(said).toMatchObject({ status: 500, code: 'INTERNAL' });
      expect(JSON.stringify(said)).not.toMatch(/task|relation|select/i);
    });
  });

  describe('the board as a whole', () => {
    it.each(['br', 'gzip', 'identity'])('packed as %s, and nobody keeps it', async (encoding) => {
      const answer = await dinkes.get('/api/regions/35.05/board', { 'accept-encoding': encoding });
      expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toMatchObject({ protocol: PROTOCOL_VERSION, epoch: 1, tasks: {} });
    });

    it('and what happened since, also where websockets are blocked', async () => {
      const body = { campaign: 1, agency: 2, title: 'x', unit: 'people', target: 1, due: '2026-12-15' };
      const { seq } = (await (await dinkes.send('POST', '/api/regions/35.05/tasks', body)).json()) as { seq: number };
      const pull = async (query: string) => (await dinkes.get(`/api/regions/35.05/events?${query}`)).json();
      expect(await pull(`epoch=1&after=${seq - 1}`)).toMatchObject({
        type: 'frame',
        from: seq - 1,
        through: seq,
        events: [{ seq }],
      });
      expect(await pull(`epoch=1&after=${seq}`)).toMatchObject({ type: 'frame', from: seq, through: seq, events: [] });
      expect(await pull(`epoch=7&after=0`)).toEqual({ type: 'reset', region: '35.05', epoch: 1 });
      expect(await pull(`epoch=1&after=${seq + 1}`)).toEqual({ type: 'reset', region: '35.05', epoch: 1 });
    });
  });

  describe('pages', () => {
    it('with a nonce of their own each time, also on addresses of the board', async () => {
      const nonces = new Set<string>();
      for (const path of ['/', '/35.05/papan?kolom=berjalan', '/masuk']) {
        const answer = await server.ask(path);
        const policy = answer.headers.get('content-security-policy') ?? '';
        const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
        const page = await answer.text();
        expect(page).toContain(`<script nonce="${nonce}" src=`);
        expect(page).toContain(`<style nonce="${nonce}">`);
        expect(page).toContain(`<pp-root ngCspNonce="${nonce}">`);
        expect(policy).not.toContain('unsafe');
        expect(answer.headers.get('cache-control')).toBe('no-cache');
        nonces.add(nonce);
      }
      expect(nonces.size).toBe(3);
    });

    it('and their files packed and kept for ever when the name holds a hash', async () => {
      const answer = await server.ask('/main-ABCDEF12.js', { headers: { 'accept-encoding': 'br' } });
      expect(answer.headers.get('content-encoding')).toBe('br');
      expect(answer.headers.get('cache-control')).toContain('immutable');
      expect(answer.headers.get('content-type')).toContain('text/javascript');
      expect(await answer.text()).toContain('papan = 1');
    });

    it('with 404 for files that are not there, wherever they are sought', async () => {
      for (const path of [
        '/main-00000000.js',
        '/../../secret.txt',
        '/%2e%2e/%2e%2e/secret.txt',
        '/media',
        '/index.html.map',
      ]) {
        const answer = await server.ask(path);
        expect([path, await answer.text()].join(' ')).not.toContain('rahasia');
        expect([path, answer.status]).toEqual([path, path === '/media' ? 200 : 404]);
      }
    });
  });

  describe('whoever keeps it running', () => {
    it('that it lives, is ready, and how it does', async () => {
      expect((await server.ask('/livez')).status).toBe(200);
      expect((await server.ask('/readyz')).status).toBe(200);
      const figures = await (await server.ask('/metrics')).text();
      expect(figures).toContain('papan_http_seconds');
      expect(figures).toContain('papan_live_sockets');
      expect((await server.ask('/metrics', { headers: { 'x-forwarded-for': '10.0.0.1' } })).status).toBe(404);
    });

    it('with a description of every door, the same as the one in review', async () => {
      const description: unknown = await (await server.ask('/api/openapi.json')).json();
      if (process.env['REMAKE_GOLDENS'] === '1') writeFileSync(GOLDEN, `${JSON.stringify(description, null, 2)}\n`);
      expect(description).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
    });

    it('with everything that its doors read beside path and body, and what they answer', async () => {
      const { paths } = (await (await server.ask('/api/openapi.json')).json()) as OpenAPIObject;
      const asked = (path: string, verb: 'get' | 'post' | 'patch' | 'delete') =>
        (paths[path]?.[verb]?.parameters ?? []).flatMap((it) => ('in' in it && it.in !== 'path' ? [it.name] : []));
      expect(asked('/api/regions/{region}/events', 'get')).toEqual(['epoch', 'after']);
      expect(asked('/api/regions/{region}/areas', 'get')).toEqual(['within']);
      expect(asked('/api/regions/{region}/cuts', 'post')).toEqual(['Idempotency-Key', 'X-XSRF-TOKEN']);
      const edit = asked('/api/regions/{region}/tasks/{task}', 'patch');
      expect(edit).toEqual(['Idempotency-Key', 'If-Match', 'X-XSRF-TOKEN']);
      expect(asked('/api/session', 'delete')).toEqual(['X-XSRF-TOKEN']);
      for (const path of ['/api/regions', '/api/regions/{region}/people', '/api/regions/{region}/areas'])
        expect(paths[path]?.get?.responses['200']).toHaveProperty('content');
    });

    it('with a page to read the description, which runs only its own scripts', async () => {
      const answer = await server.ask('/api/docs');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toContain(`script-src 'self'`);
      expect(await answer.text()).not.toMatch(/<script>[^<]/);
    });
  });
});
