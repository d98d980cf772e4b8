// A door of its own: the drawer of a task fetches it where a task is opened by one who may read cases.
export { TaskCasesPanel } from './task-cases-panel';
