import { builtinModules } from 'node:module';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { house } from './tools/lint/plugin.mjs';

const TYPESCRIPT = ['**/*.ts'];
const SCRIPTS = ['**/*.mjs', '**/*.cjs'];
const SPECS = ['**/*.spec.ts'];
const BOARD = ['libs/board/**', 'apps/board/**'];
const board = (ending) => BOARD.map((folder) => `${folder}/*${ending}`);

/** The walls of the house. A wall is an error; `docs/map.md` shows the same table to people. */
const walls = [
  {
    sourceTag: 'layer:domain',
    onlyDependOnLibsWithTags: [],
    allowedExternalImports: ['fast-check', 'typescript'],
    bannedExternalImports: ['@angular/*', '@nestjs/*', 'express', 'pg', 'rxjs', 'socket.io*', 'typeorm', 'zod'],
  },
  {
    sourceTag: 'layer:contracts',
    onlyDependOnLibsWithTags: ['layer:domain'],
    allowedExternalImports: ['zod', 'fast-check', 'typescript'],
  },
  { sourceTag: 'layer:platform', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:domain'] },
  { sourceTag: 'layer:ui', onlyDependOnLibsWithTags: ['layer:domain'] },
  {
    sourceTag: 'layer:feature',
    onlyDependOnLibsWithTags: ['layer:platform', 'layer:ui', 'layer:contracts', 'layer:domain'],
  },
  {
    sourceTag: 'layer:app',
    onlyDependOnLibsWithTags: ['layer:feature', 'layer:platform', 'layer:ui', 'layer:contracts', 'layer:domain'],
  },
  { sourceTag: 'layer:tool', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  { sourceTag: 'scope:server', onlyDependOnLibsWithTags: ['scope:server', 'scope:shared'] },
  { sourceTag: 'scope:board', onlyDependOnLibsWithTags: ['scope:board', 'scope:shared'] },
  {
    sourceTag: 'scope:tool',
    onlyDependOnLibsWithTags: ['scope:tool', 'scope:server', 'scope:board', 'scope:shared'],
  },
];

const injectedRepository = {
  name: '@nestjs/typeorm',
  importNames: ['InjectRepository', 'InjectDataSource', 'InjectEntityManager'],
  message: 'The database has one door: db.as(actor, region, tx => …).',
};
const ownFrontDoor = {
  regex: String.raw`^\.{1,2}(/\.\.)*(/index)?$`,
  message: 'The front door of a library is not for those who live in it: name the file.',
};
const nodeBuiltins = {
  regex: `^(node:.*|(${builtinModules.filter((it) => !it.startsWith('_')).join('|')}))$`,
  message: 'The domain and the contracts run everywhere: nothing of Node.',
};
const testTools = { regex: '^(fast-check|typescript)$', message: 'A tool of the specs.' };

const namespaceOnly = (name) => ({
  selector: `ImportDeclaration[source.value='${name}'] > :matches(ImportSpecifier, ImportDefaultSpecifier)`,
  message: `Write \`import * as z from '${name}'\`: other forms keep the whole library in the bundle.`,
});
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a const array and a union of its members.' };
const FORMATTING_PIPES = 'currency|date|number|percent';

export default tseslint.config(
  {
    ignores: [
      '**/node_modules',
      'dist',
      'tmp',
      'coverage',
      '.nx',
      '.angular',
      '.data*',
      'test-results',
      'playwright-report',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },

  {
    files: [...TYPESCRIPT, ...SCRIPTS],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@nx': nx, house },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', namespaceOnly('zod'), noEnum],
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: [], depConstraints: walls, banTransitiveDependencies: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [injectedRepository], patterns: [ownFrontDoor] }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
    },
  },
  {
    files: SCRIPTS,
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },

  {
    files: ['libs/domain/src/**/*.ts', 'libs/contracts/src/**/*.ts'],
    ignores: SPECS,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [ownFrontDoor, nodeBuiltins, testTools] }],
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'global',
        'setTimeout',
        'setInterval',
        'fetch',
        'crypto',
        'performance',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The time is passed in.' },
        { object: 'Math', property: 'random', message: 'Chance is passed in.' },
      ],
      'no-restricted-syntax': [
        'error',
        namespaceOnly('zod'),
        noEnum,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time is passed in.' },
      ],
    },
  },

  {
    files: ['libs/server/**/*.ts', 'apps/api/**/*.ts'],
    rules: { 'house/guarded-handler': 'error' },
  },

  {
    files: board('.ts'),
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      'no-console': ['error', { allow: ['error'] }],
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'pp', style: 'kebab-case' },
          { type: 'attribute', prefix: 'pp', style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'pp', style: 'camelCase' }],
      '@angular-eslint/no-uncalled-signals': 'error',
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/use-lifecycle-interface': 'error',
    },
  },
  {
    files: board('.html'),
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/no-any': 'error',
      '@angular-eslint/template/no-duplicate-attributes': 'error',
      '@angular-eslint/template/no-inline-styles': ['error', { allowNgStyle: true, allowBindToStyle: true }],
      '@angular-eslint/template/prefer-control-flow': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: `BindingPipe[name=/^(${FORMATTING_PIPES})$/]`,
          message:
            'Dates and figures are written by @papan/domain formats (WIB, Indonesian rounding), not by the pipes.',
        },
      ],
    },
  },

  {
    files: SPECS,
    rules: {
      // A spec looks at the library from the street: it may come in by the front door.
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [injectedRepository] }],
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-properties': [
        'error',
        ...['describe', 'it', 'test'].flatMap((object) => [
          { object, property: 'only', message: 'A focused test hides the others.' },
          { object, property: 'skip', message: 'A skipped test is no test.' },
          { object, property: 'todo', message: 'Write it or leave it.' },
        ]),
      ],
    },
  },
  prettier,
);
