import { Injectable, inject } from '@angular/core';
import { Say, SessionStore, Wire, sendBytes } from '@papan/board-platform';
import type { CommandId, Result } from '@papan/board-platform';
import type { Accepted, ApplyFigures, FigureFileSummary, FigureFileView, MapFigures } from '@papan/contracts';
import type { FigureKind } from '@papan/domain';

type Answer<T> = Promise<Result<T>>;

/** Everything that the board asks about files with figures, in the active region. */
@Injectable({ providedIn: 'root' })
export class FigureFilesApi {
  private readonly wire = inject(Wire);
  private readonly voice = inject(Say);
  private readonly session = inject(SessionStore);

  files = (): Answer<readonly FigureFileSummary[]> => this.wire.get(this.path());
  file = (id: number): Answer<FigureFileView> => this.wire.get(`${this.path()}/${id}`);

  /** Sends the bytes of a file. The same command id sent again is the same file. */
  upload = (kind: FigureKind, file: File, command: CommandId): Answer<FigureFileView> =>
    sendBytes(this.wire, `${this.path()}?kind=${kind}`, file, { command, language: this.voice.language() });

  map = (id: number, body: MapFigures): Answer<FigureFileView> =>
    this.wire.send('POST', `${this.path()}/${id}/mapping`, body);

  apply = (id: number, body: ApplyFigures, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.path()}/${id}/apply`, body, { command });

  /** The lines that stop a file, to be mended where it came from. */
  stoppedAddress = (id: number): string => `${this.path()}/${id}/invalid.csv`;

  /** In the demonstration: a month that can be loaded. */
  exampleAddress = (ending: 'csv' | 'xlsx'): string => `${this.here()}/coverage/example.${ending}`;

  private path(): string {
    return `${this.here()}/figure-files`;
  }

  private here(): string {
    return `/api/regions/${this.session.region() ?? ''}`;
  }
}
