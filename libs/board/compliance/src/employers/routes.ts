import type { Routes } from '@angular/router';
import { learns } from '@papan/board-platform';

/** Their own words, and those that they share with the cases. */
const words = { words: learns('compliance'), own: learns('employers') };

/** The register of employers and the lists that are loaded into it. */
export const EMPLOYER_ROUTES: Routes = [
  {
    path: 'kepatuhan/badan-usaha',
    data: { title: 'shell.employersTitle', action: 'case.read' },
    resolve: words,
    loadComponent: () => import('./employers-page').then((it) => it.EmployersPage),
  },
  {
    path: 'kepatuhan/badan-usaha/baru',
    data: { title: 'shell.employersTitle', action: 'employer.write' },
    resolve: words,
    loadComponent: () => import('./new-employer-page').then((it) => it.NewEmployerPage),
  },
  {
    path: 'kepatuhan/badan-usaha/ganda',
    data: { title: 'shell.employersTitle', action: 'case.read' },
    resolve: words,
    loadComponent: () => import('./doubles-page').then((it) => it.DoublesPage),
  },
  {
    path: 'kepatuhan/badan-usaha/:id',
    data: { title: 'shell.employersTitle', action: 'case.read' },
    resolve: words,
    loadComponent: () => import('./employer-page').then((it) => it.EmployerPage),
  },
  {
    path: 'kepatuhan/impor',
    data: { title: 'shell.importTitle', action: 'employer.write' },
    resolve: words,
    loadComponent: () => import('../import/imports-page').then((it) => it.ImportsPage),
  },
  {
    path: 'kepatuhan/impor/:id',
    data: { title: 'shell.importTitle', action: 'employer.write' },
    resolve: words,
    loadComponent: () => import('../import/import-page').then((it) => it.ImportPage),
  },
];
