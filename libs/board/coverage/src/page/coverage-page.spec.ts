import { DeferBlockState, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { aCut, A_VIEW, aMonth } from '../testing/sample';
import { showPage } from '../testing/show-page';
import { CoveragePage } from './coverage-page';

async function coverage(address = '/cakupan') {
  const shown = await showPage(CoveragePage, address);
  const { page, settle } = shown;
  const text = (selector: string): string => page.querySelector(selector)?.textContent.replaceAll(/\s+/g, ' ') ?? '';
  const press = async (name: string): Promise<void> => {
    const found = [...page.querySelectorAll<HTMLElement>('button, a')].find(
      (it) => (it.getAttribute('aria-label') ?? it.textContent.trim().replaceAll(/\s+/g, ' ')) === name,
    );
    if (!found) throw new Error(`no button ${name}`);
    found.click();
    await settle();
  };
  const names = (): readonly string[] =>
    [...page.querySelectorAll('pp-area-table .district th')].map((it) => it.textContent.trim());
  const gauges = (): readonly string[] =>
    [...page.querySelectorAll('pp-gauge-panel')].map((it) => it.textContent.replaceAll(/\s+/g, ' '));
  return { ...shown, text, press, names, gauges };
}

// The first page drawn makes all its parts ready, which takes longer than any of the tests.
beforeAll(async () => {
  await showPage(CoveragePage, '/cakupan');
  TestBed.resetTestingModule();
}, 60_000);

describe('the two figures of coverage', () => {
  it('stand with numerator, denominator, rule, source and date', async () => {
    const { gauges, text, page } = await coverage();
    expect(text('h1')).toBe('Cakupan per 1 Oktober 2026');
    expect(text('.page-head')).toContain('BPJS Kesehatan (contoh)');
    expect(text('.page-head')).toContain('Data contoh');
    expect(gauges()[0]).toContain('kurang 35 jiwa');
    expect(gauges()[0]).toContain('94,50% dari 1.000 penduduk');
    expect(gauges()[0]).toContain('945 jiwa dalam data BPJS per 1 Okt 2026');
    expect(gauges()[0]).toContain('98% sejak 28 Sep 2026, kesepakatan CONTOH/119');
    expect(gauges()[1]).toContain('kurang 15 jiwa');
    expect(gauges()[1]).toContain('83,07% dari 945 peserta aktif; angka lain');
    expect(gauges()[0]).not.toContain('angka lain');
    expect(page.textContent).not.toMatch(/coverage\.|NaN|undefined/);
  });

  it('move with what is verified after the cut, which stays a part of its own', async () => {
    const { gauges, live, settle } = await coverage();
    live.verified.set({ '2026-10-20': { registered: 40, active: 0 } });
    await settle();
    expect(gauges()[0]).toContain('lebih 5 jiwa');
    expect(gauges()[0]).toContain('945 jiwa dalam data BPJS');
    expect(gauges()[0]).toContain('+40 terverifikasi sesudahnya');
  });

  it('of a past month are what was published then, with its denominator and without what came later', async () => {
    const { gauges, live, settle, text } = await coverage('/cakupan?bulan=2026-07-01');
    live.verified.set({ '2026-10-20': { registered: 40, active: 0 } });
    await settle();
    expect(text('h1')).toBe('Cakupan per 1 Juli 2026');
    expect(gauges()[0]).toContain('92,42% dari 990 penduduk');
    expect(gauges()[0]).not.toContain('sesudahnya');
    expect(gauges()[0]).toContain('98% sejak 1 Jan 2025, kriteria UHC BPJS Kesehatan 2025');
  });

  it('of a district are measured by its own residents; a segment has no line', async () => {
    const one = await coverage('/cakupan?kecamatan=35.05.10');
    expect(one.gauges()[0]).toContain('93,33% dari 600 penduduk');
    expect(one.gauges()[0]).toContain('kurang 28 jiwa');
    TestBed.resetTestingModule();
    const other = await coverage('/cakupan?segmen=pbi_jk');
    expect(other.gauges()[0]).toContain('600 jiwa');
    expect(other.gauges()[0]).not.toContain('kurang');
  });

  it('say that nothing is known where nothing is known', async () => {
    const { gauges, page } = await coverage('/cakupan?kecamatan=35.05.18&lihat=wilayah');
    expect(gauges()[0]).toContain('belum ada data');
    expect(page.querySelector('pp-area-table .district')?.textContent).toContain('belum ada data');
  });
});

describe('the page of coverage', () => {
  it('fetches anew when a cut comes, and keeps what the person has chosen', async () => {
    const { wire, live, settle, text, names, page } = await coverage(
      '/cakupan?lihat=wilayah&segmen=pbi_jk&urut=nama&arah=naik',
    );
    const cuts = [...A_VIEW.cuts, aCut({ asOf: '2026-11-01', registered: 990, number: 7 })];
    wire.answers['/coverage'] = { ...A_VIEW, cuts };
    wire.answers['/coverage/months/2026-11-01'] = { ...aMonth('2026-10-01'), cut: cuts.at(-1) };
    live.cut.set(cuts.at(-1) ?? null);
    await settle();
    expect(text('h1')).toBe('Cakupan per 1 November 2026');
    expect(page.querySelector('.leaf[aria-current]')?.textContent.trim()).toBe('Wilayah');
    expect(text('.chips')).toContain('PBI Jaminan Kesehatan');
    expect(names()).toEqual(['Doko', 'Kanigoro', 'Wlingi']);
  });

  it('keeps the last figures and says so when the server does not answer', async () => {
    const { wire, live, settle, text } = await coverage();
    delete wire.answers['/coverage'];
    live.snapshots.set(2);
    await settle();
    expect(text('h1')).toBe('Cakupan per 1 Oktober 2026');
    expect(text('.stale')).toContain('belum menjawab');
  });

  it('says where nothing is loaded yet', async () => {
    const { wire, live, settle, text } = await coverage();
    wire.answers['/coverage'] = { ...A_VIEW, cuts: [] };
    live.snapshots.set(2);
    await settle();
    expect(text('pp-empty-state')).toContain('Belum ada data BPJS');
  });

  it('offers to try again where the areas of a month did not come, and shows them when they do', async () => {
    const { wire, settle, text, page } = await coverage('/cakupan?bulan=2026-08-01&lihat=wilayah');
    expect(text('pp-area-panel pp-error-state')).toContain('belum dapat dimuat');
    wire.answers['/coverage/months/2026-08-01'] = aMonth('2026-08-01');
    page.querySelector<HTMLButtonElement>('pp-area-panel pp-error-state button')?.click();
    await settle();
    expect(page.querySelectorAll('pp-area-table .district').length).toBe(3);
  });

  it('puts every choice into the address, and the address brings it back', async () => {
    const { press, page, settle } = await coverage('/cakupan?lihat=wilayah');
    const url = (): string => TestBed.inject(Router).url;
    await press('Kanigoro');
    expect(url()).toContain('kecamatan=35.05.10');
    await press('Aktif');
    await press('Bulan sebelumnya');
    expect(url()).toContain('bulan=2026-09-01');
    expect(url()).toContain('ukuran=aktif');
    const range = page.querySelector<HTMLInputElement>('#month-range');
    expect([range?.value, range?.getAttribute('aria-valuetext')]).toEqual(['4', '1 September 2026']);
    if (range) range.value = '0';
    range?.dispatchEvent(new Event('input'));
    await settle();
    expect(url()).toContain('bulan=2026-05-01');
    await press('Hapus semua saringan');
    expect(url()).toBe('/cakupan?lihat=wilayah&ukuran=aktif');
  });
});

describe('the table of areas', () => {
  it('is not drawn for a month of totals: it says that there is none', async () => {
    const { wire, live, settle, text } = await coverage('/cakupan?lihat=wilayah');
    const untold = aMonth('2026-10-01').areas.map((one) => ({ ...one, registered: null, active: null, segments: {} }));
    wire.answers['/coverage/months/2026-10-01'] = { ...aMonth('2026-10-01'), areas: untold };
    live.snapshots.set(2);
    await settle();
    expect(text('pp-area-panel')).toContain('Belum ada data per wilayah untuk bulan ini');
  });

  it('sorts by its heads, says which way, and puts what is not known last either way', async () => {
    const { names, press, page } = await coverage('/cakupan?lihat=wilayah');
    const sorted = (): string | null | undefined =>
      page.querySelector('pp-area-table [aria-sort]')?.getAttribute('aria-sort');
    expect([names(), sorted()]).toEqual([['Kanigoro', 'Wlingi', 'Doko'], 'descending']);
    await press('Kurang (jiwa)');
    expect([names(), sorted()]).toEqual([['Wlingi', 'Kanigoro', 'Doko'], 'ascending']);
    await press('Wilayah');
    await press('Penduduk');
    expect(names()).toEqual(['Kanigoro', 'Wlingi', 'Doko']);
  });

  it('unfolds a district into its villages, and sums to the cut', async () => {
    const { press, page, text } = await coverage('/cakupan?lihat=wilayah');
    await press('Desa dan kelurahan di Kanigoro');
    const villages = [...page.querySelectorAll('pp-area-table .village th')].map((it) => it.textContent.trim());
    expect(villages).toEqual(['Minggirsari', 'Kanigoro']);
    expect(text('pp-area-table .sum')).toContain('945');
    expect(text('pp-area-table .district')).toContain('+7');
  });
});

describe('charts', () => {
  it('have a table of the same figures, which takes their place where their code does not come', async () => {
    const { fixture, page, settle } = await coverage();
    const frames = (): Element[] => [...page.querySelectorAll('pp-chart-frame')];
    expect(frames().every((it) => it.querySelector('details:not([open]) table tbody tr'))).toBe(true);
    for (const block of await fixture.getDeferBlocks()) await block.render(DeferBlockState.Error);
    await settle();
    expect(frames().length).toBe(4);
    for (const frame of frames()) {
      expect(frame.querySelector('details')?.open).toBe(true);
      expect(frame.textContent).toContain('Gambar tidak dapat dimuat');
      expect(frame.querySelectorAll('tbody tr').length).toBeGreaterThan(2);
    }
  });

  it('read their points by arrow keys and choose by Enter', async () => {
    const { fixture, page, settle } = await coverage();
    for (const block of await fixture.getDeferBlocks()) await block.render(DeferBlockState.Complete);
    await settle();
    const chart = page.querySelector<HTMLElement>('pp-burn-up-chart .read');
    const key = async (name: string): Promise<void> => {
      chart?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
      await settle();
    };
    await key('ArrowLeft');
    await key('ArrowLeft');
    expect(page.querySelector('pp-burn-up-chart .readout')?.textContent).toBe(
      'Sep 2026: 934 jiwa · 936 dengan laporan · garis 980, kurang 46',
    );
    await key('Enter');
    expect(TestBed.inject(Router).url).toContain('bulan=2026-09-01');
  });

  it('of what is missing are of all segments, because one segment has no line', async () => {
    const { text } = await coverage('/cakupan?lihat=wilayah&segmen=pbi_jk');
    expect(text('pp-area-panel pp-chart-frame tbody tr')).toContain('Kanigoro');
    expect(text('pp-area-panel pp-chart-frame tbody tr')).toContain('28');
    expect(text('pp-area-panel pp-chart-frame .panel-head')).toContain('semua segmen');
  });

  it('walk the map by arrows with a spoken label for each district, and filter by a press', async () => {
    const { fixture, page, settle } = await coverage('/cakupan?lihat=wilayah');
    for (const block of await fixture.getDeferBlocks()) await block.render(DeferBlockState.Complete);
    await settle();
    const tile = (area: string): HTMLButtonElement => {
      const found = page.querySelector<HTMLButtonElement>(`pp-tile-map [data-area="${area}"]`);
      if (!found) throw new Error(area);
      return found;
    };
    expect(page.querySelectorAll('pp-tile-map [tabindex="0"]').length).toBe(1);
    expect(tile('35.05.10').querySelector('.sr-only')?.textContent).toBe(
      'Kanigoro, kurang 28 jiwa, 93,33% terdaftar, urutan 1 dari 3, per 1 Oktober 2026',
    );
    expect(tile('35.05.18').querySelector('.sr-only')?.textContent).toBe('Doko, belum ada data per 1 Oktober 2026');
    tile('35.05.10').focus();
    tile('35.05.10').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await settle();
    expect(document.activeElement?.getAttribute('data-area')).toBe('35.05.18');
    expect(tile('35.05.18').tabIndex).toBe(0);
    tile('35.05.17').click();
    await settle();
    expect(TestBed.inject(Router).url).toContain('kecamatan=35.05.17');
    expect(tile('35.05.17').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('why, what if, and by whom', () => {
  it('the bridge adds up to the person, what is not told stays visible', async () => {
    const { page, text } = await coverage('/cakupan?lihat=perubahan');
    const rows = [...page.querySelectorAll('pp-bridge-panel tbody tr')].map((it) =>
      [...it.children].map((cell) => cell.textContent.trim()).join(' '),
    );
    expect(rows).toEqual([
      '1 Sep 2026 934',
      'Pendaftaran baru +14',
      'Kelahiran +2',
      'Meninggal −4',
      'Tidak terjelaskan −1',
      '1 Okt 2026 945',
    ]);
    expect(text('pp-bridge-panel')).toContain('+1,10 poin');
    expect(text('pp-reconcile-panel')).toContain(
      '12 jiwa dilaporkan tetapi belum diverifikasi: tanyakan daftarnya kepada Disdik',
    );
    expect(text('pp-reconcile-panel')).toContain('3 jiwa bertambah di luar yang terverifikasi: tanyakan kepada Disdik');
    expect(text('pp-reconcile-panel')).toContain('dari tugas tanpa segmen: 3 dilaporkan');
  });

  it('compares with another month, and says what the denominator did', async () => {
    const { text } = await coverage('/cakupan?lihat=perubahan&banding=2026-07-01');
    expect(text('pp-bridge-panel')).toContain('+2,08 poin');
    expect(text('pp-bridge-panel')).toContain('−0,92 poin dari penyebut, +3,00 poin dari peserta');
  });

  it('tells the months before a new semester twice: as published, and recalculated beside it', async () => {
    const { page, text } = await coverage('/cakupan?lihat=perubahan');
    expect(text('pp-series-panel')).toContain(
      'Terdaftar seluruh wilayah, Jul 2026: 92,42% dari 990 penduduk, 91,50% dari 1.000',
    );
    const rows = [...page.querySelectorAll('pp-series-panel tbody tr')].map((it) =>
      it.textContent.trim().replaceAll(/\s+/g, ' '),
    );
    expect(rows[0]).toBe('Okt 2026 – 94,50%');
    expect(rows).toContain('Jul 2026 92,42% 91,50% dihitung ulang');
  });

  it('an assumed pace stands beside the one that goes on', async () => {
    const { page, press, settle, text } = await coverage('/cakupan?lihat=andai');
    const before = text('pp-what-if-panel .assumed');
    expect(before).toContain('Bersama-sama +9 jiwa per bulan');
    await press('Jaga laju bulan lalu: Dinas Pendidikan');
    expect(text('pp-what-if-panel .assumed')).toContain('Bersama-sama +15 jiwa per bulan');
    const field = page.querySelector<HTMLInputElement>('pp-what-if-panel .input');
    if (field) field.value = 'banyak';
    field?.dispatchEvent(new Event('change'));
    await settle();
    expect(field?.getAttribute('aria-invalid')).toBe('true');
    expect(text('pp-what-if-panel .assumed')).toContain('+15');
    await press('Kembalikan semua');
    expect(text('pp-what-if-panel .assumed')).toBe(before);
  });

  it('the missing people are shared out three times, each time to the same sum', async () => {
    const { page, live, settle } = await coverage('/cakupan?lihat=andai');
    live.allocation.set({ '1/registered/7': 20, '1/registered/9': 10 });
    await settle();
    const sums = [...page.querySelectorAll('pp-spread-panel .sum td')].map((it) => it.textContent.trim());
    expect(sums).toEqual(['35', '35', '35']);
  });
});
