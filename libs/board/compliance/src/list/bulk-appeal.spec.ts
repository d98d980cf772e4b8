import { LiveStore } from '@papan/board-platform';
import { show } from '../testing/answering-wire';
import { row } from '../testing/case';
import { drawDialogs } from '../testing/dialogs';
import { BulkAppeal } from './bulk-appeal';

const ROWS = [row({ id: 7, name: 'Toko Melati' }), row({ id: 8, name: 'CV Mawar' })];
const TAKEN = { case: 7, seq: 4, version: 2, refusal: null };
const REFUSED = {
  ...{ case: 8, seq: null, version: null },
  refusal: { code: 'CASE_ENDED', params: { case: 8 }, rule: 'docs/domain.md#ladder' },
};

async function bulk(rows = ROWS) {
  const shown = await show(BulkAppeal, {}, [{ provide: LiveStore, useValue: { today: () => '2026-11-02' } }]);
  const { page, settle, fixture } = shown;
  const done: (readonly number[])[] = [];
  fixture.componentInstance.done.subscribe((cases) => done.push(cases));
  const ask = async (those = rows): Promise<void> => {
    fixture.componentInstance.ask(those);
    await settle();
  };
  const type = async (label: string, value: string): Promise<void> => {
    const found = [...page.querySelectorAll('label')].find((it) => it.textContent.trim() === label);
    const control = page.querySelector<HTMLInputElement>(`#${found?.htmlFor ?? 'none'}`);
    if (!control) throw new Error(`no field ${label}`);
    control.value = value;
    control.dispatchEvent(new Event('input'));
    await settle();
  };
  const submit = async (): Promise<void> => {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  await ask();
  return { ...shown, ask, type, submit, done, dialog: page.querySelector('dialog') };
}

interface Sent {
  readonly cases: readonly { readonly case: number; readonly entry: string; readonly command: string }[];
}

describe('one appeal for a selection', () => {
  beforeAll(drawDialogs);

  it('names whom it is for, and is sent once with an entry of its own for each case', async () => {
    const { page, dialog, type, submit, wire, done } = await bulk();
    expect(dialog?.hasAttribute('open')).toBe(true);
    expect(page.textContent).toContain('Toko Melati, CV Mawar');
    await type('Penandatangan', ' Kepala Dinas ');
    wire.says({ ok: true, value: { answers: [TAKEN, REFUSED] } });
    await submit();
    const sent = wire.asked.at(-1);
    expect(sent).toMatchObject({
      verb: 'POST',
      path: '/cases/steps',
      body: { step: 'HIMBAUAN', on: '2026-11-02', number: '', signatory: 'Kepala Dinas' },
    });
    const { cases } = sent?.body as Sent;
    expect(cases.map((one) => one.case)).toEqual([7, 8]);
    expect(new Set(cases.flatMap(({ entry, command }) => [entry, command])).size).toBe(4);
    expect(done).toEqual([[7, 8]]);
  });

  it('says of each case what became of it, and offers letters for those that were taken only', async () => {
    const { page, submit, wire } = await bulk();
    wire.says({ ok: true, value: { answers: [TAKEN, REFUSED] } });
    await submit();
    const rows = [...page.querySelectorAll('tbody tr')].map((it) => it.textContent.replaceAll(/\s+/g, ' ').trim());
    expect(rows[0]).toBe('Toko MelatiTercatat');
    expect(rows[1]).toMatch(/^CV Mawar ?\S/);
    expect(rows[1]).not.toMatch(/Tercatat|CASE_ENDED/);
    const letters = [...page.querySelectorAll('a[download]')].map((it) => it.getAttribute('href'));
    expect(letters).toHaveLength(2);
    for (const href of letters) expect(href).toContain('/cases/7/letters/HIMBAUAN');
  });

  it('enters nothing twice where the answer was lost and it is sent again', async () => {
    const { page, submit, wire } = await bulk();
    await submit();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Server tidak dapat dihubungi');
    wire.says({ ok: true, value: { answers: [TAKEN] } });
    await submit();
    const [first, second] = wire.asked;
    expect(second?.body).toEqual(first?.body);
    expect(page.querySelector('form')).toBeNull();
  });

  it('begins anew for another selection', async () => {
    const { ask, submit, wire, page } = await bulk();
    wire.says({ ok: true, value: { answers: [TAKEN] } });
    await submit();
    await ask([row({ id: 9, name: 'UD Kenanga' })]);
    expect(page.querySelector('form')).not.toBeNull();
    expect(page.textContent).toContain('UD Kenanga');
    expect(page.textContent).not.toContain('CV Mawar');
  });
});
