import { Injectable } from '@nestjs/common';

export type Ringer = (region: string, seq: number) => void;

/** Rung right after a commit in this process, so that its own tail need not wait for a poll. */
@Injectable()
export class JournalBell {
  private readonly ringers = new Set<Ringer>();

  ring(region: string, seq: number): void {
    for (const ringer of this.ringers) ringer(region, seq);
  }

  /** Answers the way to stop listening. */
  onRing(ringer: Ringer): () => void {
    this.ringers.add(ringer);
    return () => this.ringers.delete(ringer);
  }
}
