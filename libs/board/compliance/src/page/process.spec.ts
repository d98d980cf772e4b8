import type { StepOffer } from '@papan/contracts';
import { detail, step, tenWorkingDays } from '../testing/case';
import { nextLawful, nextReceipt, processOf } from './process';

const no = (code: string): StepOffer['refusal'] => ({ code, params: {}, rule: '' });
const identified = step({ step: 'IDENTIFIED', nth: 1 });
const inspection = step({ step: 'INSPECTION', nth: 2, document: 'a'.repeat(64) });

describe('the process list of a case', () => {
  it('stands on four roads, each with what was done and what may come', () => {
    const warned = step({
      step: 'TEGURAN_I',
      nth: 3,
      receivedOn: '2026-03-09',
      clock: tenWorkingDays('2026-03-09', '2026-03-30'),
    });
    const offers: readonly StepOffer[] = [
      { step: 'HIMBAUAN', refusal: null },
      { step: 'TEGURAN_I', refusal: no('STEP_STANDS') },
      { step: 'TEGURAN_II', refusal: no('WARNING_ONE_RUNS') },
      { step: 'PATUH', refusal: null },
    ];
    const [local, sanction, services, prosecutor] = processOf(detail([identified, inspection, warned], offers));
    expect(local?.done.map(({ taken }) => taken.step)).toEqual(['IDENTIFIED', 'INSPECTION']);
    expect(local?.coming.map((one) => one.step)).toEqual(['HIMBAUAN']);
    expect(sanction?.done.map(({ taken }) => taken.step)).toEqual(['TEGURAN_I']);
    expect(sanction?.coming).toEqual([{ step: 'TEGURAN_II', refusal: no('WARNING_ONE_RUNS') }]);
    expect([services?.done, prosecutor?.done]).toEqual([[], []]);
  });

  it('counts repeated appeals, and calls only the last one the latest', () => {
    const appeals = [step({ step: 'HIMBAUAN', nth: 2 }), step({ step: 'HIMBAUAN', nth: 3 })];
    const [local] = processOf(detail([identified, ...appeals]));
    expect(local?.done.map(({ ordinal, latest }) => [ordinal, latest])).toEqual([
      [0, false],
      [1, false],
      [2, true],
    ]);
  });

  it('says that a clock waits for the proof of receipt, until one letter is proven to have arrived', () => {
    const waits = (...steps: Parameters<typeof detail>[0]) =>
      processOf(detail([identified, ...steps]))[0]?.done.some(({ awaitsReceipt }) => awaitsReceipt);
    const sent = step({ step: 'HIMBAUAN', nth: 2 });
    expect(waits(sent)).toBe(true);
    expect(waits(sent, step({ step: 'INSPECTION', nth: 3 }))).toBe(true);
    expect(waits(sent, step({ step: 'HIMBAUAN', nth: 3, receivedOn: '2026-03-09' }))).toBe(false);
    expect(waits(step({ step: 'INSPECTION', nth: 2 }))).toBe(false);
  });

  it('presses nobody about a clock that a later step has answered', () => {
    const run = tenWorkingDays('2026-03-09', '2026-03-30', 'FIRED');
    const first = step({ step: 'TEGURAN_I', nth: 3, receivedOn: '2026-03-09', clock: run });
    const second = step({ step: 'TEGURAN_II', nth: 4, on: '2026-03-31' });
    const answered = (steps: Parameters<typeof detail>[0]) => processOf(detail(steps))[1]?.done[0]?.answered;
    expect(answered([identified, inspection, first])).toBe(false);
    expect(answered([identified, inspection, first, second])).toBe(true);
  });

  it('marks what belongs to a matter that was ended before', () => {
    const again = step({ step: 'IDENTIFIED', nth: 3 });
    const [local] = processOf(detail([identified, inspection, again], [], { counts: 3 }));
    expect(local?.done.map(({ former }) => former)).toEqual([true, true, false]);
  });
});

describe('the key for the next lawful step', () => {
  it('leads to what a clock that has run out proposes, before what is merely possible', () => {
    const run = tenWorkingDays('2026-03-09', '2026-03-30', 'FIRED');
    const warned = step({ step: 'TEGURAN_I', nth: 3, receivedOn: '2026-03-09', clock: run });
    const offers: readonly StepOffer[] = [
      { step: 'HIMBAUAN', refusal: null },
      { step: 'TEGURAN_II', refusal: null },
    ];
    expect(nextLawful(processOf(detail([identified, inspection, warned], offers)))).toBe('TEGURAN_II');
  });

  it('leads nowhere where every step is refused', () => {
    const offers: readonly StepOffer[] = [{ step: 'HIMBAUAN', refusal: no('CASE_ENDED') }];
    expect(nextLawful(processOf(detail([identified], offers)))).toBeNull();
  });

  it('finds the letter whose proof of receipt is missing', () => {
    expect(nextReceipt(processOf(detail([identified, step({ step: 'HIMBAUAN', nth: 2 })])))).toBe('entry-2');
    expect(nextReceipt(processOf(detail([identified, inspection])))).toBeNull();
  });
});
