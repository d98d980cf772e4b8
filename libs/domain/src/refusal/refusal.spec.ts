import { isRefusal, orThrow, refuse } from './refusal';

describe('a refusal', () => {
  it('is a value with a code, its parameters and the rule it rests on', () => {
    expect(refuse('AGENCY_UNKNOWN', { agency: 9 })).toEqual({
      refused: true,
      code: 'AGENCY_UNKNOWN',
      params: { agency: 9 },
      rule: 'docs/domain.md#agencies',
    });
  });

  it('is told apart from every other value', () => {
    expect(isRefusal(refuse('NOT_FOUND'))).toBe(true);
    for (const other of [undefined, null, 0, '', 'refused', true, {}, [], { refused: false }]) {
      expect(isRefusal(other)).toBe(false);
    }
  });

  it('is thrown where it would be our own mistake', () => {
    expect(orThrow(530)).toBe(530);
    expect(() => orThrow(refuse('UNIT_UNKNOWN', { value: 'likes' }))).toThrow('UNIT_UNKNOWN {"value":"likes"}');
  });
});
