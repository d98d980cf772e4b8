import type { Problem } from '@papan/contracts';
import type { Result } from '../api/result';

/** A file on its way: what is sent where, who hears how far it is, and what ends it early. */
export interface Parcel {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: Blob;
  /** Share of the bytes that have left, 0 … 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends the bytes as they are. Never throws: no answer, also after `signal`, is `unreachable`. */
export function sendFile<T>({ path, headers, file, onProgress, signal }: Parcel): Promise<Result<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(readAnswer<T>(request));
    const lost = (): void => resolve({ ok: false, unreachable: true });
    request.onerror = lost;
    request.onabort = lost;
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function readAnswer<T>({ status, responseText }: XMLHttpRequest): Result<T> {
  const body = readJson(responseText);
  if (status >= 200 && status < 300) return { ok: true, value: body as T };
  // A proxy in between says nothing about the file: it may be sent again.
  if (typeof body !== 'object' || body === null || !('code' in body)) return { ok: false, unreachable: true };
  return { ok: false, problem: body as Problem };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
