import * as fc from 'fast-check';
import { EmployerIndex, type Comparable } from './employer-index';
import { comparable } from './examples';
import { likeness } from './likeness';
import { normalName } from './normal-words';

function indexOf(...entries: readonly Partial<Comparable>[]): EmployerIndex {
  const index = new EmployerIndex();
  entries.forEach((entry, at) => index.add(at + 1, comparable(entry)));
  return index;
}

const MAKMUR = { name: 'PT Contoh Makmur Sentosa', address: 'Jalan Melati 7 Satreyan', district: '35.05.10' } as const;

describe('who is certainly the same employer', () => {
  it('is who has the same NIB', () => {
    expect(indexOf({ nib: '1234567890123' }).identify(comparable({ nib: '1234567890123', name: 'Lain' }))).toBe(1);
  });

  it('is who has the same tax number in the old or the new writing, a like name and no other NIB', () => {
    const index = indexOf({ ...MAKMUR, npwp: '123456789012345', nib: '1234567890123' });
    expect(index.identify(comparable({ ...MAKMUR, npwp: '0123456789012345' }))).toBe(1);
    expect(index.identify(comparable({ name: 'CV Lain Sekali', npwp: '0123456789012345' }))).toBeNull();
    expect(index.identify(comparable({ ...MAKMUR, npwp: '123456789012345', nib: '9999999999999' }))).toBeNull();
  });

  it('is who has the code of BPJS', () => {
    expect(indexOf({ npp: '01012345' }).identify(comparable({ npp: '01012345' }))).toBe(1);
  });

  it('is who has the very same name and address, however they are written', () => {
    const index = indexOf({ name: 'Toko Melati', address: 'Jl. Mawar No. 3', district: '35.05.10' });
    expect(index.identify(comparable({ name: 'TK. MELATI', address: 'Jalan Mawar 03', district: '35.05.10' }))).toBe(1);
    expect(
      index.identify(comparable({ name: 'TK. MELATI', address: 'Jalan Mawar 4', district: '35.05.10' })),
    ).toBeNull();
  });

  it('is who has the same name and address where the village is not told, and nobody in another one', () => {
    const index = indexOf({ ...MAKMUR, village: '35.05.10.2001' });
    expect(index.identify(comparable(MAKMUR))).toBe(1);
    expect(index.identify(comparable({ ...MAKMUR, village: '35.05.10.2002' }))).toBeNull();
  });

  it('is who has the same name without an address only where the place is the same too', () => {
    const index = indexOf({ name: 'Toko Melati', district: '35.05.10' });
    expect(index.identify(comparable({ name: 'Toko Melati', district: '35.05.10' }))).toBe(1);
    expect(index.identify(comparable({ name: 'Toko Melati' }))).toBeNull();
  });

  it('is nobody where two fit', () => {
    const index = indexOf({ nib: '1234567890123' }, { nib: '1234567890123' });
    expect(index.identify(comparable({ nib: '1234567890123' }))).toBeNull();
  });

  it('is nobody for an entry that says nothing', () => {
    expect(indexOf({}, {}).identify(comparable())).toBeNull();
  });
});

describe('who may be the same employer', () => {
  it('is proposed by name and address that are alike, with how much', () => {
    const [likely] = indexOf({ name: 'CV. Contoh Makmur Santosa', address: 'Jln Melati No 7, Satreyan' }).near(
      comparable(MAKMUR),
    );
    expect(likely).toMatchObject({ employer: 1, reason: 'NAME' });
    expect(likely?.percent).toBeGreaterThan(85);
  });

  it('is proposed by a number, whatever the name', () => {
    const index = indexOf({ name: 'Lain', npwp: '123456789012345' }, { ...MAKMUR });
    expect(index.near(comparable({ ...MAKMUR, npwp: '0123456789012345' })).map((it) => it.reason)).toEqual([
      'NPWP',
      'NAME',
    ]);
  });

  it.each([
    ['another district', { ...MAKMUR, district: '35.05.11' }],
    ['another address', { ...MAKMUR, address: 'Dusun Sukun RT 4 RW 9 Kademangan' }],
    ['another name', { ...MAKMUR, name: 'UD Sumber Rejeki' }],
    ['quite another NIB', { ...MAKMUR, nib: '9876543210987' }],
  ])('is nobody with %s', (_, other) => {
    expect(indexOf({ ...MAKMUR, nib: '1234567890123' }).near(comparable(other))).toEqual([]);
  });

  it('is proposed where the NIB differs by a slip of the hand', () => {
    const index = indexOf({ ...MAKMUR, nib: '1234567890123' });
    expect(index.near(comparable({ ...MAKMUR, nib: '1234567890132' }))).toHaveLength(1);
  });

  it('is proposed by the name alone in one district where an address is not known', () => {
    const index = indexOf({ ...MAKMUR, address: '' });
    expect(index.near(comparable(MAKMUR))).toHaveLength(1);
    expect(index.near(comparable({ ...MAKMUR, name: 'PT Contoh Makmur Santoso' }))).toHaveLength(0);
  });

  it('are five at most', () => {
    const index = indexOf(...Array.from({ length: 9 }, () => MAKMUR));
    expect(index.near(comparable(MAKMUR))).toHaveLength(5);
    expect(index.near(comparable(MAKMUR), (id) => id <= 5).map(({ employer }) => employer)).toEqual([6, 7, 8, 9]);
  });

  it('are soon told where thousands share one number', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => ({ npwp: '123456789012345', name: `Toko ${at}` }));
    const index = indexOf(...many);
    for (const { npwp, name } of many) expect(index.near(comparable({ npwp, name }))).toHaveLength(5);
  });

  it('are the most alike where thousands are', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => ({ ...MAKMUR, name: `Kiriman Laju Sekali ${at}` }));
    const found = indexOf(...many).near(comparable({ ...MAKMUR, name: 'Kiriman Laju Sekali 1234' }));
    expect(found[0]).toMatchObject({ employer: 1_235, percent: 100 });
    expect(found).toHaveLength(5);
  });

  const entries = fc.record({
    nib: fc.option(fc.constantFrom('1234567890123', '1234567890124', '9999999999999')),
    npwp: fc.option(fc.constantFrom('123456789012345', '0123456789012345')),
    npp: fc.option(fc.constantFrom('01012345', '01099999')),
    name: fc.constantFrom('PT Contoh Makmur', 'Contoh Makmor', 'UD Sumber Rejeki', 'Toko', ''),
    address: fc.constantFrom('Jl Melati 7', 'Jalan Melati No 8', ''),
    district: fc.option(fc.constantFrom('35.05.10', '35.05.11')),
    village: fc.constant(null),
  });

  it('is missed by nobody: whoever is alike enough is found among many', () => {
    const word = fc.constantFrom('Arwa', 'Arwo', 'Belka', 'Belko', 'Tama', 'Tana', 'Jaya', 'Sari', 'Mukti');
    const names = fc.array(
      fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(names, (all) => {
        const index = indexOf(...all.map((name) => ({ name })));
        const [first = ''] = all;
        const alike = all.flatMap((name, at) => (likeness(normalName(first), normalName(name)) >= 0.9 ? [at + 1] : []));
        const found = index.near(comparable({ name: first })).map(({ employer }) => employer);
        expect(found).toHaveLength(Math.min(5, alike.length));
        expect(alike).toEqual(expect.arrayContaining(found));
      }),
    );
  });

  it('is so both ways, and everybody with a name or a number is like himself', () => {
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        const there = indexOf(one).near(other);
        const back = indexOf(other).near(one);
        expect(there).toEqual(back);
        if (one.name !== '') expect(indexOf(one).near(one)).toHaveLength(1);
      }),
    );
  });
});
