import { refuse } from '@papan/domain';
import { Refused } from '../http/refused';

/** Two of the four threads that Node has for slow work: the other two stay free for files, names and the database. */
const AT_ONCE = 2;
/** Waiting places of one source (an office behind one address), and of all together. */
const PLACES_PER_SOURCE = 8;
const PLACES = 64;
const RETRY_SECONDS = 1;

interface Waiting {
  readonly source: string;
  readonly go: () => void;
}

/**
 * Hashing a password takes 19 MiB and a core for some 50 ms. Few run at once, each source waits in few places, and
 * whoever finds them taken is told so at once: a few strangers cannot keep everybody else from signing in.
 */
export class HashQueue {
  private running = 0;
  private readonly waiting: Waiting[] = [];

  /** Throws Refused LOGIN_THROTTLED where this source has no place left. */
  refuseWhenFull(source: string): void {
    if (this.running < AT_ONCE) return;
    const own = this.waiting.filter((it) => it.source === source).length;
    if (own < PLACES_PER_SOURCE && this.waiting.length < PLACES) return;
    throw new Refused({ ...refuse('LOGIN_THROTTLED', { seconds: RETRY_SECONDS }), retryAfter: RETRY_SECONDS });
  }

  async run<T>(source: string, work: () => Promise<T>): Promise<T> {
    this.refuseWhenFull(source);
    if (this.running < AT_ONCE) this.running++;
    else await new Promise<void>((go) => this.waiting.push({ source, go }));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next.go();
      else this.running--;
    }
  }
}
