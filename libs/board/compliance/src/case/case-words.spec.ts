import { TestBed } from '@angular/core/testing';
import { Directory, Say, provideSay } from '@papan/board-platform';
import { CaseWords } from './case-words';

describe('how a case is spoken of', () => {
  let words: CaseWords;

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        ...provideSay(),
        { provide: Directory, useValue: { person: () => undefined, agency: () => undefined } },
      ],
    });
    await TestBed.inject(Say).learn('compliance');
    words = TestBed.inject(CaseWords);
  });

  it('writes the month once for the days that share it, and the year once at its end', () => {
    expect(words.dayNumbers(['2026-03-27', '2026-03-30', '2026-04-01'])).toBe('27, 30 Mar, 1 Apr 2026');
    expect(words.dayNumbers(['2026-12-30', '2027-01-04'])).toBe('30 Des 2026, 4 Jan 2027');
    expect(words.dayNumbers([])).toBe('');
  });

  it('names the weekday as people write it', () => {
    expect(words.dayAndDate('2026-03-09')).toBe('Sen, 9 Mar 2026');
  });

  it('puts several violations into one phrase', () => {
    expect(words.violations(['NOT_REGISTERED', 'ARREARS'])).toBe('Belum mendaftar, menunggak iuran');
  });

  it('never calls local practice law', () => {
    expect(words.basis({ kind: 'LOCAL_POLICY', text: 'docs/domain.md#ladder' })).toBe('kebijakan setempat');
    expect(words.basis({ kind: 'LAW', text: 'PP 86/2013 art. 6' })).toBe('PP 86/2013 art. 6');
  });

  it('says that a name was erased instead of leaving it empty', () => {
    expect(words.employer('')).toBe('Nama dihapus');
  });

  it('ends every sentence of a reason', () => {
    const reason = words.reason({ code: 'STEP_NEEDS', params: { step: 'TEGURAN_II', needs: 'TEGURAN_I' }, rule: '' });
    expect(reason).toBe(
      'Langkah sebelumnya belum ada. “Teguran II” didahului oleh “Teguran I”. Catat “Teguran I” lebih dahulu.',
    );
  });
});
