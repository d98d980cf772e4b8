import {
  type Agency,
  type Area,
  type BoardEvent,
  type Campaign,
  type Correction,
  DEEDS,
  type Deed,
  type Entry,
  type EventOf,
  type Happening,
  type IsoInstant,
  type NewBlocker,
  type NewTask,
  type Reassignment,
  type Refusal,
  type Region,
  type Report,
  type Task,
  type TaskPlan,
  type Verification,
  afterDeed,
  correctReport,
  editTask,
  epochMillis,
  instantFromMillis,
  isEditConflict,
  liftBlocker,
  orThrow,
  planTask,
  raiseBlocker,
  reassignTask,
  recordReport,
  verifyProgress,
  wibDate,
} from '@papan/domain';
import type { CoverageFacts } from './coverage/coverage-facts';
import { OpenBoard } from './open-board';
import type { StoryPerson } from './region-story';

type Author = Happening['by'];

interface Cue {
  readonly millis: number;
  readonly order: number;
  readonly by: Author;
  /** What happens; null where the moment passes without anything. */
  readonly act: (at: IsoInstant) => BoardEvent | Refusal | null;
}

/** A task that the script speaks of before the stage has given it a number. */
export interface Part {
  id: number;
}

/**
 * Where the story is played: cues are called in the order of their time, each through the rules of the domain, and what
 * happens is folded at once. A cue that the rules refuse is a mistake in the script and throws.
 */
export class Stage {
  private readonly cues: Cue[] = [];
  private readonly entries = new Map<string, Entry>();
  private readonly agencies: ReadonlyMap<number, Agency>;
  private readonly areas: ReadonlySet<string>;
  private readonly board = new OpenBoard();
  private lastTask = 0;
  private lastBlocker = 0;

  constructor(
    agencies: readonly Agency[],
    areas: readonly Area[],
    private readonly campaigns: readonly Campaign[],
  ) {
    this.agencies = new Map(agencies.map((it) => [it.id, it]));
    this.areas = new Set(areas.map((it) => it.code));
  }

  create(at: IsoInstant, by: StoryPerson, plan: NewTask): Part {
    const part: Part = { id: 0 };
    this.cue(at, by, () => {
      part.id = this.lastTask + 1;
      return planTask(part.id, plan, this.region(at));
    });
    return part;
  }

  deed(at: IsoInstant, by: StoryPerson, part: Part, deed: Deed, reason = ''): void {
    this.cue(at, by, () => {
      const task = this.task(part);
      const from = task.status;
      const to = orThrow(afterDeed(task, deed, reason, this.openBlockers(task.id)));
      return {
        type: 'TaskMoved',
        data: { task: task.id, deed, from, to },
        text: DEEDS[deed].reason ? { reason } : null,
      };
    });
  }

  edit(at: IsoInstant, by: StoryPerson, part: Part, edits: Partial<TaskPlan>): void {
    this.cue(at, by, () => {
      const task = this.task(part);
      const edited = editTask(task, task.version, edits, this.region(at));
      if (isEditConflict(edited)) throw new Error(`the script edits task ${task.id} twice at once`);
      return edited;
    });
  }

  report(at: IsoInstant, by: StoryPerson, part: Part, report: Omit<Report, 'on'>): void {
    this.cue(at, by, () => {
      const day = wibDate(at);
      const event = orThrow(recordReport(this.task(part), { ...report, on: day }, day));
      const { entry, delta, reached, rejected } = event.data;
      this.entries.set(entry, { entry, delta, reached, rejected, corrected: { delta: 0, reached: 0, rejected: 0 } });
      return event;
    });
  }

  correct(at: IsoInstant, by: StoryPerson, part: Part, correction: Correction): void {
    this.cue(at, by, () => correctReport(this.task(part), correction, this.entries.get(correction.corrects)));
  }

  /** `how` sees the task as it stands then; null where there is nothing to verify. */
  verify(at: IsoInstant, by: StoryPerson, part: Part, how: (task: Task) => Verification | null): void {
    this.cue(at, by, () => {
      const task = this.task(part);
      const verifier = this.agencies.get(by.agency);
      if (!verifier) throw new Error(`no agency ${by.agency}`);
      const verification = how(task);
      return verification && verifyProgress(task, verification, verifier, wibDate(at), []);
    });
  }

  reassign(at: IsoInstant, by: StoryPerson, part: Part, to: Reassignment): Part {
    const handed: Part = { id: 0 };
    this.cue(at, by, () => {
      const task = this.task(part);
      const campaign = this.campaigns.find((it) => it.id === task.campaign);
      handed.id = this.lastTask + 1;
      return reassignTask(handed.id, task, to, this.agencies, wibDate(campaign?.deadline ?? at));
    });
    return handed;
  }

  raise(at: IsoInstant, by: StoryPerson, part: Part, blocker: NewBlocker): Part {
    const raised: Part = { id: 0 };
    this.cue(at, by, () => {
      raised.id = this.lastBlocker + 1;
      return raiseBlocker(raised.id, this.task(part), blocker, this.agencies, wibDate(at));
    });
    return raised;
  }

  lift(at: IsoInstant, by: StoryPerson, raised: Part, note: string): void {
    this.cue(at, by, () => {
      const blocker = this.board.blockers.get(raised.id);
      if (!blocker) throw new Error('the script lifts a blocker before it is raised');
      return liftBlocker(blocker, note);
    });
  }

  tell(at: IsoInstant, by: StoryPerson, event: EventOf<'CutRecorded' | 'AllocationSet'>): void {
    this.cue(at, by, () => event);
  }

  /** The totals of each month, as they came in. */
  tellCuts(by: StoryPerson, { months }: CoverageFacts): void {
    for (const { cut, recordedAt } of months) this.tell(recordedAt, by, { type: 'CutRecorded', data: cut, text: null });
  }

  /** What was decided elsewhere, by its own rules, and takes its place among all the rest; `what` is asked at its time. */
  happen(at: IsoInstant, by: Author, what: () => BoardEvent): void {
    this.cues.push({ millis: epochMillis(at), order: this.cues.length, by, act: what });
  }

  /** The task's progress takes up what was counted from its cases. */
  countFromCases(at: IsoInstant, by: Author, part: Part, entry: string, delta: number): void {
    this.happen(at, by, () => {
      const report = { entry, delta, reached: 0, rejected: 0, on: wibDate(at), note: '' };
      const counted = orThrow(recordReport(this.task(part), report, wibDate(at)));
      return { ...counted, data: { ...counted.data, from: 'CASES' } };
    });
  }

  /** Plays the script. The happenings are numbered from 1 and no two share a second. */
  play(): readonly Happening[] {
    const happenings: Happening[] = [];
    let last = Number.NEGATIVE_INFINITY;
    for (const cue of this.cues.sort((a, b) => a.millis - b.millis || a.order - b.order)) {
      const millis = Math.max(cue.millis, last + 1000);
      const at = instantFromMillis(millis);
      const event = orThrow(cue.act(at));
      if (event === null) continue;
      const happening: Happening = { seq: happenings.length + 1, at, by: cue.by, event };
      this.count(happening.event);
      this.board.apply(happening);
      happenings.push(happening);
      last = millis;
    }
    return happenings;
  }

  private cue(at: IsoInstant, by: StoryPerson, act: Cue['act']): void {
    this.cues.push({ millis: epochMillis(at), order: this.cues.length, by: { person: by.id, agency: by.agency }, act });
  }

  private count(event: BoardEvent): void {
    if (event.type === 'TaskCreated' || event.type === 'TaskReassigned') this.lastTask += 1;
    if (event.type === 'BlockerRaised') this.lastBlocker += 1;
  }

  private task({ id }: Part): Task {
    const task = this.board.tasks.get(id);
    if (!task) throw new Error('the script speaks of a task before it is made');
    return task;
  }

  private openBlockers(task: number): number {
    let open = 0;
    for (const blocker of this.board.blockers.values())
      if (blocker.task === task && blocker.liftedAt === null) open += 1;
    return open;
  }

  /** A campaign that is closed today was open while it ran. */
  private region(at: IsoInstant): Region {
    const campaigns = this.campaigns.map((it) => ({ ...it, open: epochMillis(at) <= epochMillis(it.deadline) }));
    return {
      agencies: this.agencies,
      campaigns: new Map(campaigns.map((it) => [it.id, it])),
      hasArea: (code) => this.areas.has(code),
    };
  }
}
