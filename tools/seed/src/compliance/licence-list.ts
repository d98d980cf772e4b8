import { createHash } from 'node:crypto';
import type { Area, ComplianceEventOf, IsoInstant } from '@papan/domain';
import type { InventedEmployer } from '../employers';

/** A list that was loaded into the register: its one entry in the journal, and the lines behind it. */
export interface LoadedList {
  readonly at: IsoInstant;
  readonly event: ComplianceEventOf<'EmployersImported'>;
  readonly upload: string;
  readonly headings: readonly string[];
  readonly mapping: Readonly<Record<string, number>>;
  readonly lines: readonly { readonly cells: readonly string[]; readonly employer: InventedEmployer }[];
}

const HEADINGS = ['NAMA USAHA', 'NIB', 'NPWP', 'ALAMAT', 'KECAMATAN', 'KELURAHAN/DESA', 'JUMLAH TENAGA KERJA'];
const MAPPING = { name: 0, nib: 1, npwp: 2, address: 3, district: 4, village: 5, estimated: 6 };

/** The licence list of DPMPTSP with employers against whom there is no case. */
export function licenceList(
  at: IsoInstant,
  upload: string,
  employers: readonly InventedEmployer[],
  areas: readonly Area[],
): LoadedList {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const lines = employers.map((employer) => ({ employer, cells: cellsOf(employer, names) }));
  const name = 'pemegang-nib-contoh.csv';
  return {
    at,
    upload,
    headings: HEADINGS,
    mapping: MAPPING,
    lines,
    event: {
      type: 'EmployersImported',
      data: {
        import: 1,
        source: 'DPMPTSP',
        file: hashOf([HEADINGS, ...lines.map(({ cells }) => cells)]),
        ...{ rows: lines.length, created: lines.length, updated: 0, unchanged: 0, cases: 0 },
      },
      text: { name },
    },
  };
}

function cellsOf(employer: InventedEmployer, names: ReadonlyMap<string, string>): readonly string[] {
  const { name, nib, npwp, address, district, village, estimated } = employer;
  const place = (code: string | null): string => (code === null ? '' : (names.get(code) ?? ''));
  return [name, nib ?? '', npwp ?? '', address, place(district), place(village), String(estimated)];
}

/** A hash in which sixteen decimal digits stand in a row could be taken for an identity number: then a blank line more. */
function hashOf(rows: readonly (readonly string[])[]): string {
  for (let text = rows.map((row) => row.join(';')).join('\r\n'); ; text += '\r\n') {
    const hash = createHash('sha256').update(text).digest('hex');
    if (!/\d{16}/.test(hash)) return hash;
  }
}
