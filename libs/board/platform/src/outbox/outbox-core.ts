import type { Accepted, Problem, ReportProgress } from '@papan/contracts';
import type { Result } from '../api/result';

/** WAITING for a connection, SENDING, SENT (kept for a while as a receipt), REFUSED with the reason and the text kept. */
export type ParcelState = 'WAITING' | 'SENDING' | 'SENT' | 'REFUSED';

/** One report on its way. The command id and the entry id were made with it and never change: sent twice, it counts once. */
export interface Parcel {
  /** Command id; being a UUIDv7, also the order. */
  readonly id: string;
  /** Whose it is: region and person. Somebody else on the same phone neither sees nor sends it. */
  readonly owner: string;
  readonly region: string;
  readonly task: number;
  readonly body: ReportProgress;
  /** Device-independent: server time when it was put in. */
  readonly madeAt: string;
  readonly state: ParcelState;
  readonly sentAt: string | null;
  readonly problem: Problem | null;
}

/** Where parcels survive a reload. */
export interface ParcelStorage {
  readonly all: () => Promise<readonly Parcel[]>;
  readonly put: (parcel: Parcel) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

export interface OutboxOptions {
  readonly storage: ParcelStorage;
  readonly send: (parcel: Parcel) => Promise<Result<Accepted>>;
  /** The server's time. */
  readonly now: () => string;
  readonly changed: (parcels: readonly Parcel[]) => void;
}

/** Receipts that are kept of what was sent. */
export const RECEIPTS_KEPT = 20;

/**
 * Reports wait here until the server has them: stored first, then sent in the order they were made, the same ids at each
 * try. What the server refuses stays with its reason until the reader has dealt with it, and stops nobody behind it.
 */
export class OutboxCore {
  private parcels: readonly Parcel[] = [];
  private sending: Promise<void> | null = null;
  private owner = '';

  constructor(private readonly options: OutboxOptions) {}

  /** Takes up what an earlier visit of this owner left behind. What was in flight then may have arrived: the same id asks again. */
  async open(owner: string): Promise<void> {
    this.owner = owner;
    const stored = await this.options.storage.all();
    if (this.owner !== owner) return;
    this.show(
      stored
        .filter((parcel) => parcel.owner === owner)
        .map((parcel) => (parcel.state === 'SENDING' ? waiting(parcel) : parcel))
        .sort(byId),
    );
  }

  /** Stores the parcel, then tries to send. Resolves when it is stored: from then on nothing is lost. */
  async add(parcel: Pick<Parcel, 'id' | 'region' | 'task' | 'body'>): Promise<void> {
    const { now } = this.options;
    await this.keep({ ...parcel, owner: this.owner, madeAt: now(), state: 'WAITING', sentAt: null, problem: null });
    void this.flush();
  }

  /** Sends what waits, oldest first; ends at the first one that gets no answer. One run at a time. */
  flush(): Promise<void> {
    this.sending ??= this.run().finally(() => (this.sending = null));
    return this.sending;
  }

  /** A refused one once more, as it is and under the same ids. */
  async retry(id: string): Promise<void> {
    const parcel = this.find(id);
    if (parcel?.state === 'REFUSED') await this.keep(waiting(parcel));
    await this.flush();
  }

  /** Takes it out. False where it is on its way or was sent: then only a correction helps. */
  async cancel(id: string): Promise<boolean> {
    const parcel = this.find(id);
    if (!parcel || parcel.state === 'SENDING' || parcel.state === 'SENT') return false;
    await this.drop(id);
    return true;
  }

  private async run(): Promise<void> {
    for (let next = this.next(); next; next = this.next()) {
      if (!(await this.sendOne(next))) return;
    }
    const receipts = this.parcels.filter(({ state }) => state === 'SENT');
    for (const old of receipts.slice(0, -RECEIPTS_KEPT)) await this.drop(old.id);
  }

  /** False where no answer came, and going on makes no sense now. */
  private async sendOne(parcel: Parcel): Promise<boolean> {
    await this.keep({ ...parcel, state: 'SENDING' });
    const result = await this.options.send(parcel);
    if (result.ok) {
      await this.keep({ ...parcel, state: 'SENT', sentAt: this.options.now() });
      return true;
    }
    const problem = 'problem' in result ? result.problem : null;
    if (problem === null || isPassing(problem)) {
      await this.keep(waiting(parcel));
      return false;
    }
    await this.keep({ ...parcel, state: 'REFUSED', problem });
    return true;
  }

  private next(): Parcel | undefined {
    return this.parcels.find((parcel) => parcel.state === 'WAITING' && parcel.owner === this.owner);
  }

  private find(id: string): Parcel | undefined {
    return this.parcels.find((parcel) => parcel.id === id);
  }

  private async keep(parcel: Parcel): Promise<void> {
    if (parcel.owner === this.owner)
      this.show([...this.parcels.filter(({ id }) => id !== parcel.id), parcel].sort(byId));
    await this.options.storage.put(parcel);
  }

  private async drop(id: string): Promise<void> {
    this.show(this.parcels.filter((parcel) => parcel.id !== id));
    await this.options.storage.remove(id);
  }

  private show(parcels: readonly Parcel[]): void {
    this.parcels = parcels;
    this.options.changed(parcels);
  }
}

function waiting(parcel: Parcel): Parcel {
  return { ...parcel, state: 'WAITING', problem: null };
}

/** Not about the report: nobody is signed in, the house is full or broken. It waits. */
function isPassing({ status }: Problem): boolean {
  return status === 401 || status === 429 || status >= 500;
}

function byId(a: Parcel, b: Parcel): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
