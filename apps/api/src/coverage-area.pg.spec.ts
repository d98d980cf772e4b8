import type { AreaMonthsView } from '@papan/contracts';
import type { Seat } from '@papan/server-platform/testing';
import { plantArea, plantCut, plantPopulation } from './testing/plant-figures';
import { type TestApi, testApi } from './testing/table-api';

const HERE = '/api/regions/35.05/coverage/areas';

describe('one district over the months', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
    for (const [code, name] of [
      ['35.05.01', 'Wonodadi'],
      ['35.05.02', 'Udanawu'],
      ['35.05.02.2001', 'Bakung'],
      ['35.05.02.2002', 'Sumbersari'],
    ] as const)
      await plantArea(api.database, code, name);
    await plantPopulation(api.database, '2025-I', 900, { '35.05.01': 500, '35.05.02': 400 });
    await plantPopulation(api.database, '2025-II', 1_000, {
      '35.05.01': 550,
      '35.05.02.2001': 250,
      '35.05.02.2002': 200,
    });
    await plantCut(api.database, { asOf: '2026-07-31', registered: 690, active: 590 });
    await plantCut(api.database, {
      ...{ asOf: '2026-08-31', registered: 700, active: 600, level: 'DISTRICT' },
      ...{ population: 900, populationVersion: '2025-I' },
      cells: [
        ['35.05.01', 'PBI_JK', 400, 350],
        ['35.05.02', 'PBI_JK', 297, 248],
        ['35.05.02', 'BP', 3, 2],
      ],
    });
    await plantCut(api.database, {
      ...{ asOf: '2026-09-30', registered: 1, active: 1, source: 'salah', level: 'VILLAGE' },
      cells: [['35.05.02.2001', 'PBI_JK', 1, 1]],
    });
    await plantCut(api.database, {
      ...{ asOf: '2026-09-30', registered: 753, active: 632, level: 'VILLAGE' },
      cells: [
        ['35.05.01', 'PBI_JK', 433, 382],
        ['35.05.02.2001', 'PBI_JK', 200, 150],
        ['35.05.02.2002', 'PBI_JK', 120, 100],
      ],
    });
  }, 60_000);
  afterAll(() => api.close());

  const get = async (seat: Seat, area: string): Promise<AreaMonthsView> => {
    const answer = await (await api.as(seat)).get(`${HERE}/${area}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body as AreaMonthsView;
  };

  it('sums its villages, by the newest version of each day, over the population of that month', async () => {
    const { name, months } = await get('dinkes', '35.05.02');
    expect(name).toBe('Udanawu');
    expect(months).toEqual([
      {
        ...{ asOf: '2026-08-31', area: '35.05.02', name: 'Udanawu', kind: 'DISTRICT', population: 400 },
        ...{ registered: 300, active: 250, segments: { PBI_JK: [297, 248], BP: [3, 2] } },
      },
      {
        ...{ asOf: '2026-09-30', area: '35.05.02', name: 'Udanawu', kind: 'DISTRICT', population: 450 },
        ...{ registered: 320, active: 250, segments: { PBI_JK: [320, 250] } },
      },
    ]);
  });

  it('tells the same as the months themselves', async () => {
    const { months } = await get('bupati', '35.05.02');
    for (const { asOf, ...figure } of months) {
      const answer = await (await api.as('bupati')).get(`/api/regions/35.05/coverage/months/${asOf}`);
      const { areas } = answer.body as { areas: { area: string }[] };
      expect(areas.find(({ area }) => area === '35.05.02')).toEqual(figure);
    }
  });

  it('is seen by the province without segments', async () => {
    const { months } = await get('provinsi', '35.05.02');
    expect(months.map(({ asOf, registered, segments }) => [asOf, registered, segments])).toEqual([
      ['2026-08-31', 300, {}],
      ['2026-09-30', 320, {}],
    ]);
  });

  it('is not there for a village, another region or a wrong word, and refused to those who read no figures', async () => {
    const status = async (seat: Seat, area: string) => (await (await api.as(seat)).get(`${HERE}/${area}`)).status;
    expect(await status('dinkes', '35.05.02.2001')).toBe(404);
    expect(await status('dinkes', '35.05.99')).toBe(404);
    expect(await status('dinkes', '%25')).toBe(404);
    expect(await status('kota', '35.05.02')).toBe(404);
    expect(await status('jaksa', '35.05.02')).toBe(403);
  });
});
