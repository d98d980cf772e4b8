import type { ApplicationConfig } from '@angular/core';
import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { CASES_OF_TASK } from '@papan/board-compliance';
import { TASK_PANELS, provideSay } from '@papan/board-platform';
import { ROUTES } from './app.routes';

/** What the whole board stands on. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(ROUTES, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled' })),
    ...provideSay(),
    { provide: TASK_PANELS, useValue: [CASES_OF_TASK] },
  ],
};
