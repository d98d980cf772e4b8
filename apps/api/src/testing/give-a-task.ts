import type { Accepted } from '@papan/contracts';
import type { Visitor } from './start-instance';

export const A_TASK = {
  campaign: 1,
  agency: 2,
  title: 'Daftarkan GTT/PTT sebagai PPU',
  unit: 'people',
  target: 1200,
  due: '2026-12-15',
} as const;

const TASKS = '/api/regions/35.05/tasks';

/** Dinkes gives a task; answers its numbers in region and journal. */
export async function giveATask(dinkes: Visitor, over: object = {}): Promise<{ task: number; seq: number }> {
  const answer = await dinkes.send('POST', TASKS, { ...A_TASK, ...over });
  const { task, seq } = (await answer.json()) as Accepted;
  if (task === undefined) throw new Error(`no task: ${answer.status}`);
  return { task, seq };
}

export async function report(visitor: Visitor, task: number, delta: number): Promise<number> {
  const answer = await visitor.send('POST', `${TASKS}/${task}/reports`, { entry: crypto.randomUUID(), delta });
  const { seq } = (await answer.json()) as Accepted;
  if (answer.status >= 300) throw new Error(`not reported: ${answer.status}`);
  return seq;
}
