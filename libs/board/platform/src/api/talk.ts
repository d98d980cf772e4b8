import type { Problem } from '@papan/contracts';
import { backOff } from '../live/back-off';
import { newCommandId } from './command-id';
import type { CommandId } from './command-id';
import type { Result } from './result';

// The names of the headers are those of libs/contracts (problem.ts) and of Angular's XSRF guard.
const COMMAND_ID = 'Idempotency-Key';
const VERSION = 'If-Match';
const XSRF_HEADER = 'X-XSRF-TOKEN';

const PATIENCE = { first: 300, most: 4000 };
const MAX_TRIES = 4;
const TIMEOUT = 12_000;
/** A proxy or a database in between: nobody knows whether the server did it, so the same id is sent again. */
const WORTH_REPEATING: readonly number[] = [502, 503, 504];

/** The world around the talk; passed in, so that it runs without a browser. */
export interface TalkOptions {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly xsrfToken: () => string | undefined;
  readonly language: () => string;
  readonly sleep: (millis: number) => Promise<void>;
  readonly chance: () => number;
  /** The server no longer knows who asks. */
  readonly onEnded: () => void;
}

export interface Sending {
  /** Given where the same command may be sent again later; else a new one is made. */
  readonly command?: CommandId;
  /** Version seen of what is edited. */
  readonly version?: number;
}

export type Verb = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One conversation with the API: asks, repeats what got no answer under the same id, and never throws. */
export class Talk {
  constructor(private readonly options: TalkOptions) {}

  get<T>(path: string): Promise<Result<T>> {
    return this.persist(path, { method: 'GET', headers: this.headers() });
  }

  /** A write. Its id is made once, before the first try. */
  send<T>(verb: Verb, path: string, body: unknown, { command, version }: Sending = {}): Promise<Result<T>> {
    const token = this.options.xsrfToken();
    const headers: Record<string, string> = {
      ...this.headers(),
      'Content-Type': 'application/json',
      [COMMAND_ID]: command ?? newCommandId(),
      ...(version === undefined ? {} : { [VERSION]: `"${version}"` }),
      ...(token === undefined ? {} : { [XSRF_HEADER]: token }),
    };
    return this.persist(path, { method: verb, headers, body: JSON.stringify(body ?? {}) });
  }

  private headers(): Record<string, string> {
    return { Accept: 'application/json', 'Accept-Language': this.options.language() };
  }

  private async persist<T>(path: string, init: RequestInit): Promise<Result<T>> {
    let last: Result<T> = { ok: false, unreachable: true };
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      if (attempt > 0) await this.options.sleep(backOff(PATIENCE, attempt - 1, this.options.chance()));
      last = await this.once(path, init);
      if (last.ok || ('problem' in last && !WORTH_REPEATING.includes(last.problem.status))) return last;
    }
    return last;
  }

  private async once<T>(path: string, init: RequestInit): Promise<Result<T>> {
    try {
      const response = await this.options.fetch(path, {
        ...init,
        credentials: 'same-origin',
        signal: AbortSignal.timeout(TIMEOUT),
      });
      if (response.ok) return { ok: true, value: (await readJson(response)) as T };
      return { ok: false, problem: this.heed(await readProblem(response)) };
    } catch {
      return { ok: false, unreachable: true };
    }
  }

  /** Notices where the server no longer knows who asks; for calls that go another way, like uploads. */
  heed(problem: Problem): Problem {
    if (problem.code === 'NOT_SIGNED_IN' || problem.code === 'SESSION_ENDED') this.options.onEnded();
    return problem;
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** The problem of the body, or one that says as much as the status does (a proxy's page has no code). */
async function readProblem(response: Response): Promise<Problem> {
  const body = await readJson(response).catch(() => undefined);
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  const trace = response.headers.get('X-Request-Id') ?? String(response.status);
  return {
    type: 'about:blank',
    status: response.status,
    code: 'INTERNAL',
    title: '',
    detail: '',
    mend: '',
    rule: '',
    params: {},
    trace,
  };
}
