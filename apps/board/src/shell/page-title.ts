import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import type { ActivatedRouteSnapshot } from '@angular/router';
import { Say, SessionStore } from '@papan/board-platform';
import type { MessageKey } from '@papan/board-platform';
import { filter, map } from 'rxjs';

/** What pages are called. */
export const TITLES = [
  'shell.signIn',
  'shell.firstPasswordTitle',
  'shell.home',
  'shell.board',
  'shell.myTasks',
  'shell.compliance',
  'shell.caseTitle',
  'shell.handoverTitle',
  'shell.calendarTitle',
  'shell.rulesTitle',
  'shell.employersTitle',
  'shell.importTitle',
  'shell.dossiers',
  'shell.counter',
  'shell.coverage',
  'shell.figureFiles',
  'shell.mapLayer',
  'shell.province',
  'shell.figures',
  'shell.sessions',
  'shell.people',
  'shell.notices',
  'shell.demoMails',
  'shell.forbiddenTitle',
  'shell.notFoundTitle',
  'shell.unreachableTitle',
] as const satisfies readonly MessageKey[];

export interface PageData {
  readonly title: (typeof TITLES)[number];
}

/** The window's title, "Papan · Kabupaten Blitar · Papan UHC", and where the focus goes when a page has come. */
@Injectable({ providedIn: 'root' })
export class PageTitle {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly say = inject(Say).say;
  private readonly path = signal('');

  private readonly page = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => (deepest(this.router.routerState.snapshot.root).data as Partial<PageData>).title),
    ),
  );

  constructor() {
    effect(() => {
      const page = this.page();
      const parts = [page && this.say(page), this.session.membership()?.regionName, this.say('shell.name')];
      this.document.title = parts.filter(Boolean).join(' · ');
    });
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(({ urlAfterRedirects }) => {
      const [path = ''] = urlAfterRedirects.split(/[?#]/);
      const before = this.path();
      this.path.set(path);
      if (before !== '' && before !== path) this.focusHeading();
    });
  }

  /** A new page begins at its heading, also for those who hear it. What a page opens itself keeps the focus. */
  private focusHeading(): void {
    setTimeout(() => {
      const heading = this.document.querySelector<HTMLElement>('main h1');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    });
  }
}

function deepest(route: ActivatedRouteSnapshot): ActivatedRouteSnapshot {
  return route.firstChild ? deepest(route.firstChild) : route;
}
