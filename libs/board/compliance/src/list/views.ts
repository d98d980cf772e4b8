import type { CaseRow } from '@papan/contracts';
import { CASE_STATUSES, STEPS, VIOLATIONS, addDays, weekday } from '@papan/domain';
import type { CaseStatus, IsoDate, Step, Violation } from '@papan/domain';

/** The questions that the list answers at one press. */
export const VIEWS = ['open', 'due', 'receipt', 'ready', 'late', 'handed', 'ended'] as const;
export type View = (typeof VIEWS)[number];

export const SORTS = ['next', 'name', 'workers', 'district', 'latest'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * What the list shows. All of it but the text stands in the address; the text may be the name of an employer, which
 * belongs in no address.
 */
export interface CaseFilter {
  readonly view: View;
  readonly district: string | null;
  readonly violation: Violation | null;
  readonly step: Step | null;
  readonly status: CaseStatus | null;
  readonly task: number | null;
  readonly sort: Sort;
  readonly down: boolean;
}

export const ALL_OPEN: CaseFilter = {
  view: 'open',
  district: null,
  violation: null,
  step: null,
  status: null,
  task: null,
  sort: 'next',
  down: false,
};

const VIEW_IN_ADDRESS: Readonly<Record<View, string>> = {
  open: 'terbuka',
  due: 'minggu-ini',
  receipt: 'bukti-terima',
  ready: 'siap-skk',
  late: 'terlewat',
  handed: 'diserahkan',
  ended: 'selesai',
};
const SORT_IN_ADDRESS: Readonly<Record<Sort, string>> = {
  next: 'tenggat',
  name: 'nama',
  workers: 'pekerja',
  district: 'kecamatan',
  latest: 'langkah',
};

export type Query = Readonly<Record<string, string | null | undefined>>;

/** The filter that an address asks for; what it does not know, it leaves out. */
export function readFilter(query: Query): CaseFilter {
  const task = Number(query['tugas']);
  return {
    view: VIEWS.find((view) => VIEW_IN_ADDRESS[view] === query['tampilan']) ?? 'open',
    district: /^\d{2}\.\d{2}\.\d{2}$/.test(query['kecamatan'] ?? '') ? (query['kecamatan'] ?? null) : null,
    violation: VIOLATIONS.find((one) => one.toLowerCase() === query['pelanggaran']) ?? null,
    step: STEPS.find((one) => one.toLowerCase() === query['langkah']) ?? null,
    status: CASE_STATUSES.find((one) => one.toLowerCase() === query['status']) ?? null,
    task: Number.isInteger(task) && task > 0 ? task : null,
    sort: SORTS.find((sort) => SORT_IN_ADDRESS[sort] === query['urut']) ?? 'next',
    down: query['arah'] === 'turun',
  };
}

/** The address of a filter; null takes a name out of it. */
export function writeFilter(filter: CaseFilter): Readonly<Record<string, string | null>> {
  return {
    tampilan: filter.view === 'open' ? null : VIEW_IN_ADDRESS[filter.view],
    kecamatan: filter.district,
    pelanggaran: filter.violation?.toLowerCase() ?? null,
    langkah: filter.step?.toLowerCase() ?? null,
    status: filter.status?.toLowerCase() ?? null,
    tugas: filter.task === null ? null : String(filter.task),
    urut: filter.sort === 'next' ? null : SORT_IN_ADDRESS[filter.sort],
    arah: filter.down ? 'turun' : null,
  };
}

/** Whether anything is left out beyond what the view leaves out. */
export function isFiltered(filter: CaseFilter, text: string): boolean {
  const { district, violation, step, status, task } = filter;
  return [district, violation, step, status, task].some((one) => one !== null) || text.trim() !== '';
}

/** Whether a case belongs to a view; `today` in WIB. A week ends on Sunday. */
export function inView(row: CaseRow, view: View, today: IsoDate): boolean {
  if (view === 'ended') return row.status !== 'OPEN';
  if (view === 'handed') return row.handover !== null && row.handover !== 'PROPOSED';
  if (row.status !== 'OPEN') return false;
  switch (view) {
    case 'open':
      return true;
    case 'due':
      return row.nextEnds !== null && row.nextEnds >= today && row.nextEnds <= addDays(today, 7 - weekday(today));
    case 'receipt':
      return row.awaitsReceipt.length > 0;
    case 'ready':
      return row.readyForHandover && row.handover === null;
    case 'late':
      return isLate(row, today);
  }
}

/** A clock of the case has run out and nobody has acted yet. The last day itself is still in time. */
export function isLate(row: Pick<CaseRow, 'fired' | 'nextEnds'>, today: IsoDate): boolean {
  return row.fired || (row.nextEnds !== null && row.nextEnds < today);
}

/** How many cases belong to each view. */
export function countViews(rows: readonly CaseRow[], today: IsoDate): Readonly<Record<View, number>> {
  const counts: Record<View, number> = { open: 0, due: 0, receipt: 0, ready: 0, late: 0, handed: 0, ended: 0 };
  for (const row of rows) for (const view of VIEWS) if (inView(row, view, today)) counts[view] += 1;
  return counts;
}

/** Every word of the text stands in the name, the NIB or the number of the case. */
export function matches(row: CaseRow, filter: CaseFilter, text: string, today: IsoDate): boolean {
  const { district, violation, step, status, task, view } = filter;
  if (status === null ? !inView(row, view, today) : row.status !== status) return false;
  if (district !== null && row.district !== district) return false;
  if (violation !== null && !row.violations.includes(violation)) return false;
  if (step !== null && !Object.values(row.tracks).includes(step)) return false;
  if (task !== null && !row.tasks.includes(task)) return false;
  const wanted = folded(text);
  if (wanted === '') return true;
  const found = folded(`${row.name} ${row.nib ?? ''} #${row.id}`);
  return wanted.split(/\s+/).every((word) => found.includes(word));
}

/** The rows of a filter in its order; the number of the case decides where nothing else does. */
export function arrange(
  rows: readonly CaseRow[],
  filter: CaseFilter,
  text: string,
  today: IsoDate,
  districtName: (code: string) => string,
): readonly CaseRow[] {
  const order = ORDERS[filter.sort];
  const sign = filter.down ? -1 : 1;
  return rows
    .filter((row) => matches(row, filter, text, today))
    .map((row) => ({ row, key: order(row, districtName) }))
    .sort((a, b) => sign * compare(a.key, b.key) || a.row.id - b.row.id)
    .map(({ row }) => row);
}

type Key = string | number;

const LAST = '9999-12-31';

const ORDERS: Readonly<Record<Sort, (row: CaseRow, districtName: (code: string) => string) => Key>> = {
  // Cases that wait for a person first: their clock has run out, whatever another clock of theirs says.
  next: (row) => (row.fired ? `0${row.firedEnds ?? row.latestOn}` : `1${row.nextEnds ?? LAST}`),
  name: (row) => folded(row.name),
  workers: (row) => -row.workersMissing,
  district: (row, districtName) => (row.district === null ? '\uffff' : folded(districtName(row.district))),
  latest: (row) => row.latestOn,
};

function compare(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function folded(text: string): string {
  return text.trim().toLocaleLowerCase('id');
}
