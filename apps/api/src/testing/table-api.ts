import type { Server } from 'node:http';
import type { Readable } from 'node:stream';
import {
  COMMAND_ID_HEADER,
  FILE_NAME_HEADER,
  type Frame,
  type Snapshot,
  VERSION_HEADER,
  unpackTasks,
} from '@papan/contracts';
import type { BoardState, SessionKind } from '@papan/domain';
import { Database, type Route, type Settings, foldBoard, listRoutes, xsrfToken } from '@papan/server-platform';
import {
  type Seat,
  TABLE_PASSWORD,
  type TestDatabase,
  setSmallTable,
  testDatabase,
} from '@papan/server-platform/testing';
import request, { type Response } from 'supertest';
import { buildApp } from '../create-app';
import { testSettings } from './test-settings';

/** The product on a database of its own, with the small table set; answers over HTTP. */
export interface TestApi {
  readonly database: TestDatabase;
  readonly server: Server;
  readonly routes: readonly Route[];
  /** The app's own door to the rows. */
  readonly door: Database;
  /** A browser in which nobody is signed in. */
  readonly stranger: Browser;
  /** A browser in which the holder of the seat has signed in; one for each seat and kind. */
  as(seat: Seat, kind?: SessionKind): Promise<Browser>;
  close(): Promise<void>;
}

export async function testApi(over: Partial<Settings> = {}): Promise<TestApi> {
  const database = await testDatabase();
  await setSmallTable(database);
  const settings = testSettings(over);
  const app = await buildApp(settings, database.app, database.tail);
  await app.listen(0, '127.0.0.1');
  const server: Server = app.getHttpServer();
  const browsers = new Map<string, Promise<Browser>>();
  return {
    database,
    server,
    routes: listRoutes(app),
    door: app.get(Database),
    stranger: new Browser(server),
    as(seat, kind = 'desk') {
      const key = `${seat}/${kind}`;
      const browser = browsers.get(key) ?? signedIn(server, seat, kind);
      browsers.set(key, browser);
      return browser;
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

export async function signedIn(server: Server, login: string, kind: SessionKind = 'desk'): Promise<Browser> {
  const browser = new Browser(server);
  const answer = await browser.signIn(login, TABLE_PASSWORD, kind);
  if (answer.status !== 201) throw new Error(`${login} could not sign in: ${answer.text}`);
  return browser;
}

function wholeBody(answer: unknown, done: (error: Error | null, body: unknown) => void): void {
  const response = answer as Readable;
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
}

type Headers = Readonly<Record<string, string>>;

/** Keeps the session's cookie and repeats the XSRF token, as a browser with the board in it does. */
export class Browser {
  token: string | undefined;

  constructor(private readonly server: Server) {}

  async signIn(login: string, password: string, kind: SessionKind = 'desk', headers: Headers = {}): Promise<Response> {
    const answer = await request(this.server).post('/api/session').set(headers).send({ login, password, kind });
    const cookies = (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
    this.token = cookies.map((it) => /^__Host-papan=([^;]+)/.exec(it)?.[1]).find(Boolean) ?? this.token;
    return answer;
  }

  get(path: string): Promise<Response> {
    return this.send('GET', path);
  }

  /** A command with a fresh id, or the one in `headers`. */
  post(path: string, body: object = {}, headers: Headers = {}): Promise<Response> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body: object): Promise<Response> {
    return this.send('PUT', path, body);
  }

  delete(path: string): Promise<Response> {
    return this.send('DELETE', path);
  }

  /** Sends a file as a board does. */
  async upload(bytes: Buffer, name: string, headers: Headers = {}, region = '35.05'): Promise<Response> {
    return request(this.server)
      .post(`/api/regions/${region}/evidence`)
      .set({ ...this.identity(), 'Content-Type': 'application/octet-stream' })
      .set({ [FILE_NAME_HEADER]: encodeURIComponent(name), ...headers })
      .send(bytes);
  }

  /** The bytes of an answer that is no JSON. */
  async download(path: string): Promise<Response> {
    return request(this.server).get(path).set(this.identity()).buffer(true).parse(wholeBody);
  }

  patch(path: string, version: number, body: object, headers: Headers = {}): Promise<Response> {
    return this.send('PATCH', path, body, { [VERSION_HEADER]: `"${version}"`, ...headers });
  }

  async send(method: string, path: string, body?: object | string, headers: Headers = {}): Promise<Response> {
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const call = request(this.server)[verb](path).set(this.identity());
    if (verb !== 'get') call.set({ [COMMAND_ID_HEADER]: crypto.randomUUID(), 'Content-Type': 'application/json' });
    call.set(headers);
    return body === undefined ? call : call.send(body);
  }

  /** The board as this reader may see it: a snapshot, and what happened since. */
  async board(region = '35.05'): Promise<BoardState> {
    const snapshot = (await this.get(`/api/regions/${region}/board`)).body as Snapshot;
    const start: BoardState = {
      ...snapshot,
      tasks: new Map(unpackTasks(snapshot.tasks).map((task) => [task.id, task])),
      blockers: new Map(snapshot.blockers.map((blocker) => [blocker.id, blocker])),
    };
    const since = await this.get(`/api/regions/${region}/events?epoch=${snapshot.epoch}&after=${snapshot.through}`);
    return foldBoard((since.body as Frame).events, start);
  }

  /** For those who write their requests by hand. */
  secrets(): { readonly cookie: string; readonly token: string } {
    const { Cookie: cookie = '', 'X-XSRF-TOKEN': token = '' } = this.identity();
    return { cookie, token };
  }

  private identity(): Headers {
    if (this.token === undefined) return {};
    return { Cookie: `__Host-papan=${this.token}`, 'X-XSRF-TOKEN': xsrfToken(this.token) };
  }
}
