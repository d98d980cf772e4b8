import { refuse } from '@papan/domain';
import type { Result } from '../api/result';
import { Submission, fieldOf, wholeOf } from './submission';

const unreachable: Result<number> = { ok: false, unreachable: true };

describe('sending a form', () => {
  it('keeps the command id while the content stays, so that sending again after a lost answer counts once', async () => {
    const submission = new Submission();
    const commands: string[] = [];
    const lost = (_: unknown, command: string) => {
      commands.push(command);
      return Promise.resolve(unreachable);
    };
    await submission.send({ delta: 86 }, lost);
    await submission.send({ delta: 86 }, lost);
    await submission.send({ delta: 87 }, lost);
    expect(commands[0]).toBe(commands[1]);
    expect(commands[2]).not.toBe(commands[0]);
    expect(submission.unreachable()).toBe(true);
  });

  it('does not send twice while the first is on its way', async () => {
    const submission = new Submission();
    let sent = 0;
    const call = (): Promise<Result<number>> => {
      sent += 1;
      return Promise.resolve({ ok: true, value: 1 });
    };
    await Promise.all([submission.send({}, call), submission.send({}, call)]);
    expect(sent).toBe(1);
  });
});

describe('where a refusal is shown', () => {
  it('is the field that it names, else the field that its rule is about', () => {
    expect(fieldOf(refuse('TEXT_EMPTY', { field: 'title' }))).toBe('title');
    expect(fieldOf(refuse('DUE_AFTER_CAMPAIGN'))).toBe('due');
    expect(fieldOf(refuse('ROLE_NOT_ALLOWED'))).toBeNull();
  });
});

describe('a typed number', () => {
  it('is read as people in Indonesia write it', () => {
    expect(wholeOf('delta', '1.200')).toBe(1200);
    expect(wholeOf('delta', '')).toBe(0);
    expect(wholeOf('delta', '−20', true)).toBe(-20);
  });

  it('is refused at its field where it could mean two things', () => {
    expect(wholeOf('delta', '12,5')).toMatchObject({ code: 'QUANTITY_INVALID', params: { field: 'delta' } });
  });
});
