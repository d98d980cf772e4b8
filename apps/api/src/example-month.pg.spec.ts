import type { CoverageView, FigureFileView } from '@papan/contracts';
import { plantCut } from './testing/plant-figures';
import { type TestApi, testApi } from './testing/table-api';

const REGION = '/api/regions/35.05';

describe('the file with which a month can be tried', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
    await plantCut(api.database, {
      ...{ asOf: '2026-10-01', population: 30_000, registered: 20_412, active: 19_004, level: 'VILLAGE' },
      cells: [
        ['35.05.10.2001', 'PBI_JK', 20_400, 19_000],
        ['35.05.10.2001', 'BP', 12, 4],
      ],
    });
  }, 60_000);
  afterAll(() => api.close());

  it('is there in an example region only', async () => {
    const lead = await api.as('dinkes');
    await api.database.owning(`UPDATE region SET example = false WHERE code = '35.05'`);
    expect((await lead.get(`${REGION}/coverage/example.csv`)).status).toBe(404);
    await api.database.owning(`UPDATE region SET example = true WHERE code = '35.05'`);
    expect((await lead.download(`${REGION}/coverage/example.csv`)).status).toBe(200);
    expect((await (await api.as('bupati')).get(`${REGION}/coverage/example.csv`)).status).toBe(403);
  });

  it.each(['xlsx', 'csv'])('is of the month after the newest, and is loaded as it is: %s', async (ending) => {
    const lead = await api.as('dinkes');
    const file = await lead.download(`${REGION}/coverage/example.${ending}`);
    // The second is asked for after the first was loaded: December has not begun, and November is corrected.
    expect(file.headers['content-disposition']).toContain(`2026-11-01.${ending}`);
    const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': `contoh.${ending}` };
    const sent = await lead.send('POST', `${REGION}/figure-files?kind=MONTH`, file.body as Buffer, headers);
    const { id, mapping } = sent.body as FigureFileView;
    const told = { mapping, asOf: '2026-11-01', source: 'BPJS (contoh)', population: 30_000, example: true };
    const checked = (await lead.post(`${REGION}/figure-files/${id}/mapping`, told)).body as FigureFileView;
    expect(checked.preview?.checks.filter(({ weight }) => weight === 'STOP')).toEqual([]);
    expect(checked.preview?.cells).toBe(2);
    expect((await lead.post(`${REGION}/figure-files/${id}/apply`, { despite: true })).status).toBe(200);
    const { cuts } = (await lead.get(`${REGION}/coverage`)).body as CoverageView;
    expect(cuts.at(-1)).toMatchObject({ asOf: '2026-11-01', level: 'VILLAGE', older: ending === 'csv' ? 1 : 0 });
    expect(cuts.at(-1)?.registered).toBe(checked.preview?.registered);
  });
});
