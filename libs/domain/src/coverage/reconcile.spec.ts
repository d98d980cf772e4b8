import type { Segment } from '../tasks/task';
import { type SegmentWork, reconcile } from './reconcile';

const [DISNAKER, DPMPTSP, DINKES] = [3, 7, 1];
const work = (agency: number, segment: Segment, reported: number, verified: number): SegmentWork => ({
  ...{ agency, segment, reported, verified },
});
const moved = (people: Partial<Record<Segment, number>>) => new Map(Object.entries(people) as [Segment, number][]);

describe('the work of a month beside the cut', () => {
  it('says nothing where all three agree', () => {
    expect(reconcile([work(DISNAKER, 'PPU_BU', 40, 40)], moved({ PPU_BU: 40 }))).toEqual({
      accounts: [{ segment: 'PPU_BU', reported: 40, verified: 40, cut: 40 }],
      differences: [],
    });
  });

  it('asks the agency for what is reported and not verified, each for itself', () => {
    const { differences } = reconcile(
      [work(DISNAKER, 'PPU_BU', 100, 60), work(DPMPTSP, 'PPU_BU', 10, 30)],
      moved({ PPU_BU: 90 }),
    );
    expect(differences).toEqual([{ kind: 'UNVERIFIED', segment: 'PPU_BU', people: 40, agencies: [DISNAKER] }]);
  });

  it('asks BPJS where the cut shows less than was verified', () => {
    expect(reconcile([work(DINKES, 'PBPU_BP_PEMDA', 500, 500)], moved({ PBPU_BP_PEMDA: 420 })).differences).toEqual([
      { kind: 'NOT_IN_CUT', segment: 'PBPU_BP_PEMDA', people: 80, agencies: [] },
    ]);
  });

  it('asks the agencies of a segment where the cut shows more, who verified most first', () => {
    const all = [work(DPMPTSP, 'PPU_BU', 10, 10), work(DISNAKER, 'PPU_BU', 40, 40)];
    expect(reconcile(all, moved({ PPU_BU: 75, PBI_JK: 12 })).differences).toEqual([
      { kind: 'NOT_FROM_WORK', segment: 'PPU_BU', people: 25, agencies: [DISNAKER, DPMPTSP] },
      { kind: 'NOT_FROM_WORK', segment: 'PBI_JK', people: 12, agencies: [] },
    ]);
  });

  it('compares nothing with a cut that does not tell segments: 0 is not "no data"', () => {
    const [account] = reconcile([work(DISNAKER, 'PPU_BU', 5, 5)], new Map()).accounts;
    expect(account).toEqual({ segment: 'PPU_BU', reported: 5, verified: 5, cut: null });
    expect(reconcile([work(DISNAKER, 'PPU_BU', 5, 5)], new Map()).differences).toEqual([]);
    expect(reconcile([work(DISNAKER, 'PPU_BU', 5, 5)], moved({ PPU_BU: 0 })).differences).toMatchObject([
      { kind: 'NOT_IN_CUT', people: 5 },
    ]);
  });
});
