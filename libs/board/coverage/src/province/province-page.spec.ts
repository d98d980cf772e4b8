import type { ProvinceView } from '@papan/contracts';
import { REGENCY_TILES } from '@papan/domain';
import { show, wordsOf } from '../testing/show';
import { ProvincePage } from './province-page';

const cut = (registered: number) => ({
  ...{ asOf: '2026-11-01', population: 1_000_000, populationVersion: '2025-II', registered, active: 700_000 },
  ...{ source: 'BPJS Kesehatan', example: true },
});

const VIEW: ProvinceView = {
  ...{ province: '35', name: 'Jawa Timur' },
  regions: REGENCY_TILES.tiles.map(({ code, name }, at) => ({
    ...{ region: code, name, earlier: null },
    cut: code === '35.22' ? null : cut(900_000 + at * 3_000),
  })),
  claims: [
    {
      ...{ id: 'bojonegoro', region: { code: '35.22', name: 'Kabupaten Bojonegoro' }, kind: 'CLAIM', asOf: null },
      ...{ source: 'Berita 16 Desember 2025', note: 'Disebut 100% tanpa angka.', saysUhc: true, denominator: null },
      ...{ registered: null, registeredPercent: null, active: null, activePercent: null, population: null },
      ...{ unregistered: null, unregisteredPercent: null },
    },
  ],
};

describe('the page of the province', () => {
  it('ranks with numerator, denominator, date, source and mark of each, and sets a claim without figures apart', async () => {
    const { page } = await show(ProvincePage, { answers: [VIEW] });
    const first = page.querySelector('tbody tr');
    expect(wordsOf(first)).toContain('Kota Batu Data contoh');
    expect(wordsOf(first)).toContain('1.011.000 dari 1.000.000 jiwa');
    expect(wordsOf(first)).toContain('101,10%');
    expect(wordsOf(first)).toContain('data 2025-II');
    expect(wordsOf(first)).toContain('BPJS Kesehatan');
    expect(page.querySelectorAll('tbody tr')).toHaveLength(37);
    expect(wordsOf(page.querySelector('[data-apart="35.22"]'))).toContain('belum ada angka');
    expect(page.textContent).toContain('Disebut 100% tanpa angka.');
  });

  it('draws every region as a tile with a class that is told by a number; one of them is in the order of Tab', async () => {
    const { page } = await show(ProvincePage, { answers: [VIEW] });
    const tiles = [...page.querySelectorAll<HTMLElement>('[data-tile]')];
    expect(tiles).toHaveLength(38);
    expect(tiles.filter((tile) => tile.tabIndex === 0)).toHaveLength(1);
    const bojonegoro = page.querySelector('[data-tile="35.22"]');
    expect(bojonegoro?.querySelector('.sr-only')?.textContent).toBe('Kabupaten Bojonegoro: belum ada data');
    expect(bojonegoro?.getAttribute('data-class')).toBe('None');
    for (const tile of tiles) expect(tile.querySelector('.number')?.textContent).toMatch(/^[0-3–]$/);
  });

  it('walks between tiles by the arrow keys and says where it stands', async () => {
    const { page, settle } = await show(ProvincePage, { answers: [VIEW] });
    document.body.append(page);
    page.querySelector<HTMLElement>('[data-tile="35.05"]')?.focus();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
    await settle();
    expect(document.activeElement?.getAttribute('data-tile')).toBe('35.72');
    expect(wordsOf(page.querySelector('.spoken'))).toContain('Kota Blitar: 98% tercapai');
    page.remove();
  });
});
