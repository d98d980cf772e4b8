import type { CounterAnswer } from '@papan/contracts';
import { AnsweringWire, show } from '../testing/answering-wire';
import { CounterPage } from './counter-page';

async function counter() {
  const shown = await show(CounterPage, {}, [], new AnsweringWire());
  const { page, settle, wire } = shown;
  const field = page.querySelector<HTMLInputElement>('#counter-nib');
  if (!field) throw new Error('no field');
  const type = async (text: string): Promise<void> => {
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await settle();
  };
  const check = async (nib: string, answer?: CounterAnswer): Promise<void> => {
    await type(nib);
    if (answer) wire.says({ ok: true, value: answer });
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const said = (): string => page.querySelector('.answer')?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
  return { ...shown, field, type, check, said };
}

describe('the counter', () => {
  it('asks by the number alone, however it was typed, and forgets it with the answer', async () => {
    const { check, wire, field } = await counter();
    await check('9900 0000.00001', { answer: 'BLOCKED', case: 12, liftedOn: null });
    expect(wire.asked).toEqual([{ verb: 'POST', path: '/counter', body: { nib: '9900000000001' } }]);
    expect(field.value).toBe('');
    expect(document.activeElement).toBe(field);
  });

  it.each([
    ['BLOCKED', 12, null, 'Kasus 12'],
    ['NOT_BLOCKED', null, null, ''],
    ['LIFTED', 12, '2026-10-05', '5 Oktober 2026'],
  ] as const)('says %s in one sentence and no name', async (answer, id, liftedOn, more) => {
    const { check, said, page } = await counter();
    await check('9900000000001', { answer, case: id, liftedOn });
    expect(page.querySelector('.answer')?.getAttribute('data-answer')).toBe(answer);
    expect(said()).not.toContain('compliance.');
    expect(said().length).toBeGreaterThan(5);
    expect(said()).toContain(more);
  });

  it('clears the answer as soon as the next number is typed, and with Escape', async () => {
    const { check, type, said, settle } = await counter();
    await check('9900000000001', { answer: 'NOT_BLOCKED', case: null, liftedOn: null });
    await type('9');
    expect(said()).toBe('');
    await check('9900000000001', { answer: 'NOT_BLOCKED', case: null, liftedOn: null });
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settle();
    expect(said()).toBe('');
  });

  it('keeps the number where no answer came, says so, and asks nothing for an empty field', async () => {
    const { check, page, field, wire } = await counter();
    await check('   ');
    expect(wire.asked).toEqual([]);
    await check('9900000000001');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Server tidak dapat dihubungi');
    expect(field.value).toBe('9900000000001');
  });

  it('takes the answer from the screen by itself', async () => {
    const { check, said, settle } = await counter();
    const timers = jest.spyOn(globalThis, 'setTimeout');
    await check('9900000000001', { answer: 'NOT_BLOCKED', case: null, liftedOn: null });
    const [end] = timers.mock.calls.findLast(([, after]) => after === 30_000) ?? [];
    timers.mockRestore();
    if (!end) throw new Error('the answer would stay');
    end();
    await settle();
    expect(said()).toBe('');
  });
});
