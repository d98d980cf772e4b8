import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findCircles } from './circles.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'papan-circles-'));
  write(
    'tsconfig.base.json',
    JSON.stringify({
      compilerOptions: { module: 'esnext', moduleResolution: 'bundler', paths: { '@papan/b': ['./libs/b/index.ts'] } },
    }),
  );
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('a tree of imports has no circle', () => {
  write('libs/a/one.ts', `import { two } from './two'; export const one = two;`);
  write('libs/a/two.ts', `export const two = 2;`);
  expect(findCircles(root, ['libs'])).toEqual([]);
});

test('a circle is found through an alias, a front door and a type', () => {
  write('libs/a/one.ts', `import type { Two } from '@papan/b'; export type One = Two;`);
  write('libs/b/index.ts', `export * from './two';`);
  write('libs/b/two.ts', `import type { One } from '../a/one'; export type Two = One[];`);
  expect(findCircles(root, ['libs'])).toEqual([['libs/a/one.ts', 'libs/b/index.ts', 'libs/b/two.ts']]);
});

test('a file that imports itself is a circle', () => {
  write('libs/a/one.ts', `import * as self from './one'; export const one: unknown = self;`);
  expect(findCircles(root, ['libs'])).toEqual([['libs/a/one.ts']]);
});
