import { actionOf, stepOf } from './row-keys';

describe('the keys of a row', () => {
  it('open, choose, go on, prove and hand over', () => {
    expect(['Enter', 'x', 'N', 'u', 'b', 'q'].map((key) => actionOf(key, true))).toEqual([
      'open',
      'select',
      'next',
      'proof',
      'handover',
      null,
    ]);
  });

  it('walk by j and k as by the arrows', () => {
    expect(['j', 'ArrowDown', 'k', 'ArrowUp', 'PageDown'].map((key) => stepOf(key, true, 12))).toEqual([
      1, 1, -1, -1, 12,
    ]);
  });

  it('leave the letters alone where the reader has switched them off', () => {
    expect([actionOf('x', false), stepOf('j', false, 12), stepOf('ArrowDown', false, 12)]).toEqual([null, null, 1]);
  });
});
