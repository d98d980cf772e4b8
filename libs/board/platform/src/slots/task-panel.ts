import { InjectionToken } from '@angular/core';
import type { Type } from '@angular/core';
import type { Action } from '@papan/domain';

/** What another feature shows in the drawer of a task: fetched when a task is opened by one who may do `action`. */
export interface TaskPanel {
  readonly action: Action;
  /** A component with the input `task`, the number of the task. */
  readonly load: () => Promise<Type<unknown>>;
}

/** The panels that the app puts into every task's drawer: features do not know each other. */
export const TASK_PANELS = new InjectionToken<readonly TaskPanel[]>('panels of a task', { factory: () => [] });
