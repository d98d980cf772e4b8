/** @import { TSESLint, TSESTree } from '@typescript-eslint/utils' */

/** @type {ReadonlySet<string | undefined>} */
const ROUTES = new Set(['All', 'Delete', 'Get', 'Head', 'Options', 'Patch', 'Post', 'Put', 'Search', 'Sse']);
/** @type {ReadonlySet<string | undefined>} */
const GUARDS = new Set(['May', 'Public']);

/**
 * The name of a decorator, written as `@Get()` or `@Get`.
 *
 * @param {TSESTree.Decorator} decorator
 */
function nameOf(decorator) {
  const { expression } = decorator;
  const callee = expression.type === 'CallExpression' ? expression.callee : expression;
  return callee.type === 'Identifier' ? callee.name : undefined;
}

/**
 * A door without a lock is an error: each HTTP handler says who may pass (`@May`) or that everybody may (`@Public`).
 *
 * @type {TSESLint.RuleModule<'unguarded'>}
 */
export const guardedHandler = {
  defaultOptions: [],
  meta: {
    type: 'problem',
    docs: { description: 'require @May(…) or @Public() on each HTTP handler' },
    messages: { unguarded: 'The handler "{{name}}" says neither @May(…) nor @Public(): who may call it?' },
    schema: [],
  },
  create(context) {
    return {
      MethodDefinition(node) {
        const names = node.decorators.map(nameOf);
        if (!names.some((name) => ROUTES.has(name)) || names.some((name) => GUARDS.has(name))) return;
        context.report({
          node: node.key,
          messageId: 'unguarded',
          data: { name: context.sourceCode.getText(node.key) },
        });
      },
    };
  },
};
