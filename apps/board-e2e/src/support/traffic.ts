import { request as ask } from 'node:http';
import type { Page } from '@playwright/test';

/** What a page had asked for until a moment of its own clock. */
export interface Traffic {
  readonly requests: number;
  readonly fonts: number;
  /** Sum of the brotli bytes of all scripts, as the product sends them to a browser that takes brotli. */
  readonly scriptBytes: number;
}

declare global {
  interface Window {
    firstSeen?: number;
  }
}

/** Lets the next page note when the first element of this kind is there. */
export async function noteFirst(page: Page, selector: string): Promise<void> {
  await page.addInitScript((wanted) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      window.firstSeen = performance.now();
      watch.disconnect();
    });
    watch.observe(document, { childList: true, subtree: true });
  }, selector);
}

/** Traffic until the noted moment; without one, until now. */
export async function trafficOf(page: Page): Promise<Traffic> {
  const addresses = await page.evaluate(() => {
    const until = window.firstSeen ?? performance.now();
    const entries = performance.getEntriesByType('resource').filter((entry) => entry.startTime <= until);
    return entries.map((entry) => entry.name);
  });
  const scripts = [...new Set(addresses.filter((address) => new URL(address).pathname.endsWith('.js')))];
  const sizes = await Promise.all(scripts.map(brotliBytes));
  return {
    requests: addresses.length + 1,
    fonts: addresses.filter((address) => /\.woff2?$/.test(address)).length,
    scriptBytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

/** Browsers ask for brotli over TLS only; the budget is meant for that, so it is asked for here by hand. */
function brotliBytes(address: string): Promise<number> {
  return new Promise((done, failed) => {
    const question = ask(address, { method: 'HEAD', headers: { 'Accept-Encoding': 'br' } }, ({ headers }) => {
      if (headers['content-encoding'] === 'br') done(Number(headers['content-length']));
      else failed(new Error(`${address} is not sent as brotli`));
    });
    question.on('error', failed).end();
  });
}
