import type { Routes } from '@angular/router';

/**
 * The pages of the tasks, `/papan` and `/tugas-saya`; each comes as its own chunk, so that the phone does not fetch the
 * board. `title` is the key of the page's name.
 */
export const TASK_ROUTES: Routes = [
  {
    path: 'papan',
    data: { title: 'shell.board' },
    loadComponent: () => import('./board/board-page').then((it) => it.BoardPage),
  },
  {
    path: 'tugas-saya',
    data: { title: 'shell.myTasks' },
    loadComponent: () => import('./phone/phone-page').then((it) => it.PhonePage),
  },
];
