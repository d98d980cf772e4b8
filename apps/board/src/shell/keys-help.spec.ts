import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Say, SessionStore, provideSay } from '@papan/board-platform';
import { KeysHelp } from './keys-help';

/** jsdom draws no dialogs. */
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = () => undefined;
});

async function helpAt(url: string, language: 'id' | 'en' = 'id', reads = true): Promise<readonly string[]> {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      ...provideSay(),
      { provide: SessionStore, useValue: { can: () => reads, actor: () => null } },
      { provide: Router, useValue: { url } },
    ],
  });
  const say = TestBed.inject(Say);
  await say.learn('compliance');
  await say.speak(language);
  const fixture = TestBed.createComponent(KeysHelp);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  await say.speak('id');
  return [...page.querySelectorAll('h3, dl div')].map((line) => line.textContent.trim().replaceAll(/\s+/g, ' '));
}

describe('the help about the keys', () => {
  it('tells the keys of the list of cases where that list is shown', async () => {
    const lines = await helpAt('/kepatuhan?tampilan=telat');
    expect(lines).toContain('Di daftar kasus');
    expect(lines).toContain('Shift + ↓ Shift + ↑ pilih beberapa baris');
    expect(lines).toContain('B Usulkan penyerahan');
  });

  it('tells them in English too', async () => {
    const lines = await helpAt('/kepatuhan', 'en');
    expect(lines).toContain('In the list of cases');
    expect(lines).toContain('x Space select the row');
  });

  it.each(['/papan', '/kepatuhan/kasus/7', '/'])('keeps them to itself at %p', async (url) => {
    const lines = await helpAt(url);
    expect(lines).not.toContain('Di daftar kasus');
    expect(lines).toContain('Di papan');
  });

  it('tells nothing of the board to who has none', async () => {
    expect(await helpAt('/berkas', 'id', false)).not.toContain('Di papan');
  });
});
