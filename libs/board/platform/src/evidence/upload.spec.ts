import type { EvidenceStored, Problem } from '@papan/contracts';
import { EVIDENCE_LIMIT } from '@papan/domain';
import type { Result } from '../api/result';
import { Upload } from './upload';

const HASH = 'a'.repeat(64);
const STORED: EvidenceStored = {
  ...{ hash: HASH, originalHash: HASH, kind: 'pdf', bytes: 5, name: 'surat.pdf', seenBefore: false },
};

/** A server that answers when the test says so. */
function world(shrink: (file: File) => Promise<File> = (file) => Promise.resolve(file)) {
  const sent: { file: File; move: (share: number) => void; answer: (result: Result<EvidenceStored>) => void }[] = [];
  return {
    sent,
    shrink,
    send: (file: File, move: (share: number) => void) =>
      new Promise<Result<EvidenceStored>>((answer) => sent.push({ file, move, answer })),
  };
}

const letter = (size = 5): File => {
  const file = new File(['surat'], 'surat.pdf', { type: 'application/pdf' });
  Object.defineProperty(file, 'size', { value: size });
  return file;
};
const turn = (): Promise<void> => new Promise((go) => setTimeout(go));

test('a file is sent, looked into, and stored', async () => {
  const around = world();
  const upload = new Upload(letter(), around);
  expect([upload.state(), upload.busy()]).toEqual(['PREPARING', true]);
  await turn();
  expect(upload.state()).toBe('SENDING');
  around.sent[0]?.move(0.4);
  expect(upload.progress()).toBe(0.4);
  around.sent[0]?.move(1);
  expect(upload.state()).toBe('CHECKING');
  around.sent[0]?.answer({ ok: true, value: STORED });
  expect(await upload.done).toEqual(STORED);
  expect([upload.state(), upload.busy(), upload.stored()]).toEqual(['STORED', false, STORED]);
});

test.each([
  [0, 'EVIDENCE_EMPTY'],
  [EVIDENCE_LIMIT + 1, 'EVIDENCE_TOO_LARGE'],
])('a file of %p bytes is refused before the first one leaves', async (size, code) => {
  const around = world();
  const upload = new Upload(letter(size), around);
  expect(await upload.done).toBeUndefined();
  expect([upload.state(), upload.no()?.code, around.sent.length]).toEqual(['REFUSED', code, 0]);
});

test('the largest file that is taken is sent', async () => {
  const around = world();
  const upload = new Upload(letter(EVIDENCE_LIMIT), around);
  await turn();
  expect([upload.state(), around.sent.length]).toEqual(['SENDING', 1]);
});

test('a photo that becomes small enough is sent small', async () => {
  const small = new File(['x'], 'foto.jpg');
  const around = world(() => Promise.resolve(small));
  new Upload(letter(EVIDENCE_LIMIT + 1), around);
  await turn();
  expect(around.sent[0]?.file).toBe(small);
});

test('what the server refuses is said, and is not sent again', async () => {
  const around = world();
  const upload = new Upload(letter(), around);
  await turn();
  around.sent[0]?.answer({ ok: false, problem: { code: 'EVIDENCE_LOCKED', params: { kind: 'PDF' } } as never });
  expect(await upload.done).toBeUndefined();
  expect([upload.state(), (upload.no() as Problem).code]).toEqual(['REFUSED', 'EVIDENCE_LOCKED']);
  upload.retry();
  await turn();
  expect(around.sent).toHaveLength(1);
});

test('without an answer it can be sent again', async () => {
  const around = world();
  const upload = new Upload(letter(), around);
  await turn();
  around.sent[0]?.answer({ ok: false, unreachable: true });
  await upload.done;
  expect(upload.state()).toBe('UNREACHABLE');
  upload.retry();
  await turn();
  around.sent[1]?.answer({ ok: true, value: STORED });
  expect(await upload.done).toEqual(STORED);
});

test('what is cancelled stays cancelled, whatever the server still says', async () => {
  const around = world();
  const upload = new Upload(letter(), around);
  await turn();
  upload.cancel();
  around.sent[0]?.move(1);
  around.sent[0]?.answer({ ok: true, value: STORED });
  expect(await upload.done).toBeUndefined();
  expect([upload.state(), upload.stored(), upload.busy()]).toEqual(['CANCELLED', null, false]);
  upload.retry();
  await turn();
  around.sent[1]?.answer({ ok: true, value: STORED });
  expect(await upload.done).toEqual(STORED);
});

test('cancelled before it was prepared, nothing leaves', async () => {
  const around = world();
  const upload = new Upload(letter(), around);
  upload.cancel();
  expect(await upload.done).toBeUndefined();
  expect(around.sent).toEqual([]);
});
