import type { Route, Routes } from '@angular/router';
import { COMPLIANCE_ROUTES } from '@papan/board-compliance';
import { COVERAGE_ROUTES } from '@papan/board-coverage';
import { learns } from '@papan/board-platform';
import { TASK_ROUTES } from '@papan/board-tasks';
import { ACTIONS } from '@papan/domain';
import type { Action } from '@papan/domain';
import { adoptRegion, home, needs, regionPrefix, signedIn, signedOut } from './shell/guards';
import type { PageData } from './shell/page-title';

/** What the reader of a page has to be allowed, as its own route says; a route that forgot it is for nobody. */
function actionOf({ data }: Route): Action {
  return ACTIONS.find((action) => action === data?.['action']) ?? 'settings.manage';
}

/** What a page is called; checked, so that no page is without a name. */
const page = (title: PageData['title']): PageData => ({ title });

export const ROUTES: Routes = [
  {
    path: 'masuk',
    canMatch: [signedOut],
    data: page('shell.signIn'),
    loadComponent: () => import('./pages/sign-in/sign-in-page').then((it) => it.SignInPage),
  },
  {
    path: 'first-password',
    data: page('shell.firstPasswordTitle'),
    loadComponent: () => import('./pages/sign-in/first-password-page').then((it) => it.FirstPasswordPage),
  },
  // A link may begin with a region (`/35.72/papan`): it takes that post up and goes on without it.
  { matcher: regionPrefix, canMatch: [signedIn], canActivate: [adoptRegion], children: [] },
  {
    path: '',
    canMatch: [signedIn],
    children: [
      {
        path: '',
        pathMatch: 'full',
        canActivate: [home],
        data: page('shell.home'),
        loadComponent: () => import('./pages/home/home-page').then((it) => it.HomePage),
      },
      ...TASK_ROUTES.map((route) => ({ ...route, canActivate: [needs('board.read')] })),
      ...COMPLIANCE_ROUTES.map((route) => ({ ...route, canActivate: [needs(actionOf(route))] })),
      ...COVERAGE_ROUTES.map((route) => ({ ...route, canActivate: [needs(actionOf(route))] })),
      {
        path: 'sesi',
        data: page('shell.sessions'),
        loadComponent: () => import('./pages/sessions/sessions-page').then((it) => it.SessionsPage),
      },
      {
        path: 'pemberitahuan',
        data: page('shell.notices'),
        resolve: { words: learns('notices') },
        loadComponent: () => import('./pages/notices/notices-page').then((it) => it.NoticesPage),
      },
      {
        path: 'surat-demo',
        canActivate: [needs('people.manage')],
        data: page('shell.demoMails'),
        resolve: { words: learns('notices') },
        loadComponent: () => import('./pages/demo-mails/demo-mails-page').then((it) => it.DemoMailsPage),
      },
      {
        path: 'orang',
        canActivate: [needs('people.read')],
        data: page('shell.people'),
        loadComponent: () => import('./pages/people/people-page').then((it) => it.PeoplePage),
      },
      {
        path: 'terlarang',
        data: page('shell.forbiddenTitle'),
        loadComponent: () => import('./pages/small/forbidden-page').then((it) => it.ForbiddenPage),
      },
      {
        path: '**',
        data: page('shell.notFoundTitle'),
        loadComponent: () => import('./pages/small/not-found-page').then((it) => it.NotFoundPage),
      },
    ],
  },
  // Only reached while nobody knows whether somebody is signed in.
  {
    path: '**',
    data: page('shell.unreachableTitle'),
    loadComponent: () => import('./pages/small/unreachable-page').then((it) => it.UnreachablePage),
  },
];
