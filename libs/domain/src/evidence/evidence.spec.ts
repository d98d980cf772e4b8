import { isRefusal } from '../refusal/refusal';
import { EVIDENCE_KINDS, EVIDENCE_LIMIT, EVIDENCE_TYPES, fileName, isPhoto, kindOfName } from './kinds';
import { type Letter, checkLetter } from './letter';

const TODAY = '2026-11-16';
const NOTHING: Letter = { letterNumber: '', letterDate: null, receivedOn: null, note: '' };

describe('the kind of a file', () => {
  it('is promised by the ending of its name, in whatever letters', () => {
    expect(['a.jpg', 'A.JPEG', 'b.Pdf', 'c.XLSX', 'd.tar.csv'].map(kindOfName)).toEqual([
      ...['jpg', 'jpg', 'pdf', 'xlsx', 'csv'],
    ]);
  });

  it('is none where the ending is missing or not taken', () => {
    for (const name of ['', 'jpg', 'a.', 'a.exe', 'a.svg', 'a.docm', 'a.heic', 'a.pdf.exe', 'a.html', 'a.jpg ']) {
      expect([name, kindOfName(name)]).toEqual([name, undefined]);
    }
  });

  it('has endings of its own', () => {
    const endings = EVIDENCE_KINDS.flatMap((kind) => [...EVIDENCE_TYPES[kind].endings]);
    expect(new Set(endings).size).toBe(endings.length);
    expect(EVIDENCE_KINDS.filter(isPhoto)).toEqual(['jpg', 'png', 'webp']);
    expect(EVIDENCE_LIMIT).toBe(20_971_520);
  });
});

describe('the name of a file', () => {
  it.each([
    ['Surat Himbauan 12.pdf', 'Surat Himbauan 12.pdf'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\windows\\system.ini.txt', 'system.ini.txt'],
    ['/abs/olute.pdf', 'olute.pdf'],
    ['C:\\fakepath\\foto.jpg', 'foto.jpg'],
    ['foto\u202Egpj.exe.pdf', 'fotogpj.exe.pdf'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['zero\u200Bwidth.pdf', 'zerowidth.pdf'],
    ['“kutip” "ganda".pdf', '“kutip” ganda.pdf'],
    ['.htaccess', 'htaccess'],
    ['...', 'berkas'],
    ['', 'berkas'],
    ['/', 'berkas'],
    ['.pdf', 'pdf'],
    ['ملف.pdf', 'ملف.pdf'],
    ['e\u0301.pdf', 'é.pdf'],
    ['  banyak   spasi .pdf', 'banyak spasi.pdf'],
    ['\uD800.pdf', 'pdf'],
  ])('%j is kept as %j', (sent, kept) => {
    expect(fileName(sent)).toBe(kept);
  });

  it('is cut to 120 characters and keeps its ending', () => {
    const name = fileName(`${'panjang '.repeat(100)}.pdf`);
    expect(Array.from(name).length).toBeLessThanOrEqual(120);
    expect(name.endsWith('.pdf')).toBe(true);
  });

  it('is cleaned once and for all', () => {
    for (const odd of ['../a/.b.pdf', 'a\u202E b.txt', '💾'.repeat(200), 'x.'.repeat(300)]) {
      expect(fileName(fileName(odd))).toBe(fileName(odd));
    }
  });
});

describe('a letter', () => {
  const code = (letter: Partial<Letter>): string => {
    const answer = checkLetter({ ...NOTHING, ...letter }, TODAY);
    return isRefusal(answer) ? answer.code : 'fine';
  };

  it('may lack everything', () => {
    expect(checkLetter(NOTHING, TODAY)).toEqual(NOTHING);
  });

  it('is trimmed', () => {
    const said = checkLetter({ ...NOTHING, letterNumber: ' 440/12 ', note: ' asli di arsip ' }, TODAY);
    expect(said).toEqual({ ...NOTHING, letterNumber: '440/12', note: 'asli di arsip' });
  });

  it('is neither written nor received after today', () => {
    expect(code({ letterDate: TODAY, receivedOn: TODAY })).toBe('fine');
    expect(code({ letterDate: '2026-11-17' })).toBe('LETTER_DATE_IN_FUTURE');
    expect(code({ receivedOn: '2026-11-17' })).toBe('LETTER_DATE_IN_FUTURE');
  });

  it('is not received before it was written', () => {
    expect(code({ letterDate: '2026-11-10', receivedOn: '2026-11-09' })).toBe('RECEIVED_BEFORE_WRITTEN');
    expect(code({ letterDate: '2026-11-10', receivedOn: '2026-11-10' })).toBe('fine');
  });

  it('has dates of the calendar and texts that read as they are stored', () => {
    expect(code({ letterDate: '2026-02-30' })).toBe('DATE_INVALID');
    expect(code({ letterNumber: 'x'.repeat(121) })).toBe('TEXT_TOO_LONG');
    expect(code({ letterNumber: '440\u202E21' })).toBe('TEXT_FORBIDDEN_CHARACTER');
    expect(code({ note: 'x'.repeat(2001) })).toBe('TEXT_TOO_LONG');
  });
});
