import { areaNames } from '../../lists/area-names';
import type { Cell, Line } from '../../lists/columns';
import type { Area } from '../../organisation/area';
import type { FigureCheck, FigureCheckCode, FigureMapping } from '../figure-files';
import { type CheckedFigures, type FigureFacts, byDistrict, checkFigures } from './check-figures';
import { checkFigureMapping, figureHeading, guessFigures } from './figure-columns';
import { movementOf, segmentOf } from './figure-words';
import { readFigures } from './read-figures';
import { readMovements } from './read-movements';

const REGION = { code: '35.05', name: 'Kabupaten Blitar' };
const AREAS: readonly Area[] = [
  { code: '35.05.10', name: 'Kanigoro', kind: 'DISTRICT' },
  { code: '35.05.10.1001', name: 'Kanigoro', kind: 'VILLAGE' },
  { code: '35.05.10.2002', name: 'Tlogo', kind: 'VILLAGE' },
  { code: '35.05.11', name: 'Sutojayan', kind: 'DISTRICT' },
  { code: '35.05.11.2001', name: 'Tlogo', kind: 'VILLAGE' },
];
const NAMES = areaNames(AREAS);
const FACTS: FigureFacts = { region: '35.05', areas: AREAS, before: new Map(), residents: new Map() };

/** Lines below a heading in line 1. */
function lines(...rows: readonly (readonly Cell[])[]): readonly Line[] {
  return rows.map((cells, at) => ({ line: at + 2, cells }));
}

const LONG: FigureMapping = { code: 0, district: 1, village: 2, segment: 3, registered: 4, active: 5 };
const month = (
  rows: readonly Line[],
  mapping: FigureMapping = LONG,
  facts: Partial<FigureFacts> = {},
): CheckedFigures => checkFigures(readFigures('MONTH', rows, mapping, REGION, NAMES), { ...FACTS, ...facts });
const cellsOf = ({ figures }: CheckedFigures) =>
  figures.map(({ area, segment, amounts }) => [area, segment, ...amounts]);
const codesOf = ({ checks }: { readonly checks: readonly FigureCheck[] }): readonly FigureCheckCode[] =>
  checks.map(({ code }) => code);
const stops = ({ checks }: { readonly checks: readonly FigureCheck[] }) =>
  checks.filter(({ weight }) => weight === 'STOP').map(({ code, lines: at, about }) => [code, at, about]);

/** Both districts with one village each are told; nothing is missing but Tlogo of Kanigoro. */
const PBI = 'PBI JK';

describe('the columns of a month', () => {
  it('are guessed where segments stand in lines', () => {
    const headings = [
      'No',
      'Kode Wilayah',
      'Kecamatan',
      'Desa/Kelurahan',
      'Segmen Peserta',
      'Jumlah Peserta',
      'Peserta Aktif',
    ];
    expect(guessFigures(headings, 'MONTH')).toEqual({
      ...{ code: 1, district: 2, village: 3, segment: 4, registered: 5, active: 6 },
    });
  });

  it('are guessed where each segment has its columns', () => {
    const headings = [
      'Kecamatan',
      'PBI JK',
      'PBI JK Aktif',
      'PBI APBD',
      'PBI APBD Aktif',
      'PNS/TNI/POLRI',
      'Total',
      'Total Aktif',
    ];
    expect(guessFigures(headings, 'MONTH')).toEqual({
      ...{ district: 0, 'registered.PBI_JK': 1, 'active.PBI_JK': 2, 'registered.PBPU_BP_PEMDA': 3 },
      ...{ 'active.PBPU_BP_PEMDA': 4, 'registered.PPU_PN': 5, registered: 6, active: 7 },
    });
  });

  it('do not take percentages or those who are not active for the active', () => {
    expect(guessFigures(['Segmen', 'Peserta', '% Aktif', 'Tidak Aktif', 'Aktif'], 'MONTH')).toEqual({
      ...{ segment: 0, registered: 1, active: 4 },
    });
  });

  it('stand below a title', () => {
    const rows: readonly Line[] = [
      { line: 1, cells: ['KEPESERTAAN JKN', 'MARET 2025'] },
      { line: 3, cells: ['Kecamatan', 'Segmen', 'Terdaftar', 'Aktif'] },
      { line: 4, cells: ['Kanigoro', PBI, 1, 1] },
    ];
    expect(figureHeading(rows, 'MONTH')?.line).toBe(3);
  });

  it('of a population and of movements are guessed too', () => {
    expect(guessFigures(['Kode Kecamatan', 'Kecamatan', 'Jumlah Penduduk (Jiwa)'], 'POPULATION')).toEqual({
      ...{ code: 0, district: 1, people: 2 },
    });
    expect(guessFigures(['Uraian', 'Jumlah'], 'MOVEMENTS')).toEqual({ movement: 0, people: 1 });
  });

  it.each([
    ['segments in lines without the active', { segment: 0, registered: 1 }, ['IMPORT_COLUMN_MISSING', 'active']],
    ['a segment without its active', { 'registered.BP': 1 }, ['IMPORT_COLUMN_MISSING', 'active']],
    ['a column twice', { segment: 0, registered: 1, active: 1 }, ['IMPORT_COLUMN_UNKNOWN', 'active']],
    ['a column that is not there', { segment: 0, registered: 1, active: 9 }, ['IMPORT_COLUMN_UNKNOWN', 'active']],
    ['residents', { people: 0 }, ['IMPORT_COLUMN_UNKNOWN', 'people']],
  ] as const)('are refused with %s', (_, mapping, [code, field]) => {
    expect(checkFigureMapping(mapping, 'MONTH', 6)).toMatchObject({ code, params: { field } });
  });

  it('need not tell the areas', () => {
    expect(checkFigureMapping({ segment: 0, registered: 1, active: 2 }, 'MONTH', 3)).toBeUndefined();
  });
});

describe('words of offices', () => {
  it.each([
    ['PBI JK', 'PBI_JK'],
    ['PBI (APBN)', 'PBI_JK'],
    ['PBI APBD', 'PBPU_BP_PEMDA'],
    ['PBPU dan BP Pemda', 'PBPU_BP_PEMDA'],
    ['PBPU_BP_PEMDA', 'PBPU_BP_PEMDA'],
    ['PNS, TNI, POLRI', 'PPU_PN'],
    ['PPU-PN', 'PPU_PN'],
    ['Badan Usaha', 'PPU_BU'],
    ['PPU BU', 'PPU_BU'],
    ['Mandiri', 'PBPU_MANDIRI'],
    ['PBPU (Pekerja Bukan Penerima Upah)', 'PBPU_MANDIRI'],
    ['Bukan Pekerja', 'BP'],
    ['BP', 'BP'],
    ['PBPU/BP Mandiri', null],
    ['PPU', null],
    ['', null],
  ])('the segment %p is %p', (text, segment) => {
    expect(segmentOf(text)).toBe(segment);
  });

  it.each([
    ['Bayi baru lahir', 'BORN'],
    ['Pendaftaran baru', 'ENROLLED'],
    ['Peserta meninggal', 'DIED'],
    ['Pindah masuk', 'MOVED_IN'],
    ['Mutasi keluar', 'MOVED_OUT'],
    ['Reaktivasi peserta nonaktif', 'REACTIVATED'],
    ['Dinonaktifkan (SK Mensos)', 'DEACTIVATED'],
    ['Menunggak iuran', 'IN_ARREARS'],
    ['MOVED_IN', 'MOVED_IN'],
    ['Lain-lain', null],
  ])('the movement %p is %p', (text, movement) => {
    expect(movementOf(text)).toBe(movement);
  });
});

describe('the lines of a month', () => {
  it('are read with Indonesian numbers, by code or by names', () => {
    const found = month(
      lines(
        ['35.05.10.1001', '', '', PBI, '1.234', '1.200,0'],
        [null, 'Kec. Kanigoro', 'Desa Tlogo', 'PPU BU', 50, 40],
        [null, 'SUTOJAYAN', 'Tlogo', 'BP', '7', 0],
      ),
    );
    expect(cellsOf(found)).toEqual([
      ['35.05.10.1001', 'PBI_JK', 1234, 1200],
      ['35.05.10.2002', 'PPU_BU', 50, 40],
      ['35.05.11.2001', 'BP', 7, 0],
    ]);
    expect(found).toMatchObject({ level: 'VILLAGE', checks: [] });
    expect([...byDistrict(found.figures, '35.05')]).toEqual([
      ['35.05.10', 1284],
      ['35.05', 1291],
      ['35.05.11', 7],
    ]);
  });

  it('take the place of a merged cell from the line above', () => {
    const found = month(
      lines(
        ['', 'Kanigoro', 'Tlogo', PBI, 5, 5],
        ['', '', '', 'BP', 3, 3],
        ['', '', 'Kanigoro', PBI, 4, 4],
        ['', 'Sutojayan', 'Tlogo', PBI, 2, 2],
      ),
    );
    expect(cellsOf(found).map(([area]) => area)).toEqual([
      ...['35.05.10.2002', '35.05.10.2002', '35.05.10.1001', '35.05.11.2001'],
    ]);
  });

  it('know the codes of the Ministry without dots, where nothing else can be meant', () => {
    expect(cellsOf(month(lines(['350510', '', '', PBI, 1, 1])))).toEqual([['35.05.10', 'PBI_JK', 1, 1]]);
    expect(cellsOf(month(lines([3505102002, '', 'Tlogo', PBI, 1, 1])))).toEqual([['35.05.10.2002', 'PBI_JK', 1, 1]]);
    expect(stops(month(lines([3505102002, '', '', PBI, 1, 1])))).toEqual([['CODE_SYSTEM', [2], ['3505102002']]]);
  });

  it('tell no figure where a cell is empty, and nobody where it is 0', () => {
    const found = month(lines(['35.05.10', '', '', PBI, '', null], ['35.05.11', '', '', PBI, 0, 0]));
    expect(cellsOf(found)).toEqual([['35.05.11', 'PBI_JK', 0, 0]]);
    expect(codesOf(found)).toEqual(['AREA_MISSING', 'ALL_ZERO']);
  });

  it('may tell no areas at all', () => {
    const found = month(lines([PBI, 10, 9], ['BP', 2, 1]), { segment: 0, registered: 1, active: 2 });
    expect(found).toMatchObject({ level: 'TOTAL', checks: [] });
    expect(cellsOf(found)).toEqual([
      ['35.05', 'PBI_JK', 10, 9],
      ['35.05', 'BP', 2, 1],
    ]);
  });

  it('may have a column for each segment, with a sum', () => {
    const wide: FigureMapping = {
      ...{ district: 0, 'registered.PBI_JK': 1, 'active.PBI_JK': 2, 'registered.BP': 3, 'active.BP': 4 },
      ...{ registered: 5, active: 6 },
    };
    const good = lines(['Kanigoro', 5, 4, 3, 3, 8, 7], ['Sutojayan', 1, 1, '', '', 1, 1], ['', 6, 5, 3, 3, 9, 8]);
    expect(month(good, wide).checks).toEqual([]);
    expect(cellsOf(month(good, wide))).toHaveLength(3);
    const bad = lines(['Kanigoro', 5, 4, 3, 3, 9, 7], ['Sutojayan', 1, 1, '', '', 1, 1]);
    expect(month(bad, wide).checks).toMatchObject([
      { code: 'SUM_DIFFERS', weight: 'STOP', lines: [2], about: ['35.05.10'], found: 9, expected: 8 },
    ]);
  });

  it('leave out column numbers, notes and signatures', () => {
    const rows = lines(
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ['35.05.10', 'Kanigoro', '', PBI, 5, 5],
      ['35.05.11', 'Sutojayan', '', PBI, 5, 5],
      ['Sumber: BPJS Kesehatan', '', '', '', '', ''],
      ['', '', '', '', 'Blitar, 1 April 2025', ''],
      ['', 'Mengetahui', '', '', 'Kepala Cabang', ''],
    );
    expect(month(rows).checks).toEqual([]);
  });
});

describe('sums in a file', () => {
  const body = [
    ['', 'Kanigoro', 'Kanigoro', PBI, 5, 5],
    ['', 'Kanigoro', 'Tlogo', PBI, 6, 6],
  ] as const;
  const other = ['', 'Sutojayan', 'Tlogo', PBI, 7, 7] as const;

  it.each([
    ['a sum of all', [...body, other, ['JUMLAH', '', '', '', 18, 18]]],
    ['a sum of a district by its name', [...body, ['', 'Jumlah Kec. Kanigoro', '', '', 11, 11], other]],
    [
      'a sum of each district and of all',
      [...body, ['', 'Jumlah', '', '', 11, 11], other, ['', 'Jumlah', '', '', 7, 7], ['', 'Total', '', '', 18, 18]],
    ],
    ['a sum of a segment', [...body, other, ['TOTAL', '', '', PBI, 18, 18]]],
    ['a sum of the segments of a village', [...body, other, ['', 'Sutojayan', 'Tlogo', 'Jumlah', 7, 7]]],
    ['the district itself above its villages', [['35.05.10', 'Kanigoro', '', PBI, 11, 11], ...body, other]],
    ['the region by its name', [...body, other, ['', 'Kab. Blitar', '', '', 18, 18]]],
  ] as [string, readonly (readonly Cell[])[]][])('%s is compared and not counted', (_, rows) => {
    const found = month(lines(...rows));
    expect(found.checks).toEqual([]);
    expect(cellsOf(found)).toHaveLength(3);
  });

  it.each([
    ['of all', [...body, other, ['JUMLAH', '', '', '', 19, 18]], [5, 19, 18]],
    ['of a district', [...body, ['', 'Jumlah Kec. Kanigoro', '', '', 12, 11], other], [4, 12, 11]],
    [
      'of what stands above',
      [...body, ['', 'Jumlah', '', '', 10, 11], other, ['', 'Total', '', '', 18, 18]],
      [4, 10, 11],
    ],
  ] as [string, readonly (readonly Cell[])[], readonly number[]][])(
    '%s that differ stop the file',
    (_, rows, [line, found, expected]) => {
      expect(month(lines(...rows)).checks).toMatchObject([
        { code: 'SUM_DIFFERS', weight: 'STOP', lines: [line], found, expected },
      ]);
    },
  );
});

describe('a month that cannot be loaded', () => {
  it.each([
    ['CELL_INVALID', ['35.05.11', '', '', PBI, '1,234', 5], '1,234'],
    ['CELL_INVALID', ['35.05.11', '', '', PBI, 5, ''], '–'],
    ['CELL_INVALID', ['35.05.11', '', '', PBI, 5.5, 5], '5.5'],
    ['AREA_UNKNOWN', ['', 'Wlingi', '', PBI, 5, 5], 'Wlingi'],
    ['AREA_UNKNOWN', ['35.05.99', '', '', PBI, 5, 5], '35.05.99'],
    ['AREA_UNKNOWN', ['35.05.10', 'Sutojayan', '', PBI, 5, 5], '35.05.10 ≠ Sutojayan'],
    ['CODE_SYSTEM', ['3505010', 'Sutojayan', '', PBI, 5, 5], '3505010'],
    ['CODE_SYSTEM', ['3505010001', '', 'Tlogo', PBI, 5, 5], '3505010001'],
    ['CODE_SYSTEM', ['35.72.01', '', '', PBI, 5, 5], '35.72.01'],
    ['SEGMENT_UNKNOWN', ['35.05.11', '', '', 'PBPU/BP', 5, 5], 'PBPU/BP'],
    ['SEGMENT_UNKNOWN', ['35.05.11', '', '', '', 5, 5], '–'],
    ['CELL_TWICE', ['35.05.10', '', '', PBI, 5, 5], '35.05.10'],
    ['LEVELS_MIXED', ['35.05.10.1001', '', '', PBI, 4, 4], '35.05.10'],
    ['ACTIVE_ABOVE_REGISTERED', ['35.05.11', '', '', PBI, 5, 6], '35.05.11'],
  ] as [FigureCheckCode, readonly Cell[], string][])('%s names its line: %j', (code, row, about) => {
    const found = month(lines(['35.05.10', 'Kanigoro', '', PBI, 5, 5], row, ['35.05.11', '', '', 'BP', 1, 1]));
    const line = code === 'LEVELS_MIXED' ? [2, 4] : [3];
    const abouts = code === 'LEVELS_MIXED' ? ['35.05.10', '35.05.11'] : [about];
    expect(stops(found)).toEqual([[code, line, abouts]]);
  });

  it('is not told of sums as well: they differ because of its lines', () => {
    expect(codesOf(month(lines(['35.05.10', '', '', PBI, 'x', 5], ['JUMLAH', '', '', '', 9, 9])))).toEqual([
      'CELL_INVALID',
    ]);
  });

  it('names twenty lines and says how many there are', () => {
    const rows = Array.from({ length: 25 }, () => ['35.05.10', '', '', PBI, 'x', 5]);
    const [check] = month(lines(...rows, ['35.05.10', '', '', PBI, 5, 5])).checks;
    expect(check).toMatchObject({ code: 'CELL_INVALID', count: 25 });
    expect(check?.lines).toHaveLength(20);
  });

  it('does not choose between villages of one name', () => {
    const [check] = month(lines(['Tlogo', PBI, 5, 5]), { village: 0, segment: 1, registered: 2, active: 3 }).checks;
    expect(check).toMatchObject({ code: 'AREA_UNKNOWN', about: ['Tlogo'] });
  });
});

describe('a month that a person looks at again', () => {
  const two = (kanigoro: number, sutojayan: number) =>
    lines(['35.05.10', '', '', PBI, kanigoro, 1], ['35.05.11', '', '', PBI, sutojayan, 1]);

  it('lacks a district or a village', () => {
    expect(month(lines(['35.05.10', '', '', PBI, 5, 5])).checks).toMatchObject([
      { code: 'AREA_MISSING', weight: 'WARN', count: 1, about: ['35.05.11'] },
    ]);
    expect(month(lines(['35.05.10.1001', '', '', PBI, 5, 5])).checks).toMatchObject([
      { code: 'AREA_MISSING', count: 2, about: ['35.05.11', '35.05.10.2002'] },
    ]);
  });

  it('jumps by more than a tenth and more than fifty people', () => {
    const before = new Map([
      ['35.05.10', 1000],
      ['35.05.11', 100],
    ]);
    expect(month(two(1100, 150), LONG, { before }).checks).toEqual([]);
    expect(month(two(1101, 49), LONG, { before }).checks).toMatchObject([
      { code: 'JUMP', weight: 'WARN', about: ['35.05.10'], found: 1101, expected: 1000 },
      { code: 'JUMP', weight: 'WARN', about: ['35.05.11'], found: 49, expected: 100 },
    ]);
  });

  it('jumps as a whole where one side tells no districts', () => {
    const whole = { segment: 0, registered: 1, active: 2 } as const;
    const before = new Map([
      ['35.05', 1000],
      ['35.05.10', 600],
    ]);
    expect(month(lines([PBI, 1200, 0]), whole, { before }).checks).toMatchObject([{ code: 'JUMP', about: ['35.05'] }]);
    expect(codesOf(month(two(600, 9000), LONG, { before }))).toEqual([]);
  });

  it('has more members than residents, which is possible', () => {
    const residents = new Map([
      ['35.05', 1000],
      ['35.05.10', 99],
      ['35.05.11', 100],
    ]);
    expect(month(two(100, 100), LONG, { residents }).checks).toMatchObject([
      { code: 'ABOVE_POPULATION', weight: 'WARN', about: ['35.05.10'] },
    ]);
    expect(month(two(901, 100), LONG, { residents: new Map([['35.05', 1000]]) }).checks).toMatchObject([
      { code: 'ABOVE_POPULATION', about: ['35.05'] },
    ]);
  });
});

describe('a population', () => {
  const population = (rows: readonly Line[]) =>
    checkFigures(readFigures('POPULATION', rows, { code: 0, people: 1 }, REGION, NAMES), FACTS);

  it('is read by area, with its sum', () => {
    const found = population(lines(['35.05.10', '1.000'], ['35.05.11', 500], ['JUMLAH', 1500]));
    expect(found).toMatchObject({ level: 'DISTRICT', checks: [] });
    expect(found.figures.map(({ area, amounts }) => [area, ...amounts])).toEqual([
      ['35.05.10', 1000],
      ['35.05.11', 500],
    ]);
  });

  it('of nobody is none', () => {
    expect(population(lines(['35.05.10', 0], ['35.05.11', 0])).checks).toMatchObject([
      { code: 'ALL_ZERO', weight: 'STOP', count: 2 },
    ]);
    expect(population(lines(['35.05.10', 0], ['35.05.11', 1])).checks).toMatchObject([
      { code: 'ALL_ZERO', weight: 'WARN', about: ['35.05.10'] },
    ]);
  });
});

describe('movements', () => {
  const read = (...rows: readonly (readonly Cell[])[]) => readMovements(lines(...rows), { movement: 0, people: 1 });

  it('are read, each once, with any of the sums that offices write', () => {
    for (const sum of [170, 120, 50, 70]) {
      const found = read(
        ['Pendaftaran baru', '120'],
        ['Meninggal', 50],
        ['Reaktivasi', null],
        ['JUMLAH', sum],
        ['Kepala', ''],
      );
      expect(found).toEqual({ movements: { ENROLLED: 120, DIED: 50 }, problems: [], checks: [] });
    }
  });

  it.each([
    ['SUM_DIFFERS', ['Jumlah', 5]],
    ['SEGMENT_UNKNOWN', ['Lain-lain', 5]],
    ['CELL_TWICE', ['Wafat', 5]],
    ['CELL_INVALID', ['Kelahiran', 'banyak']],
  ] as [FigureCheckCode, readonly Cell[]][])('%s stops them', (code, row) => {
    expect(read(['Meninggal', 50], row).checks).toMatchObject([{ code, weight: 'STOP', lines: [3] }]);
  });

  it('that are all 0 are worth a look', () => {
    expect(read(['Meninggal', 0], ['Lahir', 0]).checks).toMatchObject([{ code: 'ALL_ZERO', weight: 'WARN' }]);
  });
});
