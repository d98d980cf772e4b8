import type { Accepted, CoverageView, MonthView, ProvinceView } from '@papan/contracts';
import type { Seat } from '@papan/server-platform/testing';
import { DISDIK } from '@papan/server-platform/testing';
import { plantArea, plantCut, plantPopulation } from './testing/plant-figures';
import { type TestApi, testApi } from './testing/table-api';

const HERE = '/api/regions/35.05/coverage';

describe('the figures of coverage as they are read', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
  }, 60_000);
  afterAll(() => api.close());

  const get = async <T>(seat: Seat, path: string): Promise<T> => {
    const answer = await (await api.as(seat)).get(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
    return answer.body as T;
  };
  const refusal = async (seat: Seat, path: string): Promise<readonly [number, string]> => {
    const answer = await (await api.as(seat)).get(path);
    return [answer.status, (answer.body as { code: string }).code];
  };
  const work = async (amount: number, on: string, over: object = {}): Promise<void> => {
    const lead = await api.as('dinkes');
    const plan = { campaign: 1, agency: DISDIK, title: 'Guru', unit: 'people', segment: 'PPU_PN', target: 500 };
    const answer = await lead.post('/api/regions/35.05/tasks', { ...plan, due: '2026-12-15', ...over });
    const { task } = answer.body as Accepted;
    const operator = await api.as('disdik');
    const report = { entry: crypto.randomUUID(), delta: amount, on };
    const reported = await operator.post(`/api/regions/35.05/tasks/${task}/reports`, report);
    const taken = { entry: crypto.randomUUID(), delta: -5, corrects: report.entry, note: 'dua kali' };
    const corrected = await operator.post(`/api/regions/35.05/tasks/${task}/corrections`, taken);
    const entries = [{ entry: crypto.randomUUID(), measure: 'registered', delta: 20 }];
    // Nobody but the lead and its own agency knows of a restricted task; the lead would verify it from a file of BPJS.
    const verifier = await api.as('visibility' in over ? 'dinkes' : 'bpjs');
    const file = { kind: 'BPJS_FILE', number: '1', date: on, hash: 'a'.repeat(64) };
    const source = 'visibility' in over ? file : { kind: 'BPJS' };
    const verification = { asOf: on, source, entries };
    const verified = await verifier.post(`/api/regions/35.05/tasks/${task}/verifications`, verification);
    expect([answer, reported, corrected, verified].map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  };

  describe('of a region', () => {
    beforeAll(async () => {
      for (const [code, name] of [
        ['35.05.01', 'Wonodadi'],
        ['35.05.02', 'Udanawu'],
        ['35.05.03', 'Srengat'],
        ['35.05.02.2001', 'Bakung'],
      ] as const)
        await plantArea(api.database, code, name);
      await plantPopulation(api.database, '2025-I', 900);
      await plantPopulation(api.database, '2025-II', 990);
      await plantPopulation(api.database, '2025-II', 1_000, {
        '35.05.10.2001': 400,
        '35.05.01': 300,
        '35.05.02.2001': 290,
      });
      await plantCut(api.database, { asOf: '2026-08-31', registered: 700, active: 600 });
      await plantCut(api.database, { asOf: '2026-09-30', registered: 1, active: 1, source: 'salah' });
      await plantCut(api.database, {
        ...{ asOf: '2026-09-30', registered: 753, active: 632, level: 'VILLAGE' },
        cells: [
          ['35.05.10.2001', 'PBI_JK', 300, 250],
          ['35.05.10.2001', 'PPU_PN', 100, 90],
          ['35.05.01', 'PBI_JK', 200, 180],
          ['35.05.02.2001', 'PBI_JK', 150, 110],
          ['35.05.02.2001', 'BP', 3, 2],
        ],
      });
      await api.database.owning(
        `INSERT INTO movement (region, as_of, movements, source, recorded_at)
         VALUES ('35.05', '2026-09-30', '{"BORN": 1}', 'x', now()), ('35.05', '2026-09-30', '{"BORN": 7}', 'x', now())`,
      );
      await work(50, '2026-09-30');
      await work(30, '2026-10-20');
      await work(90, '2026-10-20', { visibility: 'agency' });
      await work(11, '2026-10-20', { unit: 'workers', segment: null });
      await work(40, '2026-08-31');
    }, 60_000);

    it('are the newest version of each month, oldest first, with what is told by segment', async () => {
      const { region, today, cuts, segments, map } = await get<CoverageView>('dinkes', HERE);
      expect(region).toEqual({ code: '35.05', name: 'Kabupaten Blitar', example: true });
      expect([today, map]).toEqual(['2026-11-02', null]);
      expect(cuts.map(({ asOf, registered, older, level }) => [asOf, registered, older, level])).toEqual([
        ['2026-08-31', 700, 0, 'TOTAL'],
        ['2026-09-30', 753, 1, 'VILLAGE'],
      ]);
      expect(segments).toEqual([
        { asOf: '2026-09-30', segment: 'PBI_JK', registered: 650, active: 540 },
        { asOf: '2026-09-30', segment: 'PPU_PN', registered: 100, active: 90 },
        { asOf: '2026-09-30', segment: 'BP', registered: 3, active: 2 },
      ]);
    });

    it('have the newest version of each population and of each month of movements', async () => {
      const { populations, movements } = await get<CoverageView>('dinkes', HERE);
      expect(populations.map(({ semester, people }) => [semester, people])).toEqual([
        ['2025-I', 900],
        ['2025-II', 1_000],
      ]);
      expect(movements).toEqual([{ asOf: '2026-09-30', movements: { BORN: 7 } }]);
    });

    it('tell the work between the cuts, net of corrections, on tasks that every party sees', async () => {
      const { work: told } = await get<CoverageView>('bupati', HERE);
      expect(told).toEqual([
        { until: '2026-09-30', agency: DISDIK, segment: 'PPU_PN', reported: 45, registered: 20, active: 0 },
        { until: null, agency: DISDIK, segment: 'PPU_PN', reported: 25, registered: 20, active: 0 },
        { until: null, agency: DISDIK, segment: null, reported: 6, registered: 20, active: 0 },
      ]);
    });

    it('of a month are told by village, a district as the sum of its villages; what is not told is no 0', async () => {
      const { cut, versions, areas } = await get<MonthView>('disdik', `${HERE}/months/2026-09-30`);
      expect([cut.registered, versions.map(({ source }) => source)]).toEqual([753, ['salah']]);
      expect(areas.map(({ area, population, registered, active }) => [area, population, registered, active])).toEqual([
        ['35.05.01', 300, 200, 180],
        ['35.05.02', 290, 153, 112],
        ['35.05.02.2001', 290, 153, 112],
        ['35.05.03', null, null, null],
        ['35.05.10', 400, 400, 340],
        ['35.05.10.2001', 400, 400, 340],
      ]);
      expect(areas[4]).toMatchObject({ name: 'Kanigoro', segments: { PBI_JK: [300, 250], PPU_PN: [100, 90] } });
    });

    it('of a month of totals are told by no area', async () => {
      const { areas } = await get<MonthView>('disdik', `${HERE}/months/2026-08-31`);
      expect(areas.map(({ registered }) => registered)).toEqual([null, null, null, null]);
    });

    it('are seen by the province without work, villages, and small counts', async () => {
      const whole = await get<CoverageView>('provinsi', HERE);
      expect(whole.work).toEqual([]);
      expect(whole.segments.map(({ segment }) => segment)).toEqual(['PBI_JK']);
      await plantCut(api.database, {
        ...{ asOf: '2026-10-31', registered: 553, active: 462, level: 'DISTRICT' },
        cells: [
          ['35.05.01', 'PBI_JK', 400, 350],
          ['35.05.02', 'BP', 3, 2],
          ['35.05.03', 'PBI_JK', 150, 110],
        ],
      });
      const { areas } = await get<MonthView>('provinsi', `${HERE}/months/2026-10-31`);
      expect(areas.map(({ area, registered, active, hidden }) => [area, registered, active, hidden])).toEqual([
        ['35.05.01', 400, 350, undefined],
        ['35.05.02', null, null, true],
        ['35.05.03', null, null, true],
        ['35.05.10', null, null, undefined],
      ]);
      expect(JSON.stringify(areas)).not.toContain('PBI_JK');
      const own = await get<MonthView>('dinkes', `${HERE}/months/2026-10-31`);
      expect(own.areas[1]).toMatchObject({ registered: 3, segments: { BP: [3, 2] } });
    });

    it('are refused to those who read no figures, and to the neighbours', async () => {
      for (const path of [HERE, `${HERE}/months/2026-09-30`]) {
        expect(await refusal('jaksa', path)).toEqual([403, 'ROLE_NOT_ALLOWED']);
        expect(await refusal('loket', path)).toEqual([403, 'ROLE_NOT_ALLOWED']);
        expect(await refusal('kota', path)).toEqual([404, 'NOT_FOUND']);
      }
      expect(await refusal('dinkes', `${HERE}/months/2026-09-29`)).toEqual([404, 'NOT_FOUND']);
      expect(await refusal('dinkes', `${HERE}/months/kemarin`)).toEqual([422, 'DATE_INVALID']);
      const { cuts } = await get<CoverageView>('kota', '/api/regions/35.72/coverage');
      expect(cuts).toEqual([]);
    });
  });

  describe('of a province', () => {
    const province = (seat: Seat = 'provinsi'): Promise<ProvinceView> => get(seat, '/api/provinces/35');

    it('stand by region, with the cut of a year before for the gain', async () => {
      const city = { region: '35.72', population: 163_342, populationVersion: '2025-I' };
      await plantCut(api.database, { ...city, asOf: '2026-02-28', registered: 160_000, active: 150_000 });
      await plantCut(api.database, { ...city, asOf: '2026-01-31', registered: 159_000, active: 150_000 });
      expect((await province()).regions[1]?.earlier).toMatchObject({ asOf: '2026-01-31' });
      await plantCut(api.database, { ...city, asOf: '2025-02-28', registered: 150_000, active: 140_000 });
      await plantCut(api.database, { ...city, asOf: '2025-01-31', registered: 149_000, active: 140_000 });
      await plantCut(api.database, { ...city, asOf: '2026-02-28', registered: 160_001, active: 150_000 });
      const { name, regions } = await province();
      expect([name, regions.map(({ region }) => region)]).toEqual(['Jawa Timur', ['35.05', '35.72']]);
      expect(regions[1]).toMatchObject({
        name: 'Kota Blitar',
        cut: {
          asOf: '2026-02-28',
          registered: 160_001,
          population: 163_342,
          populationVersion: '2025-I',
          example: true,
        },
        earlier: { asOf: '2025-02-28', registered: 150_000 },
      });
    });

    it('list a claim without figures apart, with its region', async () => {
      await api.database.owning(
        `INSERT INTO published_figure (id, region_code, region_name, kind, source, note)
         VALUES ('b', '35.22', 'Kabupaten Bojonegoro', 'CLAIM', 'pers', '100 % aktif'),
                ('x', '12.74', 'Kota Tanjungbalai', 'CLAIM', 'pers', 'lain')`,
      );
      const { regions, claims } = await province();
      expect(claims.map(({ id }) => id)).toEqual(['b']);
      expect(regions[1]).toEqual({ region: '35.22', name: 'Kabupaten Bojonegoro', cut: null, earlier: null });
    });

    it('are totals for whoever reads figures; what is no province is not there', async () => {
      expect((await province('bupati')).regions.length).toBe(3);
      expect(await refusal('jaksa', '/api/provinces/35')).toEqual([403, 'ROLE_NOT_ALLOWED']);
      expect(await refusal('provinsi', '/api/provinces/99')).toEqual([404, 'NOT_FOUND']);
      expect(await refusal('provinsi', '/api/provinces/toString')).toEqual([404, 'NOT_FOUND']);
    });
  });
});
