import {
  type Agency,
  type AgencyHead,
  type Case,
  type Employer,
  type EmployerSource,
  type HolidayDecree,
  type IsoDate,
  type IsoInstant,
  findHeadOn,
} from '@papan/domain';
import type { FactSource, Letterhead, PaperEmployer, PaperSetting, Signatory, WorkerFacts } from '@papan/server-papers';
import type { Tx } from '@papan/server-platform';
import { employersOf } from '../cases/employer-of';
import { decreesOf } from '../ladder/ladder-facts';

/** What the papers of a region need beside the case: read once for any number of them. */
export interface PaperFacts {
  readonly now: IsoInstant;
  readonly today: IsoDate;
  readonly region: { readonly code: string; readonly name: string; readonly example: boolean };
  readonly agencies: ReadonlyMap<number, Agency>;
  readonly heads: readonly AgencyHead[];
  readonly decrees: readonly HolidayDecree[];
  readonly employers: ReadonlyMap<number, Employer>;
  readonly areas: ReadonlyMap<string, string>;
}

/** `employers`: those whose papers are wanted. */
export async function paperFacts(
  tx: Tx,
  region: string,
  when: { readonly now: IsoInstant; readonly today: IsoDate },
  employers: readonly number[],
): Promise<PaperFacts> {
  const [row] = await tx.query<PaperFacts['region']>('SELECT code, name, example FROM region WHERE code = $1', [
    region,
  ]);
  if (!row) throw new Error('the region is not there');
  const found = await employersOf(tx, region, employers);
  return {
    ...when,
    region: row,
    agencies: await agenciesById(tx, region),
    heads: await headsOf(tx, region),
    decrees: await decreesOf(tx),
    employers: new Map(found.map((one) => [one.id, one])),
    areas: await areaNames(tx, region, found),
  };
}

async function agenciesById(tx: Tx, region: string): Promise<ReadonlyMap<number, Agency>> {
  const rows = await tx.query<Agency>(
    'SELECT id, code, name, short, prefix, kind, role, duties FROM agency WHERE region = $1 ORDER BY id',
    [region],
  );
  return new Map(rows.map((one) => [one.id, one]));
}

function headsOf(tx: Tx, region: string): Promise<readonly AgencyHead[]> {
  return tx.query(
    `SELECT agency, name, capacity, from_day::text AS "from", until_day::text AS "until" FROM agency_head WHERE region = $1`,
    [region],
  );
}

async function areaNames(tx: Tx, region: string, employers: readonly Employer[]): Promise<ReadonlyMap<string, string>> {
  const codes = employers.flatMap(({ district, village }) => [district, village]).filter((code) => code !== null);
  const rows = await tx.query<{ code: string; name: string }>(
    'SELECT code, name FROM area WHERE region = $1 AND code = ANY ($2::text[])',
    [region, [...new Set(codes)]],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** `KP-118`: how a case is called on paper and on the board. */
export function caseLabel(id: number): string {
  return `KP-${id}`;
}

export function settingOf({ region, now }: PaperFacts): PaperSetting {
  return { size: 'F4', demo: region.example, madeAt: now };
}

export function employerFacts(facts: PaperFacts, id: number): PaperEmployer & { readonly workers: WorkerFacts } {
  const found = facts.employers.get(id);
  if (!found) throw new Error(`no employer ${id}`);
  const { name, nib, npwp, npp, address, estimated, registered } = found;
  const nameOf = (code: string | null): string | null => (code === null ? null : (facts.areas.get(code) ?? null));
  return {
    ...{ name, nib, npwp, npp, address },
    village: nameOf(found.village),
    district: nameOf(found.district),
    workers: { estimated, registered, missing: Math.max(0, estimated - registered) },
  };
}

/** What is said of the workers: those that the case knows to be missing, beside what the register knows. */
export function workersOf(facts: PaperFacts, theCase: Case): WorkerFacts {
  return { ...employerFacts(facts, theCase.employer).workers, missing: theCase.workersMissing };
}

const SOURCES: Readonly<Record<EmployerSource, string>> = {
  DISNAKER: 'daftar perusahaan Dinas Tenaga Kerja',
  DPMPTSP: 'daftar perizinan berusaha DPMPTSP',
  BPJS: 'daftar badan usaha belum patuh BPJS Kesehatan',
  CAMAT: 'laporan kecamatan',
  MANUAL: 'pendataan pemerintah daerah',
};

export function sourceOf(facts: PaperFacts, employer: number): FactSource {
  const found = facts.employers.get(employer);
  return { name: SOURCES[found?.source ?? 'MANUAL'], asOf: found?.changedAt.slice(0, 10) ?? facts.today };
}

/** The head of an agency's letters, as far as the register of agencies knows it; the template of the agency has the rest. */
export function letterheadOf({ agencies, region }: PaperFacts, id: number): Letterhead {
  const agency = agencies.get(id);
  const over = agency?.kind === 'PARTNER' ? [] : [`PEMERINTAH ${region.name.toUpperCase()}`];
  return { over, name: (agency?.name ?? '').toUpperCase(), lines: [] };
}

/** Who signs for the agency on that day, in his capacity; without a name where nobody is known. */
export function signatoryOf({ agencies, heads, region }: PaperFacts, id: number, day: IsoDate): Signatory {
  const agency = agencies.get(id);
  const head = findHeadOn(heads, id, day);
  const of = agency?.kind === 'PARTNER' ? '' : ` ${region.name}`;
  return { name: head?.name ?? '', post: `Kepala ${agency?.name ?? ''}${of}`, capacity: head?.capacity ?? 'DEFINITIF' };
}

/** `Blitar`: where letters of the region are signed. */
export function placeOf({ region }: PaperFacts): string {
  return region.name.replace(/^(Kabupaten|Kota) /, '');
}
