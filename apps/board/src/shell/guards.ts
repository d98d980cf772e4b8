import { inject } from '@angular/core';
import { RedirectCommand, Router, UrlSegment } from '@angular/router';
import type { CanActivateFn, CanMatchFn, UrlMatcher, UrlTree } from '@angular/router';
import { SessionStore } from '@papan/board-platform';
import type { Action } from '@papan/domain';
import { roomsOf } from './nav';

/** Lets those through who are signed in; others go to the sign-in page and come back. False: the server gave no answer. */
export const signedIn: CanMatchFn = async () => {
  const [session, router] = [inject(SessionStore), inject(Router)];
  const state = await session.load();
  if (state === 'IN' || state === 'ENDED') return true;
  if (state === 'UNREACHABLE') return false;
  const wanted = router.currentNavigation()?.extractedUrl.toString() ?? '/';
  return router.createUrlTree(['/masuk'], { queryParams: wanted === '/' ? {} : { ke: wanted } });
};

/** Who is signed in has nothing to do on the sign-in page. */
export const signedOut: CanMatchFn = async () => {
  const [session, router] = [inject(SessionStore), inject(Router)];
  return (await session.load()) === 'IN' ? router.parseUrl('/') : true;
};

/** A page for those who may do this; others are told so under the same address, or sent where they belong. */
export const needs =
  (action: Action, elsewhere?: string): CanActivateFn =>
  (_route, state) => {
    const [session, router] = [inject(SessionStore), inject(Router)];
    if (session.can(action)) return true;
    if (elsewhere !== undefined) return router.parseUrl(elsewhere);
    return new RedirectCommand(router.parseUrl('/terlarang'), { browserUrl: state.url });
  };

/** Home is for those who read the board; everybody else begins in the first room that is his. */
export const home: CanActivateFn = (_route, state) => {
  const [session, router] = [inject(SessionStore), inject(Router)];
  if (session.can('board.read')) return true;
  const [first] = roomsOf(session);
  return first
    ? router.parseUrl(first.path)
    : new RedirectCommand(router.parseUrl('/terlarang'), { browserUrl: state.url });
};

/** `/35.72/papan?…`: the first segment is a region, whatever follows is the page. */
export const regionPrefix: UrlMatcher = (segments) => {
  const [first] = segments;
  if (!first || !/^\d{2}\.\d{2}$/.test(first.path)) return null;
  return { consumed: segments, posParams: { region: new UrlSegment(first.path, {}) } };
};

/** Takes up the post in the region that the address names, and goes on to the page behind it. */
export const adoptRegion: CanActivateFn = (route, state): UrlTree => {
  const [session, router] = [inject(SessionStore), inject(Router)];
  const region = route.paramMap.get('region') ?? '';
  return router.parseUrl(session.take(region) ? state.url.replace(`/${region}`, '') || '/' : '/halaman-lain');
};
