import type { BoardEvent, Happening } from '@papan/domain';
import { leftOf, reportEntries, verifiedEntries } from './entries';

const happen = (seq: number, event: BoardEvent): Happening => ({
  seq,
  at: '2026-11-20T07:03:00.000Z',
  by: { person: 7, agency: 2 },
  event,
});

const HISTORY: readonly Happening[] = [
  happen(1, {
    type: 'ProgressReported',
    data: { task: 118, entry: 'a', delta: 250, reached: 300, rejected: 0, on: '2026-11-19' },
    text: null,
  }),
  happen(2, {
    type: 'ProgressCorrected',
    data: { task: 118, entry: 'b', corrects: 'a', delta: -20, reached: 0, rejected: 0 },
    text: { note: 'Dobel' },
  }),
  happen(3, {
    type: 'ProgressVerified',
    data: {
      task: 118,
      asOf: '2026-11-20',
      source: { kind: 'BPJS' },
      entries: [
        { entry: 'v', measure: 'registered', delta: 200, corrects: null },
        { entry: 'w', measure: 'active', delta: 180, corrects: null },
      ],
    },
    text: null,
  }),
];

describe('the entries of a task', () => {
  it('are its reports, each with what corrections left of it', () => {
    const [report] = reportEntries(HISTORY);
    expect(report).toMatchObject({ entry: 'a', delta: 250, corrected: { delta: -20 }, person: 7 });
    expect(report && leftOf(report)).toBe(230);
  });

  it('keep registered and active apart', () => {
    expect(verifiedEntries(HISTORY)).toEqual([
      { entry: 'v', measure: 'registered', delta: 200, corrected: 0, asOf: '2026-11-20' },
      { entry: 'w', measure: 'active', delta: 180, corrected: 0, asOf: '2026-11-20' },
    ]);
  });
});
