import type { NestExpressApplication } from '@nestjs/platform-express';
import type { SettingsValues } from '@papan/server-platform';
import { TABLE_PASSWORD, type Seat, type TestDatabase } from '@papan/server-platform/testing';
import { buildApp } from '../create-app';
import { TestBoard } from './test-board';
import { testSettings } from './test-settings';

type Headers = Readonly<Record<string, string>>;

/** One instance of the product on a database that may have others. */
export interface Instance {
  readonly url: string;
  /** Looks behind the counter. */
  readonly app: NestExpressApplication;
  signIn(seat: Seat): Promise<Visitor>;
  /** Like a plain program: no cookie, no Origin. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** A signed-in person: cookie and XSRF token as a browser would send them. */
export interface Visitor {
  readonly cookie: string;
  get(path: string, headers?: Headers): Promise<Response>;
  send(method: string, path: string, body: unknown, headers?: Headers): Promise<Response>;
  /** An open board; call `watch` on it. */
  board(region?: string): Promise<TestBoard>;
}

export async function startInstance(database: TestDatabase, settings: Partial<SettingsValues> = {}): Promise<Instance> {
  const app = await buildApp(testSettings(settings), database.app, database.tail);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const boards: TestBoard[] = [];
  return {
    url,
    app,
    ask: (path, init) => fetch(url + path, init),
    async signIn(seat) {
      const answer = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: seat, password: TABLE_PASSWORD }),
      });
      if (!answer.ok) throw new Error(`${seat} cannot sign in: ${await answer.text()}`);
      return visitor(url, answer.headers.getSetCookie(), boards);
    },
    async close() {
      await app.close();
      for (const board of boards) board.close();
    },
  };
}

function visitor(url: string, setCookies: readonly string[], boards: TestBoard[]): Visitor {
  const cookies = setCookies.map((it) => it.split(';', 1)[0] ?? '');
  const cookie = cookies.join('; ');
  const xsrf = cookies.find((it) => it.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '';
  return {
    cookie,
    get: (path, headers = {}) => fetch(url + path, { headers: { cookie, ...headers } }),
    send: (method, path, body, headers = {}) =>
      fetch(url + path, {
        method,
        headers: {
          cookie,
          'x-xsrf-token': xsrf,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
          ...headers,
        },
        body: JSON.stringify(body),
      }),
    async board(region = '35.05') {
      const board = new TestBoard(url, cookie, region);
      boards.push(board);
      await board.connected();
      return board;
    },
  };
}
