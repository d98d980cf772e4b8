import type { LadderView } from '@papan/contracts';
import { AnsweringWire, show } from '../testing/answering-wire';
import { RulesPage } from './rules-page';

const LADDER: LadderView = {
  today: '2026-11-02',
  settings: [
    { from: '2027-01-01', step: 'HIMBAUAN', clock: { kind: 'WORKING_DAYS', days: 7 }, by: 3 },
    { from: '2026-06-01', step: 'HANDOVER', clock: null, needs: { appeals: 2, inspections: 1 }, by: null },
  ],
  decrees: [],
};

async function rulesPage() {
  const wire = new AnsweringWire();
  wire.says({ ok: true, value: LADDER });
  const shown = await show(RulesPage, {}, [], wire);
  const { page, settle } = shown;
  const row = (name: string): string =>
    [...page.querySelectorAll('tbody tr')]
      .map((it) => it.textContent.replaceAll(/\s+/g, ' '))
      .find((it) => it.includes(name)) ?? '';
  const control = (label: string): HTMLInputElement | HTMLSelectElement => {
    const found = [...page.querySelectorAll('label')].find((it) => it.textContent.trim() === label);
    const field = page.querySelector<HTMLInputElement | HTMLSelectElement>(`#${found?.htmlFor ?? 'none'}`);
    if (!field) throw new Error(`no field ${label}`);
    return field;
  };
  const put = async (label: string, value: string): Promise<void> => {
    const field = control(label);
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
    await settle();
  };
  const submit = async (): Promise<void> => {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const options = (label: string): readonly string[] =>
    [...control(label).querySelectorAll('option')].map((it) => it.textContent.trim());
  return { ...shown, wire, row, put, submit, options };
}

describe('the rules of the ladder on a page', () => {
  it('say what holds today, since when, on what it rests, and what begins later', async () => {
    const { row, page } = await rulesPage();
    expect(row('Himbauan')).toContain('14 hari kalender sejak diterima');
    expect(row('Himbauan')).toContain('semula (bawaan aplikasi)');
    expect(row('Himbauan')).toContain('kebijakan setempat');
    expect(row('Himbauan')).toMatch(/mulai 1 Jan 2027: 7 hari kerja/);
    expect(row('Teguran I ')).toContain('PP 86/2013 art. 6, paling lama 10 hari');
    expect(row('Dianggap diterima')).toContain('tidak dipakai');
    expect(row('Syarat penyerahan')).toContain('2 himbauan terbukti diterima dan 1 pemeriksaan berdokumen');
    expect(row('Syarat penyerahan')).toContain('sejak 1 Jun 2026');
    expect(page.textContent).not.toContain('compliance.');
  });

  it('offer for each what can be set of it, and send it', async () => {
    const { put, submit, options, wire, page } = await rulesPage();
    expect(options('Cara menghitung')).toEqual(['Hari kerja', 'Hari kalender', 'Tanpa jangka waktu']);
    await put('Aturan', 'TEGURAN_I');
    expect(options('Cara menghitung')).toEqual(['Hari kerja']);
    expect(page.textContent).toContain('Paling lama 10 hari menurut PP 86/2013.');
    await put('Jumlah hari', '8');
    wire.says({ ok: true, value: { seq: 9 } }, { ok: true, value: LADDER });
    await submit();
    expect(wire.asked[1]).toEqual({
      verb: 'PUT',
      path: '/ladder/settings',
      body: { from: '2026-11-02', step: 'TEGURAN_I', clock: { kind: 'WORKING_DAYS', days: 8 } },
    });
    expect(page.querySelector('[role=status]')?.textContent).toBe('Aturan ditetapkan.');
  });

  it('set how many proofs a hand-over needs', async () => {
    const { put, submit, wire } = await rulesPage();
    await put('Aturan', 'HANDOVER');
    await put('Himbauan yang terbukti diterima', '3');
    await submit();
    expect(wire.asked[1]).toMatchObject({
      body: { from: '2026-11-02', step: 'HANDOVER', clock: null, needs: { appeals: 3, inspections: 1 } },
    });
  });

  it('keep what was typed when it is refused, and say the rule', async () => {
    const { put, submit, wire, page } = await rulesPage();
    await put('Aturan', 'TEGURAN_II');
    await put('Jumlah hari', '11');
    wire.says({
      ok: false,
      problem: {
        ...{ type: 'urn:papan-uhc:SETTING_BEYOND_LAW', status: 422, code: 'SETTING_BEYOND_LAW', title: '', trace: 't' },
        ...{ params: { step: 'TEGURAN_II', days: 11, limit: 10 }, rule: 'PP 86/2013 art. 6–7' },
      } as never,
    });
    await submit();
    expect(page.querySelector('pp-problem-box')?.textContent).toContain('10');
    expect([...page.querySelectorAll('input')].map((it) => it.value)).toContain('11');
  });
});
