import type { TaskPanel } from '@papan/board-platform';

/** The cases that a task is about, in its drawer; fetched where a task is opened by one who may read cases. */
export const CASES_OF_TASK: TaskPanel = {
  action: 'case.read',
  load: () => import('./task-cases-panel').then((it) => it.TaskCasesPanel),
};
