// One jest for the whole house, in three groups:
//   node   everything that runs under Node and needs nothing else
//   pg     *.pg.spec.ts: needs PostgreSQL (one embedded server for the run, or TEST_DATABASE_URL)
//   board  Angular, in jsdom, without zones
const { paths } = require('./tsconfig.base.json').compilerOptions;

/** The @papan aliases, as jest wants them. */
const aliases = Object.fromEntries(
  Object.entries(paths).map(([alias, [file]]) => [`^${alias}$`, `<rootDir>/${file.replace('./', '')}`]),
);

/** Packages that come as ES modules only and are turned into CommonJS for the tests. */
const ES_MODULES = [
  '@nestjs',
  '@borewit',
  'file-type',
  'strtok3',
  'token-types',
  '@tokenizer',
  'uint8array-extras',
  'load-esm',
  'pg-boss',
  'serialize-error',
  'non-error',
];

const target = 'es2023';
const typescript = {
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  jsc: {
    target,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};
const javascript = {
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  jsc: { target, parser: { syntax: 'ecmascript' } },
};

const node = {
  rootDir: __dirname,
  roots: ['libs/domain', 'libs/contracts', 'libs/server', 'apps/api', 'apps/cli', 'tools'].map(
    (it) => `<rootDir>/${it}`,
  ),
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: aliases,
  transform: { '\\.ts$': ['@swc/jest', typescript], '\\.m?js$': ['@swc/jest', javascript] },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join('|')})/)`],
};

/** @type {import('jest').Config} */
module.exports = {
  workerIdleMemoryLimit: '600MB',
  // Against a test that hangs, not against one that is slow: two busy cores may take seconds to compile a page.
  testTimeout: 30_000,
  projects: [
    {
      ...node,
      displayName: 'node',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.pg\\.spec\\.ts$'],
    },
    {
      ...node,
      displayName: 'pg',
      testMatch: ['**/*.pg.spec.ts'],
      globalSetup: '<rootDir>/libs/server/postgres/src/jest/start.ts',
      globalTeardown: '<rootDir>/libs/server/postgres/src/jest/stop.ts',
    },
    {
      displayName: 'board',
      rootDir: __dirname,
      roots: ['<rootDir>/libs/board', '<rootDir>/apps/board'],
      preset: 'jest-preset-angular',
      testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
      testMatch: ['**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/apps/board/jest-setup.ts'],
      moduleNameMapper: aliases,
      transform: {
        '^.+\\.(ts|js|mjs|html|svg)$': [
          'jest-preset-angular',
          { tsconfig: '<rootDir>/apps/board/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
        ],
      },
      transformIgnorePatterns: ['/node_modules/(?!(.*\\.mjs$|@angular|@jsverse|@tanstack|rxjs|tslib|idb|zod))'],
    },
  ],
};
