import { wordsOf } from '../../lists/folded-words';

/** Forms of business that stand before or behind a name and do not tell two employers apart. */
const FORMS: ReadonlySet<string> = new Set(
  [
    'PT',
    'CV',
    'UD',
    'PD',
    'FA',
    'NV',
    'TB',
    'TK',
    'TBK',
    'PERSERO',
    'PERUM',
    'TOKO',
    'USAHA',
    'DAGANG',
    'FIRMA',
  ].concat(['PERUSAHAAN', 'PERSEROAN', 'TERBATAS', 'KOMANDITER', 'PERORANGAN']),
);

/** Words of an address in their short form; an empty one is left out. */
const ADDRESS_WORDS: Readonly<Record<string, string>> = {
  JALAN: 'JL',
  JLN: 'JL',
  GANG: 'GG',
  NO: '',
  NOMOR: '',
  DUSUN: 'DSN',
  DUKUH: 'DSN',
  LINGKUNGAN: 'LINGK',
  LK: 'LINGK',
  DESA: 'DS',
  KELURAHAN: 'KEL',
  KECAMATAN: 'KEC',
  KABUPATEN: 'KAB',
  KOMPLEK: 'KOMP',
  KOMPLEKS: 'KOMP',
  PERUMAHAN: 'PERUM',
  BLOK: 'BLK',
  RAYA: 'RY',
};

/**
 * A name as it is compared: capital letters and digits, single blanks, without form of business. `P.T. Maju-Jaya, Tbk` is
 * `MAJU JAYA`. A name that is nothing but a form keeps it. Doing it again changes nothing.
 */
export function normalName(text: string): string {
  const words = wordsOf(text);
  const telling = words.filter((word) => !FORMS.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** An address as it is compared: `Jalan Raya No. 07, RT.01/RW.02` is `JL RY 7 RT 1 RW 2`. Doing it again changes nothing. */
export function normalAddress(text: string): string {
  return wordsOf(text)
    .flatMap(lettersAndDigits)
    .map((word) => ADDRESS_WORDS[word] ?? (/^\d/.test(word) ? word.replace(/^0+(?=\d)/, '') : word))
    .filter((word) => word !== '')
    .join(' ');
}

/** `RT01` is two words, `12A` too. */
function lettersAndDigits(word: string): readonly string[] {
  return word.match(/[A-Z]+|\d+/g) ?? [];
}
