import { Injectable, inject } from '@angular/core';
import { Say, SessionStore, Wire, sendBytes } from '@papan/board-platform';
import type { CommandId, Result } from '@papan/board-platform';
import type {
  Accepted,
  DecideDoubles,
  DoublePairs,
  EditEmployer,
  EmployerDetail,
  EmployerList,
  ImportSummary,
  ImportView,
  MapImport,
  OpenCase,
  RecordEmployer,
  SearchEmployers,
} from '@papan/contracts';
import type { ImportSource } from '@papan/domain';

type Answer<T> = Promise<Result<T>>;

/** Everything that the board asks about employers and lists of them, in the active region. */
@Injectable({ providedIn: 'root' })
export class EmployersApi {
  private readonly wire = inject(Wire);
  private readonly voice = inject(Say);
  private readonly session = inject(SessionStore);

  /** Words of a name travel in the body: they are in no address and in no log. */
  search = (body: SearchEmployers): Answer<EmployerList> =>
    this.wire.send('POST', `${this.here()}/employers/search`, body);
  detail = (id: number): Answer<EmployerDetail> => this.wire.get(`${this.here()}/employers/${id}`);
  doubles = (): Answer<DoublePairs> => this.wire.get(`${this.here()}/employers/doubles`);

  record = (body: RecordEmployer, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/employers`, body, { command });

  /** @param version the version of the employer that the editor had before him. */
  edit = (id: number, version: number, body: EditEmployer, command?: CommandId): Answer<Accepted> =>
    this.wire.send('PATCH', `${this.here()}/employers/${id}`, body, { command, version });

  merge = (double: number, into: number, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/employers/${double}/merge`, { into }, { command });

  keepApart = (one: number, other: number, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/employers/${one}/apart`, { other }, { command });

  openCase = (body: OpenCase, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/cases`, body, { command });

  imports = (): Answer<{ readonly imports: readonly ImportSummary[] }> => this.wire.get(`${this.here()}/imports`);
  import = (id: number): Answer<ImportView> => this.wire.get(`${this.here()}/imports/${id}`);

  map = (id: number, body: MapImport): Answer<ImportView> =>
    this.wire.send('POST', `${this.here()}/imports/${id}/mapping`, body);

  decide = (id: number, body: DecideDoubles): Answer<ImportView> =>
    this.wire.send('PUT', `${this.here()}/imports/${id}/decisions`, body);

  apply = (id: number, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/imports/${id}/apply`, {}, { command });

  invalidAddress = (id: number): string => `${this.here()}/imports/${id}/invalid.csv`;

  /** Sends the bytes of a file. The same command id sent again is the same import. */
  upload = (source: ImportSource, file: File, command: CommandId): Answer<ImportView> =>
    sendBytes(this.wire, `${this.here()}/imports?source=${source}`, file, {
      command,
      language: this.voice.language(),
    });

  private here(): string {
    return `/api/regions/${this.session.region() ?? ''}`;
  }
}
