import type { Accepted, FigureFileView, MapFigures } from '@papan/contracts';
import { type FigureKind, type Refusal, isRefusal, visibilityClass } from '@papan/domain';
import {
  Commands,
  type Database,
  type FullRefusal,
  JournalBell,
  foldBoard,
  readHappenings,
} from '@papan/server-platform';
import {
  type Seat,
  type TestDatabase,
  actorOf,
  readerHere,
  setSmallTable,
  testDatabase,
} from '@papan/server-platform/testing';
import { readHeadline } from '../read-headline';
import { recordCut } from '../record-cut';
import { applyFile } from './apply-file';
import { checkFile } from './check-file';
import { listFiles, readFile } from './read-files';
import { stoppedCsv } from './stopped-csv';
import { uploadFigures } from './upload-figures';

const HEADING = 'Kode;Kecamatan;Desa;Segmen;Terdaftar;Aktif';
const MONTH = { code: 0, district: 1, village: 2, segment: 3, registered: 4, active: 5 } as const;
const GOOD = `${HEADING}
35.05.10;Kanigoro;;PBI JK;1.200;1.100
35.05.10;Kanigoro;;PPU BU;300;250
35.05.11;Sutojayan;;PBI JK;500;400
;JUMLAH;;;2.000;1.750
`;
const POPULATION = 'Kode Kecamatan;Penduduk\n35.05.10;1.800\n35.05.11;700\nTOTAL;2.500\n';

describe('files with figures', () => {
  let database: TestDatabase;
  let door: Database;
  let commands: Commands;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    await database.owning(
      `INSERT INTO area (region, code, name, kind) VALUES ('35.05', '35.05.11', 'Sutojayan', 'DISTRICT')`,
    );
    door = await database.open();
    commands = new Commands(door, new JournalBell());
  }, 60_000);
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.owning(
      `TRUNCATE cut, cut_cell, cut_segment, population, population_cell, movement, figure_file, figure_line, figure_profile,
         region_figure, journal, journal_private, command_log CASCADE`,
    );
    await database.owning('UPDATE region SET seq = 0, next_import = 1');
  });

  const upload = (text: string, kind: FigureKind = 'MONTH', seat: Seat = 'dinkes', key: string = crypto.randomUUID()) =>
    uploadFigures(door, readerHere, actorOf(seat), key, { kind, name: 'angka.csv', bytes: Buffer.from(text) });

  const uploaded = async (text: string, kind: FigureKind = 'MONTH', seat: Seat = 'dinkes'): Promise<number> => {
    const id = await upload(text, kind, seat);
    if (isRefusal(id)) throw new Error(`${id.code} ${JSON.stringify(id.params)}`);
    return id;
  };

  const told = (over: Partial<MapFigures> = {}): MapFigures => ({
    ...{ mapping: MONTH, asOf: '2026-09-30', semester: null, population: 2_500, quota: null },
    ...{ source: 'BPJS Kesehatan', example: false, profile: null, ...over },
  });
  const semester = (over: Partial<MapFigures> = {}): MapFigures =>
    told({ mapping: { code: 0, people: 1 }, asOf: null, semester: '2025-II', source: 'Disdukcapil', ...over });

  const check = (id: number, over: Partial<MapFigures> = {}, seat: Seat = 'dinkes'): Promise<Refusal | undefined> =>
    checkFile(door, actorOf(seat), id, told(over));

  const view = async (id: number, seat: Seat = 'dinkes'): Promise<FigureFileView> => {
    const found = await readFile(door, actorOf(seat), id);
    if (isRefusal(found)) throw new Error(found.code);
    return found;
  };

  const apply = (id: number, despite = false, seat: Seat = 'dinkes', key: string = crypto.randomUUID()) =>
    commands.run(
      { actor: actorOf(seat), id: key, name: 'figures.apply', params: { file: id }, body: { despite } },
      applyFile(actorOf(seat), id, { despite }),
    );

  const codeOf = (value: Accepted | FullRefusal | Refusal | number | string | object | undefined): string =>
    isRefusal(value) ? value.code : 'accepted';

  const load = async (text: string, over: Partial<MapFigures> = {}, kind: FigureKind = 'MONTH'): Promise<number> => {
    const id = await uploaded(text, kind);
    const no = await check(id, over);
    if (no) throw new Error(`${no.code} ${JSON.stringify(no.params)}`);
    const applied = await apply(id, true);
    if (isRefusal(applied)) throw new Error(`${applied.code} ${JSON.stringify(applied.params)}`);
    return id;
  };

  /** What an operator of another agency hears. */
  const happened = () =>
    door.as(actorOf('disdik'), (tx) =>
      readHappenings((sql, params) => tx.query(sql, params), '35.05', 0, 1_000, visibilityClass(actorOf('disdik'))),
    );

  /** Everything that figures leave behind. */
  const traces = () =>
    database.owning(
      `SELECT (SELECT count(*) FROM cut)::int AS cuts, (SELECT count(*) FROM cut_cell)::int AS cells,
              (SELECT count(*) FROM cut_segment)::int AS segments, (SELECT count(*) FROM population)::int AS populations,
              (SELECT count(*) FROM movement)::int AS movements, (SELECT count(*) FROM region_figure)::int AS public,
              (SELECT count(*) FROM journal)::int AS entries`,
    );
  const NOTHING = [{ cuts: 0, cells: 0, segments: 0, populations: 0, movements: 0, public: 0, entries: 0 }];

  describe('when one is uploaded', () => {
    it('its columns are guessed, and nothing changes', async () => {
      const id = await uploaded(GOOD);
      expect(await view(id)).toMatchObject({
        ...{ id: 1, kind: 'MONTH', name: 'angka.csv', rows: 4, state: 'UPLOADED', headingLine: 1, mapping: MONTH },
        ...{ told: null, preview: null, of: null },
      });
      expect((await view(id)).columns[4]).toMatchObject({
        heading: 'Terdaftar',
        samples: ['1.200', '300', '500', '2.000'],
      });
      expect(await traces()).toEqual(NOTHING);
    });

    it('the same upload sent again is the same file', async () => {
      const key = crypto.randomUUID();
      expect(await upload(GOOD, 'MONTH', 'dinkes', key)).toBe(1);
      expect(await upload(GOOD, 'MONTH', 'dinkes', key)).toBe(1);
      expect(codeOf(await upload(`${GOOD}\n`, 'MONTH', 'dinkes', key))).toBe('COMMAND_ID_REUSED');
    });

    it.each(['disdik', 'admin', 'bupati', 'provinsi', 'jaksa', 'pengawas'] as const)('%s may not', async (seat) => {
      expect(codeOf(await upload(GOOD, 'MONTH', seat))).toBe('ROLE_NOT_ALLOWED');
    });

    it.each(['dinkes', 'bpjs', 'kacab', 'data'] as const)('%s may', async (seat) => {
      expect(await upload(GOOD, 'MONTH', seat)).toBe(1);
    });
  });

  describe('when one is checked', () => {
    it('it says what would become of it, and nothing changes', async () => {
      const id = await uploaded(GOOD);
      expect(await check(id, { quota: 900, profile: 'BPJS bulanan' })).toBeUndefined();
      const found = await view(id);
      expect(found).toMatchObject({
        state: 'CHECKED',
        told: { asOf: '2026-09-30', quota: 900 },
        profile: 'BPJS bulanan',
      });
      expect(found.preview).toEqual({
        ...{ checks: [], registered: 2_000, active: 1_750, population: 2_500, cells: 3, corrects: false },
        districts: [
          { area: '35.05.10', name: 'Kanigoro', now: 1_500, before: null },
          { area: '35.05.11', name: 'Sutojayan', now: 500, before: null },
        ],
      });
      expect(await traces()).toEqual(NOTHING);
    });

    it('the columns that were said are proposed for the next file with these headings', async () => {
      const strange = { ...MONTH, district: 2, village: 1 };
      await check(await uploaded(GOOD), { mapping: strange, profile: 'terbalik' });
      expect(await view(await uploaded(GOOD))).toMatchObject({ mapping: strange, profile: 'terbalik' });
      expect(await view(await uploaded(POPULATION, 'POPULATION'))).toMatchObject({ profile: null });
    });

    it.each([
      ['a day to come', { asOf: '2026-11-03' }, 'REPORT_DATE_IN_FUTURE'],
      ['no day', { asOf: null }, 'DATE_INVALID'],
      ['a day that does not exist', { asOf: '2026-02-30' }, 'DATE_INVALID'],
      ['no source', { source: ' ' }, 'TEXT_EMPTY'],
      ['half a place', { quota: 0.5 }, 'QUANTITY_INVALID'],
      ['no population', { population: null }, 'POPULATION_MISSING'],
      ['a semester that nobody knows', { population: null, semester: '2025-I' }, 'POPULATION_UNKNOWN'],
      ['a population of nobody', { population: 0 }, 'QUANTITY_INVALID'],
      ['no active', { mapping: { code: 0, segment: 3, registered: 4 } }, 'IMPORT_COLUMN_MISSING'],
      ['a column that it has not', { mapping: { ...MONTH, active: 9 } }, 'IMPORT_COLUMN_UNKNOWN'],
    ] as [string, Partial<MapFigures>, string][])('it is refused with %s', async (_, over, code) => {
      const id = await uploaded(GOOD);
      expect(codeOf(await check(id, over))).toBe(code);
      expect((await view(id)).state).toBe('UPLOADED');
    });

    it('it is refused where it tells no figure', async () => {
      expect(codeOf(await check(await uploaded(`${HEADING}\n35.05.10;Kanigoro;;PBI JK;;\n`)))).toBe('IMPORT_EMPTY');
    });
  });

  describe('when a month is loaded', () => {
    it('it stands with its areas and segments, its file and who loaded it, and one entry tells it to every board', async () => {
      const id = await load(GOOD, { quota: 900 });
      const { file } = await view(id);
      const actor = actorOf('dinkes');
      const cuts = await database.owning(
        `SELECT as_of::text, population::int, population_version, registered::int, active::int, source, quota::int, file, person,
                level, example FROM cut`,
      );
      expect(cuts).toEqual([
        {
          ...{
            as_of: '2026-09-30',
            population: 2_500,
            population_version: 'BPJS Kesehatan',
            registered: 2_000,
            active: 1_750,
          },
          ...{ source: 'BPJS Kesehatan', quota: 900, file, person: actor.person, level: 'DISTRICT', example: false },
        },
      ]);
      const cells = await database.owning(
        'SELECT area, segment, registered::int, active::int FROM cut_cell ORDER BY 1, 2',
      );
      expect(cells).toEqual([
        { area: '35.05.10', segment: 'PBI_JK', registered: 1_200, active: 1_100 },
        { area: '35.05.10', segment: 'PPU_BU', registered: 300, active: 250 },
        { area: '35.05.11', segment: 'PBI_JK', registered: 500, active: 400 },
      ]);
      expect(await database.owning('SELECT segment, registered::int, active::int FROM cut_segment ORDER BY 1')).toEqual(
        [
          { segment: 'PBI_JK', registered: 1_700, active: 1_500 },
          { segment: 'PPU_BU', registered: 300, active: 250 },
        ],
      );
      expect((await happened()).map(({ event }) => event)).toMatchObject([
        { type: 'CutRecorded', data: { asOf: '2026-09-30', registered: 2_000, active: 1_750, file, cells: 3 } },
      ]);
      expect(await view(id)).toMatchObject({ state: 'APPLIED', of: '2026-09-30' });
    });

    it('every open board shows it, as the server does', async () => {
      await load(GOOD);
      const board = foldBoard(await happened());
      expect(board.cut).toMatchObject({ asOf: '2026-09-30', registered: 2_000, active: 1_750, population: 2_500 });
      const now = await door.as(actorOf('disdik'), (tx) => readHeadline(tx, '35.05'));
      expect(now).toMatchObject({ registered: { total: 2_000, asOf: board.cut?.asOf }, active: { total: 1_750 } });
    });

    it('a damaged file changes nothing and names its lines', async () => {
      const id = await uploaded(GOOD.replace('1.200;1.100', '1,200;1.100').replace('500;400', '500;600'));
      expect(await check(id)).toBeUndefined();
      expect((await view(id)).preview?.checks.map(({ code, lines }) => [code, lines])).toEqual([
        ['CELL_INVALID', [2]],
        ['ACTIVE_ABOVE_REGISTERED', [4]],
      ]);
      expect(await apply(id, true)).toMatchObject({ code: 'FIGURES_STOPPED', params: { count: 2, lines: '2, 4' } });
      expect(await traces()).toEqual(NOTHING);
      const csv = await stoppedCsv(door, actorOf('dinkes'), id, 'id');
      expect(csv).toContain('"2";"Isi sel pada baris 2 tidak terbaca sebagai jumlah orang: 1,200";"35.05.10"');
    });

    it('its warnings are to be read before', async () => {
      const id = await uploaded(`${HEADING}\n35.05.10;;;PBI JK;5;5\n`);
      await check(id);
      expect(codeOf(await apply(id))).toBe('FIGURES_DOUBTED');
      expect(await traces()).toEqual(NOTHING);
      expect(codeOf(await apply(id, true))).toBe('accepted');
    });

    it('once, however often it is sent, and not before it was checked', async () => {
      const id = await uploaded(GOOD);
      expect(codeOf(await apply(id))).toBe('IMPORT_NOT_PREVIEWED');
      await check(id);
      const key = crypto.randomUUID();
      const [first, again] = [await apply(id, false, 'dinkes', key), await apply(id, false, 'dinkes', key)];
      expect([codeOf(first), again]).toEqual(['accepted', first]);
      expect(codeOf(await apply(id))).toBe('IMPORT_APPLIED');
      expect(codeOf(await check(id))).toBe('IMPORT_APPLIED');
      expect(await traces()).toMatchObject([{ cuts: 1, entries: 1 }]);
    });

    it('a correction is a newer version, and the older one stays as it was', async () => {
      await load(GOOD);
      const id = await uploaded(GOOD.replace('500;400', '510;400').replace('2.000', '2.010'));
      await check(id);
      expect((await view(id)).preview).toMatchObject({ corrects: true, registered: 2_010 });
      expect(codeOf(await apply(id))).toBe('accepted');
      const versions = await database.owning(
        `SELECT c.registered::int, sum(x.registered)::int AS cells FROM cut c
           JOIN cut_cell x ON x.region = c.region AND x.cut = c.number GROUP BY c.number, c.registered ORDER BY c.number`,
      );
      expect(versions).toEqual([
        { registered: 2_000, cells: 2_000 },
        { registered: 2_010, cells: 2_010 },
      ]);
    });

    it('an older month is history: loaded, compared with the month before it, and no newer one is touched', async () => {
      await load(GOOD);
      const old = await uploaded(GOOD);
      expect(await check(old, { asOf: '2026-08-31' })).toBeUndefined();
      expect(codeOf(await apply(old))).toBe('accepted');
      expect(foldBoard(await happened()).cut).toMatchObject({ asOf: '2026-09-30' });
      const jumping = await uploaded(`${HEADING}\n35.05.10;;;PBI JK;1.700;1\n35.05.11;;;PBI JK;500;1\n`);
      await check(jumping, { asOf: '2026-10-31' });
      expect((await view(jumping)).preview).toMatchObject({
        checks: [{ code: 'JUMP', about: ['35.05.10'], found: 1_700, expected: 1_500 }],
        districts: [{ now: 1_700, before: 1_500 }, { before: 500 }],
      });
      expect(await database.owning('SELECT as_of::text, registered::int FROM cut ORDER BY number')).toEqual([
        { as_of: '2026-09-30', registered: 2_000 },
        { as_of: '2026-08-31', registered: 2_000 },
      ]);
    });

    it('a file without areas leaves sums by segment', async () => {
      await load('Segmen;Terdaftar;Aktif\nPBI JK;10;9\nBP;2;1\n', {
        mapping: { segment: 0, registered: 1, active: 2 },
      });
      expect(await traces()).toMatchObject([{ cuts: 1, cells: 0, segments: 2 }]);
      expect(await database.owning('SELECT level FROM cut')).toEqual([{ level: 'TOTAL' }]);
    });

    it('it is checked again where meanwhile other figures came', async () => {
      const id = await uploaded(GOOD);
      await check(id);
      const cut = { asOf: '2026-10-31', population: 2_500, populationVersion: '2025-II', registered: 1, active: 1 };
      const body = { ...cut, source: 'x', example: false };
      const actor = actorOf('bpjs');
      const command = { actor, id: crypto.randomUUID(), name: 'cut.record', params: {}, body };
      expect(codeOf(await commands.run(command, recordCut(actor, body)))).toBe('accepted');
      expect(codeOf(await apply(id, true))).toBe('IMPORT_STALE');
      await check(id);
      expect(codeOf(await apply(id, true))).toBe('accepted');
    });

    it('two at once come one after the other, and the second is checked again', async () => {
      const [one, other] = [await uploaded(GOOD), await uploaded(GOOD)];
      await check(one);
      await check(other);
      const answers = await Promise.all([apply(one), apply(other)]);
      expect(answers.map(codeOf).toSorted()).toEqual(['IMPORT_STALE', 'accepted']);
      expect(await traces()).toMatchObject([{ cuts: 1 }]);
    });
  });

  describe('when a population is loaded', () => {
    const loadPopulation = async (text = POPULATION, over: Partial<MapFigures> = {}): Promise<number> =>
      load(text, semester(over), 'POPULATION');

    it('months are compared with its newest version, by area as well', async () => {
      await loadPopulation();
      await loadPopulation(POPULATION.replace('700', '400').replace('2.500', '2.200'));
      expect(await database.owning('SELECT semester, people::int FROM population ORDER BY number')).toEqual([
        { semester: '2025-II', people: 2_500 },
        { semester: '2025-II', people: 2_200 },
      ]);
      const id = await uploaded(GOOD);
      await check(id, { population: null });
      expect((await view(id)).preview).toMatchObject({
        ...{ population: 2_200, checks: [{ code: 'ABOVE_POPULATION', about: ['35.05.11'] }] },
      });
      await apply(id, true);
      expect(await database.owning('SELECT population::int, population_version FROM cut')).toEqual([
        { population: 2_200, population_version: '2025-II' },
      ]);
      expect((await happened()).map(({ event }) => event.type)).toEqual([
        'PopulationRecorded',
        'PopulationRecorded',
        'CutRecorded',
      ]);
    });

    it('a month is compared with the newest semester; of invented ones with the last that was recorded', async () => {
      const comparedWith = async (): Promise<unknown> => {
        const id = await uploaded(GOOD);
        await check(id, { population: null });
        return (await view(id)).preview?.population;
      };
      const invented = (semester: string, people: number) =>
        database.owning(
          `INSERT INTO population (region, semester, people, source, example, recorded_at) VALUES ('35.05', $1, $2, 'x', true, now())`,
          [semester, people],
        );
      await invented('contoh', 2_600);
      await invented('2024-I (contoh)', 2_700);
      expect(await comparedWith()).toBe(2_700);
      await loadPopulation();
      await loadPopulation(POPULATION, { semester: '2025-I' });
      await invented('contoh', 2_800);
      expect(await comparedWith()).toBe(2_500);
    });

    it('it names a semester that has begun', async () => {
      const id = await uploaded(POPULATION, 'POPULATION');
      expect(codeOf(await check(id, semester({ semester: '2027-I' })))).toBe('SEMESTER_INVALID');
      expect(codeOf(await check(id, semester({ semester: null })))).toBe('SEMESTER_INVALID');
    });

    it('nobody is no population', async () => {
      const id = await uploaded('Kode Kecamatan;Penduduk\n35.05.10;0\n35.05.11;0\n', 'POPULATION');
      await check(id, semester());
      expect(codeOf(await apply(id, true))).toBe('FIGURES_STOPPED');
    });

    it('a month that was checked before is checked again', async () => {
      const id = await uploaded(GOOD);
      await check(id);
      await loadPopulation();
      expect(codeOf(await apply(id))).toBe('IMPORT_STALE');
    });
  });

  it('movements are loaded with their day', async () => {
    const mapping = { movement: 0, people: 1 };
    await load('Uraian;Jumlah\nKelahiran;12\nMeninggal;5\n', { mapping, population: null }, 'MOVEMENTS');
    expect(await database.owning('SELECT as_of::text, movements FROM movement')).toEqual([
      { as_of: '2026-09-30', movements: { BORN: 12, DIED: 5 } },
    ]);
    expect(await traces()).toMatchObject([{ movements: 1, cuts: 0, entries: 1 }]);
  });

  it('stay in their region', async () => {
    const id = await load(GOOD);
    expect(codeOf(await readFile(door, actorOf('kota'), id))).toBe('NOT_FOUND');
    expect(await listFiles(door, actorOf('kota'))).toEqual([]);
    expect(codeOf(await apply(id, true, 'kota'))).toBe('NOT_FOUND');
    const theirs = await uploaded(GOOD, 'MONTH', 'kota');
    await check(theirs, {}, 'kota');
    expect((await view(theirs, 'kota')).preview?.checks).toMatchObject([{ code: 'CODE_SYSTEM', lines: [2, 3, 4] }]);
    expect(await listFiles(door, actorOf('dinkes'))).toMatchObject([{ id, state: 'APPLIED', of: '2026-09-30' }]);
    expect(await door.as(actorOf('kota'), (tx) => tx.query('SELECT * FROM cut_cell', []))).toEqual([]);
    expect(
      await door.as(actorOf('kota'), (tx) =>
        tx.query('SELECT * FROM figure_line WHERE upload <> $1', [crypto.randomUUID()]),
      ),
    ).toHaveLength(4);
  });
});
