import type { Routes } from '@angular/router';
import { learns } from '@papan/board-platform';

const words = { words: learns('coverage') };

/**
 * The pages of coverage; each comes as its own chunk, and the words with the first of them. `title` is the key of the
 * page's name; `action` is what its reader has to be allowed.
 */
export const COVERAGE_ROUTES: Routes = [
  {
    path: 'cakupan',
    data: { title: 'shell.coverage', action: 'figures.read' },
    resolve: words,
    loadComponent: () => import('./page/coverage-page').then((it) => it.CoveragePage),
  },
];
