import type { PublishedFigureView } from '@papan/contracts';
import { show, wordsOf } from '../testing/show';
import { ClaimsPage } from './claims-page';

const NOTHING = {
  ...{ registered: null, registeredPercent: null, active: null, activePercent: null, unregistered: null },
  ...{ unregisteredPercent: null, population: null, denominator: null },
};
const CLAIMS: readonly PublishedFigureView[] = [
  {
    ...NOTHING,
    ...{ id: 'tanjungbalai', region: { code: '12.74', name: 'Kota Tanjungbalai' }, kind: 'DATA', asOf: '2025-04-01' },
    ...{ source: 'Berita April 2025', note: '', saysUhc: true, registered: 183_139, registeredPercent: 97.45 },
    ...{ active: 150_499, activePercent: 80.08 },
  },
  {
    ...NOTHING,
    ...{ id: 'bojonegoro', region: { code: '35.22', name: 'Kabupaten Bojonegoro' }, kind: 'CLAIM', asOf: null },
    ...{ source: 'Berita 16 Desember 2025', note: '100% penduduk, tanpa angka.', saysUhc: true },
  },
];

const OWN: PublishedFigureView = {
  ...NOTHING,
  ...{ id: 'claim:1', region: { code: '35.05', name: 'Kabupaten Blitar' }, kind: 'CLAIM', asOf: null },
  ...{ source: 'Berita 1 November 2026', note: 'Hampir semua penduduk.', saysUhc: false },
};

describe('the register of published statements', () => {
  it('contradicts "UHC" at 97,45% with the people missing, and shows the margin of the other line', async () => {
    const { page } = await show(ClaimsPage, { answers: [CLAIMS, [...CLAIMS.slice(0, 1), OWN]] });
    const row = page.querySelector('[data-claim="tanjungbalai"]');
    expect(row?.querySelector('[data-status]')?.getAttribute('data-status')).toBe('CONTRADICTED');
    expect(wordsOf(row)).toContain('✕ Bertentangan');
    expect(wordsOf(row)).toContain('Kurang 1.028–1.043 jiwa ke 98%');
    expect(wordsOf(row)).toContain('Di atas 80%: 147–159 jiwa');
    expect(wordsOf(row)).toContain('berlaku sejak 1 Jan 2025');
    expect(wordsOf(row)).not.toMatch(/UHC tercapai/i);
  });

  it('shows what ships with the product and what the region found, each once', async () => {
    const { page } = await show(ClaimsPage, { answers: [CLAIMS, [...CLAIMS.slice(0, 1), OWN]] });
    const shown = [...page.querySelectorAll('[data-claim]')].map((it) => it.getAttribute('data-claim'));
    expect(shown.sort()).toEqual(['bojonegoro', 'claim:1', 'tanjungbalai']);
  });

  it('says of a statement without figures that it cannot be checked', async () => {
    const { page } = await show(ClaimsPage, { answers: [CLAIMS, [...CLAIMS.slice(0, 1), OWN]] });
    expect(wordsOf(page.querySelector('[data-claim="bojonegoro"]'))).toContain('? Tidak dapat diperiksa');
  });

  it('records a statement as its source gives it; what is empty is not 0', async () => {
    const { page, press, wire, settle, draftOf } = await show(ClaimsPage, {
      answers: [CLAIMS, [...CLAIMS.slice(0, 1), OWN]],
    });
    await press('Catat pernyataan');
    const draft = draftOf('claim');
    draft.set('note', 'UHC 98,6 persen');
    draft.set('source', 'Berita 1 November 2026');
    draft.set('registeredPercent', '98,6%');
    await settle();
    wire.says({ ok: true, value: { seq: 1 } }, { ok: true, value: CLAIMS }, { ok: true, value: [] });
    await press('Simpan pernyataan');
    expect(wire.asked.find(({ verb }) => verb === 'POST')).toMatchObject({
      path: '/claims',
      body: { note: 'UHC 98,6 persen', registeredPercent: 98.6, registered: null, population: null, saysUhc: false },
    });
    expect(page.querySelector('pp-claim-form')).toBeNull();
    expect(draft.dirty()).toBe(false);
  });

  it('keeps what was typed where a number cannot be read, and names the field', async () => {
    const { page, press, wire, settle, draftOf } = await show(ClaimsPage, {
      answers: [CLAIMS, [...CLAIMS.slice(0, 1), OWN]],
    });
    await press('Catat pernyataan');
    draftOf('claim').set('note', 'x');
    draftOf('claim').set('source', 'y');
    draftOf('claim').set('registered', '12,5');
    await settle();
    await press('Simpan pernyataan');
    expect(wire.asked.every(({ verb }) => verb === 'GET')).toBe(true);
    expect(page.querySelector<HTMLInputElement>('[aria-invalid=true]')?.value).toBe('12,5');
  });
});
