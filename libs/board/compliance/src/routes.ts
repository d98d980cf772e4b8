import type { Routes } from '@angular/router';
import { learns } from '@papan/board-platform';
import { EMPLOYER_ROUTES } from './employers/routes';

const words = { words: learns('compliance') };

/**
 * The pages of compliance; each comes as its own chunk, and the words with the first of them. `title` is the key of the
 * page's name, which never names an employer; `action` is what its reader has to be allowed.
 */
export const COMPLIANCE_ROUTES: Routes = [
  {
    path: 'kepatuhan',
    data: { title: 'shell.compliance', action: 'case.read' },
    resolve: words,
    loadComponent: () => import('./list/cases-page').then((it) => it.CasesPage),
  },
  {
    path: 'kepatuhan/kasus/:id',
    data: { title: 'shell.caseTitle', action: 'case.read' },
    resolve: { ...words, ofEmployers: learns('employers') },
    loadComponent: () => import('./page/case-page').then((it) => it.CasePage),
  },
  {
    path: 'kepatuhan/penyerahan',
    data: { title: 'shell.handoverTitle', action: 'case.read' },
    resolve: words,
    loadComponent: () => import('./handover/handovers-page').then((it) => it.HandoversPage),
  },
  {
    path: 'kepatuhan/penyerahan/:id',
    data: { title: 'shell.handoverTitle', action: 'case.read' },
    resolve: words,
    loadComponent: () => import('./handover/handover-page').then((it) => it.HandoverPage),
  },
  {
    path: 'kepatuhan/kalender',
    data: { title: 'shell.calendarTitle', action: 'case.read' },
    resolve: words,
    loadComponent: () => import('./calendar/calendar-page').then((it) => it.CalendarPage),
  },
  {
    path: 'kepatuhan/aturan',
    data: { title: 'shell.rulesTitle', action: 'case.read' },
    resolve: words,
    loadComponent: () => import('./rules/rules-page').then((it) => it.RulesPage),
  },
  {
    path: 'berkas',
    data: { title: 'shell.dossiers', action: 'dossier.read' },
    resolve: words,
    loadComponent: () => import('./dossiers/dossiers-page').then((it) => it.DossiersPage),
  },
  {
    path: 'berkas/:id',
    data: { title: 'shell.dossiers', action: 'dossier.read' },
    resolve: words,
    loadComponent: () => import('./dossiers/dossier-page').then((it) => it.DossierPage),
  },
  {
    path: 'loket',
    data: { title: 'shell.counter', action: 'counter.check' },
    resolve: words,
    loadComponent: () => import('./counter/counter-page').then((it) => it.CounterPage),
  },
  ...EMPLOYER_ROUTES,
];
