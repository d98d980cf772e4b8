import type { Problem } from '@papan/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { type TestApi, type Browser, testApi } from './testing/table-api';

const TASKS = '/api/regions/35.05/tasks';
const A_TASK = { campaign: 1, agency: 2, title: 'Tugas', unit: 'people', target: 5, due: '2026-12-15' };

/** What no store can keep: a zero, and the halves of a character. */
const UNKEEPABLE = ['\u0000', 'a\u0000', '\uD800', 'x\uDC00', '\uDE00\uD83D'];
const ODD = [
  ...UNKEEPABLE,
  ...['', ' ', '35.05.10', '35.05.10\u0000', '0000-00-00', '0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30'],
  ...['=1+1', '__proto__', '👩‍👩‍👧', 'مرحبا', '\u202E', 'a\u0301\u0323'.repeat(300), 'x'.repeat(4_001)],
  ...[0, -0, -1, 0.5, 1e15, -1e15, 2 ** 53, 2_000_000_000, 2_147_483_648, 1e300],
  ...[null, true, [], [[]], {}, { length: 1 }, '0193A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B'],
] as const;

describe('what cannot be meant', () => {
  let api: TestApi;
  let dinkes: Browser;

  beforeAll(async () => {
    api = await testApi();
    dinkes = await api.as('dinkes');
    for (let nth = 0; nth < 3; nth++) await dinkes.post(TASKS, A_TASK);
    const blocker = { code: 'DATA', text: 'x', lifter: 3 };
    for (const task of [1, 2]) await dinkes.post(`${TASKS}/${task}/blockers`, blocker);
  }, 60_000);
  afterAll(() => api.close());

  it.each(UNKEEPABLE)('is refused in every text: %j', async (odd) => {
    const tried: readonly (readonly [string, object])[] = [
      [TASKS, { ...A_TASK, title: odd }],
      [TASKS, { ...A_TASK, description: odd }],
      [TASKS, { ...A_TASK, area: odd }],
      [`${TASKS}/1/deeds`, { deed: 'cancel', reason: odd }],
      [`${TASKS}/1/reports`, { entry: crypto.randomUUID(), delta: 1, note: odd }],
      [`${TASKS}/1/blockers`, { code: 'DATA', text: odd, lifter: 3 }],
      ['/api/regions/35.05/blockers/1/lift', { note: odd }],
      ['/api/session', { login: odd, password: 'x' }],
      ['/api/session', { login: 'dinkes', password: odd }],
      ['/api/session/first-password', { token: odd, password: 'x' }],
      [TASKS, { ...A_TASK, [odd]: 1 }],
    ];
    for (const [path, body] of tried) {
      const answer = await dinkes.post(path, body);
      expect([path, answer.status, (answer.body as Problem).code]).toEqual([path, 422, 'BODY_INVALID']);
    }
  });

  it.each(['35.05', '3505010', '35.05.10; --', "35.05.10'"])('is an area like %j', async (area) => {
    expect((await dinkes.post(TASKS, { ...A_TASK, area })).body).toMatchObject({ code: 'AREA_UNKNOWN' });
  });

  it('is not answered with a longer list of it', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`x${at}`, 1]));
    const answer = await dinkes.post(TASKS, { ...A_TASK, ...unknown });
    expect((answer.body as Problem).fields).toHaveLength(20);
  });

  it('breaks no door, whatever is sent to whichever', async () => {
    const { paths } = (await dinkes.get('/api/openapi.json')).body as OpenAPIObject;
    const doors = Object.entries(paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((verb) => {
        const operation = item[verb];
        return operation && !ENDS_THE_SESSION.includes(`${verb} ${path}`) ? [{ verb, path, operation }] : [];
      }),
    );
    expect(doors.length).toBeGreaterThan(25);
    const broken: string[] = [];
    const values = fc.sample(fc.nat(), { numRuns: 20_000, seed: 20_261_102 });
    let at = 0;
    const odd = (): unknown => ODD[(values[at++ % values.length] ?? 0) % ODD.length];
    for (const { verb, path, operation } of doors) {
      const tries = operation.requestBody ? 25 : 6;
      for (let nth = 0; nth < tries; nth++) {
        const body = operation.requestBody ? oddBody(schemaOf(operation), nth, odd) : undefined;
        const address = addressOf(path, operation, odd, nth);
        const answer = await dinkes.send(verb, address, body, { 'If-Match': `"${1 + (nth % 3)}"` });
        if (answer.status >= 500) broken.push(`${verb} ${address} ${JSON.stringify(body)} → ${answer.status}`);
      }
    }
    expect(broken).toEqual([]);
  }, 120_000);
});

/** Doors behind which the visitor is signed out. */
const ENDS_THE_SESSION: readonly string[] = [
  'delete /api/session',
  'delete /api/regions/{region}/people/{person}/sessions',
];

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
}

function schemaOf(operation: Operation): Schema {
  const { content } = operation.requestBody as { content: Record<string, { schema?: unknown }> };
  return content['application/json']?.schema ?? {};
}

/** A body that is right but for one field (or, every fifth time, right in none). */
function oddBody(schema: Schema, nth: number, odd: () => unknown): object {
  const names = Object.keys(schema.properties ?? {});
  const wrong = names[nth % Math.max(1, names.length)];
  return Object.fromEntries(
    names.map((name) => [
      name,
      name === wrong || nth % 5 === 4 ? odd() : plain(schema.properties?.[name] ?? {}, nth, odd),
    ]),
  );
}

/** A value that the schema takes; inside lists and objects sometimes an odd one. */
function plain(schema: Schema, nth: number, odd: () => unknown): unknown {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return plain(choices[nth % choices.length] ?? {}, nth, odd);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[nth % schema.enum.length];
  if (schema.format === 'uuid') return crypto.randomUUID();
  if (schema.type === 'array') return [plain(schema.items ?? {}, nth, odd)];
  if (schema.properties) return nth % 3 === 0 ? oddBody(schema, nth, odd) : oddBody(schema, nth, () => undefined);
  if (schema.type === 'integer' || schema.type === 'number') return 1 + (nth % 5);
  if (schema.type === 'boolean') return nth % 2 === 0;
  if (schema.type === 'null') return null;
  return schema.pattern?.includes('\\d{4}-') ? '2026-11-01' : 'teks';
}

/** The address with a number that may exist, every third time with something odd, also behind the question mark. */
function addressOf(path: string, { parameters }: Operation, odd: () => unknown, nth: number): string {
  const known: Readonly<Record<string, string>> = { region: '35.05', measure: 'registered' };
  const strange = (): string => encodeURIComponent(String(odd()).replaceAll(/\p{Surrogate}/gu, ''));
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name !== 'region' && nth % 3 === 2 ? strange() : (known[name] ?? String(1 + (nth % 2))),
  );
  const asked = (parameters ?? []).flatMap((it) => ('in' in it && it.in === 'query' ? [it.name] : []));
  return asked.length === 0 ? address : `${address}?${asked.map((name) => `${name}=${strange()}`).join('&')}`;
}
