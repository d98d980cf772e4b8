import type { AttachEvidence, EvidenceView } from '@papan/contracts';
import {
  type Actor,
  type Refusal,
  type Task,
  attachEvidence,
  checkLetter,
  isRefusal,
  may,
  refuse,
} from '@papan/domain';
import { type Database, type Decide, evidenceOf, useEvidence } from '@papan/server-platform';
import type { OnTask } from './in-region';
import { audienceOf, lockTask, resourceOf } from './task-rows';

/** The agency (or the lead, or BPJS) puts an uploaded file to a task, with what is said about the letter in it. */
export function attachToTask({ actor, task: id }: OnTask, { hash, ...letter }: AttachEvidence): Decide {
  return async (tx, clock) => {
    const task = await lockTask(tx, actor, id, 'evidence.attach');
    if (isRefusal(task)) return task;
    const said = checkLetter(letter, clock.today);
    if (isRefusal(said)) return said;
    const audience = audienceOf(task);
    const use = { region: actor.region, hash, subject: 'task', id, audience } as const;
    const file = await useEvidence(tx, { ...use, letter: said });
    if (isRefusal(file)) return file;
    const event = attachEvidence(task, file, said, clock.today);
    if (isRefusal(event)) return event;
    return { event, audience, answer: { task: id } };
  };
}

/** What was put to a task, oldest first; a restricted task of another agency is NOT_FOUND. */
export function evidenceOfTask(
  database: Database,
  actor: Actor,
  id: number,
): Promise<readonly EvidenceView[] | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const [task] = await tx.query<Pick<Task, 'agency' | 'visibility'>>(
        'SELECT agency, visibility FROM task WHERE region = $1 AND id = $2',
        [actor.region, id],
      );
      if (!task) return refuse('NOT_FOUND');
      const allowed = may(actor, 'board.read', resourceOf(actor, task));
      return isRefusal(allowed) ? allowed : evidenceOf(tx, actor, 'task', id);
    },
    { readOnly: true },
  );
}
