import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { runPapan } from './run';

const GOOD = 'Kode;Segmen;Terdaftar;Aktif\n35.05.10;PBI JK;1.200;1.100\n35.05.10;BP;300;250\nJUMLAH;;1.500;1.350\n';
/** Every call reads its file in a process of its own. */
const LONG = 60_000;
const MONTH = ['--as-of', '2026-09-30', '--source', 'Surat BPJS 9', '--region', '35.05'];

describe('papan coverage import', () => {
  let database: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'papan-'));

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
  }, 60_000);
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const papan = (text: string, ...args: string[]) => {
    writeFileSync(join(folder, 'angka.csv'), text);
    return runPapan(['coverage', 'import', 'angka.csv', ...args], { DATABASE_URL: database.owner }, folder);
  };
  const cuts = () =>
    database.owning(`SELECT registered::int, active::int, population::int, person, file IS NOT NULL AS file FROM cut`);
  const entries = () => database.owning(`SELECT type, audience FROM journal ORDER BY region, seq`);

  it(
    'needs a population, and says so',
    async () => {
      const { code, err } = await papan(GOOD, ...MONTH, '--json');
      expect(code).toBe(1);
      expect(JSON.parse(err)).toMatchObject({ code: 'POPULATION_MISSING' });
    },
    LONG,
  );

  it(
    'stops at damaged lines, names them and changes nothing',
    async () => {
      const { code, out } = await papan(GOOD.replace('1.200', '1,200'), ...MONTH, '--population', '2.000', '--despite');
      expect(code).toBe(1);
      expect(out).toContain('Isi sel pada baris 2 tidak terbaca sebagai jumlah orang: 1,200.');
      expect(out).toContain('Tidak ada angka yang berubah.');
      expect([await cuts(), await entries()]).toEqual([[], []]);
    },
    LONG,
  );

  it(
    'loads a population and a month like the page, each with an entry that names nobody',
    async () => {
      const population = await papan(
        'Kode;Penduduk\n35.05.10;2.000\n',
        ...['--kind', 'population', '--semester', '2025-II', '--source', 'Dukcapil', '--region', '35.05'],
      );
      expect(population).toMatchObject({ code: 0, err: '' });
      const month = await papan(GOOD, ...MONTH);
      expect(month).toMatchObject({ code: 0, err: '' });
      expect(month.out).toBe(`Peserta terdaftar 1.500 (75,00%), aktif 1.350 (67,50%) dari 2.000 jiwa; 2 angka.
Dimuat: Data bulanan BPJS, 2026-09-30.
`);
      expect(await cuts()).toEqual([{ registered: 1_500, active: 1_350, population: 2_000, person: null, file: true }]);
      expect(await entries()).toEqual([
        { type: 'PopulationRecorded', audience: null },
        { type: 'CutRecorded', audience: null },
      ]);
      const verified = await runPapan(['journal', 'verify'], { DATABASE_URL: database.owner }, folder);
      expect(verified.code).toBe(0);
    },
    LONG,
  );

  it(
    'loads what it warns of where that is known, as a newer version',
    async () => {
      const jumped = GOOD.replace('1.200', '1.700').replace('1.500', '2.000');
      const args = [...MONTH.with(1, '2026-10-31'), '--json'];
      const { code, out } = await papan(jumped, ...args);
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({
        ...{ loaded: false, code: 'FIGURES_DOUBTED' },
        preview: { checks: [{ code: 'JUMP', found: 2_000, expected: 1_500 }] },
      });
      expect(await papan(jumped, ...args, '--despite')).toMatchObject({ code: 0 });
      const again = await papan(jumped, ...MONTH.with(1, '2026-10-31'), '--despite', '--lang', 'en');
      expect(again.out).toContain('Kanigoro changed much: 2,000 members, where the figures before have 1,500.');
      expect(again.out).toContain('The figures that were there are kept as an older version.');
    },
    LONG,
  );

  it(
    'loads movements, and figures that are invented as such',
    async () => {
      const args = [...MONTH, '--kind', 'movements', '--example'];
      expect(await papan('Uraian;Jumlah\nKelahiran;12\nMeninggal;5\n', ...args)).toMatchObject({ code: 0 });
      expect(await database.owning('SELECT movements, example FROM movement')).toEqual([
        { movements: { BORN: 12, DIED: 5 }, example: true },
      ]);
    },
    LONG,
  );

  it.each([
    ['no day', ['--source', 'x', '--region', '35.05'], 2],
    ['no source', ['--as-of', '2026-09-30', '--region', '35.05'], 2],
    ['no region where there are two', ['--as-of', '2026-09-30', '--source', 'x'], 2],
    ['another kind', [...MONTH, '--kind', 'weather'], 2],
    ['a region that is nowhere', [...MONTH.with(5, '99.99')], 1],
    ['a day to come', [...MONTH.with(1, '2026-12-31')], 1],
    ['half a person', [...MONTH, '--population', '1,5'], 1],
  ])(
    'refuses %s',
    async (_, args, expected) => {
      const before = await entries();
      expect((await papan(GOOD, ...args)).code).toBe(expected);
      expect(await entries()).toEqual(before);
    },
    LONG,
  );

  it(
    'refuses a file that is not there, and one that is no table',
    async () => {
      const nowhere = await runPapan(
        ['coverage', 'import', 'x.csv', ...MONTH],
        { DATABASE_URL: database.owner },
        folder,
      );
      expect(nowhere).toMatchObject({ code: 1 });
      const { code, err } = await papan('<html>', ...MONTH, '--json');
      expect([code, (JSON.parse(err) as { code: string }).code]).toEqual([1, 'IMPORT_NOT_A_TABLE']);
    },
    LONG,
  );
});
