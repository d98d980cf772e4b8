import {
  type Blocker,
  type BoardState,
  type BoardView,
  type Case,
  EMPTY_BOARD,
  type Happening,
  type IsoDate,
  type Step,
  type Task,
  caseAfter,
  casesOf,
  change,
} from '@papan/domain';

/** The folds of the domain on maps that are changed in place: thousands of entries in a moment. */
export class OpenBoard implements BoardView {
  readonly tasks = new Map<number, Task>();
  readonly blockers = new Map<number, Blocker>();
  readonly cases = new Map<number, Case>();
  /** Workers whom BPJS verified, and the step that had come last by then. */
  readonly won: { readonly case: number; readonly step: Step; readonly workers: number; readonly on: IsoDate }[] = [];
  private rest: Pick<BoardState, 'cut' | 'verified' | 'allocation' | 'gains'> = EMPTY_BOARD;

  get cut(): BoardState['cut'] {
    return this.rest.cut;
  }

  get verified(): BoardState['verified'] {
    return this.rest.verified;
  }

  get allocation(): BoardState['allocation'] {
    return this.rest.allocation;
  }

  get gains(): BoardState['gains'] {
    return this.rest.gains;
  }

  task(id: number): Task | undefined {
    return this.tasks.get(id);
  }

  blocker(id: number): Blocker | undefined {
    return this.blockers.get(id);
  }

  apply(happening: Happening): void {
    const { tasks, blockers, rest } = change(this, happening);
    for (const task of tasks) this.tasks.set(task.id, task);
    for (const blocker of blockers) this.blockers.set(blocker.id, blocker);
    this.rest = { ...this.rest, ...rest };
    this.noteGain(happening);
    for (const id of casesOf(happening.event)) {
      const after = caseAfter(this.cases.get(id), happening);
      if (after) this.cases.set(id, after);
    }
  }

  private noteGain({ event }: Happening): void {
    if (event.type !== 'CaseVerified' || event.data.workers === 0) return;
    const { case: id, workers, on } = event.data;
    this.won.push({ case: id, step: this.cases.get(id)?.steps.at(-1)?.step ?? 'IDENTIFIED', workers, on });
  }
}
