import { refuse } from '@papan/domain';
import { Refused } from '../http/refused';

/** Looking into a file takes a core and some 100 MB for a moment: two at once, on two cores. */
const AT_ONCE = 2;
/** Uploads of one session that are under way at once; a board sends three. */
const PER_SESSION = 4;

/**
 * Keeps uploads from taking the server: a session has four under way at most, and no more than two files are looked into at
 * the same moment, in the order in which they have arrived. Each instance counts for itself.
 */
export class UploadGate {
  private readonly under = new Map<string, number>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  /** Throws Refused RATE_LIMITED where this session has its uploads under way already. */
  async forSession<T>(session: string, upload: () => Promise<T>): Promise<T> {
    const under = this.under.get(session) ?? 0;
    if (under >= PER_SESSION) throw new Refused({ ...refuse('RATE_LIMITED'), retryAfter: 2 });
    this.under.set(session, under + 1);
    try {
      return await upload();
    } finally {
      const left = (this.under.get(session) ?? 1) - 1;
      if (left > 0) this.under.set(session, left);
      else this.under.delete(session);
    }
  }

  async look<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < AT_ONCE) this.running++;
    else await new Promise<void>((go) => this.waiting.push(go));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
