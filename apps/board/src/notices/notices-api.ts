import { Injectable, inject } from '@angular/core';
import { SessionStore, Wire } from '@papan/board-platform';
import type { CommandId, Result } from '@papan/board-platform';
import type {
  Accepted,
  ChooseNotices,
  DemoMail,
  EscalationView,
  NoticeChoiceView,
  NoticeList,
  ReadNotices,
  SetEscalation,
} from '@papan/contracts';

type Answer<T> = Promise<Result<T>>;

/** Everything that the board asks about notices, in the active region. */
@Injectable({ providedIn: 'root' })
export class NoticesApi {
  private readonly wire = inject(Wire);
  private readonly session = inject(SessionStore);

  list = (): Answer<NoticeList> => this.wire.get(`${this.here()}/notices`);
  read = (body: ReadNotices): Answer<{ readonly unread: number }> =>
    this.wire.send('POST', `${this.here()}/notices/read`, body);

  choice = (): Answer<NoticeChoiceView> => this.wire.get(`${this.here()}/notices/choice`);
  choose = (body: ChooseNotices): Answer<NoticeChoiceView> =>
    this.wire.send('PUT', `${this.here()}/notices/choice`, body);

  escalation = (): Answer<EscalationView> => this.wire.get(`${this.here()}/escalation`);
  setEscalation = (body: SetEscalation, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.here()}/escalation`, body, { command });

  demoMails = (): Answer<readonly DemoMail[]> => this.wire.get('/api/demo/mails');

  private here(): string {
    return `/api/regions/${this.session.region() ?? ''}`;
  }
}
