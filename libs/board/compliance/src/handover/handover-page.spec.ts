import { signal } from '@angular/core';
import { LiveStore, SessionStore } from '@papan/board-platform';
import type { HandoverView } from '@papan/contracts';
import { AnsweringWire, show } from '../testing/answering-wire';
import { HandoverPage } from './handover-page';

const KEY = 'ab12'.repeat(16);

const one = (id: number, facts: Partial<HandoverView['cases'][number]> = {}): HandoverView['cases'][number] => ({
  ...{ case: id, employer: id, name: `UD Contoh ${id}`, violations: ['NOT_REGISTERED'] },
  ...{ manifest: null, trouble: null, sealedAt: null, readAt: null, ...facts },
});
const SEALED = { manifest: 'c'.repeat(64), sealedAt: '2026-11-02T02:00:00.000Z' };
const view = (...cases: HandoverView['cases']): HandoverView => ({
  ...{ id: 4, state: 'CONFIRMED', proposedBy: 9, proposedAt: '2026-11-02T01:00:00.000Z', confirmedBy: 10 },
  ...{ confirmedAt: '2026-11-02T01:30:00.000Z', number: 'SKK/4', on: '2026-11-02', cases },
  ...{ sealed: cases.filter(({ manifest }) => manifest !== null).length, fingerprint: KEY },
});

async function handoverPage(handover: HandoverView) {
  const wire = new AnsweringWire();
  wire.says({ ok: true, value: handover });
  const live = { snapshots: signal(0), onHappenings: () => () => undefined };
  const session = { region: () => '35.05', can: () => true, actor: () => ({ person: 1 }) };
  const shown = await show(
    HandoverPage,
    { id: '4' },
    [
      { provide: LiveStore, useValue: live },
      { provide: SessionStore, useValue: session },
    ],
    wire,
  );
  const text = (): string => shown.page.textContent.replaceAll(/\s+/g, ' ');
  return { ...shown, text };
}

describe('the page of a hand-over', () => {
  it('says beside a dossier why it could not be made, which paper it is, and what to do', async () => {
    const { page, text } = await handoverPage(
      view(one(7, { trouble: { code: 'FILE', file: '01-himbauan.pdf' } }), one(8, SEALED), one(9)),
    );
    const [stuck, sealed, waiting] = [...page.querySelectorAll('.cases li')].map((it) => it.textContent);
    expect(stuck).toContain('naskah 01-himbauan.pdf tidak terbaca');
    expect(stuck).toContain('Minta admin memulihkan naskah itu dari cadangan (kasus 7)');
    expect(sealed).toContain('Unduh berkas (ZIP)');
    expect(waiting).toContain('Berkas sedang dibuat');
    expect(text()).toContain('1 berkas belum dapat dibuat');
  });

  it.each(['PRESS', 'SPACE', 'OTHER'] as const)('has words for what else may go wrong: %s', async (code) => {
    const { page } = await handoverPage(view(one(7, { trouble: { code, file: null } })));
    const lines = [...page.querySelectorAll('.cases li p')].map((it) => it.textContent.trim());
    expect(lines.filter((line) => line.startsWith('compliance.'))).toEqual([]);
    expect(lines.some((line) => line.startsWith('Berkas belum dapat dibuat: '))).toBe(true);
    expect(lines.some((line) => line.includes('kasus 7'))).toBe(true);
  });

  it('shows where dossiers are fetched which key sealed them, and where its public half is', async () => {
    const { page, text } = await handoverPage(view(one(8, SEALED)));
    expect(page.querySelector('pp-key-note code')?.textContent).toBe('ab12 '.repeat(16).trim());
    expect(page.querySelector('pp-key-note a[download]')?.getAttribute('href')).toBe('/api/dossier-key');
    expect(text()).toContain('bila tidak sama, berkas itu bukan disegel di sini');
    expect(text()).not.toContain('belum dapat dibuat');
  });
});
