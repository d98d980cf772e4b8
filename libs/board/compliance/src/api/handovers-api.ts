import { Injectable, inject } from '@angular/core';
import { SessionStore, Wire } from '@papan/board-platform';
import type { CommandId, Result } from '@papan/board-platform';
import type {
  AcceptDeadlines,
  Accepted,
  CheckAtCounter,
  ConfirmHandover,
  CounterAnswer,
  DeadlineChanges,
  DossierDetail,
  DossierView,
  HandoverReadiness,
  HandoverView,
  LadderView,
  ProposeHandover,
  RecordAttendance,
  SetLadder,
  TakeStep,
  WithdrawHandover,
} from '@papan/contracts';

type Answer<T> = Promise<Result<T>>;

/** What the board asks about hand-overs, dossiers, the counter and changed calendars, in the active region. */
@Injectable({ providedIn: 'root' })
export class HandoversApi {
  private readonly wire = inject(Wire);
  private readonly session = inject(SessionStore);

  handovers = (): Answer<readonly HandoverView[]> => this.wire.get(`${this.here()}/handovers`);
  handover = (id: number): Answer<HandoverView> => this.wire.get(this.one(id));
  readiness = (cases: readonly number[]): Answer<HandoverReadiness> =>
    this.wire.get(`${this.here()}/handovers/readiness?cases=${cases.join(',')}`);
  propose = (body: ProposeHandover, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/handovers`, body, { command });
  confirm = (id: number, body: ConfirmHandover, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.one(id)}/confirmation`, body, { command });
  withdraw = (id: number, body: WithdrawHandover, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.one(id)}/withdrawal`, body, { command });

  /** The public half of the key that seals dossiers, as a file. */
  readonly publicKey = '/api/dossier-key';
  dossiers = (): Answer<readonly DossierView[]> => this.wire.get(`${this.here()}/dossiers`);
  dossier = (id: number): Answer<DossierDetail> => this.wire.get(`${this.here()}/dossiers/${id}`);
  dossierAddress = (id: number, format: 'zip' | 'pdf'): string => `${this.here()}/dossiers/${id}/${format}`;
  originalAddress = (id: number, hash: string): string => `${this.here()}/dossiers/${id}/originals/${hash}`;
  takeStep = (id: number, body: TakeStep, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/cases/${id}/steps`, body, { command });
  recordAttendance = (id: number, entry: string, body: RecordAttendance, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/cases/${id}/steps/${entry}/attendance`, body, { command });

  check = (body: CheckAtCounter): Answer<CounterAnswer> => this.wire.send('POST', `${this.here()}/counter`, body);

  changes = (year: number): Answer<DeadlineChanges> => this.wire.get(`${this.here()}/ladder/changes?year=${year}`);
  accept = (body: AcceptDeadlines, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/ladder/changes`, body, { command });

  ladder = (): Answer<LadderView> => this.wire.get(`${this.here()}/ladder`);
  setLadder = (body: SetLadder, command?: CommandId): Answer<Accepted> =>
    this.wire.send('PUT', `${this.here()}/ladder/settings`, body, { command });

  private here(): string {
    return `/api/regions/${this.session.region() ?? ''}`;
  }

  private one(id: number): string {
    return `${this.here()}/handovers/${id}`;
  }
}
