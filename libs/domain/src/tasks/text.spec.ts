import { isRefusal } from '../refusal/refusal';
import { TEXT_LIMIT, checkText } from './text';

describe('a text', () => {
  it('comes out trimmed and in one form', () => {
    expect(checkText('note', '  Cafe\u0301 ', TEXT_LIMIT, true)).toBe('Café');
  });

  it('is measured in characters, however many units each takes', () => {
    expect(checkText('note', '🙂'.repeat(160), 160, true)).toBe('🙂'.repeat(160));
    expect(checkText('note', '🙂'.repeat(161), 160, true)).toMatchObject({ code: 'TEXT_TOO_LONG' });
  });

  it('that is far too long is refused at once, also where its form takes long to find', () => {
    const accents = `a${'\u0323\u0301'.repeat(50_000)}`;
    const before = performance.now();
    const answer = checkText('note', accents, TEXT_LIMIT, false);
    expect(performance.now() - before).toBeLessThan(50);
    expect(isRefusal(answer) && answer.code).toBe('TEXT_TOO_LONG');
  });
});
