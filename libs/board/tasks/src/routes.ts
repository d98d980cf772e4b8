import type { Routes } from '@angular/router';

/** The pages of the tasks; each comes as its own chunk, so that the phone does not fetch the board. */
export const TASK_ROUTES: Routes = [
  { path: 'papan', loadComponent: () => import('./board/board-page').then((page) => page.BoardPage) },
  { path: 'tugas-saya', loadComponent: () => import('./phone/phone-page').then((page) => page.PhonePage) },
];
