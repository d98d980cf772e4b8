import { utils, write } from '@e965/xlsx';
import type { Accepted, ImportView } from '@papan/contracts';
import { type ImportField, type ImportSource, type Refusal, isRefusal } from '@papan/domain';
import {
  Commands,
  type Database,
  type FullRefusal,
  JournalBell,
  ListReader,
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
import pg from 'pg';
import { listDoubles, listEmployers, readEmployer } from '../employers/read-employers';
import { recordOneEmployer } from '../employers/record-one';
import { Registers } from '../employers/the-register';
import { applyList } from './apply-list';
import { checkList } from './check-list';
import { decideDoubles } from './decide-doubles';
import { invalidCsv } from './invalid-csv';
import { readImport } from './read-import';
import { uploadList } from './upload-list';

const MAPPING = { name: 0, nib: 1, address: 2, district: 3, estimated: 4 } as const;
const HEADING = 'Nama Usaha;NIB;Alamat;Kecamatan;Jumlah TK';

type Mapping = Partial<Record<ImportField, number>>;

describe('lists of employers', () => {
  let database: TestDatabase;
  let door: Database;
  let commands: Commands;
  const registers = new Registers();
  const reader = readerHere;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    door = await database.open();
    commands = new Commands(door, new JournalBell());
  }, 60_000);
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.owning(
      `TRUNCATE employer, employer_event, employer_import, import_row, import_profile, journal, journal_private, command_log, case_event CASCADE`,
    );
    await database.owning('UPDATE region SET seq = 0, next_employer = 1, next_import = 1, next_case = 1');
  });

  const upload = (
    file: string | Buffer,
    source: ImportSource = 'DPMPTSP',
    seat: Seat = 'dinkes',
    key: string = crypto.randomUUID(),
  ) => uploadList(door, reader, actorOf(seat), key, { source, name: 'daftar.csv', bytes: Buffer.from(file) });

  const uploaded = async (file: string | Buffer, source: ImportSource = 'DPMPTSP'): Promise<number> => {
    const id = await upload(file, source);
    if (isRefusal(id)) throw new Error(`${id.code} ${JSON.stringify(id.params)}`);
    return id;
  };

  const check = (id: number, mapping: Mapping = MAPPING, seat: Seat = 'dinkes', profile: string | null = null) =>
    checkList(door, registers, actorOf(seat), id, { mapping, violation: null, profile });

  const view = async (id: number): Promise<ImportView> => {
    const found = await readImport(door, actorOf('dinkes'), id);
    if (isRefusal(found)) throw new Error(found.code);
    return found;
  };

  const checked = async (file: string | Buffer, mapping: Mapping = MAPPING, source: ImportSource = 'DPMPTSP') => {
    const id = await uploaded(file, source);
    const no = await check(id, mapping);
    if (no) throw new Error(`${no.code} ${JSON.stringify(no.params)}`);
    return view(id);
  };

  const apply = (
    id: number,
    seat: Seat = 'dinkes',
    key: string = crypto.randomUUID(),
  ): Promise<Accepted | FullRefusal> => {
    const actor = actorOf(seat);
    return commands.run(
      { actor, id: key, name: 'import.apply', params: { import: id }, body: {} },
      applyList(actor, id),
    );
  };

  const load = async (file: string | Buffer, mapping: Mapping = MAPPING, source: ImportSource = 'DPMPTSP') => {
    const { id, preview } = await checked(file, mapping, source);
    const answer = await apply(id);
    if (isRefusal(answer)) throw new Error(answer.code);
    return { id, counts: preview?.counts };
  };

  const record = async (over: { name: string; nib?: string; address?: string }): Promise<number> => {
    const actor = actorOf('dinkes');
    const plan = {
      ...{ nib: null, npwp: null, npp: null, address: '', contact: '', district: null, village: null, sector: null },
      ...{ estimated: 0, registered: 0, source: 'MANUAL' as const },
      ...over,
    };
    const command = { actor, id: crypto.randomUUID(), name: 'employer.record', params: {}, body: plan };
    const answer = await commands.run(command, recordOneEmployer(actor, plan));
    return 'employer' in answer ? (answer.employer ?? 0) : 0;
  };

  const register = async () => {
    const list = await listEmployers(door, actorOf('dinkes'), { q: '', district: null, page: 1 });
    if (isRefusal(list)) throw new Error(list.code);
    return list;
  };

  const journal = () => {
    const actor = actorOf('dinkes');
    return door.as(actor, (tx) =>
      readHappenings((sql, params) => tx.query(sql, params), actor.region, 0, 1_000, 'lead'),
    );
  };

  const codeOf = (answer: unknown): string => (isRefusal(answer) ? answer.code : 'accepted');
  const paramsOf = (answer: unknown): unknown => (answer as Refusal).params;

  const TWO = `${HEADING}\nToko Melati Arwa;9900000000001;Jl. Mawar 3;Kanigoro;1.234\nCV Belka Jaya;9900000000002;;35.05.10;7\n`;

  describe('when a list is uploaded', () => {
    it('its columns are guessed and shown with what stands in them', async () => {
      const found = await view(await uploaded(TWO));
      expect(found).toMatchObject({ state: 'UPLOADED', rows: 2, headingLine: 1, mapping: MAPPING, preview: null });
      expect(found.columns[4]).toEqual({ column: 4, heading: 'Jumlah TK', samples: ['1.234', '7'] });
    });

    it('the same upload sent again is the same import, and another file under its key is refused', async () => {
      const key = crypto.randomUUID();
      const id = await upload(TWO, 'DPMPTSP', 'dinkes', key);
      expect(await upload(TWO, 'DPMPTSP', 'dinkes', key)).toBe(id);
      expect(codeOf(await upload(`${TWO}x;;;;\n`, 'DPMPTSP', 'dinkes', key))).toBe('COMMAND_ID_REUSED');
    });

    it('it is read in a process of its own, and a workbook is looked at before', async () => {
      const key = crypto.randomUUID();
      const list = { source: 'DPMPTSP', name: 'daftar.csv', bytes: Buffer.from(TWO) } as const;
      expect(await uploadList(door, new ListReader(), actorOf('dinkes'), key, list)).toBe(1);
      const bomb = { ...list, bytes: Buffer.from('PK\u0003\u0004no directory') };
      const no = await uploadList(door, new ListReader(), actorOf('dinkes'), crypto.randomUUID(), bomb);
      expect(codeOf(no)).toBe('IMPORT_UNREADABLE');
    }, 30_000);

    it('a damaged one is refused whole and leaves nothing behind', async () => {
      expect(await upload(`${TWO}Toko;1\n`)).toMatchObject({
        code: 'IMPORT_RAGGED',
        params: { lines: '4', columns: 5 },
      });
      expect(await database.owning('SELECT 1 FROM import_row UNION ALL SELECT 1 FROM employer_import')).toEqual([]);
    });

    it('only those who write in the register may do so, and only with a key', async () => {
      expect(codeOf(await upload(TWO, 'DPMPTSP', 'disdik'))).toBe('ROLE_NOT_ALLOWED');
      expect(codeOf(await upload(TWO, 'DPMPTSP', 'bupati'))).toBe('ROLE_NOT_ALLOWED');
      expect(codeOf(await upload(TWO, 'DPMPTSP', 'dinkes', 'x'))).toBe('COMMAND_ID_MISSING');
    });
  });

  describe('when it is checked', () => {
    it('nothing of the register changes, and it says what would', async () => {
      const { preview, state } = await checked(TWO);
      expect(state).toBe('CHECKED');
      expect(preview?.counts).toMatchObject({ created: 2, changed: 0, unchanged: 0, invalid: 0, undecided: 0 });
      expect((await register()).total).toBe(0);
    });

    it('a number that a spreadsheet ruined refuses the whole list with its lines', async () => {
      const file = `${TWO}Toko Tiga;9,9E+12;;;1\nToko Empat;9900000000004;;;1\nToko Lima;3.505E+12;;;1\n`;
      const no = await check(await uploaded(file));
      expect([codeOf(no), paramsOf(no)]).toEqual(['IMPORT_NUMBERS_DAMAGED', { field: 'nib', lines: '4, 6' }]);
    });

    it('a number that stands as an amount in a workbook does so too', async () => {
      const book = utils.book_new();
      utils.book_append_sheet(
        book,
        utils.aoa_to_sheet([
          ['Nama Usaha', 'NIB'],
          ['Toko', 220012345678],
        ]),
        'A',
      );
      const file = Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
      expect(paramsOf(await check(await uploaded(file), { name: 0, nib: 1 }))).toEqual({ field: 'nib', lines: '2' });
    });

    it('lines that cannot be taken are listed with everything that is wrong, and can be downloaded', async () => {
      const found = await checked(`${HEADING}\n;12;;Wlingi;banyak\n=CMD();9900000000001;;;1\n=A;1;;;1\n`);
      expect(found.preview?.counts).toMatchObject({ created: 1, invalid: 2 });
      expect(found.preview?.invalid.map(({ line, problems }) => [line, problems.map(({ code }) => code)])).toEqual([
        [2, ['NIB_INVALID', 'AREA_UNKNOWN', 'QUANTITY_INVALID', 'TEXT_EMPTY']],
        [4, ['NIB_INVALID']],
      ]);
      const csv = await invalidCsv(door, actorOf('dinkes'), found.id, 'id');
      if (isRefusal(csv)) throw new Error(csv.code);
      expect(csv).toContain(`"4";"'=A";"NIB tidak lengkap"`);
      expect(csv.split('\r\n')).toHaveLength(7);
    });

    it('it waits for nobody who numbers something in the region, and nobody waits for it', async () => {
      const id = await uploaded(TWO);
      const client = new pg.Client({ connectionString: database.owner });
      await client.connect();
      try {
        await client.query(`BEGIN; SELECT 1 FROM region WHERE code = '35.05' FOR UPDATE`);
        expect(await check(id)).toBeUndefined();
      } finally {
        await client.end();
      }
    });

    it('an employer that stands there twice is taken once; where the lines differ, the second is refused', async () => {
      const line = 'Toko Melati Arwa;9900000000001;Jl. Mawar 3;Kanigoro;4';
      const { preview } = await checked(`${HEADING}\n${line}\n${line}\n${line.replace(';4', ';5')}\n`);
      expect(preview?.counts).toMatchObject({ created: 1, unchanged: 1, invalid: 1 });
      expect(preview?.invalid[0]?.problems[0]).toMatchObject({ code: 'IMPORT_ROW_REPEATED', params: { line: 2 } });
    });

    it.each<[string, Mapping, string]>([
      ['without a column for the name', { nib: 1 }, 'IMPORT_COLUMN_MISSING'],
      ['with a column that it has not', { name: 9 }, 'IMPORT_COLUMN_UNKNOWN'],
      ['with one column for two fields', { name: 0, address: 0 }, 'IMPORT_COLUMN_UNKNOWN'],
      ['with a violation, of an office that knows none', { name: 0, violation: 1 }, 'IMPORT_COLUMN_UNKNOWN'],
    ])('it is refused %s', async (_, mapping, code) => {
      expect(codeOf(await check(await uploaded(TWO), mapping))).toBe(code);
    });

    it('what was said about the columns is kept under a name, and proposed for the next list with these headings', async () => {
      const odd = TWO.replace('Nama Usaha', 'Sebutan');
      await check(await uploaded(odd), MAPPING, 'dinkes', 'OSS bulanan');
      const next = await view(await uploaded(odd.replace('Arwa', 'Danu')));
      expect(next).toMatchObject({ profile: 'OSS bulanan', mapping: MAPPING });
      const other = await view(await uploaded(TWO));
      expect(other).toMatchObject({ profile: null, profiles: [{ name: 'OSS bulanan', fits: false }] });
    });
  });

  describe('when it is loaded', () => {
    it('the register has its employers, and the journal one entry without a name in what is hashed', async () => {
      const { id } = await load(TWO);
      const { employers } = await register();
      expect(
        employers.map(({ id: number, name, nib, estimated, source }) => [number, name, nib, estimated, source]),
      ).toEqual([
        [2, 'CV Belka Jaya', '9900000000002', 7, 'DPMPTSP'],
        [1, 'Toko Melati Arwa', '9900000000001', 1234, 'DPMPTSP'],
      ]);
      const entries = await journal();
      expect(entries.map(({ event }) => event)).toMatchObject([
        {
          type: 'EmployersImported',
          data: { import: id, rows: 2, created: 2, updated: 0, unchanged: 0, cases: 0 },
          text: { name: 'daftar.csv' },
        },
      ]);
      const [row] = await database.owning<{ entry: string }>('SELECT entry FROM journal');
      expect(row?.entry).not.toMatch(/Melati|daftar|990000/);
    });

    it('the same file again changes nothing', async () => {
      await load(TWO);
      const { counts } = await load(TWO);
      expect(counts).toMatchObject({ created: 0, changed: 0, unchanged: 2, doubtful: 0 });
      expect((await register()).employers.map(({ version }) => version)).toEqual([1, 1]);
    });

    it('a newer list changes what it says otherwise, field by field, and empties nothing', async () => {
      await load(TWO);
      const { preview, id } = await checked(TWO.replace('Jl. Mawar 3;Kanigoro;1.234', ';;1.300'));
      expect(preview?.changed).toEqual([
        { line: 2, employer: 1, name: 'Toko Melati Arwa', fields: [{ field: 'estimated', from: 1234, to: 1300 }] },
      ]);
      await apply(id);
      const detail = await readEmployer(door, registers, actorOf('disnaker'), 1);
      expect(detail).toMatchObject({
        employer: { address: 'Jl. Mawar 3', district: '35.05.10', estimated: 1300, version: 2 },
      });
      const [row] = await database.owning<{ versions: unknown }>(
        'SELECT field_versions AS versions FROM employer WHERE id = 1',
      );
      expect(row?.versions).toEqual({ estimated: 2 });
    });

    it('it is loaded once, however often it is sent', async () => {
      const { id } = await checked(TWO);
      const key = crypto.randomUUID();
      const first = await apply(id, 'dinkes', key);
      expect(await apply(id, 'dinkes', key)).toEqual(first);
      expect(codeOf(await apply(id))).toBe('IMPORT_APPLIED');
      expect(codeOf(await check(id))).toBe('IMPORT_APPLIED');
      expect((await register()).total).toBe(2);
    });

    it('it is not loaded before it was checked, and by nobody who may not', async () => {
      const id = await uploaded(TWO);
      expect(codeOf(await apply(id))).toBe('IMPORT_NOT_PREVIEWED');
      expect(codeOf(await apply(id, 'disdik'))).toBe('ROLE_NOT_ALLOWED');
      expect(codeOf(await apply(id, 'kota'))).toBe('NOT_FOUND');
    });

    it.each(['an employer of it was changed', 'another list was loaded', 'its NIB was recorded by hand'])(
      'it is checked again where meanwhile %s',
      async (what) => {
        await load(TWO);
        const file = `${TWO.replace(';7', ';8')}Toko Ontara;9900000000003;;;1\n`;
        const { id } = await checked(file);
        if (what.startsWith('an employer')) await database.owning('UPDATE employer SET version = 9 WHERE id = 2');
        if (what.startsWith('another')) await load(`${HEADING}\nToko Jauh Sekali;9900000000777;;;1\n`);
        if (what.startsWith('its NIB')) await record({ name: 'Lain', nib: '9900000000003' });
        expect(codeOf(await apply(id))).toBe('IMPORT_STALE');
        expect(await check(id)).toBeUndefined();
        expect(codeOf(await apply(id))).toBe('accepted');
      },
    );
  });

  describe('employers that resemble each other', () => {
    const LIKE = `${HEADING}\nToko Melati Arwo;;Jalan Mawar No. 3;Kanigoro;5\n`;

    it('are proposed with the reason and both values; undecided, the line becomes an employer of its own', async () => {
      await load(TWO);
      const { preview, id } = await checked(LIKE);
      expect(preview?.counts).toMatchObject({ created: 1, doubtful: 1, undecided: 1 });
      expect(preview?.doubtful[0]).toMatchObject({
        line: 2,
        verdict: 'OPEN',
        row: { name: 'Toko Melati Arwo' },
        doubles: [{ reason: 'NAME', employer: { id: 1, name: 'Toko Melati Arwa' } }],
      });
      await apply(id);
      const pairs = await listDoubles(door, registers, actorOf('disnaker'));
      expect(pairs).toMatchObject({ total: 1, pairs: [{ one: { id: 1 }, other: { id: 3 }, reason: 'NAME' }] });
    });

    it('are one where a person says so, and the next list knows it', async () => {
      await load(TWO);
      const { id } = await checked(LIKE);
      const same = { decisions: [{ line: 2, verdict: 'SAME' as const, employer: 1 }] };
      expect(await decideDoubles(door, actorOf('dinkes'), id, same)).toBeUndefined();
      const { preview } = await view(id);
      expect(preview?.counts).toMatchObject({ created: 0, changed: 1, doubtful: 1, undecided: 0 });
      await apply(id);
      expect((await register()).employers.map(({ name }) => name)).toEqual(['CV Belka Jaya', 'Toko Melati Arwo']);
      expect((await load(LIKE)).counts).toMatchObject({ unchanged: 1, doubtful: 0 });
    });

    it('are two where a person says so, and are not proposed again', async () => {
      await load(TWO);
      const { id } = await checked(LIKE);
      await decideDoubles(door, actorOf('dinkes'), id, {
        decisions: [{ line: 2, verdict: 'DIFFERENT', employer: null }],
      });
      await apply(id);
      expect(await listDoubles(door, registers, actorOf('dinkes'))).toEqual({ total: 0, pairs: [] });
      expect((await load(LIKE)).counts).toMatchObject({ unchanged: 1, doubtful: 0 });
    });

    it('keep what was decided when the list is checked again, and can be left open again', async () => {
      await load(TWO);
      const { id } = await checked(LIKE);
      await decideDoubles(door, actorOf('dinkes'), id, { decisions: [{ line: 2, verdict: 'SAME', employer: 1 }] });
      await check(id);
      expect((await view(id)).preview?.doubtful[0]).toMatchObject({ verdict: 'SAME', employer: 1 });
      await decideDoubles(door, actorOf('dinkes'), id, { decisions: [{ line: 2, verdict: 'OPEN', employer: null }] });
      expect((await view(id)).preview?.counts).toMatchObject({ created: 1, undecided: 1 });
    });

    it('are only those that were proposed, and no two lines are one employer', async () => {
      await load(TWO);
      const { id } = await checked(`${LIKE}Toko Melati Arwi;;Jalan Mawar No. 3;Kanigoro;5\n`);
      const decide = (...decisions: { line: number; verdict: 'SAME'; employer: number }[]) =>
        decideDoubles(door, actorOf('dinkes'), id, { decisions });
      expect(codeOf(await decide({ line: 2, verdict: 'SAME', employer: 2 }))).toBe('IMPORT_LINE_UNKNOWN');
      expect(codeOf(await decide({ line: 9, verdict: 'SAME', employer: 1 }))).toBe('IMPORT_LINE_UNKNOWN');
      expect(
        codeOf(await decide({ line: 2, verdict: 'SAME', employer: 1 }, { line: 3, verdict: 'SAME', employer: 1 })),
      ).toBe('IMPORT_ROW_REPEATED');
      expect(codeOf(await decide({ line: 2, verdict: 'SAME', employer: 1 }))).toBe('accepted');
      expect(paramsOf(await decide({ line: 3, verdict: 'SAME', employer: 1 }))).toEqual({ line: 2 });
    });
  });

  describe('the list of BPJS', () => {
    const BPJS_LIST =
      'Kode BU;Nama Badan Usaha;TK Terdaftar;TK Belum Terdaftar;Jenis Ketidakpatuhan\n' +
      '01000001;PT Danu Karya;10;25;PDS TK\n01000002;UD Eltira Tani;0;4;Belum mendaftar\n';
    const COLUMNS = { npp: 0, name: 1, registered: 2, missing: 3, violation: 4 };

    it('opens a case for everybody in it, once', async () => {
      const { counts, id } = await load(BPJS_LIST, COLUMNS, 'BPJS');
      expect(counts).toMatchObject({ created: 2, cases: 2 });
      expect((await view(id)).preview?.counts).toMatchObject({ created: 2, cases: 2 });
      const { employers } = await register();
      expect(
        employers.map(({ estimated, registered, openCase }) => [estimated, registered, openCase !== null]),
      ).toEqual([
        [35, 10, true],
        [4, 0, true],
      ]);
      const again = await load(BPJS_LIST, COLUMNS, 'BPJS');
      expect(again.counts).toMatchObject({ unchanged: 2, cases: 0 });
      expect((await journal()).map(({ event }) => (event.data as { cases: number }).cases)).toEqual([2, 0]);
    });

    it('is loaded by those who may open cases', async () => {
      const { id } = await checked(BPJS_LIST, COLUMNS, 'BPJS');
      expect(codeOf(await apply(id, 'data'))).toBe('ROLE_NOT_ALLOWED');
      expect(codeOf(await apply(id, 'bpjs'))).toBe('accepted');
    });
  });

  it('of ten thousand lines are loaded, loaded again and changed', async () => {
    const line = (nth: number, workers: number): string =>
      `UD ${WORDS[nth % 100]} ${WORDS[(nth * 7 + 3) % 97]} ${nth};99${String(nth).padStart(11, '0')};Jl ${WORDS[nth % 89]} ${nth % 300};Kanigoro;${workers}`;
    const file = (change: (nth: number) => number): string =>
      [HEADING, ...Array.from({ length: 10_000 }, (_, nth) => line(nth, change(nth)))].join('\n');
    const first = file((nth) => (nth % 50) + 1);
    expect((await load(first)).counts).toMatchObject({ created: 10_000, invalid: 0 });
    expect((await load(first)).counts).toMatchObject({ created: 0, changed: 0, unchanged: 10_000 });
    const newer = file((nth) => (nth < 100 ? 99 : (nth % 50) + 1));
    expect((await load(newer)).counts).toMatchObject({ changed: 100, unchanged: 9_900 });
    expect((await register()).total).toBe(10_000);
    expect(await journal()).toHaveLength(3);
  }, 120_000);

  it('are nothing that Disdik or the neighbouring city can see', async () => {
    await load(TWO);
    for (const seat of ['disdik', 'jaksa', 'kota'] as const) {
      const rows = await door.as(actorOf(seat), (tx) =>
        tx.query(`SELECT 1 FROM employer UNION ALL SELECT 1 FROM employer_import UNION ALL SELECT 1 FROM import_row
                  UNION ALL SELECT 1 FROM employer_event UNION ALL SELECT 1 FROM employer_apart`),
      );
      expect(rows).toEqual([]);
    }
    expect(codeOf(await listEmployers(door, actorOf('disdik'), { q: '', district: null, page: 1 }))).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(codeOf(await readImport(door, actorOf('kota'), 1))).toBe('NOT_FOUND');
  });
});

const WORDS = Array.from({ length: 100 }, (_, nth) => {
  const syllables = ['BA', 'CE', 'DI', 'FO', 'GU', 'HA', 'JE', 'KI', 'LO', 'MU'];
  return `${syllables[nth % 10]}${syllables[Math.floor(nth / 10)]}${syllables[(nth * 3) % 10]}`;
});
