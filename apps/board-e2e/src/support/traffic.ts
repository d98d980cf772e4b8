import { request as ask } from 'node:http';
import type { Page, Request } from '@playwright/test';

/** Everything that a page asks for, from now on. */
export class Traffic {
  readonly requests: Request[] = [];

  constructor(page: Page) {
    page.on('request', (request) => this.requests.push(request));
  }

  of(kind: string): readonly Request[] {
    return this.requests.filter((request) => request.resourceType() === kind);
  }

  /** Sum of the brotli bytes of all scripts so far, as the product sends them to a browser that takes brotli. */
  async scriptBytes(): Promise<number> {
    const addresses = [...new Set(this.of('script').map((request) => request.url()))];
    const sizes = await Promise.all(addresses.map(brotliBytes));
    return sizes.reduce((sum, size) => sum + size, 0);
  }
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
