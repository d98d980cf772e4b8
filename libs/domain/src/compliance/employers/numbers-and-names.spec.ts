import * as fc from 'fast-check';
import { codeOf } from './examples';
import { type IdentityField, isDamagedIdentity, isSlipOf, npwpKey, readIdentity } from './identity-numbers';
import { likeness } from './likeness';
import { foldedWords } from '../../lists/folded-words';
import { normalAddress, normalName } from './normal-words';

describe('the numbers of an employer', () => {
  it.each([
    ['nib', ' 1234 5678 90123 ', '1234567890123'],
    ['nib', '0220012345678', '0220012345678'],
    ['npwp', '01.234.567.8-901.000', '012345678901000'],
    ['npwp', '3505 1234 5678 0001', '3505123456780001'],
    ['npp', 'kk-012345', 'KK012345'],
    ['nib', '', null],
    ['nib', ' - ', null],
    ['npwp', null, null],
    ['npwp', '00.000.000.0-000.000', null],
  ] as const)('%s %p is read as %p', (field, text, read) => {
    expect(readIdentity(field, text)).toBe(read);
  });

  it.each([
    ['nib', '123456789012', 'NIB_INVALID'],
    ['nib', '12345678901234', 'NIB_INVALID'],
    ['nib', 'belum punya', 'NIB_INVALID'],
    ['npwp', '12345678901', 'NPWP_INVALID'],
    ['npwp', '1'.repeat(5_000), 'NPWP_INVALID'],
    ['npp', 'A1', 'NPP_INVALID'],
    ['npp', 'kode:123', 'NPP_INVALID'],
    ['nib', '1,23457E+12', 'IDENTITY_DAMAGED'],
    ['npwp', '3.505E+15', 'IDENTITY_DAMAGED'],
  ] as const)('%s %p is refused with %s', (field, text, code) => {
    expect(codeOf(readIdentity(field, text))).toBe(code);
  });

  it('are damaged where a spreadsheet took them for an amount and lost digits', () => {
    expect(isDamagedIdentity('nib', 220012345678)).toBe(true);
    expect(isDamagedIdentity('nib', 1.23e21)).toBe(true);
    expect(isDamagedIdentity('nib', '1,23457E+12')).toBe(true);
    expect(isDamagedIdentity('npwp', 3505123456780000)).toBe(true);
    expect(isDamagedIdentity('npp', 1234)).toBe(true);
    expect(isDamagedIdentity('npwp', 12345.5)).toBe(true);
  });

  it('are whole where the amount still has every digit', () => {
    expect(isDamagedIdentity('nib', 1234567890123)).toBe(false);
    expect(isDamagedIdentity('npwp', 123456789012345)).toBe(false);
    expect(isDamagedIdentity('npp', 12345678)).toBe(false);
    expect(isDamagedIdentity('nib', '1234567890123')).toBe(false);
  });

  it('are the same tax number with and without the zero that was put in front in 2024', () => {
    expect(npwpKey('123456789012345')).toBe(npwpKey('0123456789012345'));
  });

  it('differ by a slip where one digit is wrong or two neighbours are swapped', () => {
    expect(isSlipOf('1234567890123', '1234567890124')).toBe(true);
    expect(isSlipOf('1234567890123', '1234567809123')).toBe(true);
    expect(isSlipOf('1234567890123', '1234567890123')).toBe(false);
    expect(isSlipOf('1234567890123', '2234567890124')).toBe(false);
    expect(isSlipOf('123', '1234')).toBe(false);
  });

  it('read again are the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<IdentityField[]>('nib', 'npwp', 'npp'),
        fc.string({ maxLength: 30 }),
        (field, text) => {
          const once = readIdentity(field, text);
          if (typeof once === 'string') expect(readIdentity(field, once)).toBe(once);
        },
      ),
    );
  });
});

describe('names and addresses as they are compared', () => {
  it.each([
    ['PT. Contoh Makmur, Tbk', 'CONTOH MAKMUR'],
    ['P.T. CONTOH-MAKMUR', 'CONTOH MAKMUR'],
    ['U.D.Maju', 'MAJU'],
    ['cv contoh makmur (persero)', 'CONTOH MAKMUR'],
    ['Toko', 'TOKO'],
    ['Café  Melati', 'CAFE MELATI'],
    ['=HYPERLINK("x")', 'HYPERLINK X'],
  ])('the name %p is %p', (name, compared) => {
    expect(normalName(name)).toBe(compared);
  });

  it.each([
    ['Jalan Raya Melati No. 07, RT.01/RW.002', 'JL RY MELATI 7 RT 1 RW 2'],
    ['Jln. Raya Melati Nomor 7 RT01 RW02', 'JL RY MELATI 7 RT 1 RW 2'],
    ['Dusun Krajan, Desa Tlogo Kec. Kanigoro', 'DSN KRAJAN DS TLOGO KEC KANIGORO'],
  ])('the address %p is %p', (address, compared) => {
    expect(normalAddress(address)).toBe(compared);
  });

  it('change no more when they are made comparable again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const make of [normalName, normalAddress, foldedWords]) expect(make(make(text))).toBe(make(text));
      }),
    );
  });
});

describe('how alike two texts are', () => {
  const words = fc.array(fc.constantFrom('MAJU', 'JAYA', 'MAKMUR', 'ABADI', 'X', 'SENTOSA'), { maxLength: 5 });

  it('is the same both ways, whole for itself and never outside 0 to 1', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [a, b] = [one.join(' '), other.join(' ')];
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, a)).toBe(a === '' ? 0 : 1);
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not depend on the order of the words', () => {
    expect(likeness('MAJU JAYA ABADI', 'ABADI MAJU JAYA')).toBe(1);
  });

  it('grows with what is shared', () => {
    expect(likeness('CONTOH MAKMUR', 'CONTOH MAKMOR')).toBeGreaterThan(0.7);
    expect(likeness('CONTOH MAKMUR', 'SUMBER REJEKI')).toBeLessThan(0.1);
  });
});
