import { NgComponentOutlet } from '@angular/common';
import { Component, inject, input, signal } from '@angular/core';
import type { Type } from '@angular/core';
import { SessionStore, TASK_PANELS } from '@papan/board-platform';

/** What other features have to say about a task; each part is fetched by itself, and left out where it does not come. */
@Component({
  selector: 'pp-task-panels',
  imports: [NgComponentOutlet],
  template: `
    @for (panel of panels(); track panel) {
      <ng-container *ngComponentOutlet="panel; inputs: { task: task() }" />
    }
  `,
})
export class TaskPanels {
  readonly task = input.required<number>();
  protected readonly panels = signal<readonly Type<unknown>[]>([]);

  constructor() {
    const session = inject(SessionStore);
    for (const { action, load } of inject(TASK_PANELS)) {
      if (!session.can(action)) continue;
      load().then(
        (panel) => this.panels.update((all) => [...all, panel]),
        () => undefined,
      );
    }
  }
}
