import { AN_EMPLOYER, show } from '../testing/answering-wire';
import { EmployerEditor } from './employer-editor';

async function editor(employer: typeof AN_EMPLOYER | null) {
  const shown = await show(EmployerEditor, { employer });
  const { page, settle, fixture } = shown;
  const field = (label: string): HTMLInputElement => {
    const found = [...page.querySelectorAll('label')].find((it) => it.textContent.trim() === label);
    const control = page.querySelector<HTMLInputElement>(`#${found?.htmlFor ?? 'none'}`);
    if (!control) throw new Error(`no field ${label}`);
    return control;
  };
  const type = async (label: string, value: string): Promise<void> => {
    field(label).value = value;
    field(label).dispatchEvent(new Event('input'));
    await settle();
  };
  const press = async (text: string): Promise<void> => {
    [...page.querySelectorAll('button')].find((it) => it.textContent.trim() === text)?.click();
    await settle();
  };
  const submit = async (): Promise<void> => {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const saved: number[] = [];
  fixture.componentInstance.saved.subscribe((id) => saved.push(id));
  return { ...shown, field, type, press, submit, saved };
}

describe('the form of an employer', () => {
  it('shows what stands, and sends only what was corrected, upon the version that was seen', async () => {
    const { field, type, submit, wire, saved } = await editor(AN_EMPLOYER);
    expect([field('Nama').value, field('Jumlah pekerja').value]).toEqual(['Toko Melati Arwa', '1.234']);
    await type('Jumlah pekerja', '1.300');
    await type('NIB', '');
    wire.says({ ok: true, value: { seq: 9, version: 4 } });
    await submit();
    expect(wire.asked.at(-1)).toEqual({ verb: 'PATCH', path: '/employers/7', body: { nib: null, estimated: 1300 } });
    expect(saved).toEqual([7]);
  });

  it('records a new one', async () => {
    const { type, submit, wire, saved } = await editor(null);
    await type('Nama', 'UD Baru');
    wire.says({ ok: true, value: { seq: 9, employer: 12 } });
    await submit();
    expect(wire.asked.at(-1)).toMatchObject({
      path: '/employers',
      body: { name: 'UD Baru', nib: null, estimated: 0, source: 'MANUAL' },
    });
    expect(saved).toEqual([12]);
  });

  it('says at the field what cannot be read, and asks nobody', async () => {
    const { type, submit, wire, page } = await editor(AN_EMPLOYER);
    await type('Jumlah pekerja', '12,5');
    await submit();
    expect(wire.asked).toEqual([]);
    expect(page.querySelector('[aria-invalid=true]')?.getAttribute('inputmode')).toBe('numeric');
  });

  it('shows both values where somebody else was quicker, and saves the chosen one upon the version that stands', async () => {
    const { type, submit, press, page, wire, field } = await editor(AN_EMPLOYER);
    await type('Nama', 'Toko Melati Baru');
    const conflict = { field: 'name', theirs: 'Toko Melati Lama', yours: 'Toko Melati Baru', by: 2, at: null };
    const problem = { code: 'EMPLOYER_FIELD_CONFLICT', params: { fields: 'name' }, version: 5, conflicts: [conflict] };
    wire.says({ ok: false, problem: problem as never });
    await submit();
    const compare = page.querySelector('pp-conflict-compare');
    expect(compare?.textContent).toContain('Toko Melati Lama');
    await press('Pakai yang tersimpan');
    expect(field('Nama').value).toBe('Toko Melati Lama');
    expect(page.querySelector('pp-conflict-compare')).toBeNull();
  });

  it('keeps what was typed when no answer came', async () => {
    const { type, submit, page, field } = await editor(AN_EMPLOYER);
    await type('Kontak', 'Kantor');
    await submit();
    expect(field('Kontak').value).toBe('Kantor');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Server tidak dapat dihubungi');
  });
});
