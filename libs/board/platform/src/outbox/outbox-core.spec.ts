import type { Problem } from '@papan/contracts';
import type { Result } from '../api/result';
import { OutboxCore } from './outbox-core';
import type { Parcel, ParcelStorage } from './outbox-core';

/** A drawer that survives the page. */
function drawer(): ParcelStorage & { readonly content: Map<string, Parcel> } {
  const content = new Map<string, Parcel>();
  return {
    content,
    all: () => Promise.resolve([...content.values()]),
    put: (parcel) => Promise.resolve(void content.set(parcel.id, parcel)),
    remove: (id) => Promise.resolve(void content.delete(id)),
  };
}

type Answer = Result<{ seq: number }>;
const YES: Answer = { ok: true, value: { seq: 1 } };
const NOTHING: Answer = { ok: false, unreachable: true };
const no = (status: number, code: string): Answer => ({ ok: false, problem: { status, code } as Problem });

function outbox(storage: ParcelStorage, answers: Answer[]) {
  const sent: Parcel[] = [];
  let shown: readonly Parcel[] = [];
  const core = new OutboxCore({
    storage,
    send: (parcel) => {
      sent.push(parcel);
      return Promise.resolve(answers.shift() ?? YES);
    },
    now: () => '2026-11-02T01:00:00.000Z',
    changed: (parcels) => (shown = parcels),
  });
  const states = () => shown.map(({ id, state }) => `${id} ${state}`);
  return { core, sent, states, shown: () => shown };
}

const report = (id: string) => ({
  id,
  region: '35.05',
  task: 118,
  body: { entry: `entry-${id}`, delta: 86, reached: 0, rejected: 0, note: 'di balai desa' },
});
const settled = () => new Promise((done) => setTimeout(done, 0));

test('reports go out in the order they were made', async () => {
  const { core, sent, states } = outbox(drawer(), []);
  await core.open('35.05/7');
  await Promise.all([core.add(report('b')), core.add(report('a')), core.add(report('c'))]);
  await core.flush();
  expect(sent.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
  expect(states()).toEqual(['a SENT', 'b SENT', 'c SENT']);
});

test('without an answer everything waits, and later goes out under the same ids', async () => {
  const { core, sent, states } = outbox(drawer(), [NOTHING]);
  await core.open('35.05/7');
  await core.add(report('a'));
  await settled();
  expect(states()).toEqual(['a WAITING']);
  await core.flush();
  expect(states()).toEqual(['a SENT']);
  expect(sent.map(({ id, body }) => [id, body.entry])).toEqual([
    ['a', 'entry-a'],
    ['a', 'entry-a'],
  ]);
});

test('what was in flight when the tab was closed is asked for again after a reload', async () => {
  const storage = drawer();
  storage.content.set('a', {
    ...report('a'),
    owner: '35.05/7',
    madeAt: '',
    state: 'SENDING',
    sentAt: null,
    problem: null,
  });
  const { core, sent } = outbox(storage, []);
  await core.open('35.05/7');
  await core.flush();
  expect(sent.map(({ id }) => id)).toEqual(['a']);
});

test('a refused report keeps its text and its reason, and stops nobody behind it', async () => {
  const { core, shown, states } = outbox(drawer(), [no(409, 'TASK_CLOSED')]);
  await core.open('35.05/7');
  await core.add(report('a'));
  await core.add(report('b'));
  await core.flush();
  expect(states()).toEqual(['a REFUSED', 'b SENT']);
  expect(shown()[0]).toMatchObject({ problem: { code: 'TASK_CLOSED' }, body: { note: 'di balai desa' } });
  await core.retry('a');
  expect(states()).toEqual(['a SENT', 'b SENT']);
});

test.each([401, 429, 503])('a %p is not about the report: it waits', async (status) => {
  const { core, states } = outbox(drawer(), [no(status, 'SESSION_ENDED')]);
  await core.open('35.05/7');
  await core.add(report('a'));
  await settled();
  expect(states()).toEqual(['a WAITING']);
});

test('what waits can be cancelled; what was sent cannot', async () => {
  const storage = drawer();
  const { core, states } = outbox(storage, [NOTHING]);
  await core.open('35.05/7');
  await core.add(report('a'));
  await settled();
  expect(await core.cancel('a')).toBe(true);
  expect(storage.content.size).toBe(0);
  await core.add(report('b'));
  await core.flush();
  expect(await core.cancel('b')).toBe(false);
  expect(states()).toEqual(['b SENT']);
});

test('somebody else on the same phone neither sees nor sends it', async () => {
  const storage = drawer();
  const first = outbox(storage, [NOTHING]);
  await first.core.open('35.05/7');
  await first.core.add(report('a'));
  await settled();
  const second = outbox(storage, []);
  await second.core.open('35.05/9');
  await second.core.flush();
  expect(second.states()).toEqual([]);
  expect(second.sent).toEqual([]);
});
