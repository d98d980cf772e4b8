import { randomUUID } from 'node:crypto';
import type { Accepted } from '@papan/contracts';
import { orThrow } from '@papan/domain';
import { DISDIK, DISNAKER, type Seat, actorOf } from '@papan/server-platform/testing';
import ExcelJS from 'exceljs';
import { composeReport } from './report/compose';
import { gatherReport } from './report/gather';
import { type PlantedCut, plantArea, plantCut, plantPopulation } from './testing/plant-figures';
import { type TestApi, testApi } from './testing/table-api';

const REPORT = '/api/regions/35.05/coverage/report';
const OCTOBER: PlantedCut = {
  ...{ asOf: '2026-10-01', registered: 753, active: 632, level: 'VILLAGE', source: 'BPJS KC Kediri' },
  cells: [
    ['35.05.10.2001', 'PBI_JK', 300, 250],
    ['35.05.10.2001', 'PPU_PN', 100, 90],
    ['35.05.01.2001', 'PBI_JK', 203, 182],
    ['35.05.01.2002', 'BP', 150, 110],
  ],
};

describe('the monthly report', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
    for (const [code, name] of [
      ['35.05.01', 'Wonodadi'],
      ['35.05.01.2001', 'Jaten'],
      ['35.05.01.2002', 'Salam'],
    ] as const)
      await plantArea(api.database, code, name);
    await plantPopulation(api.database, '2025-II', 1_000, {
      ...{ '35.05.10.2001': 450, '35.05.01.2001': 400, '35.05.01.2002': 150 },
    });
    await plantCut(api.database, { asOf: '2026-08-01', registered: 690, active: 600 });
    await plantCut(api.database, {
      ...{ asOf: '2026-09-01', registered: 700, active: 610, level: 'DISTRICT' },
      cells: [
        ['35.05.10', 'PBI_JK', 400, 340],
        ['35.05.01', 'PBI_JK', 300, 270],
      ],
    });
    await plantCut(api.database, OCTOBER);
    await api.database.owning(
      `INSERT INTO movement (region, as_of, movements, source, recorded_at)
       VALUES ('35.05', '2026-10-01', '{"ENROLLED": 60, "DIED": 10, "DEACTIVATED": 25}', 'BPJS', now())`,
    );
    await task(DISDIK, 'Daftarkan guru', 'campaign');
    await task(DISNAKER, 'Rahasia', 'agency');
  }, 60_000);
  afterAll(() => api.close());

  const task = async (agency: number, title: string, visibility: string): Promise<void> => {
    const lead = await api.as('dinkes');
    const plan = { campaign: 1, agency, title, unit: 'people', segment: 'PBI_JK', target: 100, due: '2026-11-30' };
    const { task } = (await lead.post('/api/regions/35.05/tasks', { ...plan, visibility })).body as Accepted;
    const worker = agency === DISDIK ? await api.as('disdik') : await api.as('disnaker');
    const report = { entry: randomUUID(), delta: 40, on: '2026-09-20' };
    await worker.post(`/api/regions/35.05/tasks/${task}/reports`, report);
    const blocker = { code: 'DATA', text: `NIK ${title}`, lifter: agency === DISDIK ? DISNAKER : 1, wantedBy: null };
    expect((await worker.post(`/api/regions/35.05/tasks/${task}/blockers`, blocker)).status).toBe(201);
    await api.database.owning(`UPDATE task SET due = '2026-10-20' WHERE region = '35.05' AND id = $1`, [task]);
  };

  const book = async (seat: Seat, query = ''): Promise<ExcelJS.Workbook> => {
    const answer = await (await api.as(seat)).download(`${REPORT}.xlsx${query}`);
    expect(answer.status).toBe(200);
    const bytes = answer.body as Buffer;
    const found = new ExcelJS.Workbook();
    await found.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
    return found;
  };
  const rows = (found: ExcelJS.Workbook, tab: string): readonly unknown[][] => {
    const sheet = found.getWorksheet(tab);
    if (!sheet) throw new Error(`no sheet ${tab}`);
    return sheet
      .getSheetValues()
      .slice(6)
      .map((row) => (row as unknown[]).slice(1));
  };
  const tabs = (found: ExcelJS.Workbook): readonly string[] => found.worksheets.map(({ name }) => name);

  it('tells a month in sheets whose numbers are numbers and add up', async () => {
    const found = await book('bupati');
    expect(tabs(found)).toEqual([
      ...['Batas', 'Segmen', 'Kuota PBI', 'Perubahan', 'Mutasi', 'Kecamatan', 'Instansi', 'Badan usaha'],
      ...['Rekonsiliasi', 'Desa'],
    ]);
    for (const sheet of found.worksheets) {
      expect(sheet.getCell('A2').text).toMatch(/^Per: .*2026/);
      expect(sheet.getCell('A4').text).toBe('DATA CONTOH: bukan data resmi');
    }
    expect(found.getWorksheet('Segmen')?.getCell('A2').text).toBe('Per: 1 Oktober 2026; penduduk 1.000 jiwa (2025-II)');
    expect(found.getWorksheet('Segmen')?.getCell('A3').text).toBe('Sumber: BPJS KC Kediri');
    expect(rows(found, 'Batas')).toEqual([
      ['Terdaftar', 753, 75.3, 98, 980, 227, 0, 'belum ada data'],
      ['Aktif', 632, 63.2, 80, 800, 168, 0, 'belum ada data'],
    ]);
    expect(rows(found, 'Segmen')).toEqual([
      ['PBI Jaminan Kesehatan', 503, 432, 71, 85.88],
      ['PPU Penyelenggara Negara', 100, 90, 10, 90],
      ['Bukan Pekerja', 150, 110, 40, 73.33],
      ['Jumlah', 753, 632, 121, 83.93],
    ]);
    expect(rows(found, 'Kuota PBI')).toEqual([['belum ada data', 432, 'belum ada data', 'belum ada data']]);
    for (const tab of ['Kecamatan', 'Desa']) {
      const cells = rows(found, tab);
      const [last, others] = [cells.at(-1) ?? [], cells.slice(0, -1)];
      for (const at of tab === 'Desa' ? [3, 4, 6, 8] : [2, 3, 5, 7]) {
        expect(last[at]).toBe(others.reduce((sum, row) => sum + Number(row[at]), 0));
      }
      // Together exactly those whom the region misses, though one village is above the line.
      expect(last.at(-1)).toBe(227);
    }
  });

  it('bridges from the month before to the person, and says what no movement tells', async () => {
    const told = rows(await book('dinkes'), 'Perubahan');
    expect(told).toEqual([
      ['1 September 2026', 700, 610],
      ['Pendaftaran baru', 60, 60],
      ['Meninggal', -10, -10],
      ['Dinonaktifkan (SK)', 0, -25],
      ['Tidak dijelaskan oleh mutasi', 3, -3],
      ['1 Oktober 2026', 753, 632],
    ]);
    for (const at of [1, 2]) {
      const numbers = told.map((row) => Number(row[at]));
      expect(numbers.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(numbers.at(-1));
    }
  });

  it('counts what every party sees, and never tells of a restricted task, whoever asks', async () => {
    const found = await book('dinkes');
    const agencies = rows(found, 'Instansi');
    expect(agencies.find(([name]) => name === 'Dinas Pendidikan')?.slice(1)).toEqual([100, 40, 0, 0, 1, 1]);
    expect(agencies.find(([name]) => name === 'Dinas Tenaga Kerja')?.slice(1, 4)).toEqual([0, 0, 0]);
    expect(agencies.at(-1)).toEqual(['Jumlah', 100, 40, 0, 0, 1, 1]);
    expect(rows(found, 'Rekonsiliasi').find(([segment]) => segment === 'PBI Jaminan Kesehatan')).toEqual([
      ...['PBI Jaminan Kesehatan', 40, 0, -197],
    ]);
  });

  it('shows the province neither the villages nor the table nor the employers', async () => {
    expect(tabs(await book('provinsi'))).toEqual(['Batas', 'Segmen', 'Kuota PBI', 'Perubahan', 'Mutasi', 'Kecamatan']);
    expect(tabs(await book('disdik'))).not.toContain('Badan usaha');
  });

  it('is of another month where one is named, and of none that is not there', async () => {
    const found = await book('dinkes', '?month=2026-09-01');
    expect(found.getWorksheet('Batas')?.getCell('A2').text).toContain('1 September 2026');
    expect(tabs(found)).not.toContain('Desa');
    const lead = await api.as('dinkes');
    expect((await lead.get(`${REPORT}.xlsx?month=2026-09-02`)).status).toBe(404);
    expect((await lead.get(`${REPORT}.pdf?month=kemarin`)).status).toBe(422);
    expect((await lead.get(`${REPORT}.pdf?paper=A3`)).status).toBe(422);
    expect((await api.stranger.get(`${REPORT}.pdf`)).status).toBe(401);
    expect((await (await api.as('loket')).get(`${REPORT}.pdf`)).status).toBe(403);
  });

  it('ends with the minutes of the meeting, whose agenda is what waits and what is late, and a list to be signed', async () => {
    const { parts } = composeReport(orThrow(await gatherReport(api.door, actorOf('dinkes'), undefined)));
    const [minutes, present] = parts.slice(-2);
    expect(minutes?.items.join(' ')).toContain('Disdik menunggu Disnaker. NIK Daftarkan guru');
    expect(minutes?.items.join(' ')).toContain('Terlambat 13 hari (tenggat 20 Okt 2026), Disdik: Daftarkan guru');
    expect(JSON.stringify(parts)).not.toContain('Rahasia');
    expect(minutes?.newPage).toBe(true);
    expect(present?.table?.rows.map(([, name]) => name)).toContain('Kejaksaan Negeri Contoh');
    expect(present?.table?.rows.every((row) => row.slice(2).every((cell) => cell === ''))).toBe(true);
    const villages = parts.find(({ heading }) => heading === 'Kecamatan Wonodadi');
    expect(villages?.table?.rows.map(([code]) => code)).toEqual(['35.05.01.2001', '35.05.01.2002', 'Jumlah']);
  });

  it('is set on F4 or A4, tagged, with its typefaces', async () => {
    for (const [paper, box] of [
      ['', '609.44[0-9]* 935.43[0-9]*'],
      ['?paper=A4', '595.27[0-9]* 841.88[0-9]*'],
    ] as const) {
      const answer = await (await api.as('bupati')).download(`${REPORT}.pdf${paper}`);
      expect(answer.headers['content-disposition']).toContain('laporan-cakupan-35.05-2026-10-01.pdf');
      const raw = (answer.body as Buffer).toString('latin1');
      expect(raw).toMatch(/^%PDF-1\.7/);
      expect(raw).toMatch(new RegExp(`/MediaBox \\[0 0 ${box}\\]`));
      expect(raw).toMatch(/\/MarkInfo <<[^>]*\/Marked true/);
      const fonts = raw.match(/\/Type \/FontDescriptor[\s\S]*?>>/g) ?? [];
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) expect(font).toMatch(/\/FontFile2/);
    }
  });
});
