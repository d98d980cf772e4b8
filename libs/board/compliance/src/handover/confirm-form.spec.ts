import { LiveStore } from '@papan/board-platform';
import type { HandoverView } from '@papan/contracts';
import { show } from '../testing/answering-wire';
import { ConfirmForm } from './confirm-form';

const HANDOVER = { id: 4, state: 'PROPOSED', cases: [], sealed: 0 } as unknown as HandoverView;

async function confirmForm() {
  const shown = await show(ConfirmForm, { handover: HANDOVER }, [
    { provide: LiveStore, useValue: { today: () => '2026-11-02' } },
  ]);
  const { page, settle, fixture } = shown;
  const told: string[] = [];
  fixture.componentInstance.done.subscribe(() => told.push('done'));
  fixture.componentInstance.cancelled.subscribe(() => told.push('cancelled'));
  const field = (label: string): HTMLInputElement => {
    const found = [...page.querySelectorAll('label')].find((it) => it.textContent.trim().startsWith(label));
    const control = page.querySelector<HTMLInputElement>(`#${found?.htmlFor ?? 'none'}`);
    if (!control) throw new Error(`no field ${label}`);
    return control;
  };
  const type = async (label: string, value: string): Promise<void> => {
    field(label).value = value;
    field(label).dispatchEvent(new Event('input'));
    await settle();
  };
  const submit = async (): Promise<void> => {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const fill = async (): Promise<void> => {
    await type('Nomor SKK', ' SKK/4/2026 ');
    await type('Penandatangan', 'Kepala Cabang');
    await type('SKK berlaku sampai', '2026-12-31');
  };
  return { ...shown, told, field, type, submit, fill };
}

describe('the form by which the second person hands over', () => {
  it('sends number, signatory, day and term, and tells that it is done', async () => {
    const { fill, submit, wire, told, page, field } = await confirmForm();
    await fill();
    expect(page.textContent).toContain('Kamis, 31 Desember 2026');
    wire.says({ ok: true, value: { seq: 5 } });
    await submit();
    expect(wire.asked.at(-1)).toEqual({
      verb: 'POST',
      path: '/handovers/4/confirmation',
      body: {
        ...{ number: 'SKK/4/2026', signatory: 'Kepala Cabang', on: '2026-11-02' },
        ...{ term: '2026-12-31', document: null },
      },
    });
    expect(told).toEqual(['done']);
    expect(field('Nomor SKK').value).toBe('');
  });

  it('asks for number and signatory at their fields before anything is sent', async () => {
    const { submit, type, wire, field, told } = await confirmForm();
    await submit();
    expect(field('Nomor SKK').getAttribute('aria-invalid')).toBe('true');
    await type('Nomor SKK', 'SKK/4');
    await submit();
    expect(field('Penandatangan').getAttribute('aria-invalid')).toBe('true');
    expect([wire.asked, told]).toEqual([[], []]);
  });

  it('says why the server refused, and keeps what was typed', async () => {
    const { fill, submit, wire, page, field, told } = await confirmForm();
    await fill();
    wire.says({ ok: false, problem: { status: 409, code: 'HANDOVER_OWN_PROPOSAL', params: {} } as never });
    await submit();
    expect(page.querySelector('[role=alert]')?.textContent.trim()).toBeTruthy();
    expect([field('Nomor SKK').value, told]).toEqual([' SKK/4/2026 ', []]);
  });

  it('is given up without a trace', async () => {
    const { fill, page, settle, told, field, wire } = await confirmForm();
    await fill();
    [...page.querySelectorAll('button')].find((it) => it.textContent.trim() === 'Batal')?.click();
    await settle();
    expect([told, field('Nomor SKK').value, wire.asked]).toEqual([['cancelled'], '', []]);
  });
});
