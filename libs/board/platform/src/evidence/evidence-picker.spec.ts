import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { EvidenceStored, Problem } from '@papan/contracts';
import type { Result } from '../api/result';
import { provideSay } from '../i18n/say';
import { SessionStore } from '../session/session-store';
import { FILE_SENDER } from './evidence-client';
import { EvidencePicker } from './evidence-picker';
import type { Parcel } from './send-file';

type Answer = Result<EvidenceStored>;

const stored = (name: string, hash = name.padEnd(64, '0')): EvidenceStored => ({
  ...{ hash, originalHash: hash, kind: 'pdf', bytes: 120_000, name, seenBefore: false },
});

describe('the picker of evidence', () => {
  let sent: Parcel[];
  let answers: ((answer: Answer) => void)[];
  let fixture: ComponentFixture<EvidencePicker>;
  let page: HTMLElement;

  beforeEach(async () => {
    sent = [];
    answers = [];
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        ...provideSay(),
        { provide: SessionStore, useValue: { region: () => '35.05' } },
        {
          provide: FILE_SENDER,
          useValue: (parcel: Parcel) => {
            sent.push(parcel);
            return new Promise<Answer>((answer) => answers.push(answer));
          },
        },
      ],
    });
    fixture = TestBed.createComponent(EvidencePicker);
    fixture.componentRef.setInput('label', 'Bukti pengiriman');
    page = fixture.nativeElement as HTMLElement;
    await settle();
  });

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await new Promise((go) => setTimeout(go));
    await fixture.whenStable();
  }
  async function choose(...names: readonly string[]): Promise<void> {
    const control = page.querySelector<HTMLInputElement>('input[type=file]');
    if (!control) throw new Error('no input');
    const files = names.map((name) => new File(['surat'], name));
    Object.defineProperty(control, 'files', { value: files, configurable: true });
    control.dispatchEvent(new Event('change'));
    await settle();
  }
  async function answer(at: number, result: Answer): Promise<void> {
    answers[at]?.(result);
    await settle();
  }
  const press = async (text: string): Promise<void> => {
    [...page.querySelectorAll('button')].find((it) => it.textContent.includes(text))?.click();
    await settle();
  };
  const picked = (): readonly string[] => fixture.componentInstance.picked().map(({ name }) => name);

  it('has a name, says what is taken, and is reached by key', () => {
    const group = page.querySelector('[role=group]');
    expect(page.querySelector(`#${group?.getAttribute('aria-labelledby') ?? ''}`)?.textContent).toBe(
      'Bukti pengiriman',
    );
    const [hint] = (group?.getAttribute('aria-describedby') ?? '').split(' ');
    expect(page.querySelector(`#${hint ?? ''}`)?.textContent).toContain('paling besar 20 MB');
    const control = page.querySelector<HTMLInputElement>('input[type=file]');
    expect(control?.tabIndex).toBe(0);
    expect(control?.accept).toContain('.pdf,application/pdf');
    expect(page.querySelector('input[capture=environment]')).not.toBeNull();
  });

  it('sends the file at once under its name, and keeps the name out of the address', async () => {
    await choose('Surat PT Maju.pdf');
    expect(sent.map(({ path }) => path)).toEqual(['/api/regions/35.05/evidence']);
    expect(sent[0]?.headers).toMatchObject({
      'Content-Type': 'application/octet-stream',
      'X-File-Name': 'Surat%20PT%20Maju.pdf',
    });
    expect(fixture.componentInstance.busy()).toBe(true);
    sent[0]?.onProgress(0.4);
    await settle();
    expect(page.textContent).toContain('Mengunggah Surat PT Maju.pdf: 40%');
    expect(page.querySelector('progress')?.value).toBe(0.4);
    await answer(0, { ok: true, value: stored('Surat PT Maju.pdf') });
    expect(page.textContent).toContain('Tersimpan: Surat PT Maju.pdf, PDF, 117 kB');
    expect([picked(), fixture.componentInstance.busy()]).toEqual([['Surat PT Maju.pdf'], false]);
  });

  it('takes one file, and another in its place', async () => {
    await choose('a.pdf', 'b.pdf');
    await answer(0, { ok: true, value: stored('a.pdf') });
    expect(sent).toHaveLength(1);
    await choose('c.pdf');
    await answer(1, { ok: true, value: stored('c.pdf') });
    expect(picked()).toEqual(['c.pdf']);
  });

  it('takes several where it is told to, each once', async () => {
    fixture.componentRef.setInput('multiple', true);
    await choose('a.pdf', 'b.pdf');
    await answer(1, { ok: true, value: stored('b.pdf') });
    await answer(0, { ok: true, value: stored('a.pdf') });
    await choose('b.pdf');
    await answer(2, { ok: true, value: stored('b.pdf') });
    expect(picked()).toEqual(['a.pdf', 'b.pdf']);
  });

  it('says in place why a file is refused, and takes the next', async () => {
    await choose('makro.docx');
    const problem = { code: 'EVIDENCE_ACTIVE', params: { kind: 'DOCX', what: 'VBA' } } as unknown as Problem;
    await answer(0, { ok: false, problem });
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Berkas DOCX ini memuat VBA');
    expect(picked()).toEqual([]);
    await choose('surat.pdf');
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it('cancels on demand and sends again where no answer came', async () => {
    await choose('a.pdf');
    await press('Batalkan');
    expect(sent[0]?.signal.aborted).toBe(true);
    expect(page.textContent).toContain('Dibatalkan: a.pdf');
    await press('Kirim lagi');
    await answer(1, { ok: false, unreachable: true });
    expect(page.textContent).toContain('jaringan terputus');
    await press('Kirim lagi');
    await answer(2, { ok: true, value: stored('a.pdf') });
    expect(picked()).toEqual(['a.pdf']);
  });

  it('shows what a draft has kept, and lets it go', async () => {
    fixture.componentRef.setInput('picked', [stored('lama.pdf')]);
    await settle();
    expect(page.textContent).toContain('Tersimpan: lama.pdf');
    await press('Buang dari daftar');
    expect(picked()).toEqual([]);
  });
});
