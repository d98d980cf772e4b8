import type { FigureFileView } from '@papan/contracts';
import { show } from '../testing/show';
import { ColumnsStep } from './columns-step';

const VIEW: FigureFileView = {
  ...{ id: 4, kind: 'MONTH', name: 'november.csv', file: 'a'.repeat(64), rows: 3, state: 'UPLOADED', person: 2 },
  ...{ uploadedAt: '2026-11-02T01:00:00.000Z', appliedAt: null, of: null, sheet: null, headingLine: 2 },
  columns: [
    { column: 0, heading: 'KODE', samples: ['35.05.10'] },
    { column: 1, heading: 'JUMLAH', samples: ['1.200', '900'] },
  ],
  mapping: { code: 0 },
  ...{ told: null, profile: null, profiles: [], preview: null },
};

function type(page: HTMLElement, label: string, text: string): void {
  const id = [...page.querySelectorAll('label')].find((it) => it.textContent.trim() === label)?.htmlFor ?? '';
  const field = page.querySelector<HTMLInputElement>(`#${id}`);
  if (!field) throw new Error(label);
  field.value = text;
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
}

async function send(page: HTMLElement, settle: () => Promise<void>): Promise<void> {
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
}

describe('saying what the columns of a file with figures are', () => {
  it('shows samples of the chosen column, and sends columns and file together', async () => {
    const { page, wire, settle, fixture } = await show(ColumnsStep, { inputs: { view: VIEW } });
    const views: FigureFileView[] = [];
    fixture.componentInstance.checked.subscribe((view) => views.push(view));
    type(page, 'Terdaftar', '1');
    type(page, 'Angka per tanggal', '2026-11-01');
    type(page, 'Sumber', 'Surat BPJS 1');
    await settle();
    expect(page.textContent).toContain('1.200 · 900');
    wire.says({ ok: true, value: { ...VIEW, state: 'CHECKED' } });
    await send(page, settle);
    expect(wire.asked.at(-1)).toMatchObject({
      path: '/figure-files/4/mapping',
      body: { mapping: { code: 0, registered: 1 }, asOf: '2026-11-01', source: 'Surat BPJS 1' },
    });
    expect(views).toHaveLength(1);
  });

  it('asks for what is missing at its field, and keeps what was typed where the server says no', async () => {
    const { page, wire, settle, draftOf } = await show(ColumnsStep, { inputs: { view: VIEW } });
    type(page, 'Sumber', 'Surat BPJS 1');
    await send(page, settle);
    expect(wire.asked).toEqual([]);
    expect(page.querySelector('[aria-invalid=true]')?.getAttribute('type')).toBe('date');
    type(page, 'Angka per tanggal', '2026-11-01');
    wire.says({ ok: false, unreachable: true });
    await send(page, settle);
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    expect(draftOf('figures-4').get('told.source')).toBe('Surat BPJS 1');
  });
});
