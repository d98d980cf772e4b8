import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export type Headers = Readonly<Record<string, string>>;

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  readonly path: string;
  readonly headers: Headers;
  /** JSON, unless the headers say what else it is. */
  readonly body?: string | Buffer;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The bytes as they came over the wire. */
  readonly raw: Buffer;
}

export const keptOpen = (): Agent => new Agent({ keepAlive: true, maxSockets: 256 });

/** One request to 127.0.0.1. Rejects when the connection breaks or `patience` (ms) runs out: the outcome is unknown. */
export function call(agent: Agent, port: number, what: HttpCall, patience = 30_000): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const { method, path, body } = what;
    const headers: Record<string, string> = { ...what.headers };
    if (body !== undefined) {
      headers['content-type'] ??= 'application/json';
      headers['content-length'] = String(Buffer.byteLength(body));
    }
    const asked = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('error', reject);
      answer.once('close', () => reject(new Error('cut off')));
      answer.once('end', () => {
        clearTimeout(timer);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, raw: Buffer.concat(parts) });
      });
    });
    const timer = setTimeout(() => asked.destroy(new Error('no answer in time')), patience);
    asked.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    asked.end(body);
  });
}

/** The answer as a browser's script would have it: unpacked and parsed. */
export function readJson(answer: HttpAnswer): unknown {
  return JSON.parse(unpack(answer).toString('utf8')) as unknown;
}

function unpack({ headers, raw }: HttpAnswer): Buffer {
  const encoding = headers['content-encoding'];
  if (encoding === 'br') return brotliDecompressSync(raw);
  return encoding === 'gzip' ? gunzipSync(raw) : raw;
}
