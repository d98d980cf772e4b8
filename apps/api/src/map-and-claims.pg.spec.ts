import type { CoverageView, MapLayerCheck, MapShapes, PublishedFigureView } from '@papan/contracts';
import type { Seat } from '@papan/server-platform/testing';
import request, { type Response } from 'supertest';
import { plantArea } from './testing/plant-figures';
import { type TestApi, testApi } from './testing/table-api';

const HERE = '/api/regions/35.05';
const SHAPES = `${HERE}/map-layers/current`;

const square = (west: number): readonly (readonly number[])[] => [
  [west, -8.2],
  [west + 0.1, -8.2],
  [west + 0.1, -8.1],
  [west, -8.1],
  [west, -8.2],
];
const layer = (...codes: readonly string[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: codes.map((kode, at) => ({
      ...{ type: 'Feature', properties: { kode } },
      geometry: { type: 'Polygon', coordinates: [square(112 + at / 10)] },
    })),
  });

describe('map layers and the register of claims over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
    await plantArea(api.database, '35.05.01', 'Wonodadi');
    await plantArea(api.database, '35.05.02', 'Udanawu');
  }, 60_000);
  afterAll(() => api.close());

  const codeOf = (answer: Response): readonly [number, string] => [
    answer.status,
    (answer.body as { code?: string }).code ?? '',
  ];
  const journal = async (): Promise<readonly string[]> => {
    const rows = await api.database.owning<{ type: string }>(
      `SELECT type FROM journal WHERE region = '35.05' ORDER BY seq DESC LIMIT 3`,
    );
    return rows.map(({ type }) => type);
  };

  describe('a layer', () => {
    const send = async (
      file: string,
      over: { readonly seat?: Seat; readonly source?: string; readonly key?: string } = {},
    ): Promise<Response> => {
      const { seat = 'admin', source = 'Dinas PUPR 2025', key = crypto.randomUUID() } = over;
      const { cookie, token } = (await api.as(seat)).secrets();
      return request(api.server)
        .post(`${HERE}/map-layers?source=${encodeURIComponent(source)}`)
        .set({ 'Content-Type': 'application/octet-stream', 'X-File-Name': 'kecamatan.json', 'Idempotency-Key': key })
        .set({ Cookie: cookie, 'X-XSRF-TOKEN': token })
        .send(Buffer.from(file));
    };

    it('is put up with its source, is told on the page, and misses what it misses', async () => {
      const answer = await send(layer('35.05.01', '35.05.10', '35.72.01'));
      expect(answer.status).toBe(201);
      expect(answer.body as MapLayerCheck).toMatchObject({ areas: 2, missing: ['35.05.02'], elsewhere: 1 });
      expect((await journal())[0]).toBe('MapLayerPublished');
      const page = await (await api.as('bupati')).get(`${HERE}/coverage`);
      expect((page.body as CoverageView).map).toMatchObject({ source: 'Dinas PUPR 2025', areas: 2 });
    }, 30_000);

    it('is sent as shapes that can be drawn, and only once', async () => {
      const reader = await api.as('disdik');
      const first = await reader.get(SHAPES);
      const { layer: up, width, height, shapes } = first.body as MapShapes;
      expect([up.source, shapes.map(({ area }) => area)]).toEqual(['Dinas PUPR 2025', ['35.05.01', '35.05.10']]);
      expect(Math.max(width, height)).toBe(4_000);
      expect(shapes[0]?.rings[0]?.every((place) => Number.isInteger(place) && place >= 0)).toBe(true);
      expect(first.headers['cache-control']).toBe('private, no-cache');
      const again = await reader.send('GET', SHAPES, undefined, { 'If-None-Match': first.headers['etag'] ?? '' });
      expect([again.status, again.text]).toEqual([304, '']);
      await send(layer('35.05.01', '35.05.02'));
      const changed = await reader.send('GET', SHAPES, undefined, { 'If-None-Match': first.headers['etag'] ?? '' });
      expect([changed.status, (changed.body as MapShapes).layer.number > up.number]).toEqual([200, true]);
    }, 30_000);

    it('sent again with the same key is the same layer', async () => {
      const key = crypto.randomUUID();
      const [one, two] = [await send(layer('35.05.02'), { key }), await send(layer('35.05.02'), { key })];
      expect(two.body).toEqual(one.body);
    }, 30_000);

    it('is refused with the reason, and what is up stays up', async () => {
      const before = (await (await api.as('admin')).get(SHAPES)).headers['etag'];
      expect(codeOf(await send('kacau'))).toEqual([422, 'MAP_UNREADABLE']);
      expect(codeOf(await send(layer('35.72.01')))).toEqual([422, 'MAP_CODE_FOREIGN']);
      expect(codeOf(await send(layer('35.05.77')))).toEqual([422, 'MAP_CODE_UNKNOWN']);
      expect(codeOf(await send(layer('35.05.01'), { source: ' ' }))).toEqual([422, 'TEXT_EMPTY']);
      expect(codeOf(await send(''))).toEqual([422, 'MAP_FILE_MISSING']);
      expect(codeOf(await send(layer('35.05.01'), { seat: 'dinkes' }))).toEqual([403, 'ROLE_NOT_ALLOWED']);
      expect((await (await api.as('admin')).get(SHAPES)).headers['etag']).toBe(before);
    }, 60_000);

    it('is seen by those who read figures, and by no neighbour', async () => {
      expect(codeOf(await (await api.as('jaksa')).get(SHAPES))).toEqual([403, 'ROLE_NOT_ALLOWED']);
      expect(codeOf(await (await api.as('kota')).get(SHAPES))).toEqual([404, 'NOT_FOUND']);
      const city = '/api/regions/35.72/map-layers/current';
      expect((await (await api.as('kota')).get(city)).text).toBe('null');
    });

    it('is taken down, and the one before it does not come back', async () => {
      const admin = await api.as('admin');
      expect(codeOf(await (await api.as('dinkes')).delete(SHAPES))).toEqual([403, 'ROLE_NOT_ALLOWED']);
      expect((await admin.delete(SHAPES)).status).toBe(200);
      expect((await journal())[0]).toBe('MapLayerWithdrawn');
      expect((await admin.get(SHAPES)).text).toBe('null');
      expect(codeOf(await admin.delete(SHAPES))).toEqual([409, 'MAP_LAYER_NONE']);
    });
  });

  describe('a statement', () => {
    const SAID = { source: 'Kominfo, 17 Agustus 2026', note: 'UHC tercapai 100 %' };
    const record = async (over: object = {}, seat: Seat = 'data'): Promise<Response> =>
      (await api.as(seat)).post(`${HERE}/claims`, { ...SAID, ...over });
    const listed = async (seat: Seat = 'bupati'): Promise<readonly PublishedFigureView[]> =>
      (await (await api.as(seat)).get(`${HERE}/claims`)).body as PublishedFigureView[];

    it('is recorded as it was said: without a count a claim, with one data', async () => {
      await api.database.owning(
        `INSERT INTO published_figure (id, region_code, region_name, kind, source)
         VALUES ('k', '35.05', 'Kabupaten Blitar', 'DATA', 'pers'), ('b', '35.22', 'Kabupaten Bojonegoro', 'CLAIM', 'pers')`,
      );
      expect((await record({ registeredPercent: 100 })).status).toBe(201);
      expect((await journal())[0]).toBe('ClaimRecorded');
      const figures = {
        asOf: '2026-08-17',
        registered: 900,
        registeredPercent: 97.45,
        active: 950,
        population: 1_000,
        saysUhc: true,
      };
      expect((await record({ ...figures, denominator: 'DKB 2025-II' })).status).toBe(201);
      const list = await listed();
      expect(list.map(({ id, kind }) => [id, kind])).toEqual([
        ['k', 'DATA'],
        [expect.stringMatching(/^claim:\d+$/), 'CLAIM'],
        [expect.stringMatching(/^claim:\d+$/), 'DATA'],
      ]);
      expect(list[1]).toMatchObject({ ...SAID, asOf: null, registeredPercent: 100, registered: null });
      expect(list[2]).toMatchObject({ ...figures, region: { code: '35.05', name: 'Kabupaten Blitar' } });
    });

    it.each([
      [{ source: ' ' }, 'TEXT_EMPTY'],
      [{ note: '' }, 'TEXT_EMPTY'],
      [{ asOf: '2027-01-01' }, 'REPORT_DATE_IN_FUTURE'],
      [{ asOf: '2026-02-30' }, 'DATE_INVALID'],
      [{ registeredPercent: 1_000 }, 'PERCENT_INVALID'],
      [{ activePercent: 97.455 }, 'PERCENT_INVALID'],
      [{ registered: -1 }, 'QUANTITY_INVALID'],
      [{ population: 0 }, 'QUANTITY_INVALID'],
      [{ active: 10_000_001 }, 'QUANTITY_TOO_LARGE'],
    ])('is refused with %j: %s', async (over, code) => {
      expect(codeOf(await record(over))).toEqual([422, code]);
    });

    it('is recorded by the lead and the data officer, read by those who read figures, and by no neighbour', async () => {
      expect(codeOf(await record({}, 'disdik'))).toEqual([403, 'ROLE_NOT_ALLOWED']);
      expect(codeOf(await record({}, 'provinsi'))).toEqual([403, 'ROLE_NOT_ALLOWED']);
      expect((await listed('provinsi')).length).toBe(3);
      expect(codeOf(await (await api.as('loket')).get(`${HERE}/claims`))).toEqual([403, 'ROLE_NOT_ALLOWED']);
      expect(codeOf(await (await api.as('kota')).get(`${HERE}/claims`))).toEqual([404, 'NOT_FOUND']);
      expect(((await (await api.as('kota')).get('/api/regions/35.72/claims')).body as unknown[]).length).toBe(0);
    });
  });
});
