import { show } from '../testing/answering-wire';
import { CaseFilterBar } from './case-filter-bar';
import { ALL_OPEN } from './views';

async function bar() {
  const shown = await show(CaseFilterBar, { filter: ALL_OPEN, filtered: false });
  const { page, settle, fixture } = shown;
  const saved: string[] = [];
  fixture.componentInstance.saved.subscribe((name) => saved.push(name));
  const press = async (text: string): Promise<void> => {
    [...page.querySelectorAll('button')].find((it) => it.textContent.trim() === text)?.click();
    await settle();
  };
  const name = async (text: string): Promise<void> => {
    const field = page.querySelector<HTMLInputElement>('.naming input');
    if (!field) throw new Error('no field for the name');
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await settle();
    page.querySelector('.naming')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  return { ...shown, press, name, saved };
}

describe('saving a view', () => {
  it('asks for a name, and closes once it is saved', async () => {
    const { press, name, saved, page } = await bar();
    await press('Simpan tampilan');
    await name('  Garum terlambat ');
    expect(saved).toEqual(['Garum terlambat']);
    expect(page.querySelector('.naming')).toBeNull();
  });

  it('saves nothing without a name, nor when it is given up', async () => {
    const { press, name, saved, page } = await bar();
    await press('Simpan tampilan');
    await name('   ');
    expect(page.querySelector('.naming')).not.toBeNull();
    await press('Batal');
    expect([saved, page.querySelector('.naming')]).toEqual([[], null]);
  });
});
