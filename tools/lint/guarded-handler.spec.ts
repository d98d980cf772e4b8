import { RuleTester } from 'eslint';
import { parser } from 'typescript-eslint';
import { guardedHandler } from './guarded-handler.mjs';

const tester = new RuleTester({ languageOptions: { parser } });

tester.run('a handler says who may call it', guardedHandler, {
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
