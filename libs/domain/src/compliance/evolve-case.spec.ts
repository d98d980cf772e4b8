import type { BoardEvent } from '../tasks/events';
import type { Case } from './case';
import type { ComplianceEvent } from './events';
import { DISNAKER, FILE, PROOF, aCase, facts, fold, happening, receivedOn, take, uuid } from './examples';
import { caseAfter, casesOf } from './evolve-case';
import { fireDeadline, proposalsOf } from './proposals';
import { counterAnswer, servicesOf } from './standing';
import { shownSummary, summaryOf } from './summary';

const inspected = take(aCase(), 'INSPECTION', '2026-02-02');
const warned = take(inspected, 'TEGURAN_I', '2026-03-06', receivedOn('2026-03-09'));

function states(theCase: Case): readonly (string | null)[] {
  return theCase.steps.map((step) => step.clock?.state ?? null);
}

describe('the fold of a case', () => {
  it('begins with its opening, and counts a version for each event', () => {
    expect(aCase()).toMatchObject({ version: 1, counts: 1, status: 'OPEN', workersMissing: 12, workersWon: 0 });
    expect(warned.version).toBe(3);
    expect(warned.steps.map((step) => step.nth)).toEqual([1, 2, 3]);
  });

  it('leaves the very same case where nothing happened to it', () => {
    const elsewhere: readonly BoardEvent[] = [
      { type: 'DossierRead', data: { handover: 1, case: 1, what: 'OPENED' }, text: null },
      { type: 'CounterChecked', data: { case: 1, answer: 'BLOCKED' }, text: null },
      { type: 'EmployersMerged', data: { employer: 31, into: 32 }, text: null },
      { type: 'HandoverProposed', data: { handover: 1, cases: [2, 3] }, text: null },
      { type: 'AttendanceRecorded', data: { case: 2, entry: uuid(1), attended: true }, text: null },
      { type: 'AllocationSet', data: { campaign: 1, measure: 'registered', agency: 2, people: 5 }, text: null },
    ];
    for (const event of elsewhere) expect(caseAfter(warned, happening(event))).toBe(warned);
    expect(caseAfter(undefined, happening(elsewhere[3] as BoardEvent))).toBeUndefined();
  });

  it('keeps what stands where an event names an entry that is not there', () => {
    const stray = {
      type: 'StepFrozen',
      data: { case: 1, entry: 'x', on: '2026-05-01', signedScan: FILE },
      text: null,
    } as const;
    expect(caseAfter(warned, happening(stray))).toBe(warned);
  });

  it('works without the texts that were erased', () => {
    const event: ComplianceEvent = {
      type: 'StepFrozen',
      data: { case: 1, entry: warned.steps.at(-1)?.entry ?? '', on: '2026-03-06', signedScan: FILE },
      text: null,
    };
    expect(fold([event], warned).steps.at(-1)).toMatchObject({ signedScan: FILE, number: '123/BA/2026' });
  });

  it('knows by whom and when each step was entered, and the workers that an inspection found', () => {
    const found = take(aCase(), 'INSPECTION', '2026-02-02', { workers: 40 });
    expect(found.workersMissing).toBe(40);
    expect(found.steps.at(-1)).toMatchObject({
      by: { person: DISNAKER.person, agency: 2 },
      at: '2026-03-01T02:00:00.000Z',
    });
    expect(take(found, 'VISIT', '2026-02-03', { workers: 5 }).workersMissing).toBe(40);
  });

  it('names the cases that an event is about', () => {
    const moves = [1, 2, 1].map((id) => ({ case: id, entry: uuid(id), from: null, to: null }));
    expect(casesOf({ type: 'DeadlinesMoved', data: { year: 2027, basis: 'SKB', moves }, text: null })).toEqual([1, 2]);
    const pairs = [{ case: 5, entry: uuid(5) }];
    const confirmed = { handover: 1, cases: pairs, on: '2026-05-27', term: null, document: null };
    expect(casesOf({ type: 'HandoverConfirmed', data: confirmed, text: null })).toEqual([5]);
    expect(casesOf({ type: 'DossierRead', data: { handover: 1, case: 5, what: 'OPENED' }, text: null })).toEqual([]);
  });
});

describe('the clocks of a case', () => {
  it('stop with the next step of their track, and not with one beside it', () => {
    const appealed = take(warned, 'HIMBAUAN', '2026-03-10', receivedOn('2026-03-11'));
    expect(states(appealed)).toEqual([null, null, 'RUNNING', 'RUNNING']);
    expect(states(take(appealed, 'VISIT', '2026-03-12'))).toEqual([null, null, 'RUNNING', 'STOPPED', null]);
    expect(states(take(warned, 'TEGURAN_II', '2026-03-31'))).toEqual([null, null, 'STOPPED', null]);
  });

  it('fire once, on the day after their last, and stay fired', () => {
    const entry = warned.steps.at(-1)?.entry ?? '';
    expect(fireDeadline(warned, entry, facts('2026-03-30'))).toBeNull();
    const event = fireDeadline(warned, entry, facts('2026-03-31'));
    expect(event).toMatchObject({ data: { step: 'TEGURAN_I', ended: '2026-03-30', proposes: ['TEGURAN_II'] } });
    if (!event) return;
    const fired = fold([event], warned);
    expect(states(fired).at(-1)).toBe('FIRED');
    expect(fireDeadline(fired, entry, facts('2026-04-30'))).toBeNull();
    expect(states(take(fired, 'TEGURAN_II', '2026-04-01')).at(2)).toBe('FIRED');
  });

  it('fire late where nobody looked for weeks, and not at all where the case has ended', () => {
    const entry = warned.steps.at(-1)?.entry ?? '';
    expect(fireDeadline(warned, entry, facts('2026-11-02'))).toMatchObject({ data: { ended: '2026-03-30' } });
    expect(fireDeadline({ ...warned, status: 'PATUH' }, entry, facts('2026-11-02'))).toBeNull();
    expect(fireDeadline(warned, 'nobody', facts('2026-11-02'))).toBeNull();
    expect(fireDeadline(inspected, inspected.steps.at(-1)?.entry ?? '', facts('2026-11-02'))).toBeNull();
  });

  it('propose what the ladder allows on that day, and nothing more', () => {
    const twice = take(warned, 'TEGURAN_II', '2026-03-31', receivedOn('2026-03-31'));
    expect(proposalsOf(twice, { step: 'TEGURAN_II' }, facts('2026-04-15'))).toEqual(['TMP2T_REQUESTED']);
    expect(proposalsOf(twice, { step: 'TEGURAN_II' }, facts('2026-04-16'))).toEqual(['DENDA', 'TMP2T_REQUESTED']);
    const appealed = take(twice, 'HIMBAUAN', '2026-04-01', receivedOn('2026-04-02'));
    expect(proposalsOf(appealed, { step: 'TEGURAN_II' }, facts('2026-04-16'))).toContain('SKK');
  });
});

describe('the summary of a case', () => {
  const today = '2026-04-30';

  it('shows the latest step of every open track and the next date', () => {
    const both = take(
      take(warned, 'TMP2T_REQUESTED', '2026-03-20'),
      'HIMBAUAN',
      '2026-03-10',
      receivedOn('2026-03-11'),
    );
    expect(summaryOf(both, today)).toMatchObject({
      tracks: { LOCAL: 'HIMBAUAN', SANCTION: 'TEGURAN_I', TMP2T: 'TMP2T_REQUESTED' },
      nextEnds: '2026-03-25',
      nextStep: 'HIMBAUAN',
      violations: ['NOT_REGISTERED'],
      fired: false,
      missingYear: null,
    });
  });

  it('says that a clock has run out until somebody acts on it', () => {
    const event = fireDeadline(warned, warned.steps.at(-1)?.entry ?? '', facts('2026-03-31'));
    if (!event) throw new Error('nothing fired');
    const fired = fold([event], warned);
    expect(summaryOf(fired, today)).toMatchObject({ fired: true, nextEnds: null });
    expect(summaryOf(take(fired, 'HIMBAUAN', '2026-04-01'), today).fired).toBe(true);
    expect(summaryOf(take(fired, 'TEGURAN_II', '2026-04-01'), today).fired).toBe(false);
    expect(summaryOf({ ...fired, status: 'TUTUP' }, today).fired).toBe(false);
  });

  it('is answered by a step that was proposed, also on another track', () => {
    const twice = take(warned, 'TEGURAN_II', '2026-03-31', receivedOn('2026-03-31'));
    const event = fireDeadline(twice, twice.steps.at(-1)?.entry ?? '', facts('2026-04-16'));
    if (!event) throw new Error('nothing fired');
    const fired = fold([event], twice);
    expect(summaryOf(fired, today).fired).toBe(true);
    expect(summaryOf(take(fired, 'TMP2T_REQUESTED', '2026-04-20'), today).fired).toBe(false);
  });

  it('names the year whose decree is missing', () => {
    const late = take(inspected, 'TEGURAN_I', '2026-12-21', receivedOn('2026-12-23'));
    expect(summaryOf(late, today)).toMatchObject({ missingYear: 2027, nextEnds: null, nextStep: null });
  });

  it('knows when a case can be handed over, and how far it is', () => {
    const complete = take(inspected, 'HIMBAUAN', '2026-02-03', receivedOn('2026-02-04'));
    const kept = summaryOf(complete, today);
    expect(kept).toMatchObject({ provenForHandover: { appeals: 1, inspections: 1 }, handover: null });
    expect(shownSummary(kept, { appeals: 1, inspections: 1 }).readyForHandover).toBe(true);
    expect(shownSummary(kept, { appeals: 2, inspections: 1 }).readyForHandover).toBe(false);
    expect(shownSummary(kept, { appeals: 1, inspections: 2 }).readyForHandover).toBe(false);
    const proposed = fold([{ type: 'HandoverProposed', data: { handover: 1, cases: [1] }, text: null }], complete);
    expect(summaryOf(proposed, today)).toMatchObject({ provenForHandover: null, handover: 'PROPOSED' });
    expect(shownSummary(summaryOf(proposed, today), { appeals: 0, inspections: 1 }).readyForHandover).toBe(false);
  });

  it('of an ended case has no track, but for services that were not given back', () => {
    const inForce = take(take(inspected, 'TMP2T_REQUESTED', '2026-03-02'), 'TMP2T_IN_FORCE', '2026-03-03');
    const ended = { ...inForce, status: 'PATUH', since: '2026-03-10' } as const;
    expect(summaryOf(ended, today).tracks).toEqual({ TMP2T: 'TMP2T_IN_FORCE' });
    expect(summaryOf(take(ended, 'TMP2T_LIFTED', '2026-03-11'), today).tracks).toEqual({});
    expect(summaryOf({ ...warned, status: 'TUTUP' }, today).tracks).toEqual({});
  });
});

describe('the counter', () => {
  const requested = take(inspected, 'TMP2T_REQUESTED', '2026-03-02');
  const inForce = take(requested, 'TMP2T_IN_FORCE', '2026-03-03');
  const lifted = take({ ...inForce, status: 'PATUH', since: '2026-03-10' }, 'TMP2T_LIFTED', '2026-03-11');

  it('is told blocked, not blocked or lifted, with the number of the case and nothing else', () => {
    expect(counterAnswer(null)).toEqual({ answer: 'NOT_BLOCKED', case: null, liftedOn: null });
    expect(counterAnswer(requested)).toEqual({ answer: 'NOT_BLOCKED', case: null, liftedOn: null });
    expect(counterAnswer(inForce)).toEqual({ answer: 'BLOCKED', case: 1, liftedOn: null });
    expect(counterAnswer(lifted)).toEqual({ answer: 'LIFTED', case: 1, liftedOn: '2026-03-11' });
  });

  it('goes on blocking when a new matter begins, while a request of the old one is over', () => {
    const anew = { counts: 9 };
    expect(counterAnswer({ ...inForce, ...anew })).toMatchObject({ answer: 'BLOCKED' });
    expect(servicesOf({ ...requested, ...anew })).toEqual({ state: 'NONE' });
    expect(servicesOf({ ...inForce, ...anew })).toMatchObject({ state: 'IN_FORCE' });
  });
});

describe('a fold', () => {
  it('of the same events is the same case', () => {
    const events: readonly BoardEvent[] = [
      { type: 'ViolationsChanged', data: { case: 1, on: '2026-05-01', added: ['ARREARS'], ended: [] }, text: null },
      {
        type: 'ReceiptRecorded',
        data: {
          case: 1,
          entry: inspected.steps.at(-1)?.entry ?? '',
          sentOn: null,
          receivedOn: '2026-02-03',
          deemed: false,
          sendingProof: null,
          receiptProof: PROOF,
          clock: null,
        },
        text: null,
      },
    ];
    expect(fold(events, warned)).toEqual(fold(events, warned));
  });
});
