import { Injectable, inject } from '@angular/core';
import type {
  Accepted,
  AccountView,
  AreaView,
  CorrectProgress,
  CreateTask,
  DecreeView,
  Directory as DirectoryView,
  DoDeed,
  EditTask,
  FirstPassword,
  LiftBlocker,
  PublishedFigureView,
  RaiseBlocker,
  ReassignTask,
  ReportProgress,
  SessionView,
  TaskDetail,
  VerifyProgress,
  Welcome,
} from '@papan/contracts';
import type { Measure } from '@papan/domain';
import { SessionStore } from '../session/session-store';
import type { CommandId } from './command-id';
import type { Result } from './result';
import { Wire } from './wire';

type Answer<T> = Promise<Result<T>>;

/**
 * Everything that the board can ask of the server, in the active region.
 * A write takes a command id where the caller may have to send the very same again (`newCommandId()`).
 */
@Injectable({ providedIn: 'root' })
export class BoardApi {
  private readonly wire = inject(Wire);
  private readonly session = inject(SessionStore);

  welcome = (): Answer<Welcome> => this.wire.get('/api/welcome');
  figures = (): Answer<readonly PublishedFigureView[]> => this.wire.get('/api/figures');
  directory = (region = this.region()): Answer<DirectoryView> => this.wire.get(`/api/regions/${region}/directory`);

  decrees = (): Answer<readonly DecreeView[]> => this.wire.get(`${this.here()}/decrees`);

  /** Districts of the region; with `within`, the villages of that district. */
  areas = (within?: string): Answer<readonly AreaView[]> =>
    this.wire.get(`${this.here()}/areas${within === undefined ? '' : `?within=${encodeURIComponent(within)}`}`);

  taskDetail = (task: number): Answer<TaskDetail> => this.wire.get(this.task(task));

  createTask = (body: CreateTask, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/tasks`, body, { command });

  /** @param version the version of the task that the editor had before him. */
  editTask = (task: number, version: number, body: EditTask, command?: CommandId): Answer<Accepted> =>
    this.wire.send('PATCH', this.task(task), body, { command, version });

  doDeed = (task: number, body: DoDeed, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.task(task)}/deeds`, body, { command });

  report = (task: number, body: ReportProgress, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.task(task)}/reports`, body, { command });

  correct = (task: number, body: CorrectProgress, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.task(task)}/corrections`, body, { command });

  verify = (task: number, body: VerifyProgress, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.task(task)}/verifications`, body, { command });

  reassign = (task: number, body: ReassignTask, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.task(task)}/reassignments`, body, { command });

  raiseBlocker = (task: number, body: RaiseBlocker, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.task(task)}/blockers`, body, { command });

  liftBlocker = (blocker: number, body: LiftBlocker, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/blockers/${blocker}/lift`, body, { command });

  setAllocation = (
    campaign: number,
    measure: Measure,
    agency: number,
    people: number,
    command?: CommandId,
  ): Answer<Accepted> =>
    this.wire.send(
      'PUT',
      `${this.here()}/campaigns/${campaign}/allocations/${measure}/${agency}`,
      { people },
      { command },
    );

  sessions = (): Answer<readonly SessionView[]> => this.wire.get('/api/session/all');
  endSession = (id: string): Answer<unknown> =>
    this.wire.send('DELETE', `/api/session/${encodeURIComponent(id)}`, undefined);

  /** Sets the first password by the one-time link of an invitation; answers with the login. */
  firstPassword = (body: FirstPassword): Answer<{ readonly login: string }> =>
    this.wire.send('POST', '/api/session/first-password', body);

  people = (): Answer<readonly AccountView[]> => this.wire.get(`${this.here()}/people`);
  endSessionsOf = (person: number): Answer<unknown> =>
    this.wire.send('DELETE', `${this.here()}/people/${person}/sessions`, undefined);

  private region(): string {
    return this.session.region() ?? '';
  }

  private here(): string {
    return `/api/regions/${this.region()}`;
  }

  private task(task: number): string {
    return `${this.here()}/tasks/${task}`;
  }
}
