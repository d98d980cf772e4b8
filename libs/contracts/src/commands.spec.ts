import * as fc from 'fast-check';
import type * as z from 'zod';
import {
  CorrectProgress,
  CreateTask,
  DoDeed,
  EditTask,
  LiftBlocker,
  RaiseBlocker,
  ReassignTask,
  ReportProgress,
  SetAllocation,
  SignIn,
  Up,
  VerifyProgress,
} from './index';

const ENTRY = '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

/** One good example of everything that may be said upward. */
const GOOD: Readonly<Record<string, readonly [schema: z.ZodType, body: object]>> = {
  'create a task': [
    CreateTask,
    { campaign: 1, agency: 3, title: 'Daftarkan GTT', unit: 'people', target: 1200, due: '2026-12-15' },
  ],
  'edit a task': [EditTask, { target: 1300 }],
  'do a deed': [DoDeed, { deed: 'accept' }],
  'report progress': [ReportProgress, { entry: ENTRY, delta: 300 }],
  'correct a report': [CorrectProgress, { entry: ENTRY, corrects: ENTRY, delta: -20, note: 'dua kali tercatat' }],
  'verify progress': [
    VerifyProgress,
    { asOf: '2026-11-01', source: { kind: 'BPJS' }, entries: [{ entry: ENTRY, measure: 'registered', delta: 481 }] },
  ],
  'hand a task over': [ReassignTask, { agency: 4, amount: 200, due: '2026-12-15', reason: 'beban terlalu besar' }],
  'raise a blocker': [RaiseBlocker, { code: 'DATA', text: 'NIK belum rekam', lifter: 5 }],
  'lift a blocker': [LiftBlocker, {}],
  'set an allocation': [SetAllocation, { people: 9000 }],
  'sign in': [SignIn, { login: 'dinkes', password: 'contoh' }],
  'watch a region': [Up, { type: 'watch', region: '35.05', cursor: { epoch: 1, seq: 0 } }],
  'ask for what is missing': [Up, { type: 'resync', cursor: { epoch: 1, seq: 7 } }],
};

describe.each(Object.entries(GOOD))('to %s', (_, [schema, body]) => {
  it('is understood', () => {
    expect(schema.safeParse(body).success).toBe(true);
  });

  it('refuses a field that nobody knows', () => {
    expect(schema.safeParse({ ...body, isAdmin: true }).success).toBe(false);
  });

  it.each([null, undefined, [], 'text', 7, true])('refuses %p in place of a body', (garbage) => {
    expect(schema.safeParse(garbage).success).toBe(false);
  });

  it('takes no number for a text and no text for a number', () => {
    for (const [name, value] of Object.entries(body)) {
      if (typeof value === 'number') expect(schema.safeParse({ ...body, [name]: String(value) }).success).toBe(false);
      if (typeof value === 'string') expect(schema.safeParse({ ...body, [name]: 7 }).success).toBe(false);
    }
  });
});

describe('what is said upward', () => {
  it('leaves signs, fractions and sizes to the domain, whose refusal teaches', () => {
    const report = (delta: number): boolean => ReportProgress.safeParse({ entry: ENTRY, delta }).success;
    expect([-1, 0.5, 1e15].map(report)).toEqual([true, true, true]);
    expect([Number.NaN, Number.POSITIVE_INFINITY].map(report)).toEqual([false, false]);
  });

  it('is strict inside as well: in the source, in an entry, in a cursor', () => {
    const [, verify] = GOOD['verify progress'] ?? [];
    expect(VerifyProgress.safeParse({ ...verify, source: { kind: 'BPJS', extra: 1 } }).success).toBe(false);
    const entry = { entry: ENTRY, measure: 'registered', delta: 1, extra: 1 };
    expect(VerifyProgress.safeParse({ ...verify, entries: [entry] }).success).toBe(false);
    expect(Up.safeParse({ type: 'resync', cursor: { epoch: 1, seq: 1, extra: 1 } }).success).toBe(false);
  });

  it('knows two messages on the socket and drops the rest', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(Up.safeParse(anything).success).toBe(false);
      }),
    );
    expect(Up.safeParse({ type: 'frame', region: '35.05', epoch: 1, from: 0, through: 1, events: [] }).success).toBe(
      false,
    );
  });

  it('refuses a cursor that lies before the beginning or between two events', () => {
    for (const seq of [-1, 0.5, '1', null]) {
      expect(Up.safeParse({ type: 'resync', cursor: { epoch: 1, seq } }).success).toBe(false);
    }
  });

  it('refuses a region that is no code of a regency', () => {
    for (const region of ['3505', '35.05.10', '35.05; DROP TABLE', '']) {
      expect(Up.safeParse({ type: 'watch', region, cursor: { epoch: 1, seq: 0 } }).success).toBe(false);
    }
  });

  it.each(['\u0000', 'a\u0000', '\uD800', 'x\uDC00y'])('refuses in every text what no store can keep: %j', (odd) => {
    for (const [schema, body] of Object.values(GOOD)) {
      for (const [name, value] of Object.entries(body)) {
        if (typeof value === 'string') expect(schema.safeParse({ ...body, [name]: odd }).success).toBe(false);
      }
    }
    expect(CreateTask.safeParse({ ...GOOD['create a task']?.[1], area: odd }).success).toBe(false);
    expect(LiftBlocker.safeParse({ note: `NIK 🙂 ${odd}` }).success).toBe(false);
    expect(LiftBlocker.safeParse({ note: 'NIK 🙂' }).success).toBe(true);
  });

  it('knows an entry again, however its letters are written', () => {
    const shouted = ENTRY.toUpperCase();
    const body = { entry: shouted, corrects: shouted, delta: -20, note: 'x' };
    expect(CorrectProgress.parse(body)).toMatchObject({ entry: ENTRY, corrects: ENTRY });
  });

  it('refuses texts of a size that nobody types', () => {
    expect(DoDeed.safeParse({ deed: 'cancel', reason: 'x'.repeat(4_001) }).success).toBe(false);
  });
});
