import { RuleTester, type Rule } from 'eslint';
import { parser } from 'typescript-eslint';
import { guardedHandler } from './guarded-handler.mjs';

// The two packages describe one and the same tree with types of their own.
const rule = guardedHandler as unknown as Rule.RuleModule;
const tester = new RuleTester({ languageOptions: { parser } });

tester.run('a handler says who may call it', rule, {
  valid: [
    `class Tasks { @Get(':id') @May('task.read') read() {} }`,
    `class Session { @Public() @Post() open() {} }`,
    `class Helper { plain() {} @HostListener('x') other() {} }`,
  ],
  invalid: [
    { code: `class Tasks { @Get() list() {} }`, errors: [{ messageId: 'unguarded', data: { name: 'list' } }] },
    {
      code: `class Tasks { @May('task.read') @Get() a() {} @Delete(':id') b() {} }`,
      errors: [{ messageId: 'unguarded' }],
    },
  ],
});
