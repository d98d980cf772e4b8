import { TestBed } from '@angular/core/testing';
import { App } from './app';

test('the shell shows the name of the board', async () => {
  const fixture = TestBed.createComponent(App);
  await fixture.whenStable();
  expect((fixture.nativeElement as HTMLElement).textContent).toContain('Papan UHC');
});
