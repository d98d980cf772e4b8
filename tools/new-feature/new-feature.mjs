// `npm run new-feature -- <noun>`: a room for a new noun on every storey of the house: its words in the contracts, its
// server library and its board library, walled and tested from the first minute. The rules go to libs/domain/src/<noun>.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const NOUN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Writes the files of a new noun and enters it in tsconfig.base.json and in the contracts' front door.
 *
 * @param {string} root folder of the house
 * @param {string} noun in kebab-case
 * @returns {string[]} the new files, relative to `root`
 * @throws {Error} when the noun is not one, or when a file of it is there already
 */
export function newFeature(root, noun) {
  if (!NOUN.test(noun)) throw new Error(`"${noun}" is not a noun in kebab-case`);
  const files = filesOf(noun);
  const present = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (present !== undefined) throw new Error(`${present} is there already`);

  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  addAliases(root, noun);
  addToFrontDoor(root, noun);
  return Object.keys(files);
}

/** @param {string} noun @returns {Record<string, string>} */
function filesOf(noun) {
  const name = noun.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter) => letter.toUpperCase());
  return {
    ...configOf('server', noun),
    ...configOf('board', noun),
    [`libs/contracts/src/${noun}.ts`]: `import * as z from 'zod';

/** What is said about one of the ${noun}. */
export const ${name} = z.strictObject({ id: z.int().positive() });
export type ${name} = z.infer<typeof ${name}>;
`,
    [`libs/contracts/src/${noun}.spec.ts`]: `import { ${name} } from './${noun}';

test('${noun} are numbered from 1', () => {
  expect(${name}.safeParse({ id: 1 }).success).toBe(true);
  expect(${name}.safeParse({ id: 0 }).success).toBe(false);
});
`,
    [`libs/server/${noun}/src/index.ts`]: `export { ${name}Module } from './${noun}.module';
`,
    [`libs/server/${noun}/src/${noun}.module.ts`]: `import { Module } from '@nestjs/common';

/** What the server does with ${noun}. */
@Module({})
export class ${name}Module {}
`,
    [`libs/server/${noun}/src/${noun}.module.spec.ts`]: `import { Test } from '@nestjs/testing';
import { ${name}Module } from './${noun}.module';

test('the server can hold ${noun}', async () => {
  const room = await Test.createTestingModule({ imports: [${name}Module] }).compile();
  expect(room.get(${name}Module)).toBeInstanceOf(${name}Module);
});
`,
    [`libs/board/${noun}/src/index.ts`]: `export { ${name}Page } from './${noun}-page';
`,
    [`libs/board/${noun}/src/${noun}-page.ts`]: `import { Component, input } from '@angular/core';

/** The page of ${noun}. */
@Component({
  selector: 'pp-${noun}-page',
  template: '<h1>{{ heading() }}</h1>',
})
export class ${name}Page {
  readonly heading = input.required<string>();
}
`,
    [`libs/board/${noun}/src/${noun}-page.spec.ts`]: `import { TestBed } from '@angular/core/testing';
import { ${name}Page } from './${noun}-page';

test('the page of ${noun} says what it is about', async () => {
  const fixture = TestBed.createComponent(${name}Page);
  fixture.componentRef.setInput('heading', 'Papan UHC');
  await fixture.whenStable();
  expect((fixture.nativeElement as HTMLElement).textContent).toBe('Papan UHC');
});
`,
  };
}

/** The two settings files of a library. @param {'server' | 'board'} side @param {string} noun */
function configOf(side, noun) {
  const home = `libs/${side}/${noun}`;
  const board = side === 'board';
  return {
    [`${home}/project.json`]: json({
      $schema: '../../../node_modules/nx/schemas/project-schema.json',
      name: `${side}-${noun}`,
      projectType: 'library',
      sourceRoot: `${home}/src`,
      tags: ['layer:feature', `scope:${side}`],
      targets: {
        lint: {},
        types: board ? { options: { command: 'ngc --noEmit -p {projectRoot}/tsconfig.json' } } : {},
        test: {},
      },
    }),
    [`${home}/tsconfig.json`]: json({
      extends: `../../../tsconfig.${side}.json`,
      ...(board ? { compilerOptions: { types: ['jest', 'node'] } } : {}),
      include: ['src/**/*.ts'],
    }),
  };
}

/** As prettier writes it. @param {object} value */
const json = (value) =>
  `${JSON.stringify(value, null, 2).replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, inner) => `[${inner.replace(/\s+/g, ' ')}]`)}\n`;

/** @param {string} root @param {string} noun */
function addAliases(root, noun) {
  const path = join(root, 'tsconfig.base.json');
  const config = JSON.parse(readFileSync(path, 'utf8'));
  for (const side of ['server', 'board']) {
    config.compilerOptions.paths[`@papan/${side}-${noun}`] = [`./libs/${side}/${noun}/src/index.ts`];
  }
  writeFileSync(path, json(config));
}

/** @param {string} root @param {string} noun */
function addToFrontDoor(root, noun) {
  const path = join(root, 'libs/contracts/src/index.ts');
  const lines = [...readFileSync(path, 'utf8').trimEnd().split('\n'), `export * from './${noun}';`];
  writeFileSync(path, `${lines.sort().join('\n')}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const noun = process.argv[2];
  if (noun === undefined) {
    console.error('usage: npm run new-feature -- <noun>');
    process.exit(2);
  }
  for (const file of newFeature(resolve(import.meta.dirname, '../..'), noun)) console.log(file);
  console.log(`Next: the rules in libs/domain/src/${noun}, the module in apps/api, the route in apps/board.`);
}
