import { Injectable, InjectionToken, inject } from '@angular/core';
import type { AttachEvidence, Accepted, EvidenceStored, EvidenceView } from '@papan/contracts';
import type { CommandId } from '../api/command-id';
import type { Result } from '../api/result';
import { Wire } from '../api/wire';
import { Say } from '../i18n/say';
import { SessionStore } from '../session/session-store';
import { sendFile } from './send-file';
import { shrinkPhoto } from './shrink-photo';
import { Upload } from './upload';

/** How bytes leave the browser; tests give their own. */
export const FILE_SENDER = new InjectionToken<typeof sendFile>('FILE_SENDER', {
  providedIn: 'root',
  factory: () => sendFile,
});

/** Files that show work, in the active region: sent to the store, put to a task, read again. */
@Injectable({ providedIn: 'root' })
export class EvidenceClient {
  private readonly wire = inject(Wire);
  private readonly voice = inject(Say);
  private readonly session = inject(SessionStore);
  private readonly sendFile = inject(FILE_SENDER);

  /** Begins at once; photos are drawn smaller before. */
  upload(file: File): Upload {
    return new Upload(file, {
      shrink: shrinkPhoto,
      send: async (bytes, onProgress, signal) => {
        const parcel = { path: `${this.here()}/evidence`, headers: this.headers(bytes.name), file: bytes };
        const result = await this.sendFile<EvidenceStored>({ ...parcel, onProgress, signal });
        if (!result.ok && 'problem' in result) this.wire.heed(result.problem);
        return result;
      },
    });
  }

  /** Where a file can be saved from. */
  address = (hash: string): string => `${this.here()}/evidence/${hash}`;

  /** The small picture of a photo. */
  previewAddress = (hash: string): string => `${this.address(hash)}/preview`;

  ofTask = (task: number): Promise<Result<readonly EvidenceView[]>> =>
    this.wire.get(`${this.here()}/tasks/${task}/evidence`);

  attach = (task: number, body: AttachEvidence, command?: CommandId): Promise<Result<Accepted>> =>
    this.wire.send('POST', `${this.here()}/tasks/${task}/evidence`, body, { command });

  private here(): string {
    return `/api/regions/${this.session.region() ?? ''}`;
  }

  private headers(name: string): Readonly<Record<string, string>> {
    const token = this.wire.xsrfToken();
    return {
      Accept: 'application/json',
      'Accept-Language': this.voice.language(),
      'Content-Type': 'application/octet-stream',
      'X-File-Name': encodeURIComponent(wellFormed(name.slice(-200))),
      ...(token === undefined ? {} : { 'X-XSRF-TOKEN': token }),
    };
  }
}

/** Half a character cannot be written into a header. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}
