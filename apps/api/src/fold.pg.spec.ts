import { type Snapshot, unpackTasks } from '@papan/contracts';
import { type BoardState, DEED_NAMES, type Happening, UNITS, isRefusal, visibilityClass } from '@papan/domain';
import { Commands, type Decide, JournalBell, foldBoard, readHappenings } from '@papan/server-platform';
import { type Seat, type TestDatabase, actorOf, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { recordCut } from '@papan/server-coverage';
import {
  TasksBoardReader,
  correctProgress,
  doDeed,
  editOneTask,
  liftOneBlocker,
  planNewTask,
  raiseOneBlocker,
  reassignOneTask,
  reportProgress,
  setAllocation,
  verifyEntries,
} from '@papan/server-tasks';
import fc from 'fast-check';

/** Whole numbers by chance, the same for the same seed. */
type Chance = (below: number) => number;

const LEADS: readonly Seat[] = ['dinkes'];
const WORKERS: readonly Seat[] = ['disdik', 'disnaker', 'kadisdik', 'dinkes'];
const VERIFIERS: readonly Seat[] = ['bpjs', 'kacab', 'dinkes'];
const EDITS = [{ title: 'Lain' }, { target: 900 }, { due: '2026-12-20' }, { area: '35.05.10' }, { description: 'x' }];

/** The entries that stand, by task, so that corrections find something to correct. */
interface Memory {
  readonly reports: { task: number; entry: string }[];
  readonly verified: { task: number; entry: string; asOf: string }[];
}

const pick = <T>(chance: Chance, of: readonly T[]): T => of[chance(of.length)] as T;

/** One thing that somebody might do next; many are refused, as in life. */
function nextDeed(chance: Chance, memory: Memory): readonly [Seat, (actor: ReturnType<typeof actorOf>) => Decide] {
  const task = 1 + chance(12);
  const entry = crypto.randomUUID();
  switch (chance(12)) {
    case 0:
    case 1: {
      const visibility = chance(4) === 0 ? 'agency' : 'campaign';
      const texts = { title: 'Tugas', description: 'd', evidence: 'e' };
      const plan = {
        ...texts,
        campaign: 1,
        agency: 2 + chance(2),
        unit: pick(chance, UNITS),
        segment: null,
        area: null,
      };
      const rest = {
        target: 1 + chance(800),
        start: null,
        due: '2026-12-15',
        visibility,
        draft: chance(5) === 0,
      } as const;
      return [pick(chance, LEADS), (actor) => planNewTask({ actor }, { ...plan, ...rest })];
    }
    case 2:
      return ['dinkes', (actor) => editOneTask({ actor, task }, 1 + chance(6), pick(chance, EDITS))];
    case 3:
      return [
        pick(chance, [...WORKERS, ...VERIFIERS]),
        (actor) => doDeed({ actor, task }, { deed: pick(chance, DEED_NAMES), reason: 'x' }),
      ];
    case 4:
    case 5:
    case 6: {
      memory.reports.push({ task, entry });
      const said = {
        entry,
        delta: chance(60),
        reached: chance(9),
        rejected: chance(3),
        on: '2026-11-01',
        note: chance(2) ? 'n' : '',
      };
      return [pick(chance, WORKERS), (actor) => reportProgress({ actor, task }, said)];
    }
    case 7: {
      const wrong = pick(chance, [...memory.reports, { task, entry }]);
      const said = { entry, corrects: wrong.entry, delta: -chance(20), reached: 0, rejected: 0, note: 'salah' };
      return [pick(chance, WORKERS), (actor) => correctProgress({ actor, task: wrong.task }, said)];
    }
    case 8: {
      const wrong = chance(3) === 0 ? memory.verified[chance(memory.verified.length)] : undefined;
      const one = {
        entry,
        measure: 'registered',
        delta: wrong ? -1 - chance(9) : 1 + chance(50),
        corrects: wrong?.entry ?? null,
      } as const;
      const two = { entry: crypto.randomUUID(), measure: 'active', delta: 1 + chance(40), corrects: null } as const;
      const asOf = wrong?.asOf ?? pick(chance, ['2026-10-01', '2026-10-20', '2026-11-01']);
      memory.verified.push({ task: wrong?.task ?? task, entry, asOf });
      const said = { asOf, source: { kind: 'BPJS' }, note: '', entries: [one, two] } as const;
      return [
        pick(chance, VERIFIERS),
        (actor) => verifyEntries({ actor, task: wrong?.task ?? task }, { ...said, entries: [one, two] }),
      ];
    }
    case 9:
      return chance(2)
        ? [
            pick(chance, WORKERS),
            (actor) =>
              raiseOneBlocker({ actor, task }, { code: 'DATA', text: 't', lifter: 2 + chance(3), wantedBy: null }),
          ]
        : [
            pick(chance, [...WORKERS, 'bpjs'] as const),
            (actor) => liftOneBlocker({ actor }, 1 + chance(5), { note: 'n' }),
          ];
    case 10:
      return [
        'dinkes',
        (actor) =>
          reassignOneTask(
            { actor, task },
            { agency: 2 + chance(4), amount: 1 + chance(500), due: '2026-12-18', reason: 'r' },
          ),
      ];
    default:
      return chance(3)
        ? [
            'dinkes',
            (actor) =>
              setAllocation(
                { actor },
                {
                  campaign: 1,
                  measure: pick(chance, ['registered', 'active']),
                  agency: 2 + chance(2),
                  people: chance(900),
                },
              ),
          ]
        : [
            'bpjs',
            (actor) =>
              recordCut(actor, {
                asOf: pick(chance, ['2026-09-01', '2026-10-01', '2026-10-15']),
                population: 1000,
                populationVersion: 'x',
                registered: 500,
                active: 400,
                source: 's',
                example: true,
              }),
          ];
  }
}

describe('the rows of the board', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
  }, 60_000);
  afterAll(() => database.drop());

  it('are what the journal adds up to, for every reader, whatever was done', async () => {
    const door = await database.open();
    const commands = new Commands(door, new JournalBell());
    const steps = fc.sample(fc.nat({ max: 2 ** 30 }), { numRuns: 4000, seed: 20_261_102 });
    let at = 0;
    const chance: Chance = (below) => (below === 0 ? 0 : (steps[at++ % steps.length] ?? 0) % below);
    const memory: Memory = { reports: [], verified: [] };
    let accepted = 0;
    for (let step = 0; step < 400; step++) {
      const [seat, useCase] = nextDeed(chance, memory);
      const actor = actorOf(seat);
      const command = { actor, id: crypto.randomUUID(), name: 'test', params: {}, body: null };
      if (!isRefusal(await commands.run(command, useCase(actor)))) accepted++;
    }
    expect(accepted).toBeGreaterThan(100);
    for (const seat of ['dinkes', 'disdik', 'disnaker', 'bpjs', 'bupati'] as const) {
      const actor = actorOf(seat);
      const [rows, journal] = await door.as(actor, async (tx) => [
        await new TasksBoardReader().read(tx, actor.region),
        await readHappenings((sql, params) => tx.query(sql, params), actor.region, 0, 10_000, visibilityClass(actor)),
      ]);
      expect({ seat, ...shown(rows) }).toEqual({ seat, ...folded(journal) });
    }
    const [numbers] = await database.owning(
      `SELECT count(*)::int AS entries, max(seq)::int AS last FROM journal WHERE region = '35.05'`,
    );
    expect(numbers).toEqual({ entries: accepted, last: accepted });
  }, 120_000);
});

type Shown = Omit<BoardState, 'tasks' | 'blockers'> & { readonly tasks: unknown; readonly blockers: unknown };

function shown(rows: Omit<Snapshot, 'protocol' | 'epoch' | 'through' | 'serverTime'>): Shown {
  return { ...rows, tasks: unpackTasks(rows.tasks), blockers: rows.blockers };
}

/** The long texts do not travel with the board, nor do the blockers that were lifted. */
function folded(journal: readonly Happening[]): Shown {
  const { tasks, blockers, ...rest } = foldBoard(journal);
  const byId = <T extends { readonly id: number }>(all: Iterable<T>): T[] => [...all].sort((a, b) => a.id - b.id);
  return {
    ...rest,
    tasks: byId(tasks.values()).map((task) => ({ ...task, description: '', evidence: '' })),
    blockers: byId(blockers.values()).filter(({ liftedAt }) => liftedAt === null),
  };
}
