import fc from 'fast-check';
import { EXAMPLE_CHRONOLOGY, EXAMPLE_LETTER, EXAMPLE_SETTING, EXAMPLE_VISIT } from '../examples';
import { chronologyValues } from './chronology';
import { himbauanValues } from './himbauan';
import { visitValues } from './visit';
import { dateInWords, dayName, inBoth, inWords, postIn } from './words';

describe('numbers in words', () => {
  it.each([
    [0, 'nol'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [17, 'tujuh belas'],
    [100, 'seratus'],
    [1_000, 'seribu'],
    [1_100, 'seribu seratus'],
    [3_097, 'tiga ribu sembilan puluh tujuh'],
    [10_069_000, 'sepuluh juta enam puluh sembilan ribu'],
    [1_000_000_000, 'satu miliar'],
  ])('spell %i as "%s"', (number, words) => expect(inWords(number)).toBe(words));

  it('say the same number when they are read back', () => {
    fc.assert(fc.property(fc.nat(999_999_999), (number) => expect(readBack(inWords(number))).toBe(number)));
  });

  it('stand beside the digits where a letter binds', () =>
    expect(inBoth(3_097)).toBe('3.097 (tiga ribu sembilan puluh tujuh)'));

  it('are whole and not below zero', () => {
    for (const number of [-1, 1.5, Number.NaN]) expect(() => inWords(number)).toThrow(RangeError);
  });
});

describe('dates in words', () => {
  it('name the day of the Indonesian week', () => {
    expect(dayName('2026-03-09')).toBe('Senin');
    expect(dateInWords('2026-03-09')).toBe('sembilan Maret dua ribu dua puluh enam');
    expect(dateInWords('2026-12-31')).toBe('tiga puluh satu Desember dua ribu dua puluh enam');
  });
});

describe('who signs', () => {
  it.each([
    ['DEFINITIF', 'Kepala Dinas'],
    ['PLT', 'Plt. Kepala Dinas'],
    ['PLH', 'Plh. Kepala Dinas'],
    ['PJ', 'Pj. Kepala Dinas'],
  ] as const)('as %s signs as "%s"', (capacity, written) => expect(postIn(capacity, 'Kepala Dinas')).toBe(written));
});

describe('the sentences', () => {
  it('of a letter rest on the articles, the data and its date, and end the list with a full stop', () => {
    const values = himbauanValues(EXAMPLE_LETTER, EXAMPLE_SETTING);
    expect(JSON.stringify(values['dasar'])).toMatch(/Nomor 24 Tahun 2011.*Pasal 15.*Pasal 17.*Nomor 86 Tahun 2013/);
    expect(values).toMatchObject({ per_tanggal: '1 Oktober 2026', batas: 'hari Senin, 23 November 2026' });
    for (const list of ['pelanggaran', 'tindakan']) {
      const entries = values[list] as readonly { readonly isi: string }[];
      expect(entries.map(({ isi }) => isi.at(-1)).join('')).toMatch(/^;*\.$/);
    }
  });

  it('of a letter count the days from its receipt where no date is named', () => {
    const values = himbauanValues({ ...EXAMPLE_LETTER, by: null }, EXAMPLE_SETTING);
    expect(values['batas']).toBe('14 (empat belas) hari kalender sejak surat ini diterima');
    expect(himbauanValues({ ...EXAMPLE_LETTER, nth: 1 }, EXAMPLE_SETTING)['lanjutan']).toBe('');
  });

  it('of a visit give the pledge in digits and words, or say that there is none', () => {
    expect(visitValues(EXAMPLE_VISIT, EXAMPLE_SETTING)).toMatchObject({
      jumlah_sanggup: '38 (tiga puluh delapan)',
      tanggal_sanggup: 'Senin, 30 Maret 2026',
      tanggal_sanggup_huruf: 'tiga puluh Maret dua ribu dua puluh enam',
    });
    expect(visitValues({ ...EXAMPLE_VISIT, pledge: null }, EXAMPLE_SETTING)).toMatchObject({
      ada_kesanggupan: false,
      kesanggupan: 'Badan usaha belum memberikan pernyataan kesanggupan.',
    });
  });

  it('of a visit leave to the pen what nobody has entered', () => {
    const nobody = { name: '', post: '' };
    const pledge = { by: nobody, workers: 38, on: '2026-03-30' };
    const blank = { ...EXAMPLE_VISIT, officers: [], findings: [], receivedBy: nobody, violations: [], pledge };
    const values = visitValues(blank, EXAMPLE_SETTING);
    for (const tag of ['penerima', 'jabatan_penerima', 'nama_penyanggup']) expect(values[tag]).toMatch(/^\.{24}$/);
    for (const [list, lines] of [
      ['petugas', 2],
      ['hasil', 3],
      ['tanda_tangan', 3],
      ['pelanggaran', 1],
    ] as const) {
      expect(values[list]).toHaveLength(lines);
    }
  });

  it('of a chronology show the work of each clock', () => {
    const steps = chronologyValues(EXAMPLE_CHRONOLOGY, EXAMPLE_SETTING)['langkah'];
    expect(JSON.stringify(steps)).toContain(
      '10 hari kerja sejak 9 Maret 2026; berakhir Senin, 30 Maret 2026 pukul 24.00 WIB; PP 86/2013 Pasal 6',
    );
    expect(JSON.stringify(steps)).toContain(
      'dicatat oleh Dinas Kesehatan berdasarkan dokumen; bukti: asli/03-teguran-1.pdf',
    );
  });

  it('of a chronology name the missing decree instead of a date', () => {
    const [first] = EXAMPLE_CHRONOLOGY.steps;
    if (!first) throw new Error('no step');
    const clock = {
      rule: { kind: 'WORKING_DAYS', days: 10 },
      from: '2026-12-21',
      ends: null,
      missingYear: 2027,
      state: 'RUNNING',
    } as const;
    const values = chronologyValues({ ...EXAMPLE_CHRONOLOGY, steps: [{ ...first, clock }] }, EXAMPLE_SETTING);
    expect(JSON.stringify(values['langkah'])).toContain(
      'berakhir belum dapat dihitung: SKB hari libur 2027 belum dimuat',
    );
  });
});

const DIGITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const GROUPS: Readonly<Record<string, number>> = { ribu: 1_000, juta: 1_000_000 };

/** Reads a number in words; written for this spec, with nothing of the package that spells them. */
function readBack(words: string): number {
  let [whole, group, digit] = [0, 0, 0];
  for (const word of words.replace(/\bse(puluh|belas|ratus|ribu)\b/g, 'satu $1').split(' ')) {
    if (DIGITS.includes(word)) digit = DIGITS.indexOf(word);
    else if (word === 'belas') [group, digit] = [group + 10 + digit, 0];
    else if (word === 'puluh') [group, digit] = [group + 10 * digit, 0];
    else if (word === 'ratus') [group, digit] = [group + 100 * digit, 0];
    else [whole, group, digit] = [whole + (group + digit) * (GROUPS[word] ?? Number.NaN), 0, 0];
  }
  return whole + group + digit;
}
