import { brotliCompressSync, constants } from 'node:zlib';
import {
  EDITABLE_FIELDS,
  SEGMENTS,
  TASK_STATUSES,
  type Task,
  UNITS,
  VISIBILITIES,
  addDays,
  instantFromMillis,
} from '@papan/domain';
import * as fc from 'fast-check';
import { packTasks, unpackTasks } from './pack';

const KILOBYTE = 1000;

describe('tasks packed for the way', () => {
  it('come out as they went in, without the long texts that follow with the detail', () => {
    const board = realisticBoard(200);
    expect(unpackTasks(throughJson(packTasks(board)))).toEqual(board.map(withoutLongTexts));
  });

  it('come out in the order of their numbers, whatever the order they went in', () => {
    const board = realisticBoard(50);
    expect(unpackTasks(packTasks(board.toReversed()))).toEqual(unpackTasks(packTasks(board)));
  });

  it('may be none, or one', () => {
    expect(unpackTasks(throughJson(packTasks([])))).toEqual([]);
    const [one] = realisticBoard(1);
    expect(unpackTasks(throughJson(packTasks(one ? [one] : [])))).toEqual([one && withoutLongTexts(one)]);
  });

  it('say a column of equal values once', () => {
    expect(packTasks(realisticBoard(100)).columns['campaign']).toEqual([1]);
  });

  it('say a column once also where equal versions of fields are objects of their own', () => {
    const board = realisticBoard(20).map((task) => ({ ...task, fieldVersions: { due: 2 } }));
    expect(packTasks(board).columns['fieldVersions']).toEqual([{ due: 2 }]);
    expect(unpackTasks(throughJson(packTasks(board)))).toEqual(board.map(withoutLongTexts));
  });

  it('keep a moment that is written in another way as it is written', () => {
    const odd = realisticBoard(3).map((task) => ({ ...task, since: '2026-11-02T08:00:00+07:00' }));
    expect(unpackTasks(throughJson(packTasks(odd)))).toEqual(odd.map(withoutLongTexts));
  });

  it('survive any board there can be', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyTask(), { selector: (task) => task.id, maxLength: 30 }), (tasks) => {
        const inOrder = tasks.toSorted((a, b) => a.id - b.id).map(withoutLongTexts);
        expect(unpackTasks(throughJson(packTasks(tasks)))).toEqual(inOrder);
      }),
      { numRuns: 200 },
    );
  });

  it('fit into 70 kB where a board holds 5,000 of them', () => {
    const text = JSON.stringify(packTasks(realisticBoard(5000)));
    const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    expect(packed.byteLength).toBeLessThanOrEqual(70 * KILOBYTE);
  });
});

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function withoutLongTexts(task: Task): Task {
  return { ...task, description: '', evidence: '' };
}

function anyTask(): fc.Arbitrary<Task> {
  const count = fc.nat(10_000_000);
  const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days));
  const moment = fc.integer({ min: 0, max: 2 ** 35 }).map((millis) => instantFromMillis(1_700_000_000_000 + millis));
  const versions = fc.dictionary(fc.constantFrom(...EDITABLE_FIELDS), fc.integer({ min: 2, max: 99 }), {
    noNullPrototype: true,
  });
  return fc.record({
    id: fc.integer({ min: 1, max: 2_000_000_000 }),
    campaign: fc.integer({ min: 1, max: 3 }),
    agency: fc.integer({ min: 1, max: 18 }),
    visibility: fc.constantFrom(...VISIBILITIES),
    status: fc.constantFrom(...TASK_STATUSES),
    since: moment,
    title: fc.string({ unit: 'binary', maxLength: 60 }),
    description: fc.string(),
    evidence: fc.string(),
    unit: fc.constantFrom(...UNITS),
    segment: fc.option(fc.constantFrom(...SEGMENTS)),
    area: fc.option(fc.constantFrom('35.05.10', '35.05.10.1008')),
    target: count,
    start: fc.option(day),
    due: day,
    dueChanges: fc.nat(9),
    reported: count,
    reached: count,
    rejected: count,
    registered: count,
    active: count,
    lastReportAt: fc.option(moment),
    lastReportBy: fc.option(fc.nat(500)),
    lastReportDelta: count,
    origin: fc.option(fc.nat(5000)),
    version: fc.integer({ min: 1, max: 500 }),
    fieldVersions: versions,
  });
}

/**
 * A board in the middle of a campaign: each kind of work was handed out village by village in one sitting, so neighbours
 * share agency, unit, segment and due date; the reports came in since, each at its own moment and with its own numbers.
 */
function realisticBoard(size: number): readonly Task[] {
  const next = dice(20_261_102);
  const pick = <T>(items: readonly T[]): T => items[next(items.length)] as T;
  let clock = 1_793_000_000_000;
  let sitting = sittingFor(0);
  return Array.from({ length: size }, (_, at): Task => {
    if (at % VILLAGES === 0) sitting = sittingFor(at / VILLAGES);
    clock += at % VILLAGES === 0 ? 40_000_000 + next(40_000_000) : 20 + next(60);
    const village = at % VILLAGES;
    const district = String(1 + Math.floor(village / 11.3)).padStart(2, '0');
    const target = 10 * (1 + next(30));
    const reporting = next(10) > 3;
    const reported = reporting ? next(target + 1) : 0;
    const verified = reporting && next(3) > 0;
    const registered = verified ? Math.floor((reported * (7 + next(4))) / 10) : 0;
    const assigned = instantFromMillis(clock);
    const reportedAt = reporting ? instantFromMillis(clock + next(1_600_000) * 1000 + next(1000)) : null;
    return {
      ...sitting,
      id: at + 1,
      campaign: 1,
      visibility: next(50) === 0 ? 'agency' : 'campaign',
      status: reporting ? pick(['IN_PROGRESS', 'IN_PROGRESS', 'REPORTED_DONE', 'DONE']) : 'ASSIGNED',
      since: reportedAt ?? assigned,
      title: `${sitting.title} Desa ${NAMES[village % NAMES.length]} ${district}`,
      description: 'Bekerja bersama perangkat desa dan kader.',
      evidence: 'Daftar nama dengan tanda terima BPJS Kesehatan',
      area: `35.05.${district}.${2001 + (village % 12)}`,
      target,
      start: null,
      dueChanges: next(12) === 0 ? 1 : 0,
      reported,
      reached: next(4) === 0 ? reported + next(40) : 0,
      rejected: next(4) === 0 && reporting ? next(9) : 0,
      registered,
      active: Math.floor((registered * 9) / 10),
      lastReportAt: reportedAt,
      lastReportBy: reporting ? sitting.agency * 4 + next(3) : null,
      lastReportDelta: Math.min(reported, 5 * next(12)),
      origin: null,
      version: reporting ? 2 + next(6) : 1,
      fieldVersions: next(12) === 0 ? { due: 2 } : {},
    };
  });
}

const VILLAGES = 248;

/** What the tasks of one sitting have in common. */
function sittingFor(nth: number): Pick<Task, 'agency' | 'unit' | 'segment' | 'due' | 'title'> {
  return {
    agency: 1 + (nth % 15),
    unit: UNITS[nth % 3] ?? 'people',
    segment: SEGMENTS[nth % 6] ?? null,
    due: addDays('2026-11-20', 7 * (nth % 6)),
    title: WORK[nth % WORK.length] ?? '',
  };
}

const WORK = [
  'Daftarkan keluarga belum ber-JKN di',
  'Sisir warga belum terdaftar bersama agen PESIAR di',
  'Padankan data desil 1–5 untuk',
  'Himbau pelaku usaha di',
  'Aktifkan kembali peserta menunggak di',
];
const NAMES = ['Jiwut', 'Bendosewu', 'Pagerwojo', 'Kaulon', 'Satreyan', 'Tlogo', 'Gaprang', 'Papungan', 'Sawentar'];

/** A small generator with a seed (mulberry32), so that the board is the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}
