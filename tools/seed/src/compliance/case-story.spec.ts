import { type Case, type CaseSummary, SHIPPED_DECREES, addDays, shownSummary, summaryOf, wibDate } from '@papan/domain';
import { areasOf } from '../areas';
import { BLITAR_ACCOUNTS, BLITAR_ACTING, BLITAR_PARTIES } from '../blitar/parties';
import { Chance } from '../chance';
import { DEMO_STARTS_AT } from '../demo-figures';
import { agenciesFrom, headsFor, namedAsHead, peopleFor } from '../table';
import { type CaseStory, caseStory } from './case-story';
import { PRESS_OF_2019 } from './plan';
import { playersOf } from './players';

const TODAY = wibDate(DEMO_STARTS_AT);

async function told(): Promise<CaseStory> {
  const chance = new Chance(1);
  const agencies = agenciesFrom(BLITAR_PARTIES);
  const heads = headsFor(agencies, BLITAR_ACTING, chance);
  const people = peopleFor(agencies, BLITAR_ACCOUNTS, 'blitar.contoh', chance, namedAsHead(agencies, heads));
  return caseStory({
    players: playersOf('35.05', agencies, people, heads),
    areas: await areasOf('35.05'),
    decrees: SHIPPED_DECREES,
    lastDay: addDays(TODAY, -3),
    endsAt: DEMO_STARTS_AT,
    seed: 2019,
  });
}

describe('the employers of Kabupaten Blitar on 2 November 2026', () => {
  let story: CaseStory;
  let cases: readonly Case[];
  let list: readonly CaseSummary[];

  beforeAll(async () => {
    story = await told();
    cases = story.walks.map(({ road }) => road.case);
    list = cases.map((one) => shownSummary(summaryOf(one, TODAY), { appeals: 1, inspections: 1 }));
  });

  const open = (): readonly Case[] => cases.filter(({ status }) => status === 'OPEN');
  const handed = (): readonly Case[] => cases.filter(({ handover }) => handover !== null);
  const stands = (track: 'LOCAL' | 'SANCTION' | 'TMP2T' | 'PROSECUTOR', step: string): number =>
    list.filter(({ tracks }) => tracks[track] === step).length;

  it('are as many, and as many workers are missing, as the press reported for June 2019', () => {
    expect(open()).toHaveLength(PRESS_OF_2019.employers);
    expect(open().reduce((sum, { workersMissing }) => sum + workersMissing, 0)).toBe(PRESS_OF_2019.workers);
  });

  it('were handed over in 44 cases: 28 not registered, 6 in arrears, 10 with wrong data', () => {
    expect(handed()).toHaveLength(44);
    const count = (violation: string): number =>
      handed().filter(({ violations }) => violations.length === 1 && violations[0]?.violation === violation).length;
    expect({
      NOT_REGISTERED: count('NOT_REGISTERED'),
      ARREARS: count('ARREARS'),
      WRONG_DATA: count('WRONG_DATA'),
    }).toEqual(PRESS_OF_2019.handedOver);
    expect(new Set(handed().map(({ handover }) => handover?.state))).toEqual(new Set(['CONFIRMED']));
  });

  it('were summoned in 28 of them; mediation runs and nothing is settled', () => {
    const summoned = handed().filter(({ steps }) => steps.some(({ step }) => step === 'SUMMONS'));
    expect(summoned).toHaveLength(PRESS_OF_2019.summoned);
    expect(stands('PROSECUTOR', 'MEDIATION')).toBe(16);
    expect(cases.some(({ steps }) => steps.some(({ step }) => step === 'SETTLEMENT'))).toBe(false);
  });

  it('stand on every rung of the ladder', () => {
    expect(stands('LOCAL', 'IDENTIFIED')).toBeGreaterThanOrEqual(16);
    expect(stands('LOCAL', 'HIMBAUAN')).toBeGreaterThan(60);
    expect(stands('LOCAL', 'VISIT')).toBeGreaterThan(20);
    expect(stands('SANCTION', 'TEGURAN_I')).toBe(21);
    expect(stands('SANCTION', 'TEGURAN_II')).toBe(8);
    expect(stands('SANCTION', 'DENDA')).toBeGreaterThanOrEqual(6);
    expect(stands('TMP2T', 'TMP2T_REQUESTED')).toBe(3);
    expect(stands('TMP2T', 'TMP2T_IN_FORCE')).toBe(5);
    expect(cases.filter(({ steps }) => steps.some(({ step }) => step === 'TMP2T_LIFTED'))).toHaveLength(2);
    expect(cases.filter(({ status }) => status === 'PATUH')).toHaveLength(16);
    expect(cases.filter(({ status }) => status === 'TUTUP')).toHaveLength(7);
    expect(cases.filter(({ reopened }) => reopened > 0)).toHaveLength(1);
    expect(cases.reduce((sum, { workersWon }) => sum + workersWon, 0)).toBeGreaterThan(150);
  });

  it('answer what is due this week, what waits for its proof of receipt, and what is ready for the prosecutor', () => {
    const week = list.filter(({ nextEnds }) => nextEnds !== null && nextEnds >= TODAY && nextEnds <= addDays(TODAY, 6));
    expect(week.length).toBeGreaterThan(20);
    expect(list.filter(({ awaitsReceipt }) => awaitsReceipt.includes('HIMBAUAN'))).toHaveLength(22);
    expect(list.filter(({ readyForHandover }) => readyForHandover).length).toBeGreaterThan(30);
    expect(list.filter(({ fired }) => fired).length).toBeGreaterThan(40);
  });

  it('have two clocks that no decree can answer, and no clock that has silently run out', () => {
    expect(list.filter(({ missingYear }) => missingYear === 2027)).toHaveLength(2);
    const late = cases.flatMap(({ steps }) =>
      steps.filter(({ clock }) => clock?.state === 'RUNNING' && clock.ends !== null && clock.ends < TODAY),
    );
    expect(late).toEqual([]);
  });

  it('have six originals in each case that was handed over, and no file that nobody names', () => {
    for (const { steps } of handed()) {
      const papers = steps.flatMap(({ document, sendingProof, receiptProof, signedScan }) =>
        [document, sendingProof, receiptProof, signedScan].filter((hash) => hash !== null),
      );
      expect(papers.length).toBeGreaterThanOrEqual(7);
      expect(papers.every((hash) => story.files.has(hash))).toBe(true);
    }
    const named = JSON.stringify(story.told);
    expect([...story.files.keys()].filter((hash) => !named.includes(hash))).toEqual([]);
  });

  it('bear names and numbers of their own, none of which could be an identity number', () => {
    const all = [...story.walks.map(({ employer }) => employer), ...story.list.lines.map(({ employer }) => employer)];
    expect(all.length).toBeGreaterThan(500);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const nibs = all.flatMap(({ nib }) => nib ?? []);
    expect(new Set(nibs).size).toBe(nibs.length);
    expect(JSON.stringify(story.told)).not.toMatch(/\d{16}/);
  });

  it('are told the same way every time', async () => {
    expect((await told()).told).toEqual(story.told);
  });
});
