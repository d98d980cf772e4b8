import {
  type BoardState,
  type Case,
  EMPTY_BOARD,
  type Happening,
  type Task,
  allocation,
  allocationKey,
  caseAfter,
  casesOf,
  columnOf,
  countsPersons,
  evolve,
  findCycles,
  headline,
  isOverdue,
  oldestWaits,
  orThrow,
  percentOf,
  wibDate,
  wibTime,
  workingDaysBetween,
} from '@papan/domain';
import { areasOf } from '../areas';
import { BLITAR_CUT, DEMO_DEADLINE, DEMO_STARTS_AT, LINES } from '../demo-figures';
import type { RegionStory } from '../region-story';
import { readCase } from '../testing/cases';
import { BLITAR_MISSING, blitarStory } from './story';

const TODAY = wibDate(DEMO_STARTS_AT);
const RUNNING = 2;

describe('Kabupaten Blitar on Monday 2 November 2026, 08.00 WIB', () => {
  let story: RegionStory;
  let board: BoardState;
  let tasks: readonly Task[];

  beforeAll(async () => {
    story = blitarStory(await areasOf('35.05'));
    board = story.happenings.reduce<BoardState>(evolve, EMPTY_BOARD);
    tasks = [...board.tasks.values()].filter((task) => task.campaign === RUNNING);
  });

  const persons = (): readonly Task[] => tasks.filter((task) => countsPersons(task.unit));
  const count = (test: (task: Task) => boolean): number => tasks.filter(test).length;
  const codeOf = (id: number): string => story.agencies.find((agency) => agency.id === id)?.code ?? '';
  const told = (type: Happening['event']['type']): number =>
    story.happenings.filter(({ event }) => event.type === type).length;

  it('is told the same way every time', async () => {
    const { cases, ...again } = blitarStory(await areasOf('35.05'));
    const { cases: files, ...told } = story;
    expect(again).toEqual(told);
    // The hash of each file stands for its bytes.
    expect([...(cases?.files?.keys() ?? [])]).toEqual([...(files?.files?.keys() ?? [])]);
  });

  it('stands on the published example figures', () => {
    const demo = readCase('demo.json') as {
      clockStartsAt: string;
      deadline: string;
      cut: Record<string, unknown>;
      lines: unknown;
      derived: Record<string, number>;
    };
    expect(Date.parse(DEMO_STARTS_AT)).toBe(Date.parse(demo.clockStartsAt));
    expect(Date.parse(DEMO_DEADLINE)).toBe(Date.parse(demo.deadline));
    expect(BLITAR_CUT).toMatchObject(demo.cut);
    expect(LINES).toEqual(demo.lines);
    expect(BLITAR_MISSING).toBe(demo.derived['missingTo98']);
    expect(percentOf(BLITAR_CUT.registered, BLITAR_CUT.population)).toBe(demo.derived['registeredPercent']);
  });

  it('seats the eighteen parties, each with a code and a prefix of its own', () => {
    const { agencies } = readCase('agencies-blitar.json') as {
      agencies: readonly (readonly [string, string, string])[];
    };
    expect(story.agencies.map(({ code, kind }) => [code, kind])).toEqual(
      agencies.map(([code, , kind]) => [code, kind]),
    );
    expect(new Set(story.agencies.map((it) => it.prefix)).size).toBe(18);
    expect(story.agencies.every((it) => /^[A-Z]{3}$/.test(it.prefix))).toBe(true);
    expect(story.heads.filter((it) => it.capacity === 'PLT').length).toBeGreaterThanOrEqual(4);
  });

  it('knows all 22 districts and 248 villages by the Kemendagri codes', () => {
    expect(story.areas.filter((it) => it.kind === 'DISTRICT')).toHaveLength(22);
    expect(story.areas.filter((it) => it.kind === 'VILLAGE')).toHaveLength(248);
    expect(tasks.filter((it) => (it.area ?? '').length > 8).length).toBeGreaterThan(3);
  });

  it('asks the tasks that count persons for exactly the people missing to 98 %', () => {
    expect(persons().reduce((sum, task) => sum + task.target, 0)).toBe(255_458);
  });

  it('allocates parts that add up to the missing people with what is unallocated', () => {
    const parts = story.agencies.flatMap((agency) => {
      const people = board.allocation[allocationKey(RUNNING, 'registered', agency.id)];
      return people === undefined ? [] : [{ agency: agency.id, people }];
    });
    const spread = orThrow(allocation(255_458, parts));
    expect(spread.allocated + spread.unallocated).toBe(255_458);
    expect(spread.unallocated).toBeGreaterThan(10_000);
    expect(spread.overAllocated).toBe(0);
    const { verifiedAfter } = headline(BLITAR_CUT, board.verified).registered;
    expect(spread.allocated).toBeLessThan(255_458 - verifiedAfter);
  });

  it('moves the headline by what was verified after the cut, and by nothing else', () => {
    const figures = headline(BLITAR_CUT, board.verified);
    const all = persons().reduce((sum, task) => sum + task.registered, 0);
    expect(board.cut).toEqual(BLITAR_CUT);
    expect(figures.registered.total).toBe(971_740 + figures.registered.verifiedAfter);
    expect(figures.registered.verifiedAfter).toBeGreaterThan(5_000);
    expect(figures.registered.verifiedAfter).toBeLessThan(all);
    expect(figures.active.verifiedAfter).toBeLessThanOrEqual(figures.registered.verifiedAfter);
  });

  it('shows every state in believable numbers', () => {
    expect(tasks.length).toBeGreaterThanOrEqual(140);
    expect(tasks.length).toBeLessThanOrEqual(180);
    const least = { DRAFT: 3, ASSIGNED: 8, ACCEPTED: 8, IN_PROGRESS: 40, REPORTED_DONE: 10, RETURNED: 2, DONE: 10 };
    for (const [status, number] of Object.entries(least)) {
      expect([status, count((it) => it.status === status) >= number]).toEqual([status, true]);
    }
    expect(count((it) => it.status === 'CANCELLED')).toBeGreaterThanOrEqual(2);
    expect(count((it) => it.status === 'TRANSFERRED')).toBe(1);
    expect(count((it) => it.origin !== null)).toBe(2);
    const late = count((it) => isOverdue(it, TODAY));
    expect(late).toBeGreaterThanOrEqual(8);
    expect(late).toBeLessThanOrEqual(30);
    expect(count((it) => it.dueChanges === 1)).toBeGreaterThan(1);
    expect(count((it) => it.dueChanges === 2)).toBeGreaterThan(1);
    expect(count((it) => countsPersons(it.unit) && it.registered > it.reported)).toBeGreaterThanOrEqual(1);
    expect(new Set(tasks.map((it) => it.unit)).size).toBe(6);
  });

  it('leaves sixteen blockers open, some on BPJS, three of them in a circle', () => {
    const open = oldestWaits(board.blockers.values());
    expect(open).toHaveLength(16);
    expect(open.some((it) => codeOf(it.lifter) === 'BPJS-KES')).toBe(true);
    expect(findCycles(open).map((circle) => circle.map(codeOf).sort())).toEqual([['DINSOS', 'DISPENDUKCAPIL', 'DPMD']]);
    const stuck = new Set(open.map((it) => it.task));
    expect(count((it) => stuck.has(it.id) && columnOf(it.status, 1) === 'BLOCKED')).toBe(16);
  });

  it('keeps three tasks within their agencies, none of which moves a public figure', () => {
    const restricted = tasks.filter((it) => it.visibility === 'agency');
    expect(restricted.map((it) => codeOf(it.agency)).sort()).toEqual(['DINSOS', 'DISDIK', 'DISNAKER']);
    expect(restricted.every((it) => it.title.startsWith('TERBATAS '))).toBe(true);
    expect(restricted.every((it) => !countsPersons(it.unit))).toBe(true);
  });

  it('has given Disdik 1.200 teachers and staff to enrol, and nothing is reported yet', () => {
    const task = tasks.find((it) => it.title.startsWith('Daftarkan 1.200 GTT/PTT'));
    expect(task).toMatchObject({ target: 1200, reported: 0, registered: 0, unit: 'people', status: 'ACCEPTED' });
    expect(codeOf(task?.agency ?? 0)).toBe('DISDIK');
  });

  it('was written by officials at work: on working days, in office hours, none after the clock starts', () => {
    const running = story.happenings.filter(({ at }) => at > '2026');
    expect(running.every(({ at }) => at < DEMO_STARTS_AT)).toBe(true);
    for (const { at, by, event } of running) {
      // A clock that runs out is told at midnight, by nobody.
      if (by.person === null) {
        expect([event.type, wibTime(at) < '00:02:00']).toEqual(['DeadlineFired', true]);
        continue;
      }
      const day = wibDate(at);
      expect([day, workingDaysBetween(story.decrees, previous(day), day)]).toEqual([day, 1]);
      expect(wibTime(at) >= '07:30:00' && wibTime(at) <= '15:45:00').toBe(true);
    }
  });

  it('counts the progress of the tasks about appeals from their cases, and from nothing else', () => {
    const folded = new Map<number, Case>();
    const links = new Map<number, readonly number[]>();
    for (const happening of story.happenings) {
      const { event } = happening;
      if (event.type === 'CasesLinked') links.set(event.data.task, event.data.added);
      const touched = event.type === 'CaseOpened' ? [event.data.case] : casesOf(event);
      for (const id of touched) {
        const after = caseAfter(folded.get(id), happening);
        if (after) folded.set(id, after);
      }
    }
    const proven = (id: number): boolean =>
      folded.get(id)?.steps.some(({ step, receiptProof }) => step === 'HIMBAUAN' && receiptProof !== null) ?? false;
    expect([...links.values()].map((cases) => cases.length)).toEqual([38, 15]);
    for (const [id, cases] of links) {
      const task = board.tasks.get(id);
      expect(task).toMatchObject({ target: cases.length, reported: cases.filter(proven).length, unit: 'employers' });
      expect(task?.reported).toBeGreaterThan(5);
      expect(task?.reported).toBeLessThan(cases.length);
    }
  });

  it('carries the agreement of 2018 as closed history and an example of 2026 that says so', () => {
    const [closed, running] = story.campaigns;
    expect(closed).toMatchObject({ open: false, example: false, deadline: '2018-12-31T16:59:59.000Z' });
    expect(closed?.agreement.number).toBe('119/I.22/409.05/2018');
    expect(running).toMatchObject({ open: true, example: true });
    expect(running?.agreement.number).toMatch(/^CONTOH\//);
    const history = [...board.tasks.values()].filter((it) => it.campaign === 1);
    expect(history.length).toBeGreaterThan(3);
    expect(history.every((it) => it.status === 'DONE' && !countsPersons(it.unit))).toBe(true);
  });

  it('tells of corrections that name their entry, and of verification from the file of BPJS', () => {
    expect(told('ProgressCorrected')).toBeGreaterThanOrEqual(4);
    expect(told('ProgressVerified')).toBeGreaterThan(80);
    const fromFile = story.happenings.filter(
      ({ event }) => event.type === 'ProgressVerified' && event.data.source.kind === 'BPJS_FILE',
    );
    expect(fromFile.length).toBeGreaterThan(3);
  });

  it('holds no number that could be an identity number', () => {
    expect(JSON.stringify(story)).not.toMatch(/\d{16}/);
  });

  it('gives every role an account, and BPJS and the Kejaksaan one for both Blitars', () => {
    const shown = story.people.filter((it) => it.shown);
    expect(new Set(shown.map((it) => it.role)).size).toBe(14);
    expect(new Set(story.people.map((it) => it.login)).size).toBe(story.people.length);
    expect(new Set(story.people.map((it) => it.name)).size).toBe(story.people.length);
  });
});

function previous(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
