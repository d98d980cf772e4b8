import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { IMPORT_MEGABYTES, sayFigureCheck } from '@papan/contracts';
import { type Language, sayRefusal, word } from '@papan/contracts/words';
import {
  type Area,
  FIGURE_KINDS,
  type FigureCheck,
  type FigureKind,
  MOVEMENTS,
  type Refusal,
  formatInteger,
  formatPercent,
  isRefusal,
  parseIndonesianInteger,
  percentOf,
  refuse,
} from '@papan/domain';
import type { Owner } from '@papan/seed';
import { type FileToLoad, type LoadedFile, headingOf, limited, loadFile } from '@papan/server-coverage';
import { ListReader, fileHash } from '@papan/server-platform';
import { type Answer, type Call, type Command, Hindrance, UsageError, given, needed, neededOperand } from '../command';
import { withOwner } from '../connect';
import { checkRegion, givenDate, nowOf, orRollBack, tellJournal } from './common';

/** `papan coverage import FILE`: loads a file with figures as the page does, with the same checks and one entry in the journal. */
export const coverageImport: Command = {
  name: 'coverage import',
  operand: 'FILE',
  flags: [
    { name: 'as-of', needed: false, example: '2025-04-01' },
    { name: 'source', needed: true, example: '"Surat BPJS Kesehatan 12/IV/2025"' },
    { name: 'kind', needed: false, example: 'month' },
    { name: 'semester', needed: false, example: '2025-II' },
    { name: 'region', needed: false, example: '35.05' },
    { name: 'population', needed: false, example: '1.250.000' },
    { name: 'quota', needed: false, example: '500.000' },
    { name: 'example', needed: false, example: null },
    { name: 'despite', needed: false, example: null },
  ],
  help: {
    id: {
      summary: 'Memuat berkas angka (CSV, XLSX): peserta sebulan, penduduk satu semester, atau mutasi peserta.',
      flags: [
        'tanggal angkanya; wajib bagi month dan movements',
        'sumber angka',
        'month (baku), population, atau movements',
        'semester data penduduk: wajib bagi population; bagi month: pembandingnya, baku yang terbaru',
        'kode daerah; boleh kosong bila hanya ada satu',
        'month: jumlah penduduk menurut sumbernya, bila belum ada data penduduk',
        'month: kuota PBI JK daerah ini',
        'angka karangan, ditandai sebagai data contoh',
        'tetap muat walaupun ada peringatan',
      ],
    },
    en: {
      summary: 'Loads a file with figures (CSV, XLSX): members of a month, population of a semester, or movements.',
      flags: [
        'day of the figures; needed for month and movements',
        'source of the figures',
        'month (default), population or movements',
        'semester of the population data: needed for population; for month: what it is compared with, default the newest',
        'code of the region; may be left out where there is only one',
        'month: residents as the source has them, where no population is recorded',
        'month: quota of PBI JK of this region',
        'invented figures, marked as example data',
        'load it although there are warnings',
      ],
    },
  },
  async run(call) {
    const path = resolve(call.root, neededOperand(call, 'FILE'));
    const kind = kindIn(call);
    const told = toldIn(call, kind);
    const bytes = await bytesOf(path);
    const list = await limited(new ListReader()).read(bytes, headingOf(kind));
    if (isRefusal(list)) return list;
    const file = { kind, list, told, despite: call.flags['despite'] === true };
    return withOwner(call, (owner) => load(call, owner, fileHash(bytes), file));
  },
};

async function load(call: Call, owner: Owner, file: string, toLoad: FileToLoad): Promise<Answer> {
  const region = await regionIn(call, owner);
  const loading = { region, now: await nowOf(owner), file, person: null };
  const loaded = orRollBack(await loadFile(owner, loading, toLoad));
  if (loaded.event !== null) await tellJournal(owner, region, loaded.event, null);
  const { preview, mapping, of, refused } = loaded;
  const areas = await owner.query<Area>('SELECT code, name FROM area WHERE region = $1', [region]);
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const code = refused?.code ?? null;
  return {
    lines: inWords(call.language, toLoad, loaded, names),
    data: { region, kind: toLoad.kind, of, file, loaded: refused === null, code, mapping, preview },
    failed: refused !== null,
  };
}

function kindIn(call: Call): FigureKind {
  const asked = given(call, 'kind') ?? 'month';
  const found = FIGURE_KINDS.find((kind) => kind.toLowerCase() === asked.toLowerCase());
  if (found !== undefined) return found;
  const list = FIGURE_KINDS.map((kind) => kind.toLowerCase()).join(', ');
  throw new UsageError({ id: `--kind: pilih ${list}.`, en: `--kind: choose one of ${list}.` });
}

function toldIn(call: Call, kind: FigureKind): FileToLoad['told'] {
  const asOf = kind === 'POPULATION' ? undefined : (givenDate(call, 'as-of') ?? needed(call, 'as-of'));
  const semester = kind === 'POPULATION' ? needed(call, 'semester') : given(call, 'semester');
  return {
    ...{ asOf: asOf ?? null, semester: semester ?? null, source: needed(call, 'source') },
    ...{ population: countIn(call, 'population'), quota: countIn(call, 'quota') },
    example: call.flags['example'] === true,
  };
}

function countIn(call: Call, flag: string): number | null {
  const text = given(call, flag);
  return text === undefined ? null : orRollBack<number | Refusal>(parseIndonesianInteger(text));
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size <= IMPORT_MEGABYTES * 1024 * 1024) return await readFile(path);
  } catch {
    throw new Hindrance('FILE_UNREADABLE', {
      id: { title: `Berkas ${path} tidak dapat dibaca.`, mend: 'Periksa nama dan izin berkas.' },
      en: { title: `The file ${path} cannot be read.`, mend: 'Check its name and permissions.' },
    });
  }
  return orRollBack<Buffer | Refusal>(refuse('IMPORT_TOO_LARGE', { limit: IMPORT_MEGABYTES }));
}

async function regionIn(call: Call, owner: Owner): Promise<string> {
  const asked = given(call, 'region');
  if (asked !== undefined) {
    await checkRegion(owner, asked);
    return asked;
  }
  const [only, other] = await owner.query<{ code: string }>('SELECT code FROM region ORDER BY code LIMIT 2');
  return only && !other ? only.code : needed(call, 'region');
}

const WORDS = {
  id: {
    stop: 'Harus diperbaiki:',
    warn: 'Peringatan:',
    sums: (registered: string, active: string) => `Peserta terdaftar ${registered}, aktif ${active}`,
    people: (people: string) => `dari ${people} jiwa`,
    cells: (cells: string) => `${cells} angka`,
    loaded: (kind: string, of: string) => `Dimuat: ${kind}, ${of}.`,
    corrects: 'Angka yang sudah ada tersimpan sebagai versi lama.',
    despite: 'Bila angkanya memang demikian, ulangi dengan --despite.',
    nothing: 'Tidak ada angka yang berubah.',
  },
  en: {
    stop: 'To be put right:',
    warn: 'Warnings:',
    sums: (registered: string, active: string) => `Registered ${registered}, active ${active}`,
    people: (people: string) => `of ${people} residents`,
    cells: (cells: string) => `${cells} figures`,
    loaded: (kind: string, of: string) => `Loaded: ${kind}, ${of}.`,
    corrects: 'The figures that were there are kept as an older version.',
    despite: 'If the figures are meant like this, repeat it with --despite.',
    nothing: 'No figure has changed.',
  },
} as const;

function inWords(
  language: Language,
  { kind }: FileToLoad,
  { preview, of, refused }: LoadedFile,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const text = WORDS[language];
  const nameOf = (code: string): string => names.get(code) ?? movementName(language, code);
  const say = (weight: FigureCheck['weight'], heading: string): readonly string[] => {
    const checks = preview.checks.filter((check) => check.weight === weight);
    const said = checks.map((check) =>
      sayFigureCheck(language, word(language, 'figureCheck', check.code), check, nameOf),
    );
    return said.length === 0 ? [] : [heading, ...said.map((sentence) => `  ${sentence}.`)];
  };
  const end =
    refused === null
      ? [text.loaded(word(language, 'figureKind', kind), of), ...(preview.corrects ? [text.corrects] : [])]
      : [
          sayRefusal(language, refused).title,
          ...(refused.code === 'FIGURES_DOUBTED' ? [text.despite] : []),
          text.nothing,
        ];
  return [sumsInWords(language, preview), ...say('STOP', text.stop), ...say('WARN', text.warn), ...end];
}

function sumsInWords(language: Language, { registered, active, population, cells }: LoadedFile['preview']): string {
  const text = WORDS[language];
  const amount = (people: number): string => formatInteger(people, language);
  const told = `${text.cells(amount(cells))}.`;
  if (population === null) return told;
  if (registered === null || active === null) return `${amount(population)}; ${told}`;
  const share = (people: number): string => {
    const percent = percentOf(people, population);
    return percent === null ? amount(people) : `${amount(people)} (${formatPercent(percent, language)})`;
  };
  return `${text.sums(share(registered), share(active))} ${text.people(amount(population))}; ${told}`;
}

function movementName(language: Language, code: string): string {
  const movement = MOVEMENTS.find((one) => one === code);
  return movement === undefined ? code : word(language, 'movement', movement);
}
