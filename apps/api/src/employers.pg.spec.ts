import type { Accepted, EmployerDetail, EmployerList, ImportView, Problem } from '@papan/contracts';
import { type Seat, type TestDatabase, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { type Instance, type Visitor, startInstance } from './testing/start-instance';

const LIST = `Nama Usaha;NIB;Alamat;Kecamatan;Jumlah TK
Toko Melati Arwa;9900000000001;Jl. Mawar 3;Kanigoro;1.234
CV Belka Jaya;9900000000002;;35.05.10;7
`;
const HERE = '/api/regions/35.05';
const PLAN = {
  name: 'Toko Melati Arwa',
  nib: '9900000000001',
  address: 'Jl. Mawar 3',
  district: '35.05.10',
  estimated: 12,
};

describe('the register of employers over HTTP', () => {
  let database: TestDatabase;
  let server: Instance;
  const visitors = new Map<Seat, Visitor>();

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    server = await startInstance(database);
    for (const seat of ['dinkes', 'disnaker', 'disdik', 'jaksa', 'loket', 'bupati', 'kota'] as const)
      visitors.set(seat, await server.signIn(seat));
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const as = (seat: Seat): Visitor => {
    const visitor = visitors.get(seat);
    if (!visitor) throw new Error(`${seat} is not here`);
    return visitor;
  };
  const read = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;
  const problemOf = async (answer: Response): Promise<readonly [number, string]> => {
    const { status, code } = await read<Problem>(answer);
    return [status, code];
  };

  const record = async (over: object = {}, seat: Seat = 'disnaker'): Promise<number> => {
    const answer = await as(seat).send('POST', `${HERE}/employers`, { ...PLAN, ...over });
    expect(answer.status).toBe(201);
    return (await read<Accepted>(answer)).employer ?? 0;
  };
  const detail = async (id: number, seat: Seat = 'dinkes'): Promise<EmployerDetail> =>
    read(await as(seat).get(`${HERE}/employers/${id}`));
  const search = async (q: string, seat: Seat = 'dinkes'): Promise<EmployerList> =>
    read(await as(seat).send('POST', `${HERE}/employers/search`, { q }));

  const upload = (
    source: string,
    file: string | Uint8Array,
    seat: Seat = 'dinkes',
    key: string = crypto.randomUUID(),
  ) => {
    const { cookie } = as(seat);
    const xsrf = /XSRF-TOKEN=([^;]+)/.exec(cookie)?.[1] ?? '';
    const about = { 'x-file-name': encodeURIComponent('daftar rahasia.csv'), 'idempotency-key': key };
    return server.ask(`${HERE}/imports?source=${source}`, {
      method: 'POST',
      body: Buffer.from(file),
      headers: { cookie, 'x-xsrf-token': xsrf, 'content-type': 'application/octet-stream', ...about },
    });
  };

  it('records, corrects and tells what happened', async () => {
    const id = await record({ nib: '99-00000-000031', npwp: '99.123.456.7-890.000' });
    const edit = await as('dinkes').send('PATCH', `${HERE}/employers/${id}`, { estimated: 20 }, { 'if-match': '"1"' });
    expect(await read<Accepted>(edit)).toMatchObject({ employer: id, version: 2 });
    const found = await detail(id);
    expect(found).toMatchObject({
      employer: { id, nib: '9900000000031', npwp: '991234567890000', estimated: 20, version: 2 },
      openCase: null,
    });
    expect(found.history.map(({ event }) => event.type)).toEqual(['EmployerRecorded', 'EmployerChanged']);
  });

  it('merges corrections of different fields, and shows both values of the same one, by whom', async () => {
    const id = await record({ nib: null, name: 'PT Danu Wening' });
    const edit = (seat: Seat, body: object) =>
      as(seat).send('PATCH', `${HERE}/employers/${id}`, body, { 'if-match': '"1"' });
    expect((await edit('dinkes', { name: 'PT Danu Wening Jaya' })).status).toBe(200);
    expect((await edit('disnaker', { contact: 'Kantor' })).status).toBe(200);
    const no = await read<Problem>(await edit('disnaker', { name: 'PT Danu Waning' }));
    expect(no).toMatchObject({
      status: 409,
      code: 'EMPLOYER_FIELD_CONFLICT',
      version: 3,
      conflicts: [{ field: 'name', theirs: 'PT Danu Wening Jaya', yours: 'PT Danu Waning', by: 2 }],
    });
  });

  it('finds employers by a part of the name and by each number, and nobody by signs that mean everything', async () => {
    const id = await record({
      name: '100% Arwa_Niskala',
      nib: '9900000000055',
      npwp: '990000000000555',
      npp: 'KK055055',
    });
    for (const q of ['arwa_nis', '100%', '0000055', '990000000000555', 'kk0550'])
      expect((await search(q)).employers.map((one) => one.id)).toContain(id);
    expect((await search('%%')).total).toBe(0);
    expect((await search('arwaxniskala')).total).toBe(0);
  });

  it('proposes doubles, joins them when told, and leads on from the double', async () => {
    const kept = await record({ name: 'UD Eltira Karsa', nib: '9900000000071', address: 'Jl. Sawo 9' });
    const double = await record({ name: 'U.D. Eltira Karso', nib: null, address: 'Jalan Sawo No. 9' });
    expect((await detail(double)).doubles).toMatchObject([{ employer: { id: kept }, reason: 'NAME' }]);
    expect((await as('disnaker').send('POST', `${HERE}/employers/${double}/merge`, { into: kept })).status).toBe(200);
    expect((await detail(double)).employer.mergedInto).toBe(kept);
    expect((await search('eltira')).employers.map(({ id }) => id)).toEqual([kept]);
    const again = await as('dinkes').send('POST', `${HERE}/employers/${double}/apart`, { other: kept });
    expect(await problemOf(again)).toEqual([409, 'EMPLOYER_MERGED']);
  });

  it('does not propose again what a person found to be two', async () => {
    const one = await record({ name: 'CV Garwi Loka', nib: null, address: 'Jl. Anyar 1' });
    const other = await record({ name: 'CV Garwi Loko', nib: null, address: 'Jl. Anyar 1' });
    expect((await as('dinkes').send('POST', `${HERE}/employers/${other}/apart`, { other: one })).status).toBe(200);
    expect((await detail(one)).doubles).toEqual([]);
    expect((await detail(other)).history.map(({ event }) => event.type)).toContain('EmployersKeptApart');
  });

  it('does not join a double that has an open case, and says which', async () => {
    const [kept, double] = [await record({ nib: null }), await record({ nib: null })];
    const body = { employer: double, entry: crypto.randomUUID(), violations: ['ARREARS'], workersMissing: 2 };
    const opened = await read<Accepted>(await as('disnaker').send('POST', `${HERE}/cases`, body));
    const no = await read<Problem>(
      await as('dinkes').send('POST', `${HERE}/employers/${double}/merge`, { into: kept }),
    );
    expect(no).toMatchObject({ code: 'EMPLOYER_HAS_CASE', params: { case: opened.case } });
  });

  it('takes a list in, checks it, and loads it', async () => {
    const answer = await upload('DPMPTSP', LIST.replaceAll('99000000', '99111111'));
    expect(answer.status).toBe(201);
    const taken = await read<ImportView>(answer);
    expect(taken).toMatchObject({ name: 'daftar rahasia.csv', state: 'UPLOADED', rows: 2 });
    const path = `${HERE}/imports/${taken.id}`;
    const mapping = { mapping: taken.mapping };
    const checked = await read<ImportView>(await as('dinkes').send('POST', `${path}/mapping`, mapping));
    expect(checked.preview?.counts.created).toBe(2);
    const applied = await as('dinkes').send('POST', `${path}/apply`, {});
    expect([applied.status, await read<Accepted>(applied)]).toMatchObject([200, { import: taken.id }]);
    expect(await read<ImportView>(await as('disnaker').get(path))).toMatchObject({ state: 'APPLIED' });
    const csv = await as('dinkes').get(`${path}/invalid.csv`);
    expect(csv.headers.get('content-disposition')).toContain('attachment');
    const bytes = Buffer.from(await csv.arrayBuffer());
    expect(bytes.toString('utf8')).toBe('\uFEFF"Baris";"Nama";"Masalah";"Keterangan";"Perbaikan"\r\n');
  });

  it('refuses what is no list, before and after it has arrived', async () => {
    const refused = async (source: string, file: string | Uint8Array) => problemOf(await upload(source, file));
    expect(await refused('DPMPTSP', '')).toEqual([422, 'IMPORT_FILE_MISSING']);
    expect(await refused('TETANGGA', LIST)).toEqual([422, 'IMPORT_FILE_MISSING']);
    expect(await refused('BPJS', new Uint8Array(20 * 1024 * 1024 + 1))).toEqual([422, 'IMPORT_TOO_LARGE']);
    const page = '<html><table><tr><td>Nama</td></tr></table></html>';
    expect(await refused('BPJS', page)).toEqual([422, 'IMPORT_NOT_A_TABLE']);
    const ragged = await read<Problem>(await upload('BPJS', `${LIST}a;b\n`));
    expect(ragged).toMatchObject({ code: 'IMPORT_RAGGED', params: { lines: '4' } });
    expect(ragged.detail).toContain('4');
  });

  it('is closed to whoever has no duty towards employers, and says no name', async () => {
    const id = await record({ name: 'PT Kenari Rahasia Sekali', nib: '9900000000091' });
    const asked: readonly (readonly [Seat, number])[] = [
      ['disdik', 403],
      ['jaksa', 403],
      ['loket', 403],
      ['kota', 404],
    ];
    for (const [seat, status] of asked) {
      const answers = [
        await as(seat).get(`${HERE}/employers`),
        await as(seat).send('POST', `${HERE}/employers/search`, { q: 'Kenari' }),
        await as(seat).get(`${HERE}/employers/${id}`),
        await as(seat).get(`${HERE}/employers/doubles`),
        await as(seat).get(`${HERE}/imports`),
        await upload('DPMPTSP', LIST, seat),
      ];
      for (const answer of answers) {
        expect([seat, answer.url, answer.status]).toEqual([seat, answer.url, status]);
        expect(await answer.text()).not.toContain('Kenari');
      }
    }
  });

  it('is read, but not written, by the Bupati', async () => {
    expect((await as('bupati').get(`${HERE}/employers`)).status).toBe(200);
    expect(await problemOf(await as('bupati').send('POST', `${HERE}/employers`, PLAN))).toEqual([
      403,
      'ROLE_NOT_ALLOWED',
    ]);
    expect(await problemOf(await upload('DPMPTSP', LIST, 'bupati'))).toEqual([403, 'ROLE_NOT_ALLOWED']);
  });

  it('is asked for a key with every write, and for the version with a correction', async () => {
    const id = await record({ nib: null, name: 'UD Hesta Mukti' });
    const bare = await as('dinkes').send('POST', `${HERE}/employers`, PLAN, { 'idempotency-key': '' });
    expect(await problemOf(bare)).toEqual([422, 'COMMAND_ID_MISSING']);
    const unseen = await as('dinkes').send('PATCH', `${HERE}/employers/${id}`, { estimated: 2 });
    expect(await problemOf(unseen)).toEqual([422, 'VERSION_MISSING']);
    const none = await upload('DPMPTSP', LIST, 'dinkes', '');
    expect(await problemOf(none)).toEqual([422, 'COMMAND_ID_MISSING']);
  });
});
