import { test as base } from '@playwright/test';

export { expect, type Page } from '@playwright/test';

/** Every screen that a test has opened is closed behind it: an open board goes on working. */
export const test = base.extend<{ readonly closing: undefined }>({
  closing: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
