import { ESCALATION_RUNGS, NOTICE_KINDS, STEPS } from '@papan/domain';
import { word } from './words';
import { noticeGroup, rungWord, sayMail, sayNotice } from './notices';
import { NOTICES_EN } from './notices.en';
import { NOTICES_ID } from './notices.id';

const blocker = (code: string): string => word('id', 'blocker', code as 'DATA');

describe('the words of notices', () => {
  it('know every kind, every rung and every step, and no other', () => {
    for (const book of [NOTICES_ID, NOTICES_EN]) {
      expect(Object.keys(book.kind).sort()).toEqual([...NOTICE_KINDS].sort());
      expect(Object.keys(book.group).sort()).toEqual([...NOTICE_KINDS].sort());
      expect(Object.keys(book.rung)).toEqual([...ESCALATION_RUNGS]);
      expect(Object.keys(book.step).sort()).toEqual([...STEPS].sort());
    }
  });

  it('speak of the same things in both languages, and never of a name', () => {
    const braces = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    const [id, en] = [textsOf(NOTICES_ID), textsOf(NOTICES_EN)];
    for (const [at, text] of id.entries()) expect(braces(en[at] ?? '')).toEqual(braces(text));
    for (const text of [...id, ...en]) expect(text).not.toMatch(/\{(name|title|employer|person)\}|!/);
  });

  it('make a line for the reader', () => {
    const params = { label: 'DSK-118', due: '2026-11-10', agency: 'Disdik', rung: 'HEAD' };
    expect(sayNotice('id', { kind: 'OVERDUE', params }, blocker)).toBe('DSK-118: lewat tenggat 10 Nov 2026');
    expect(sayNotice('en', { kind: 'OVERDUE', params }, blocker)).toBe('DSK-118: overdue since 10 Nov 2026');
    expect(sayNotice('id', { kind: 'TASK_ESCALATED', params }, blocker)).toBe(
      'DSK-118 (Disdik): lewat tenggat 10 Nov 2026, disampaikan kepada kepala instansi',
    );
    expect(sayNotice('id', { kind: 'TASK_ESCALATED', params: { ...params, rung: 'OPERATOR' } }, blocker)).toBe(
      'DSK-118: terlambat sejak 10 Nov 2026, mohon ditindaklanjuti',
    );
    const blocked = { label: 'DSK-118', agency: 'Disdik', blocker: 'DATA', due: '2026-11-10' };
    expect(sayNotice('id', { kind: 'BLOCKED_ON_YOU', params: blocked }, blocker)).toBe(
      `DSK-118: Disdik menunggu Anda (${word('id', 'blocker', 'DATA')})`,
    );
    const step = { case: 5, step: 'TEGURAN_I', ended: '2026-11-10' };
    expect(sayNotice('id', { kind: 'STEP_DUE', params: step }, blocker)).toBe(
      'Kasus 5: Teguran I berakhir 10 Nov 2026, langkah berikutnya dapat diambil',
    );
  });

  it('leave a code of a later version as it is', () => {
    const params = { case: 5, step: 'TEGURAN_III', ended: '2026-11-10' };
    expect(sayNotice('id', { kind: 'STEP_DUE', params }, blocker)).toContain('TEGURAN_III');
  });

  it('head the groups, name the rungs and fill a mail', () => {
    expect(noticeGroup('id', 'DUE_SOON')).toBe('Segera jatuh tempo');
    expect(rungWord('en', 'HEAD')).toBe('the head of the agency');
    expect(sayMail('id', 'subjectMany', { count: 3 })).toBe('Papan UHC: 3 pemberitahuan');
  });
});

function textsOf(value: object): readonly string[] {
  return Object.values(value).flatMap((it: unknown) =>
    typeof it === 'string' ? [it] : typeof it === 'object' && it !== null ? textsOf(it) : [],
  );
}
