import { refuse } from '../refusal/refusal';
import type { Actor } from '../access/may';
import type { Case } from './case';
import { type CaseEnd, STEPS, type Step } from './codes';
import {
  COUNTER,
  DISNAKER,
  EVERYBODY,
  FILE,
  INSPECTOR,
  LEAD,
  PROSECUTOR,
  VIEWER,
  aCase,
  facts,
  receivedOn,
  said,
  take,
} from './examples';
import { offersFor } from './offers';
import { takeStep } from './take-step';
import { isRefusal } from '../refusal/refusal';

const TODAY = facts('2026-03-20');
const inspected = take(aCase(), 'INSPECTION', '2026-02-02');
const warned = take(inspected, 'TEGURAN_I', '2026-03-06', receivedOn('2026-03-09'));

function open(theCase: Case, who: Actor): readonly (Step | CaseEnd)[] {
  return offersFor(theCase, who, TODAY)
    .filter((offer) => offer.refusal === null)
    .map((offer) => offer.step);
}

describe('what is offered', () => {
  it('names every step and both ends, in the order of the ladder', () => {
    expect(offersFor(aCase(), VIEWER, TODAY).map((offer) => offer.step)).toEqual([...STEPS, 'PATUH', 'TUTUP']);
  });

  it('is to each what he may do now', () => {
    expect(open(warned, DISNAKER)).toEqual(['HIMBAUAN', 'VISIT']);
    expect(open(warned, INSPECTOR)).toEqual(['HIMBAUAN', 'VISIT', 'INSPECTION', 'TMP2T_REQUESTED', 'PATUH', 'TUTUP']);
    expect(open(warned, LEAD)).toEqual(['HIMBAUAN', 'VISIT', 'INSPECTION', 'TMP2T_REQUESTED']);
    for (const who of [VIEWER, PROSECUTOR, COUNTER]) expect(open(warned, who)).toEqual([]);
  });

  it('says beside the button of the second warning why it is off, and until when', () => {
    const offer = offersFor(warned, INSPECTOR, TODAY).find((one) => one.step === 'TEGURAN_II');
    expect(offer?.refusal).toEqual(refuse('WARNING_ONE_RUNS', { ends: '2026-03-30' }));
  });

  it('says of the power of attorney what is missing, and to whom it is not his', () => {
    const skk = (who: Actor) => offersFor(warned, who, TODAY).find((one) => one.step === 'SKK')?.refusal;
    expect(skk(INSPECTOR)).toMatchObject({ code: 'HANDOVER_NEEDS_APPEAL' });
    expect(skk(DISNAKER)).toMatchObject({ code: 'STEP_NOT_YOURS', params: { step: 'SKK' } });
    const complete = take(warned, 'HIMBAUAN', '2026-03-10', receivedOn('2026-03-11'));
    expect(open(complete, INSPECTOR)).toContain('SKK');
  });

  it('is taken when it is asked for: an offer and the command answer alike', () => {
    for (const theCase of [aCase(), inspected, warned, { ...warned, status: 'PATUH' } as const]) {
      for (const who of EVERYBODY) {
        for (const { step, refusal } of offersFor(theCase, who, TODAY)) {
          if (step === 'PATUH' || step === 'TUTUP' || step === 'SKK') continue;
          const asked = takeStep(theCase, said(step, TODAY.today, { document: FILE }), who, TODAY);
          expect({ step, role: who.role, refused: isRefusal(asked) ? asked : null }).toEqual({
            step,
            role: who.role,
            refused: refusal,
          });
        }
      }
    }
  });

  it('ends nothing that has ended', () => {
    const ended = { ...warned, status: 'TUTUP' } as const;
    for (const { step, refusal } of offersFor(ended, INSPECTOR, TODAY).slice(-2)) {
      expect({ step, refusal }).toEqual({ step, refusal: refuse('CASE_ENDED', { status: 'TUTUP' }) });
    }
  });
});
