import { hashIn, storedIn } from './stored';

describe('a file that a draft keeps', () => {
  it('comes back as it was kept', () => {
    const kept = JSON.stringify({ hash: 'a'.repeat(64), name: 'resi.pdf' });
    expect(storedIn(kept)).toMatchObject({ name: 'resi.pdf' });
    expect(hashIn(kept)).toBe('a'.repeat(64));
  });

  it('is none where the draft is empty or spoilt', () => {
    expect([hashIn(''), hashIn('{'), hashIn('7'), hashIn('{}')]).toEqual([null, null, null, null]);
  });
});
