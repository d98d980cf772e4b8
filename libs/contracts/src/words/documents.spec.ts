import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  AGENCY_KINDS,
  BLOCKER_CODES,
  CAPACITIES,
  CASE_STATUSES,
  CATALOGUE,
  CLOSE_REASONS,
  COLUMNS,
  COMPLIANCE_PROOFS,
  DEED_NAMES,
  DUTIES,
  HANDOVER_STATES,
  MEASURES,
  type RefusalCode,
  REFUSED_SERVICES,
  REOPEN_REASONS,
  ROLES,
  SEGMENTS,
  SESSION_KINDS,
  STEPS,
  TASK_STATUSES,
  TRACKS,
  UNITS,
  VIOLATIONS,
  VISIBILITIES,
} from '@papan/domain';
import { ID } from './id';

const HOUSE = resolve(__dirname, '../../../..');
const REFUSALS = join(HOUSE, 'docs/refusals.md');
const CODES = Object.keys(CATALOGUE) as RefusalCode[];

describe('docs/refusals.md', () => {
  it('says what the catalogue and the words say (UPDATE=1 writes it anew)', () => {
    if (process.env['UPDATE'] === '1') writeFileSync(REFUSALS, refusalsPage());
    expect(readFileSync(REFUSALS, 'utf8')).toBe(refusalsPage());
  });
});

describe('docs/domain.md', () => {
  const anchors = anchorsOf(readFileSync(join(HOUSE, 'docs/domain.md'), 'utf8'));

  it('has every section that a refusal rests on', () => {
    for (const code of CODES) {
      for (const [, anchor] of CATALOGUE[code].rule.matchAll(/docs\/domain\.md#([\w-]+)/g))
        expect(anchors).toContain(anchor);
    }
  });

  it('has every section that the sources cite', () => {
    const cited = ['libs', 'apps']
      .flatMap((folder) => sourcesIn(join(HOUSE, folder)))
      .flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/docs\/domain\.md#([\w-]+)/g)].map((match) => match[1]),
      );
    expect(cited.filter((anchor) => anchor !== undefined && !anchors.includes(anchor))).toEqual([]);
  });
});

describe('docs/glossary.md', () => {
  const lines = readFileSync(join(HOUSE, 'docs/glossary.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('- '));

  it('has a line for every code of the domain', () => {
    const known = new Set(lines.map((line) => /^- \*\*`([^`]+)`\*\*/.exec(line)?.[1]));
    const codes = [
      ...TASK_STATUSES,
      ...COLUMNS,
      ...DEED_NAMES,
      ...SEGMENTS,
      ...UNITS,
      ...ROLES,
      ...AGENCY_KINDS,
      ...CAPACITIES,
      ...BLOCKER_CODES,
      ...MEASURES,
      ...VISIBILITIES,
      ...SESSION_KINDS,
      ...DUTIES,
      ...VIOLATIONS,
      ...TRACKS,
      ...STEPS,
      ...CASE_STATUSES,
      ...CLOSE_REASONS,
      ...REOPEN_REASONS,
      ...COMPLIANCE_PROOFS,
      ...HANDOVER_STATES,
      ...REFUSED_SERVICES,
    ];
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it('gives each word its Indonesian, meaning, source and a file that exists', () => {
    for (const line of lines) {
      const parts = line.split(' · ');
      const file = /^`([^`]+)`$/.exec(parts.at(-1) ?? '')?.[1] ?? '';
      expect({ line, parts: parts.length, exists: existsSync(join(HOUSE, file)) }).toEqual({
        line,
        parts: 5,
        exists: true,
      });
    }
  });
});

function refusalsPage(): string {
  const head = [
    '# Refusals',
    '',
    'Every "no" of the product: its kind, the rule it rests on, and what the reader is told. Written by a test from',
    '`libs/domain/src/refusal/catalogue.ts` and `libs/contracts/src/words/id.ts`; words in braces are filled in.',
    '',
  ];
  return `${[...head, ...CODES.flatMap(refusalEntry)].join('\n').trimEnd()}\n`;
}

function refusalEntry(code: RefusalCode): readonly string[] {
  const { kind, rule } = CATALOGUE[code];
  const { title, detail, mend } = ID.refusals[code];
  const linked = rule.replace(/docs\/(domain\.md#([\w-]+))/g, '[$2]($1)');
  return [`## ${code}`, '', `${kind} · ${linked}`, '', `> **${title}**`, '>', `> ${detail}`, '>', `> ${mend}`, ''];
}

function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' || name === 'dist' ? [] : sourcesIn(path);
    return path.endsWith('.ts') && !path.endsWith('.spec.ts') ? [path] : [];
  });
}
