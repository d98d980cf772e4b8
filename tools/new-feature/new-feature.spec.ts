import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newFeature } from './new-feature.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'papan-new-feature-'));
  mkdirSync(join(root, 'libs/contracts/src'), { recursive: true });
  writeFileSync(join(root, 'libs/contracts/src/index.ts'), `export * from './coverage';\nexport * from './tasks';\n`);
  writeFileSync(join(root, 'tsconfig.base.json'), JSON.stringify({ compilerOptions: { paths: {} } }));
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('a new noun gets a room on every storey, with its walls and its specs', () => {
  expect(newFeature(root, 'site-visits').sort()).toEqual([
    'libs/board/site-visits/project.json',
    'libs/board/site-visits/src/index.ts',
    'libs/board/site-visits/src/site-visits-page.spec.ts',
    'libs/board/site-visits/src/site-visits-page.ts',
    'libs/board/site-visits/tsconfig.json',
    'libs/contracts/src/site-visits.spec.ts',
    'libs/contracts/src/site-visits.ts',
    'libs/server/site-visits/project.json',
    'libs/server/site-visits/src/index.ts',
    'libs/server/site-visits/src/site-visits.module.spec.ts',
    'libs/server/site-visits/src/site-visits.module.ts',
    'libs/server/site-visits/tsconfig.json',
  ]);
  expect(JSON.parse(read('libs/server/site-visits/project.json'))).toMatchObject({
    name: 'server-site-visits',
    tags: ['layer:feature', 'scope:server'],
  });
  expect(JSON.parse(read('libs/board/site-visits/project.json'))).toMatchObject({
    tags: ['layer:feature', 'scope:board'],
  });
  expect(read('libs/board/site-visits/src/site-visits-page.ts')).toContain('export class SiteVisitsPage');
});

test('the house knows the new noun by its aliases and in its contracts', () => {
  newFeature(root, 'site-visits');
  expect(JSON.parse(read('tsconfig.base.json'))).toEqual({
    compilerOptions: {
      paths: {
        '@papan/server-site-visits': ['./libs/server/site-visits/src/index.ts'],
        '@papan/board-site-visits': ['./libs/board/site-visits/src/index.ts'],
      },
    },
  });
  expect(read('libs/contracts/src/index.ts').split('\n')).toEqual([
    `export * from './coverage';`,
    `export * from './site-visits';`,
    `export * from './tasks';`,
    '',
  ]);
});

test('a noun that is there already is left alone', () => {
  newFeature(root, 'site-visits');
  writeFileSync(join(root, 'libs/contracts/src/site-visits.ts'), 'mine');
  expect(() => newFeature(root, 'site-visits')).toThrow('is there already');
  expect(read('libs/contracts/src/site-visits.ts')).toBe('mine');
});

test.each(['', 'Site', '../site', 'site visits', '-site'])('%p is no noun', (noun) => {
  expect(() => newFeature(root, noun)).toThrow('is not a noun');
});
