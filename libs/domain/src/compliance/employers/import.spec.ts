import { areaNames } from '../../lists/area-names';
import { type Cell, headingsKey } from '../../lists/columns';
import { AREAS, anEmployer, codesOf } from './examples';
import { type ColumnMapping, fieldsOf, guessColumns, headingLine } from './import-columns';
import { planRow } from './import-plan';
import { readRow } from './import-row';
import { readSector, readViolations } from './import-words';

const AREA_NAMES = areaNames(AREAS);

describe('the columns of a list', () => {
  it('are guessed from the headings of Disnaker', () => {
    const headings = ['No', 'Nama Perusahaan', 'Alamat', 'Kecamatan', 'Kelurahan/Desa', 'Jml. TK', 'NIB', 'Keterangan'];
    expect(guessColumns(headings, 'DISNAKER')).toEqual({
      name: 1,
      address: 2,
      district: 3,
      village: 4,
      estimated: 5,
      nib: 6,
    });
  });

  it('of BPJS tell who is registered from who is not', () => {
    const headings = ['Kode BU', 'Nama Badan Usaha', 'TK Terdaftar', 'TK Belum Terdaftar', 'Jenis Ketidakpatuhan'];
    expect(guessColumns(headings, 'BPJS')).toEqual({ npp: 0, name: 1, registered: 2, missing: 3, violation: 4 });
    expect(guessColumns(['Nama', 'Pekerja yang belum terdaftar di BPJS'], 'BPJS')).not.toHaveProperty('registered');
  });

  it('of other offices have no violations', () => {
    expect(fieldsOf('DPMPTSP')).not.toContain('violation');
    expect(guessColumns(['Nama', 'Pelanggaran'], 'DPMPTSP')).toEqual({ name: 0 });
  });

  it('are each used once, and strange ones are left to a person', () => {
    expect(guessColumns(['Nama', 'Nama', 'Foo'], 'DISNAKER')).toEqual({ name: 0 });
  });

  it('stand below a title', () => {
    const lines = [
      { line: 1, cells: ['DAFTAR PERUSAHAAN', 'TAHUN 2026'] },
      { line: 3, cells: ['No', 'Nama Usaha', 'NIB'] },
      { line: 4, cells: ['1', 'Toko Melati', ''] },
    ];
    expect(headingLine(lines, 'DPMPTSP')?.line).toBe(3);
    expect(headingLine([{ line: 2, cells: ['Foo', 'Bar'] }], 'BPJS')?.line).toBe(2);
    expect(headingLine([{ line: 1, cells: ['only one', null] }], 'BPJS')).toBeUndefined();
  });

  it('are known again however the headings are written', () => {
    expect(headingsKey(['Nama  Usaha', 'NIB'])).toBe(headingsKey(['NAMA USAHA', 'n.i.b'.replaceAll('.', '')]));
  });
});

const COLUMNS: ColumnMapping = {
  name: 0,
  nib: 1,
  address: 2,
  district: 3,
  village: 4,
  estimated: 5,
  missing: 6,
  violation: 7,
  sector: 8,
};
const read = (...cells: readonly Cell[]) => readRow({ line: 12, cells }, COLUMNS, AREA_NAMES);

describe('a line of a list', () => {
  it('is read with Indonesian numbers and the names of places', () => {
    const reading = read(
      'Toko Melati',
      '1234567890123',
      'Jl Mawar',
      'Kec. Kanigoro',
      'Desa Tlogo',
      '1.234',
      4,
      'Menunggak',
      'G',
    );
    expect(reading).toEqual({
      line: 12,
      given: {
        name: 'Toko Melati',
        nib: '1234567890123',
        address: 'Jl Mawar',
        district: '35.05.10',
        village: '35.05.10.2002',
        estimated: 1234,
        sector: 'TRADE',
      },
      missing: 4,
      violations: ['ARREARS'],
      problems: [],
      damaged: [],
    });
  });

  it('says nothing where a cell is empty', () => {
    expect(read('Toko Melati', null, '', '-'.repeat(0), null, '-', null).given).toEqual({ name: 'Toko Melati' });
  });

  it('names everything that is wrong at once', () => {
    const reading = read('', '123', null, 'Wlingi', 'Tlogo', '97,45', 'banyak', 'melamun');
    expect(codesOf(reading.problems)).toEqual([
      'QUANTITY_INVALID',
      'NIB_INVALID',
      'AREA_UNKNOWN',
      'QUANTITY_INVALID',
      'VIOLATION_UNKNOWN',
    ]);
  });

  it('does not choose between villages of one name', () => {
    expect(codesOf(read('Toko', null, null, null, 'Tlogo').problems)).toEqual(['VILLAGE_AMBIGUOUS']);
    expect(read('Toko', null, null, null, 'Satreyan').given).toMatchObject({ district: '35.05.10' });
    expect(read('Toko', null, null, '35.05.11', '35.05.11.2001').given).toMatchObject({ village: '35.05.11.2001' });
  });

  it('tells of numbers that a spreadsheet ruined', () => {
    expect(read('Toko', 220012345678).damaged).toEqual(['nib']);
    expect(read('Toko', '1,23E+12').damaged).toEqual(['nib']);
    expect(read('Toko', 1234567890123)).toMatchObject({ damaged: [], given: { nib: '1234567890123' } });
  });

  it('takes a formula for the text that it is', () => {
    expect(read('=HYPERLINK("http://x";"y")').given.name).toBe('=HYPERLINK("http://x";"y")');
  });

  it('has the violation of the whole list where it names none', () => {
    const reading = readRow({ line: 2, cells: ['Toko'] }, { name: 0 }, AREA_NAMES, 'NOT_REGISTERED');
    expect(reading.violations).toEqual(['NOT_REGISTERED']);
  });
});

describe('what becomes of a line', () => {
  it('is a new employer where nobody is known', () => {
    expect(planRow(read('Toko Melati', null, null, null, null, 4), null, AREA_NAMES)).toMatchObject({
      outcome: 'NEW',
      plan: { name: 'Toko Melati', estimated: 4, registered: 0, nib: null },
    });
  });

  it('is nothing where the register says the same', () => {
    const known = anEmployer();
    expect(planRow(read(known.name, known.nib), known, AREA_NAMES).outcome).toBe('UNCHANGED');
  });

  it('is a change of the fields that differ, and of no other', () => {
    const plan = planRow(read('PT Contoh Makmur', null, null, null, null, 55), anEmployer(), AREA_NAMES);
    expect(plan).toMatchObject({ outcome: 'CHANGED', fields: ['name', 'estimated'], plan: { nib: '1234567890123' } });
  });

  it('counts the workers from those who are registered and those who are not', () => {
    const plan = planRow(read('PT Contoh Makmur Sentosa', null, null, null, null, null, 30), anEmployer(), AREA_NAMES);
    expect(plan).toMatchObject({ fields: ['estimated'], plan: { estimated: 42, registered: 12 } });
  });

  it('is refused with every reason', () => {
    const plan = planRow(read('', '12', null, 'Wlingi'), null, AREA_NAMES);
    expect(plan.outcome).toBe('INVALID');
    expect(codesOf(plan.problems)).toEqual(['NIB_INVALID', 'AREA_UNKNOWN', 'TEXT_EMPTY']);
  });
});

describe('words of lists', () => {
  it.each([
    ['Industri pengolahan', 'MANUFACTURING'],
    ['Perdagangan eceran', 'TRADE'],
    ['I', 'HOSPITALITY'],
    ['Warung makan', 'HOSPITALITY'],
    ['47111', 'OTHER'],
  ])('the line of business %p is %s', (text, sector) => {
    expect(readSector(text)).toBe(sector);
  });

  it.each([
    ['Belum mendaftar', ['NOT_REGISTERED']],
    ['PDS TK; menunggak iuran', ['PARTLY_REGISTERED', 'ARREARS']],
    ['Data upah tidak benar', ['WRONG_DATA']],
    ['NOT_REGISTERED', ['NOT_REGISTERED']],
    ['?', []],
  ])('the violation %p is %j', (text, violations) => {
    expect(readViolations(text)).toEqual(violations);
  });
});
