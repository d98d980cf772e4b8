import { DOCUMENT, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { ReportProgress } from '@papan/contracts';
import { BoardApi } from '../api/board-api';
import { newCommandId } from '../api/command-id';
import { LiveStore } from '../live/live-store';
import { SessionStore } from '../session/session-store';
import { OutboxCore } from './outbox-core';
import type { Parcel } from './outbox-core';
import { PARCEL_STORAGE } from './parcel-storage';

const TRY_AGAIN_AFTER = 5_000;

/** Reports on their way to the server, for the phone page and the drawer. */
@Injectable({ providedIn: 'root' })
export class Outbox {
  private readonly api = inject(BoardApi);
  private readonly session = inject(SessionStore);
  private readonly live = inject(LiveStore);
  private readonly content = signal<readonly Parcel[]>([]);
  private readonly core = new OutboxCore({
    storage: inject(PARCEL_STORAGE),
    send: ({ task, body, id }) => this.api.report(task, body, id),
    now: () => untracked(this.live.now),
    changed: (parcels) => this.content.set(parcels),
  });

  /** Oldest first; sent ones stay for a while as receipts. */
  readonly parcels = this.content.asReadonly();
  readonly waiting = computed(() => this.parcels().filter(({ state }) => state === 'WAITING' || state === 'SENDING'));
  readonly refused = computed(() => this.parcels().filter(({ state }) => state === 'REFUSED'));

  constructor() {
    effect(() => {
      const actor = this.session.actor();
      if (actor && this.session.state() === 'IN')
        untracked(() => void this.core.open(`${actor.region}/${actor.person}`).then(() => this.core.flush()));
    });
    effect(() => {
      if (this.live.status() === 'LIVE') untracked(() => void this.core.flush());
    });
    setInterval(() => void (this.waiting().length > 0 && this.core.flush()), TRY_AGAIN_AFTER);
    inject(DOCUMENT).defaultView?.addEventListener('online', () => void this.core.flush());
  }

  /** Reports of one task, oldest first. */
  parcelsOf(task: number): readonly Parcel[] {
    return this.parcels().filter((parcel) => parcel.task === task);
  }

  /** Puts a report in. Resolves with its id as soon as it is stored on this device. */
  async report(task: number, report: Omit<ReportProgress, 'entry'>): Promise<string> {
    const id = newCommandId();
    await this.core.add({ id, region: this.session.region() ?? '', task, body: { ...report, entry: newCommandId() } });
    return id;
  }

  retry = (id: string): Promise<void> => this.core.retry(id);
  cancel = (id: string): Promise<boolean> => this.core.cancel(id);
  flush = (): Promise<void> => this.core.flush();
}
