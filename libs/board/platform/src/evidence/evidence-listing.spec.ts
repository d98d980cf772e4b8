import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { EvidenceView } from '@papan/contracts';
import { Directory } from '../directory/directory';
import { provideSay } from '../i18n/say';
import { SessionStore } from '../session/session-store';
import { EvidenceListing } from './evidence-listing';

const [STORED, SENT] = ['a'.repeat(64), 'b'.repeat(64)];
const FILE: EvidenceView = {
  ...{ hash: STORED, originalHash: STORED, kind: 'pdf', bytes: 120_000, name: '<b>Surat</b>.pdf' },
  ...{ letterNumber: '440/12', letterDate: '2026-10-30', receivedOn: '2026-11-01', note: 'asli di arsip', entry: null },
  ...{ at: '2026-11-02T02:00:00.000Z', by: { person: 3, agency: 2 } },
};

async function listed(...files: readonly EvidenceView[]): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      ...provideSay(),
      { provide: SessionStore, useValue: { region: () => '35.05' } },
      { provide: Directory, useValue: { person: () => ({ name: 'Siti' }), agency: () => undefined } },
    ],
  });
  const fixture = TestBed.createComponent(EvidenceListing);
  fixture.componentRef.setInput('files', files);
  for (let turn = 0; turn < 3; turn++) await new Promise((go) => setTimeout(go));
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the list of evidence', () => {
  it('says what a file is, what was said about the letter, who added it, and its fingerprint', async () => {
    const page = await listed(FILE);
    const link = page.querySelector('a');
    expect(link?.getAttribute('href')).toBe(`/api/regions/35.05/evidence/${STORED}`);
    expect(link?.hasAttribute('download')).toBe(true);
    for (const words of [
      ...['<b>Surat</b>.pdf', 'PDF, 117 kB', 'Surat nomor 440/12, tanggal 30 Okt 2026, diterima 1 Nov 2026'],
      ...['asli di arsip', 'Siti', `${STORED.slice(0, 12)}…`],
    ])
      expect(page.textContent).toContain(words);
    expect(page.querySelector('b, img')).toBeNull();
    expect(page.querySelectorAll('code')).toHaveLength(1);
  });

  it('shows a photo small, with the fingerprint of what was sent beside that of what is stored', async () => {
    const page = await listed({ ...FILE, kind: 'jpg', originalHash: SENT });
    expect(page.querySelector('img')?.getAttribute('src')).toBe(`/api/regions/35.05/evidence/${STORED}/preview`);
    expect([...page.querySelectorAll('code')].map((it) => it.title)).toEqual([STORED, SENT]);
  });

  it('names a file whose name was erased, and says where there is none at all', async () => {
    const page = await listed({ ...FILE, name: '', letterNumber: '', letterDate: null, receivedOn: null, note: '' });
    expect(page.querySelector('a')?.textContent).toBe('Berkas tanpa nama');
    TestBed.resetTestingModule();
    expect((await listed()).textContent).toContain('Belum ada berkas bukti.');
  });

  it('copies the whole fingerprint, or writes it out where that is not allowed', async () => {
    const copied: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    const page = await listed(FILE);
    page.querySelector('button')?.click();
    await new Promise((go) => setTimeout(go));
    expect(copied).toEqual([STORED]);
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    page.querySelector('button')?.click();
    for (let turn = 0; turn < 3; turn++) await new Promise((go) => setTimeout(go));
    expect(page.querySelector('code')?.textContent).toBe(STORED);
  });
});
