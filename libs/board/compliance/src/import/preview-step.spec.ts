import type { ImportView } from '@papan/contracts';
import { AN_EMPLOYER, show } from '../testing/answering-wire';
import { PreviewStep } from './preview-step';

const VIEW: ImportView = {
  ...{ id: 4, source: 'DPMPTSP', name: 'daftar.csv', rows: 3, state: 'CHECKED', person: 2 },
  ...{ uploadedAt: '2026-11-02T01:00:00.000Z', appliedAt: null, sheet: null, headingLine: 1, columns: [] },
  ...{ mapping: { name: 0 }, violation: null, profile: null, profiles: [] },
  preview: {
    counts: { created: 1200, changed: 1, unchanged: 0, invalid: 1, doubtful: 1, undecided: 1, cases: 0 },
    invalid: [
      {
        line: 3,
        name: '=CMD()',
        problems: [{ code: 'NIB_INVALID', params: { digits: 12 }, rule: 'docs/domain.md#employers' }],
      },
    ],
    changed: [{ line: 4, employer: 7, name: 'Toko Melati Arwa', fields: [{ field: 'estimated', from: 1234, to: 5 }] }],
    doubtful: [
      {
        line: 2,
        row: { ...AN_EMPLOYER, name: 'Toko Melati Arwo', nib: null },
        doubles: [{ employer: AN_EMPLOYER, reason: 'NAME', percent: 93 }],
        verdict: 'OPEN',
        employer: null,
      },
    ],
  },
};

async function preview(view: ImportView = VIEW) {
  const shown = await show(PreviewStep, { view });
  const press = async (text: string): Promise<void> => {
    [...shown.page.querySelectorAll('button')].find((it) => it.textContent.trim() === text)?.click();
    await shown.settle();
  };
  const views: ImportView[] = [];
  shown.fixture.componentInstance.changed.subscribe((changed) => views.push(changed));
  const applied: true[] = [];
  shown.fixture.componentInstance.applied.subscribe(() => applied.push(true));
  return { ...shown, press, views, applied };
}

describe('a list before it is loaded', () => {
  it('says what becomes of it, and what is wrong with which line', async () => {
    const { page } = await preview();
    expect(page.querySelector('dl')?.textContent.replaceAll(/\s+/g, ' ')).toContain('Baru1.200');
    expect(page.textContent).toContain('Baris 3: =CMD()');
    expect(page.textContent).toContain('NIB tidak lengkap.');
    expect(page.textContent).toContain('Jumlah pekerja: 1.234 menjadi 5');
    expect(page.querySelector('a[download]')?.getAttribute('href')).toBe('/api/regions/35.05/imports/4/invalid.csv');
  });

  it('shows a line beside the employer that it resembles, with what differs, and sends what a person says', async () => {
    const { page, press, wire, views } = await preview();
    const rows = [...page.querySelectorAll('pp-double-pair tbody tr')].map((row) =>
      row.textContent.replaceAll(/\s+/g, ' '),
    );
    expect(rows[0]).toContain('Toko Melati Arwo');
    expect(rows[0]).toContain('berbeda');
    wire.says({ ok: true, value: VIEW });
    await press('Sama');
    expect(wire.asked.at(-1)).toEqual({
      verb: 'PUT',
      path: '/imports/4/decisions',
      body: { decisions: [{ line: 2, verdict: 'SAME', employer: 7 }] },
    });
    expect(views).toHaveLength(1);
    wire.says({ ok: true, value: VIEW });
    await press('Berbeda');
    expect(wire.asked.at(-1)?.body).toEqual({ decisions: [{ line: 2, verdict: 'DIFFERENT', employer: null }] });
  });

  it('is loaded by one button', async () => {
    const { press, wire, applied } = await preview();
    wire.says({ ok: true, value: { seq: 5, import: 4 } });
    await press('Muat daftar');
    expect(wire.asked.at(-1)).toMatchObject({ verb: 'POST', path: '/imports/4/apply' });
    expect(applied).toEqual([true]);
  });

  it('is checked again with the same columns where somebody changed something meanwhile', async () => {
    const { press, page, wire, views } = await preview();
    wire.says({ ok: false, problem: { code: 'IMPORT_STALE', params: {} } as never });
    await press('Muat daftar');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Data berubah sejak diperiksa');
    wire.says({ ok: true, value: VIEW });
    await press('Periksa kembali');
    expect(wire.asked.at(-1)).toEqual({
      verb: 'POST',
      path: '/imports/4/mapping',
      body: { mapping: { name: 0 }, violation: null, profile: null },
    });
    expect(views).toHaveLength(1);
    expect(page.querySelector('[role=alert]')).toBeNull();
  });
});
