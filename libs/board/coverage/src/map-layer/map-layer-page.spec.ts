import type { MapShapes } from '@papan/contracts';
import { show, wordsOf } from '../testing/show';
import { pathOf } from './layer-drawing';
import { MapLayerPage } from './map-layer-page';

const SHAPES: MapShapes = {
  layer: { number: 2, source: 'Bappeda 2025', areas: 2, publishedAt: '2026-11-02T01:00:00.000Z' },
  ...{ width: 100, height: 60 },
  shapes: [
    { area: '35.05.10', rings: [[0, 0, 10, 0, 10, 10]] },
    { area: '35.05.14', rings: [[20, 0, 30, 0, 30, 10]] },
  ],
};

describe('the map layer', () => {
  it('draws rings as paths', () => {
    expect(
      pathOf([
        [0, 0, 10, 0, 10, 10],
        [1, 1, 2, 1, 2, 2],
      ]),
    ).toBe('M0 0L10 0L10 10ZM1 1L2 1L2 2Z');
  });

  it('shows the layer that is up with its source, that it is indicative, and its areas in words', async () => {
    const { page } = await show(MapLayerPage, { answers: [SHAPES] });
    expect(page.querySelectorAll('path')).toHaveLength(2);
    expect(page.querySelector('path title')?.textContent).toBe('Kanigoro');
    expect(page.textContent).toContain('Indikatif, bukan batas resmi. Sumber: Bappeda 2025');
    expect(wordsOf(page.querySelector('details'))).toContain('Kanigoro dan Talun');
  });

  it('takes it down, and says that the tiles are back', async () => {
    const { page, press, wire } = await show(MapLayerPage, { answers: [SHAPES] });
    wire.says({ ok: true, value: undefined }, { ok: true, value: null });
    await press('Turunkan lapisan');
    expect(wire.asked.at(-2)).toMatchObject({ verb: 'DELETE', path: '/map-layers/current' });
    expect(page.textContent).toContain('peta ubin ditampilkan kembali');
    expect(page.textContent).toContain('Belum ada lapisan');
  });

  it('asks for a file and its source before anything is sent', async () => {
    const { page, settle, wire } = await show(MapLayerPage, { answers: [SHAPES] });
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    expect(wire.asked.every(({ verb }) => verb === 'GET')).toBe(true);
  });
});
