import { newCommandId } from './command-id';
import { Talk } from './talk';

interface Call {
  readonly path: string;
  readonly init: RequestInit;
}

/** A server that answers by a script: a status, or "no answer". */
function scripted(...script: readonly (number | 'nothing' | { readonly status: number; readonly body: unknown })[]) {
  const calls: Call[] = [];
  let ended = 0;
  const talk = new Talk({
    fetch: (path, init) => {
      const next = script[calls.length] ?? 200;
      calls.push({ path, init });
      if (next === 'nothing') return Promise.reject(new TypeError('network'));
      const { status, body } = typeof next === 'number' ? { status: next, body: { seq: 7 } } : next;
      const text = JSON.stringify(body);
      return Promise.resolve({
        ok: status < 300,
        status,
        headers: new Map(),
        text: () => Promise.resolve(text),
      } as unknown as Response);
    },
    xsrfToken: () => 'token',
    language: () => 'id',
    sleep: () => Promise.resolve(),
    chance: () => 0.5,
    onEnded: () => ended++,
  });
  const header = (call: number, name: string) => (calls[call]?.init.headers as Record<string, string>)[name];
  return { talk, calls, header, ended: () => ended };
}

const problem = (status: number, code: string) => ({ status, body: { status, code, params: {}, title: code } });

test('a write without an answer is sent again under the same command id', async () => {
  const { talk, calls, header } = scripted('nothing', 503, 200);
  const result = await talk.send('POST', '/api/x', { delta: 86 });
  expect(result).toEqual({ ok: true, value: { seq: 7 } });
  expect(calls).toHaveLength(3);
  expect(new Set([0, 1, 2].map((call) => header(call, 'Idempotency-Key'))).size).toBe(1);
});

test('a refusal is final and is not sent again', async () => {
  const { talk, calls } = scripted(problem(409, 'TASK_CLOSED'));
  const result = await talk.send('POST', '/api/x', {});
  expect(result).toMatchObject({ ok: false, problem: { code: 'TASK_CLOSED' } });
  expect(calls).toHaveLength(1);
});

test('trying ends, and says that nothing is known', async () => {
  const { talk, calls } = scripted(...Array.from({ length: 9 }, () => 'nothing' as const));
  expect(await talk.send('POST', '/api/x', {})).toEqual({ ok: false, unreachable: true });
  expect(calls).toHaveLength(4);
});

test('an edit names the version that was seen, and every write the XSRF token', async () => {
  const { talk, header } = scripted(200);
  await talk.send('PATCH', '/api/x', {}, { version: 12, command: 'mine' });
  expect(header(0, 'If-Match')).toBe('"12"');
  expect(header(0, 'X-XSRF-TOKEN')).toBe('token');
  expect(header(0, 'Idempotency-Key')).toBe('mine');
});

test('only a session that ended is noticed; a wrong password is not an ended session', async () => {
  const wrong = scripted(problem(401, 'LOGIN_FAILED'));
  await wrong.talk.send('POST', '/api/session', {});
  expect(wrong.ended()).toBe(0);
  const over = scripted(problem(401, 'SESSION_ENDED'));
  await over.talk.get('/api/x');
  expect(over.ended()).toBe(1);
});

test('a page of a proxy is a fault with a status to quote', async () => {
  const { talk } = scripted({ status: 500, body: '<html>' });
  expect(await talk.get('/api/x')).toMatchObject({ ok: false, problem: { code: 'INTERNAL', trace: '500' } });
});

test('a command id is a UUID of version 7 in the order of time', () => {
  const at = (millis: number) => newCommandId({ millis: () => millis, bytes: () => new Uint8Array(10).fill(255) });
  expect(at(1_762_045_200_000)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(at(1_762_045_200_000) < at(1_762_045_200_001)).toBe(true);
});
