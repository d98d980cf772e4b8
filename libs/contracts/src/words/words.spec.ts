import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  ACTIONS,
  AGENCY_KINDS,
  BLOCKER_CODES,
  CAPACITIES,
  CASE_STATUSES,
  CATALOGUE,
  CLOSE_REASONS,
  COLUMNS,
  COMPLIANCE_PROOFS,
  DEED_NAMES,
  EDITABLE_FIELDS,
  EMPLOYER_SOURCES,
  FIGURE_CHECKS,
  FIGURE_KINDS,
  type FigureCheck,
  HANDOVER_STATES,
  MEASURES,
  MOVEMENTS,
  PRIVATE_FIELDS,
  type RefusalCode,
  REFUSED_SERVICES,
  REOPEN_REASONS,
  ROLES,
  SECTORS,
  SEGMENTS,
  SESSION_KINDS,
  STEPS,
  TASK_STATUSES,
  TRACKS,
  UNITS,
  VIOLATIONS,
  VISIBILITIES,
} from '@papan/domain';
import * as ts from 'typescript';
import { EN } from './en';
import { FIELD_NAMES } from './field-names';
import { sayFigureCheck } from './figure-checks';
import { ID } from './id';
import { LANGUAGES, type WordGroup } from './voice';
import { languageOf, sayEvent, sayRefusal, word } from './words';

const HOUSE = resolve(__dirname, '../../../..');
const CODES = Object.keys(CATALOGUE) as RefusalCode[];
const BOOKS = { id: ID, en: EN } as const;

describe('words for codes', () => {
  const codes: Readonly<Record<Exclude<WordGroup, 'event'>, readonly string[]>> = {
    status: TASK_STATUSES,
    column: COLUMNS,
    deed: [...DEED_NAMES, 'report', 'correct', 'verify', 'reassign'],
    action: [...ACTIONS, 'session.end', 'phone'],
    unit: UNITS,
    segment: SEGMENTS,
    role: ROLES,
    agencyKind: AGENCY_KINDS,
    capacity: CAPACITIES,
    blocker: BLOCKER_CODES,
    measure: MEASURES,
    visibility: VISIBILITIES,
    sessionKind: SESSION_KINDS,
    field: FIELD_NAMES,
    track: TRACKS,
    step: [...STEPS, 'DEEMED_RECEIPT', 'HANDOVER'],
    caseStatus: CASE_STATUSES,
    violation: VIOLATIONS,
    closeReason: CLOSE_REASONS,
    reopenReason: REOPEN_REASONS,
    proof: COMPLIANCE_PROOFS,
    employerSource: EMPLOYER_SOURCES,
    sector: SECTORS,
    service: REFUSED_SERVICES,
    handoverState: [...HANDOVER_STATES, 'WITHDRAWN'],
    basis: ['LAW', 'BPJS_REGULATION', 'LOCAL_POLICY', 'SHIPPED'],
    movement: MOVEMENTS,
    figureKind: FIGURE_KINDS,
    figureCheck: FIGURE_CHECKS,
  };

  it.each(Object.entries(codes))('know every %s of the domain and no other', (group, known) => {
    for (const language of LANGUAGES) {
      expect(Object.keys(BOOKS[language][group as WordGroup]).sort()).toEqual([...known].sort());
    }
  });

  it('name every field that is edited one by one', () => {
    expect(FIELD_NAMES).toEqual(expect.arrayContaining([...EDITABLE_FIELDS]));
  });

  it('have a sentence for every kind of event', () => {
    expect(Object.keys(ID.event).sort()).toEqual(Object.keys(PRIVATE_FIELDS).sort());
  });

  it('are never empty, and never carry an exclamation mark or stray blanks', () => {
    for (const text of [...textsOf(ID), ...textsOf(EN)]) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/!|^\s|\s$| {2}/);
    }
  });

  it('are the words that the offices use', () => {
    expect(word('id', 'unit', 'people')).toBe('jiwa');
    expect(word('id', 'unit', 'employers')).toBe('badan usaha');
    expect(word('id', 'column', 'BLOCKED')).toBe('Terkendala');
    expect(word('id', 'deed', 'submit')).toBe('Lapor selesai');
    expect(word('en', 'measure', 'registered')).toBe('Registered');
  });
});

describe('Indonesian words', () => {
  const ENGLISH =
    /\b(the|and|of|is|are|not|for|with|from|to|by|your|you|task|report|agency|due|date|deadline|login|password|session|file|upload|download|email|online|offline|click|server|update|user|target date|board|campaign|blocker|people|error|failed|invalid|required|please)\b/i;

  it('use no English word', () => {
    const inTexts = textsOf(ID).map((text) => text.replace(/\{\w+(?:\.\w+)?\}/g, ''));
    expect(inTexts.filter((text) => ENGLISH.test(text))).toEqual([]);
  });

  it('address the reader as Anda', () => {
    expect(textsOf(ID).filter((text) => /\b(kamu|kau|anda)\b/.test(text))).toEqual([]);
  });
});

describe('refusals in words', () => {
  it.each(CODES)('%s is said in both languages with the same parameters, and ends its sentences', (code) => {
    for (const { refusals } of [ID, EN]) {
      const { title, detail, mend } = refusals[code];
      expect(title).toMatch(/[^.]$/);
      expect(detail).toMatch(/\.$/);
      expect(mend).toMatch(/\.$/);
    }
    expect(placeholders(EN.refusals[code])).toEqual(placeholders(ID.refusals[code]));
  });

  it('speak only of parameters that every place which refuses does pass', () => {
    const missing = refusalsInTheHouse().flatMap(({ code, params, at }) =>
      placeholders(ID.refusals[code])
        .filter((name) => !params.includes(name))
        .map((name) => `${at}: ${code} is refused without {${name}}`),
    );
    expect(missing).toEqual([]);
  });

  it('are found by the scan of the sources', () => {
    expect(new Set(refusalsInTheHouse().map(({ code }) => code)).size).toBeGreaterThan(40);
  });

  it('put numbers and dates into the form of the reader', () => {
    const refusal = { code: 'REASSIGN_TOO_MUCH', params: { amount: 1300, left: 1200 } } as const;
    expect(sayRefusal('id', refusal).mend).toBe('Alihkan paling banyak 1.200.');
    expect(sayRefusal('en', refusal).mend).toBe('Hand over at most 1,200.');
    const late = { code: 'DUE_AFTER_CAMPAIGN', params: { due: '2027-01-02', deadline: '2026-12-31' } } as const;
    expect(sayRefusal('id', late).detail).toBe(
      'Gerakan berakhir 31 Des 2026, sedangkan tenggat yang diminta 2 Jan 2027.',
    );
  });

  it('leave years and numbers of things as they are written', () => {
    expect(sayRefusal('id', { code: 'NO_DECREE_FOR_YEAR', params: { year: 2027 } }).title).toBe(
      'Hari libur tahun 2027 belum ditetapkan',
    );
  });

  it('turn codes into words', () => {
    const move = { code: 'TASK_MOVE_ILLEGAL', params: { deed: 'close', status: 'IN_PROGRESS' } } as const;
    expect(sayRefusal('id', move).detail).toBe('Langkah “Tutup” tidak tersedia bagi tugas yang berstatus “Berjalan”.');
    const drop = { code: 'TASK_MOVE_ILLEGAL', params: { deed: 'TO_VERIFY', status: 'DONE' } } as const;
    expect(sayRefusal('id', drop).detail).toContain('“Menunggu verifikasi”');
    const role = { code: 'ROLE_NOT_ALLOWED', params: { action: 'task.create', role: 'viewer' } } as const;
    expect(sayRefusal('id', role).detail).toBe('Peran “Bupati/Wali Kota (hanya baca)” tidak berwenang membuat tugas.');
    const both = { code: 'TASK_FIELD_CONFLICT', params: { fields: 'target, due' } } as const;
    expect(sayRefusal('id', both).detail).toContain('nilai yang berbeda pada target dan tenggat.');
    const total = { code: 'TOTAL_BELOW_ZERO', params: { counter: 'delta', total: -20 } } as const;
    expect(sayRefusal('id', total).detail).toBe('Setelah perubahan ini jumlah dilaporkan menjadi −20.');
  });

  it('repeat what was typed as text and never read it as a pattern', () => {
    const typed = { code: 'UNIT_UNKNOWN', params: { value: '{field} $& <script>' } } as const;
    expect(sayRefusal('id', typed).detail).toBe('“{field} $& <script>” bukan satuan tugas.');
    expect(sayRefusal('id', { code: 'TEXT_EMPTY', params: { field: 'constructor' } }).detail).toContain('constructor');
  });
});

describe('a history in sentences', () => {
  it('tells a report', () => {
    const params = { who: 'Siti', delta: '300', unit: 'jiwa', on: '5 Nov 2026' };
    expect(sayEvent('id', 'ProgressReported', params)).toBe('Siti melaporkan +300 jiwa untuk 5 Nov 2026');
    expect(sayEvent('en', 'ProgressReported', params)).toBe('Siti reported +300 jiwa for 5 Nov 2026');
  });

  it('needs the same parameters in both languages', () => {
    for (const type of Object.keys(ID.event) as (keyof typeof ID.event)[]) {
      expect(placeholders({ text: EN.event[type] })).toEqual(placeholders({ text: ID.event[type] }));
    }
  });
});

describe('what is odd about a file with figures', () => {
  it.each(FIGURE_CHECKS)(
    '%s speaks of the same in both languages, and of nothing that a check does not have',
    (code) => {
      expect(placeholders({ text: EN.figureCheck[code] })).toEqual(placeholders({ text: ID.figureCheck[code] }));
      expect(['about', 'count', 'expected', 'found', 'lines']).toEqual(
        expect.arrayContaining([...placeholders({ text: ID.figureCheck[code] })]),
      );
    },
  );

  it('is said with its lines, names and numbers', () => {
    const check: FigureCheck = {
      code: 'SUM_DIFFERS',
      weight: 'STOP',
      lines: [250],
      count: 1,
      about: ['Jumlah {found}'],
      found: 183139,
      expected: 183140,
    };
    expect(sayFigureCheck('id', ID.figureCheck.SUM_DIFFERS, check)).toBe(
      '“Jumlah {found}” pada baris 250 tertulis 183.139, sedangkan rinciannya berjumlah 183.140',
    );
  });

  it('names areas instead of their codes, and says when it does not name all', () => {
    const about = Array.from({ length: 20 }, (_, at) => `35.05.${at + 10}`);
    const check: FigureCheck = {
      ...({ code: 'AREA_MISSING', weight: 'WARN', lines: [], count: 22, about } as const),
      ...{ found: null, expected: null },
    };
    const said = sayFigureCheck('en', EN.figureCheck.AREA_MISSING, check, (code) =>
      code === '35.05.10' ? 'Kanigoro' : code,
    );
    expect(said).toMatch(/^22 areas are not in the file: Kanigoro, 35\.05\.11, .*35\.05\.29 \(\+2\)$/);
  });
});

describe('the language of the reader', () => {
  it.each([
    [undefined, 'id'],
    ['', 'id'],
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr', 'id'],
  ] as const)('%s is %s', (accepted, language) => {
    expect(languageOf(accepted)).toBe(language);
  });
});

function textsOf(book: object): readonly string[] {
  return Object.values(book).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? textsOf(value) : [],
  );
}

function placeholders(texts: object): readonly string[] {
  const found = textsOf(texts).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''));
  return [...new Set(found)].sort();
}

interface RefusalSite {
  readonly code: RefusalCode;
  readonly params: readonly string[];
  readonly at: string;
}

/** Every `refuse('CODE', { … })` in the sources, read by the compiler's own parser. */
function refusalsInTheHouse(): readonly RefusalSite[] {
  return ['libs', 'apps'].flatMap((folder) => sourcesIn(join(HOUSE, folder))).flatMap(refusalsIn);
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' || name === 'dist' ? [] : sourcesIn(path);
    return /(?<!\.spec)\.ts$/.test(name) ? [path] : [];
  });
}

function refusalsIn(path: string): readonly RefusalSite[] {
  const text = readFileSync(path, 'utf8');
  if (!text.includes('refuse(')) return [];
  const sites: RefusalSite[] = [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'refuse') {
      const [code, params] = node.arguments;
      if (code && ts.isStringLiteral(code)) {
        const written = params && ts.isObjectLiteralExpression(params) ? params.properties : [];
        const names = written.map((property) => property.name?.getText() ?? '');
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        sites.push({ code: code.text as RefusalCode, params: names, at: `${path.slice(HOUSE.length + 1)}:${line}` });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sites;
}
