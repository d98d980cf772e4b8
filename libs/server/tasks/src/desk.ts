import type { Accepted } from '@papan/contracts';
import type { Actor, BoardState, Happening, Task } from '@papan/domain';
import {
  Commands,
  type Database,
  type Decide,
  type FullRefusal,
  JournalBell,
  foldBoard,
  readHappenings,
} from '@papan/server-platform';
import { type Seat, actorOf } from '@papan/server-platform/testing';
import { visibilityClass } from '@papan/domain';
import { planNewTask } from './plan-task';
import { TasksBoardReader, tasksOf } from './read-board';

type UseCase = (actor: Actor) => Decide;

/** For specs: people of the small table who do things, without HTTP in between. */
export class Desk {
  private readonly commands: Commands;

  constructor(private readonly database: Database) {
    this.commands = new Commands(database, new JournalBell());
  }

  /** Does it as the holder of the seat; the accepted answer or the refusal. */
  does(seat: Seat, useCase: UseCase, id: string = crypto.randomUUID(), body: unknown = null) {
    const actor = actorOf(seat);
    return this.commands.run({ actor, id, name: 'test', params: {}, body }, useCase(actor));
  }

  /** A task of 1,200 people, given by Dinkes; with what differs. */
  async plans(over: Partial<Parameters<typeof planNewTask>[1]> = {}, seat: Seat = 'dinkes'): Promise<number> {
    const answer = await this.does(seat, (actor) => planNewTask({ actor }, { ...A_TASK, ...over }));
    if (!isAccepted(answer) || answer.task === undefined) throw new Error(`no task: ${JSON.stringify(answer)}`);
    return answer.task;
  }

  /** The rows of the board, as the holder of the seat may see them. */
  rows(seat: Seat) {
    const actor = actorOf(seat);
    return this.database.as(actor, async (tx) => ({
      tasks: await tasksOf(tx, actor.region),
      board: await new TasksBoardReader().read(tx, actor.region),
    }));
  }

  async task(seat: Seat, id: number): Promise<Task | undefined> {
    return (await this.rows(seat)).tasks.find((task) => task.id === id);
  }

  /** What the journal adds up to, for the holder of the seat. */
  async fold(seat: Seat): Promise<BoardState> {
    return foldBoard(await this.journal(seat));
  }

  journal(seat: Seat): Promise<readonly Happening[]> {
    const actor = actorOf(seat);
    return this.database.as(actor, (tx) =>
      readHappenings((sql, params) => tx.query(sql, params), actor.region, 0, 1_000_000, visibilityClass(actor)),
    );
  }
}

export const A_TASK = {
  campaign: 1,
  agency: 2,
  title: 'Daftarkan 1.200 GTT/PTT sebagai PPU',
  description: 'Lewat sekolah dan yayasan.',
  evidence: 'Daftar nama dan tanda terima BPJS',
  unit: 'people',
  segment: 'PPU_BU',
  area: null,
  target: 1200,
  start: null,
  due: '2026-12-15',
  visibility: 'campaign',
  draft: false,
} as const;

export function isAccepted(answer: Accepted | FullRefusal): answer is Accepted {
  return 'seq' in answer;
}
