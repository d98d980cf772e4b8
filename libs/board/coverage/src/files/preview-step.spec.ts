import type { FigureFileView, FigurePreview } from '@papan/contracts';
import type { FigureCheck } from '@papan/domain';
import { show, wordsOf } from '../testing/show';
import { PreviewStep } from './preview-step';

const JUMP: FigureCheck = {
  ...{ code: 'JUMP', weight: 'WARN', lines: [], count: 1, about: ['35.05.10'] },
  ...{ found: 90_000, expected: 60_000 },
};
const UNKNOWN: FigureCheck = {
  ...{ code: 'AREA_UNKNOWN', weight: 'STOP', lines: [3, 9], count: 2, about: ['99.99'] },
  ...{ found: null, expected: null },
};

const PREVIEW: FigurePreview = {
  ...{ checks: [], registered: 971_740, active: 800_000, population: 1_252_242, cells: 1_488, corrects: false },
  districts: [
    { area: '35.05.10', name: 'Kanigoro', now: 70_000, before: 69_500 },
    { area: '35.05.14', name: 'Talun', now: 50_000, before: null },
  ],
};

function viewOf(preview: Partial<FigurePreview>): FigureFileView {
  return {
    ...{ id: 4, kind: 'MONTH', name: 'november.csv', file: 'a'.repeat(64), rows: 1488, state: 'CHECKED', person: 2 },
    ...{ uploadedAt: '2026-11-02T01:00:00.000Z', appliedAt: null, of: null, sheet: null, headingLine: 1 },
    ...{ columns: [], mapping: {}, told: null, profile: null, profiles: [], preview: { ...PREVIEW, ...preview } },
  };
}

async function preview(found: Partial<FigurePreview>) {
  const shown = await show(PreviewStep, { inputs: { view: viewOf(found) } });
  const applied: true[] = [];
  shown.fixture.componentInstance.applied.subscribe(() => applied.push(true));
  return { ...shown, applied };
}

const sent = { ok: true, value: { seq: 5 } } as const;

describe('a file with figures before it is loaded', () => {
  it('says its sums with what they are a share of, and each district beside the month before', async () => {
    const { page } = await preview({ corrects: true });
    expect(wordsOf(page.querySelector('dl'))).toContain('Terdaftar 971.740 77,60% dari 1.252.242 penduduk');
    expect(page.textContent).toContain('tetap tersimpan sebagai versi lama');
    const rows = [...page.querySelectorAll('tbody tr')].map(wordsOf);
    expect(rows).toEqual(['Kanigoro69.50070.000+500', 'Talunbelum ada data50.000']);
  });

  it('is loaded by one button where nothing is odd', async () => {
    const { press, wire, applied } = await preview({});
    wire.says(sent);
    await press('Muat angka');
    expect(wire.asked.at(-1)).toEqual({ verb: 'POST', path: '/figure-files/4/apply', body: { despite: false } });
    expect(applied).toEqual([true]);
  });

  it('waits with a warning until a person says that he has read it', async () => {
    const { page, press, wire, settle } = await preview({ checks: [JUMP] });
    expect(wordsOf(page.querySelector('[data-check="JUMP"]'))).toContain('Kanigoro');
    await press('Muat angka');
    expect(wire.asked).toEqual([]);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('beri tanda bahwa Anda sudah membacanya');
    page.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await settle();
    wire.says(sent);
    await press('Muat angka');
    expect(wire.asked.at(-1)?.body).toEqual({ despite: true });
  });

  it('cannot be loaded where something stops it, names the lines, and offers no tick', async () => {
    const { page, press, wire } = await preview({ checks: [JUMP, UNKNOWN] });
    expect(wordsOf(page.querySelector('[data-check="AREA_UNKNOWN"]'))).toContain('baris 3, 9');
    expect(page.querySelector('input[type=checkbox]')).toBeNull();
    await press('Muat angka');
    expect(wire.asked).toEqual([]);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('tidak dapat dimuat');
    expect(page.querySelector('a[download]')?.getAttribute('href')).toContain('/figure-files/4/invalid.csv');
  });

  it('is checked again as it was told where other figures were loaded meanwhile', async () => {
    const told = { asOf: '2026-11-01', semester: null, population: null, quota: null, source: 'Surat', example: true };
    const view = { ...viewOf({}), told, mapping: { code: 0 } };
    const { fixture, page, press, wire } = await show(PreviewStep, { inputs: { view } });
    const views: FigureFileView[] = [];
    fixture.componentInstance.changed.subscribe((changed) => views.push(changed));
    wire.says({ ok: false, problem: { code: 'IMPORT_STALE', params: {} } as never });
    await press('Muat angka');
    wire.says({ ok: true, value: view });
    await press('Periksa kembali');
    expect(wire.asked.at(-1)).toEqual({
      ...{ verb: 'POST', path: '/figure-files/4/mapping' },
      body: { ...told, mapping: { code: 0 }, profile: null },
    });
    expect(views).toHaveLength(1);
    expect(page.querySelector('[role=alert]')).toBeNull();
  });
});
