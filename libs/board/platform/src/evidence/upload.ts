import { computed, signal } from '@angular/core';
import type { EvidenceStored, Problem } from '@papan/contracts';
import { EVIDENCE_LIMIT, EVIDENCE_LIMIT_MB, refuse } from '@papan/domain';
import type { Refusal } from '@papan/domain';
import type { Result } from '../api/result';

/** PREPARING: a photo is drawn smaller. CHECKING: the bytes are there, the server looks into them. */
export type UploadState = 'PREPARING' | 'SENDING' | 'CHECKING' | 'STORED' | 'REFUSED' | 'UNREACHABLE' | 'CANCELLED';

/** The world around an upload; passed in, so that it runs without a browser. */
export interface UploadWorld {
  readonly shrink: (file: File) => Promise<File>;
  readonly send: (
    file: File,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ) => Promise<Result<EvidenceStored>>;
}

let made = 0;

/** One file on its way to the store. Begins at once; can be cancelled, and sent again where no answer came. */
export class Upload {
  private readonly where = signal<UploadState>('PREPARING');
  private readonly share = signal(0);
  private readonly answer = signal<EvidenceStored | null>(null);
  private readonly refusal = signal<Refusal | Problem | null>(null);
  private ending = new AbortController();

  readonly state = this.where.asReadonly();
  /** 0 … 1 */
  readonly progress = this.share.asReadonly();
  readonly stored = this.answer.asReadonly();
  /** Why the file is not taken. */
  readonly no = this.refusal.asReadonly();
  readonly busy = computed(() => BUSY.includes(this.where()));
  /** Tells it apart from all others of the page. */
  readonly key = ++made;
  readonly name: string;
  readonly size: number;
  /** Ends with the stored file, or undefined where it was refused, cancelled, or got no answer. */
  done: Promise<EvidenceStored | undefined>;

  constructor(
    private readonly file: File,
    private readonly world: UploadWorld,
  ) {
    this.name = file.name;
    this.size = file.size;
    this.done = this.run();
  }

  cancel(): void {
    if (!this.busy()) return;
    this.where.set('CANCELLED');
    this.ending.abort();
  }

  /** Sends the same file once more, where nothing is known of the first time. */
  retry(): void {
    if (this.where() !== 'UNREACHABLE' && this.where() !== 'CANCELLED') return;
    this.ending = new AbortController();
    this.share.set(0);
    this.where.set('PREPARING');
    this.done = this.run();
  }

  private async run(): Promise<EvidenceStored | undefined> {
    const { ending } = this;
    const file = await this.world.shrink(this.file);
    if (ending.signal.aborted) return undefined;
    const result = await this.sendUnlessRefused(file, ending.signal);
    // Cancelled while the bytes were on their way: whatever the server says, nobody waits for it.
    if (this.where() === 'CANCELLED' || this.ending !== ending) return undefined;
    if (result.ok) this.answer.set(result.value);
    else if ('problem' in result) this.refusal.set(result.problem);
    this.where.set(result.ok ? 'STORED' : 'problem' in result ? 'REFUSED' : 'UNREACHABLE');
    return result.ok ? result.value : undefined;
  }

  private sendUnlessRefused(file: File, signal: AbortSignal): Promise<Outcome> | Outcome {
    const refused = this.refuseHere(file);
    if (refused) return { ok: false, problem: refused };
    this.where.set('SENDING');
    return this.world.send(file, (share) => this.moved(share, signal), signal);
  }

  /** What the server would refuse after 20 MB is refused before the first byte. */
  private refuseHere(file: File): Refusal | undefined {
    if (file.size === 0) return refuse('EVIDENCE_EMPTY');
    return file.size > EVIDENCE_LIMIT ? refuse('EVIDENCE_TOO_LARGE', { limit: EVIDENCE_LIMIT_MB }) : undefined;
  }

  private moved(share: number, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.share.set(share);
    if (share >= 1) this.where.set('CHECKING');
  }
}

/** What came of it; a refusal of ours looks like one of the server's. */
type Outcome = Result<EvidenceStored> | { readonly ok: false; readonly problem: Refusal };

const BUSY: readonly UploadState[] = ['PREPARING', 'SENDING', 'CHECKING'];
