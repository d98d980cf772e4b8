import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type HolidayDecree, checkText, isIsoDate, isRefusal, yearOf } from '@papan/domain';
import { type Owner, writeDecrees } from '@papan/seed';
import { type Command, Hindrance, neededOperand } from '../command';
import { withOwner } from '../connect';

/** `papan decree load FILE.json`: the holidays and collective leave of a year, with the decree they rest on. */
export const decreeLoad: Command = {
  name: 'decree load',
  operand: 'FILE.json',
  flags: [{ name: 'replace', needed: false, example: null }],
  help: {
    id: {
      summary: 'Memuat hari libur nasional dan cuti bersama satu tahun dari berkas, beserta dasar hukumnya.',
      flags: ['ganti keputusan tahun itu bila sudah ada'],
    },
    en: {
      summary: 'Loads the national holidays and the collective leave of a year from a file, with their decree.',
      flags: ['replace the decree of that year where there is one'],
    },
  },
  async run(call) {
    const decree = readDecree(await textOf(resolve(call.root, neededOperand(call, 'FILE.json'))));
    return withOwner(call, async (owner) => {
      const { year, basis, national, collectiveLeave } = decree;
      await makeRoom(owner, year, call.flags['replace'] === true);
      await writeDecrees(owner, [decree]);
      // Decrees belong to no region; every region's directory shows them.
      await owner.query('UPDATE directory_version SET version = version + 1');
      const [days, leave] = [national.length, collectiveLeave.length];
      return {
        lines: [WORDS[call.language](year, days, leave, basis)],
        data: { year, basis, national: days, collectiveLeave: leave },
      };
    });
  },
};

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Hindrance('FILE_UNREADABLE', {
      id: { title: `Berkas ${file} tidak dapat dibaca.`, mend: 'Periksa nama dan izin berkas.' },
      en: { title: `The file ${file} cannot be read.`, mend: 'Check its name and permissions.' },
    });
  }
}

async function makeRoom(owner: Owner, year: number, replace: boolean): Promise<void> {
  const [known] = await owner.query<{ basis: string }>('SELECT basis FROM holiday_decree WHERE year = $1', [year]);
  if (!known) return;
  if (!replace) {
    throw new Hindrance('DECREE_KNOWN', {
      id: { title: `Keputusan tahun ${year} sudah dimuat (${known.basis}).`, mend: 'Ganti dengan --replace.' },
      en: { title: `The decree of ${year} is loaded already (${known.basis}).`, mend: 'Replace it with --replace.' },
    });
  }
  await owner.query('DELETE FROM holiday WHERE year = $1', [year]);
  await owner.query('DELETE FROM holiday_decree WHERE year = $1', [year]);
}

/** The decree in the text of a file. Throws Hindrance DECREE_INVALID naming what is wrong. */
function readDecree(text: string): HolidayDecree {
  const { year, basis, national, collectiveLeave, ...rest } = objectIn(text);
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw invalid(unknown);
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2100) throw invalid('year');
  const words = typeof basis === 'string' ? checkText('basis', basis, 200, true) : undefined;
  if (words === undefined || isRefusal(words)) throw invalid('basis');
  const decree = {
    year,
    basis: words,
    national: daysOf(year, 'national', national),
    collectiveLeave: daysOf(year, 'collectiveLeave', collectiveLeave ?? []),
  };
  const all = [...decree.national, ...decree.collectiveLeave];
  const twice = all.find((day, at) => all.indexOf(day) !== at);
  if (twice !== undefined) throw invalid(twice);
  if (decree.national.length === 0) throw invalid('national');
  return decree;
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw invalid('JSON');
}

function daysOf(year: number, field: string, value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw invalid(field);
  const days: readonly unknown[] = value;
  return days.map((day) => {
    if (!isIsoDate(day) || yearOf(day) !== year) throw invalid(`${field}: ${String(day).slice(0, 40)}`);
    return day;
  });
}

function invalid(what: string): Hindrance {
  const shape = '{"year": 2027, "basis": "SKB 3 Menteri …", "national": ["2027-01-01"], "collectiveLeave": []}';
  return new Hindrance('DECREE_INVALID', {
    id: { title: `Isi berkas tidak sah: ${what}.`, mend: `Bentuknya: ${shape}; tiap hari sekali, dalam tahun itu.` },
    en: { title: `The file is not valid: ${what}.`, mend: `Its form: ${shape}; each day once, in that year.` },
  });
}

const WORDS = {
  id: (year: number, national: number, leave: number, basis: string) =>
    `Keputusan ${year} dimuat: ${national} hari libur nasional, ${leave} hari cuti bersama (${basis}).`,
  en: (year: number, national: number, leave: number, basis: string) =>
    `The decree of ${year} is loaded: ${national} national holidays, ${leave} days of collective leave (${basis}).`,
} as const;
