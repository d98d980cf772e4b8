import request, { type Response } from 'supertest';
import { plantArea, plantCut, plantPopulation } from './testing/plant-figures';
import { type TestApi, testApi } from './testing/table-api';

const EVIL = '<script>alert("x")</script>';

describe('the public page', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
    for (const [code, name] of [
      ['35.05.01', EVIL],
      ['35.05.02', 'Udanawu'],
      ['35.05.03', 'Srengat'],
    ] as const)
      await plantArea(api.database, code, name);
    await plantPopulation(api.database, '2024-II', 187_930, { '35.05.01': 100_000, '35.05.03': 60_000 });
    const months = [179_000, 180_000, 181_000, 182_000, 182_500];
    for (const [at, registered] of months.entries()) {
      const asOf = `2024-${String(at + 11).padStart(2, '0')}-30`;
      await plantCut(api.database, {
        asOf: at < 2 ? asOf : `2025-0${at - 1}-28`,
        ...{ registered, active: 150_000, population: 187_930, populationVersion: '2024-II' },
      });
    }
    await plantCut(api.database, {
      ...{ asOf: '2025-04-01', population: 187_930, populationVersion: '2024-II', registered: 1, active: 1 },
    });
    await plantCut(api.database, {
      ...{ asOf: '2025-04-01', population: 187_930, populationVersion: '2024-II', level: 'DISTRICT' },
      ...{ registered: 183_139, active: 150_499, source: `=BPJS ${EVIL}` },
      cells: [
        ['35.05.01', 'PBI_JK', 100_000, 90_000],
        ['35.05.02', 'BP', 3, 2],
        ['35.05.03', 'PPU_PN', 50_000, 40_497],
        ['35.05.10', 'PPU_PN', 33_136, 20_000],
      ],
    });
  }, 60_000);
  afterAll(() => api.close());

  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(request(api.server).get(path).set(headers));
  const page = async (path: string): Promise<string> => {
    const answer = await ask(path);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    return answer.text;
  };
  const text = (source: string): string => source.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

  it('lists the regions of the installation', async () => {
    const list = await page('/publik');
    expect(list).toContain('<html lang="id">');
    expect(list).toContain('href="/publik/35.05"');
    expect(text(list)).toMatch(/Kabupaten Blitar Data contoh 97,45% 80,08% 1 Apr 2025/);
    expect(text(list)).toMatch(/Kota Blitar Data contoh Belum ada data Belum ada data/);
  });

  it('tells the figures with numerator, denominator, date, source and the rule in force', async () => {
    const said = text(await page('/publik/35.05'));
    expect(said).toContain('Data contoh');
    expect(said).toContain('Keadaan 1 April 2025 · Sumber: =BPJS &lt;script&gt;');
    expect(said).toContain('183.139 terdaftar dari 187.930 penduduk');
    expect(said).toContain('150.499 aktif dari 187.930 penduduk');
    expect(said).toContain('Kurang 1.033 orang lagi');
    expect(said).toContain('Terpenuhi, 155 orang di atas batas');
    expect(said).toContain('Ketentuan: 98% penduduk, menurut kesepakatan daerah');
    expect(said).toContain('82,18%');
    expect(said).not.toMatch(/UHC tercapai/i);
  });

  it('forecasts with a band, and names the national rule where there is no campaign', async () => {
    const said = text(await page('/publik/35.05'));
    expect(said).toMatch(
      /Terdaftar: dengan laju \+1\.035 orang per bulan, 98% diperkirakan tercapai sekitar \d+ \w+ 2025/,
    );
    await api.database.owning(`UPDATE campaign SET open = false WHERE region = '35.05'`);
    expect(text(await page('/publik/35.05'))).toContain(
      'Ketentuan nasional: 98% penduduk, berlaku sejak 1 Januari 2025',
    );
    await api.database.owning(`UPDATE campaign SET open = true WHERE region = '35.05' AND id = 1`);
  });

  it('draws the trend as a picture with words and has its table', async () => {
    const whole = await page('/publik/35.05');
    expect(whole).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="trend-title trend-text"/);
    expect(whole.match(/<circle/g)).toHaveLength(6);
    expect(text(whole)).toMatch(/Angka bulanan Data contoh .* 1 Apr 2025 187\.930 183\.139 97,45% 150\.499 80,08%/);
    expect(text(whole)).not.toContain('1 Apr 2025 187.930 1 0,00%');
  });

  it('hides small counts, and what would give them away', async () => {
    const said = text(await page('/publik/35.05'));
    expect(said).toMatch(/Udanawu Belum ada data disembunyikan disembunyikan disembunyikan disembunyikan/);
    expect(said).toMatch(/Kanigoro Belum ada data disembunyikan disembunyikan disembunyikan disembunyikan/);
    expect(said).toMatch(/Srengat 60\.000 50\.000 83,33% 40\.497 67,50%/);
    expect(said).toMatch(/Bukan Pekerja disembunyikan disembunyikan/);
    expect(said).toContain('Jumlah 1 sampai 4 orang disembunyikan');
  });

  it('takes names and sources for text, runs no script and loads nothing', async () => {
    const answer = await ask('/publik/35.05');
    expect(answer.text).not.toContain('<script');
    expect(answer.text).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(answer.text).not.toMatch(/ (?:src|style|on\w+)=/);
    const policy = answer.headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'/);
    expect(policy).not.toContain('script');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('speaks English where it is asked to', async () => {
    const english = await page('/publik/35.05?bahasa=en');
    expect(english).toContain('<html lang="en">');
    expect(text(english)).toContain('183,139 registered of 187,930 residents');
    expect(english).toContain('href="/publik/35.05/data.csv?bahasa=en"');
  });

  it('may be kept, and is not sent again while nothing has changed', async () => {
    const first = await ask('/publik/35.05');
    expect(first.headers['cache-control']).toBe('public, max-age=300');
    const tag = first.headers['etag'] ?? '';
    const again = await ask('/publik/35.05', { 'If-None-Match': tag });
    expect([again.status, again.text]).toEqual([304, '']);
    await plantCut(api.database, { region: '35.72', asOf: '2026-01-31', registered: 900, active: 800 });
    expect((await ask('/publik/35.05', { 'If-None-Match': tag })).status).toBe(304);
    const list = await ask('/publik');
    await plantCut(api.database, { region: '35.72', asOf: '2026-02-28', registered: 900, active: 800 });
    expect((await ask('/publik', { 'If-None-Match': list.headers['etag'] ?? '' })).status).toBe(200);
  });

  it('gives the figures as a table that no spreadsheet runs', async () => {
    const answer = await ask('/publik/35.05/data.csv');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="cakupan-35.05.csv"');
    expect(answer.text.charCodeAt(0)).toBe(0xfeff);
    const lines = answer.text.slice(1).split('\r\n');
    expect(lines[0]).toBe(
      '"jenis","tanggal","kode","nama","penduduk","semester_penduduk","terdaftar","terdaftar_persen","aktif","aktif_persen","sumber","data_contoh"',
    );
    expect(lines[6]).toBe(
      `"daerah","2025-04-01","35.05","Kabupaten Blitar",187930,"2024-II",183139,97.45,150499,80.08,"'=BPJS <script>alert(""x"")</script>","ya"`,
    );
    expect(lines).toContainEqual(
      expect.stringContaining('"kecamatan","2025-04-01","35.05.02","Udanawu",,,"disembunyikan"'),
    );
    expect(answer.text).not.toMatch(/,3,|,33136,/);
  });

  it('answers a page where there is no such region, and tells nothing else', async () => {
    for (const path of [
      '/publik/35.99',
      '/publik/x',
      `/publik/${encodeURIComponent(EVIL)}`,
      '/publik/35.99/data.csv',
    ]) {
      const answer = await ask(path);
      expect([answer.status, answer.text.includes('Daerah tidak ditemukan')]).toEqual([404, true]);
      expect(answer.text).not.toContain('<script');
    }
    expect(text(await page('/publik/35.05'))).not.toMatch(/Contoh (dinkes|bpjs)|KENARI|Dinas Pendidikan/);
  });
});
