import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { App } from './app';
import { appConfig } from './app.config';
import { ROUTES } from './app.routes';
import { scaleFrom } from './pages/home/figure-panel';
import { regionPrefix } from './shell/guards';
import { TITLES } from './shell/page-title';

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), ...appConfig.providers] });
});

test('who is not signed in sees the way to the content and nothing of the inside', async () => {
  const fixture = TestBed.createComponent(App);
  await fixture.whenStable();
  const shell = fixture.nativeElement as HTMLElement;
  expect(shell.querySelector('a.skip')?.textContent).toBe('Langsung ke isi');
  expect(shell.querySelector('header')).toBeNull();
  expect(document.documentElement.lang).toBe('id');
});

test('every page has a name', () => {
  const pages = [...ROUTES, ...ROUTES.flatMap(({ children }) => children ?? [])].filter((it) => it.loadComponent);
  expect(pages.length).toBeGreaterThan(8);
  for (const { data } of pages) expect(TITLES).toContain(data?.['title']);
});

test('a wish for a page without a session leads to the sign-in page, and remembers the wish', async () => {
  const router = TestBed.inject(Router);
  await router.navigateByUrl('/papan?tugas=118');
  expect(router.url).toBe('/masuk?ke=%2Fpapan%3Ftugas%3D118');
});

test('an address may begin with a region', () => {
  const [region, page] = TestBed.inject(Router).parseUrl('/35.72/papan').root.children['primary']?.segments ?? [];
  if (!region || !page) throw new Error('two segments expected');
  expect(regionPrefix([region, page], undefined as never, {})?.posParams?.['region']?.path).toBe('35.72');
  expect(regionPrefix([page], undefined as never, {})).toBeNull();
});

test.each([
  [77.6, 60],
  [97.45, 80],
  [100.4, 90],
  [4, 0],
])('the bar of %p percent begins at %p', (percent, from) => {
  expect(scaleFrom(percent)).toBe(from);
});
