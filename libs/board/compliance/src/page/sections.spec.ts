import type { Opened } from './sections';
import { inAddress, isOpened, openedIn } from './sections';

describe('the form that an address opens', () => {
  it('comes back as it was written', () => {
    const all: readonly Opened[] = [
      { form: 'verify' },
      { form: 'step', step: 'TEGURAN_II' },
      { form: 'receipt', entry: '0197-a' },
      { form: 'freeze', entry: '0197-b' },
    ];
    for (const opened of all) expect(openedIn(inAddress(opened))).toEqual(opened);
    expect(inAddress(null)).toBeNull();
  });

  it('is none where the address asks for something unknown', () => {
    expect([openedIn(null), openedIn('somasi'), openedIn('terima'), openedIn('')]).toEqual([null, null, null, null]);
  });

  it('is told apart by its step and its entry', () => {
    const opened: Opened = { form: 'receipt', entry: '0197-a' };
    expect(isOpened(opened, { form: 'receipt', entry: '0197-a' })).toBe(true);
    expect(isOpened(opened, { form: 'receipt', entry: '0197-b' })).toBe(false);
    expect(isOpened(null, { form: 'verify' })).toBe(false);
  });
});
