import { Injectable, inject } from '@angular/core';
import { Say, SessionStore, Wire } from '@papan/board-platform';
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
  Problem,
  RecordEmployer,
  SearchEmployers,
} from '@papan/contracts';
import type { ImportSource } from '@papan/domain';

type Answer<T> = Promise<Result<T>>;

/** A list of 20 MB over a line of the district, and its reading. */
const PATIENCE = 180_000;

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
  async upload(source: ImportSource, file: File, command: CommandId): Answer<ImportView> {
    const token = this.wire.xsrfToken();
    try {
      const response = await fetch(`${this.here()}/imports?source=${source}`, {
        method: 'POST',
        body: file,
        credentials: 'same-origin',
        signal: AbortSignal.timeout(PATIENCE),
        headers: {
          Accept: 'application/json',
          'Accept-Language': this.voice.language(),
          'Content-Type': 'application/octet-stream',
          'X-File-Name': encodeURIComponent(file.name.slice(-200).replace(/\p{Surrogate}/gu, '')),
          'Idempotency-Key': command,
          ...(token === undefined ? {} : { 'X-XSRF-TOKEN': token }),
        },
      });
      const body: unknown = await response.json();
      if (response.ok) return { ok: true, value: body as ImportView };
      return { ok: false, problem: this.wire.heed(body as Problem) };
    } catch {
      return { ok: false, unreachable: true };
    }
  }

  private here(): string {
    return `/api/regions/${this.session.region() ?? ''}`;
  }
}
