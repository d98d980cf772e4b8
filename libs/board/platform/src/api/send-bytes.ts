import type { Problem } from '@papan/contracts';
import type { CommandId } from './command-id';
import type { Result } from './result';
import type { Wire } from './wire';

/** A file of 20 MB over a line of the district, and its reading. */
const PATIENCE = 180_000;

/** A file on its way to the server, as its bytes. The same command id sent again is the same upload. */
export async function sendBytes<T>(
  wire: Pick<Wire, 'xsrfToken' | 'heed'>,
  path: string,
  file: File,
  { command, language }: { readonly command: CommandId; readonly language: string },
): Promise<Result<T>> {
  const token = wire.xsrfToken();
  try {
    const response = await fetch(path, {
      method: 'POST',
      body: file,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        Accept: 'application/json',
        'Accept-Language': language,
        'Content-Type': 'application/octet-stream',
        'X-File-Name': encodeURIComponent(file.name.slice(-200).replace(/\p{Surrogate}/gu, '')),
        'Idempotency-Key': command,
        ...(token === undefined ? {} : { 'X-XSRF-TOKEN': token }),
      },
    });
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, value: body as T };
    return { ok: false, problem: wire.heed(body as Problem) };
  } catch {
    return { ok: false, unreachable: true };
  }
}
