import type { Agency, AgencyKind } from '../organisation/agency';
import type { Campaign } from '../organisation/campaign';
import { type Refusal, isRefusal } from '../refusal/refusal';
import type { BoardEvent, EventOf, Happening } from './events';
import { type BoardState, EMPTY_BOARD, evolve } from './evolve';
import type { NewTask, Region } from './plan-task';
import type { Task } from './task';

/** The people and things that the tests of the rules speak about. Not part of the product. */

export const TODAY = '2026-11-16';

export const [DINKES, DISDIK, DINSOS, SETDA, BPJS, KEJARI] = [
  agency(1, 'DINKES', 'Dinas Kesehatan', 'LEAD'),
  agency(2, 'DISDIK', 'Dinas Pendidikan', 'OPD'),
  agency(3, 'DINSOS', 'Dinas Sosial', 'OPD'),
  agency(4, 'SETDA', 'Sekretariat Daerah', 'SECRETARIAT'),
  agency(5, 'BPJS', 'BPJS Kesehatan KC Kediri', 'PARTNER'),
  agency(6, 'KEJARI', 'Kejaksaan Negeri Blitar', 'PARTNER'),
] as const;

export const AGENCIES: ReadonlyMap<number, Agency> = new Map(
  [DINKES, DISDIK, DINSOS, SETDA, BPJS, KEJARI].map((it) => [it.id, it]),
);

export const CAMPAIGN: Campaign = {
  id: 1,
  title: 'UHC 2026',
  agreement: { number: '119/I.22/409.05/2018', parties: [], date: null, subject: 'UHC' },
  startsOn: '2026-01-01',
  deadline: '2026-12-31T16:59:59.000Z',
  lines: [{ measure: 'registered', percent: 98 }],
  open: true,
  example: true,
};

export const REGION: Region = {
  agencies: AGENCIES,
  campaigns: new Map([
    [1, CAMPAIGN],
    [2, { ...CAMPAIGN, id: 2, title: 'UHC 2018', open: false }],
  ]),
  hasArea: (code) => code === '35.05.10' || code === '35.05.10.1008',
};

/** 1,200 teachers for Disdik, in progress since the beginning of November. */
export function aTask(changes: Partial<Task> = {}): Task {
  return {
    id: 118,
    campaign: 1,
    agency: DISDIK.id,
    visibility: 'campaign',
    status: 'IN_PROGRESS',
    since: '2026-11-03T02:00:00.000Z',
    title: 'Daftarkan 1.200 guru tidak tetap',
    description: '',
    evidence: 'Daftar nama',
    unit: 'people',
    segment: 'PPU_BU',
    area: null,
    target: 1200,
    start: '2026-11-02',
    due: '2026-12-15',
    dueChanges: 0,
    reported: 0,
    reached: 0,
    rejected: 0,
    registered: 0,
    active: 0,
    lastReportAt: null,
    lastReportBy: null,
    lastReportDelta: 0,
    origin: null,
    version: 5,
    fieldVersions: {},
    ...changes,
  };
}

export function aPlan(changes: Partial<NewTask> = {}): NewTask {
  return {
    campaign: 1,
    agency: DISDIK.id,
    visibility: 'campaign',
    draft: false,
    title: 'Daftarkan 1.200 guru tidak tetap',
    description: 'Melalui sekolah dan yayasan.',
    evidence: 'Daftar nama dengan tanda terima',
    unit: 'people',
    segment: 'PPU_BU',
    area: '35.05.10',
    target: 1200,
    start: '2026-11-02',
    due: '2026-12-15',
    ...changes,
  };
}

export function created(task: number, changes: Partial<EventOf<'TaskCreated'>['data']> = {}): BoardEvent {
  return {
    type: 'TaskCreated',
    data: {
      task,
      campaign: 1,
      agency: DISDIK.id,
      visibility: 'campaign',
      status: 'ASSIGNED',
      unit: 'people',
      segment: null,
      area: null,
      target: 1200,
      start: null,
      due: '2026-12-15',
      ...changes,
    },
    text: { title: `Tugas ${task}`, description: '', evidence: '' },
  };
}

/** The board after these events, one a minute from Monday 2 November 2026, 08.00 WIB. */
export function fold(events: readonly BoardEvent[], from: BoardState = EMPTY_BOARD): BoardState {
  return events.map(happening).reduce(evolve, from);
}

export function happening(event: BoardEvent, at = 0): Happening {
  const minute = String(at % 60).padStart(2, '0');
  return { seq: at + 1, at: `2026-11-02T01:${minute}:00.000Z`, by: { person: 7, agency: DISDIK.id }, event };
}

/** The code of a refusal, "accepted" for anything else: what most tests want to read. */
export function verdict(answer: unknown): string {
  return isRefusal(answer) ? answer.code : 'accepted';
}

export function accepted<T>(answer: T): Exclude<T, Refusal> {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.params)}`);
  return answer as Exclude<T, Refusal>;
}

function agency(id: number, code: string, name: string, kind: AgencyKind): Agency {
  return { id, code, name, short: code, prefix: code.slice(0, 3), kind, role: '' };
}
