import { readFileSync } from 'node:fs';
import { COMMANDS } from './commands';
import { runPapan } from './run';

/** No database anywhere: what these commands say, they say by themselves. */
const ALONE = { DATA_DIR: '/nonexistent/papan' };
const papan = (...args: string[]) => runPapan(args, ALONE, process.cwd());

const TANJUNGBALAI = [
  ...['coverage', '--registered', '183139', '--registered-percent', '97.45'],
  ...['--active', '150499', '--active-percent', '80.08'],
];

describe('papan working-days', () => {
  it('counts ten working days over Nyepi and Idul Fitri, and says why days were skipped', async () => {
    const { code, out, err } = await papan('working-days', '--from', '2026-03-09', '--days', '10');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`Diterima Senin, 9 Maret 2026; 10 hari kerja
Berakhir Senin, 30 Maret 2026, pukul 24.00 WIB

Dihitung:
    1  Selasa, 10 Maret 2026
    2  Rabu, 11 Maret 2026
    3  Kamis, 12 Maret 2026
    4  Jumat, 13 Maret 2026
    5  Senin, 16 Maret 2026
    6  Selasa, 17 Maret 2026
    7  Rabu, 25 Maret 2026
    8  Kamis, 26 Maret 2026
    9  Jumat, 27 Maret 2026
   10  Senin, 30 Maret 2026
Dilewati:
    –  Sabtu, 14 Maret 2026: akhir pekan (Perpres 21/2023 pasal 3)
    –  Minggu, 15 Maret 2026: akhir pekan (Perpres 21/2023 pasal 3)
    –  Rabu, 18 Maret 2026: cuti bersama (SKB 3 Menteri 1497/2025, 2/2025, 5/2025)
    –  Kamis, 19 Maret 2026: libur nasional (SKB 3 Menteri 1497/2025, 2/2025, 5/2025)
    –  Jumat, 20 Maret 2026: cuti bersama (SKB 3 Menteri 1497/2025, 2/2025, 5/2025)
    –  Sabtu, 21 Maret 2026: akhir pekan (Perpres 21/2023 pasal 3)
    –  Minggu, 22 Maret 2026: akhir pekan (Perpres 21/2023 pasal 3)
    –  Senin, 23 Maret 2026: cuti bersama (SKB 3 Menteri 1497/2025, 2/2025, 5/2025)
    –  Selasa, 24 Maret 2026: cuti bersama (SKB 3 Menteri 1497/2025, 2/2025, 5/2025)
    –  Sabtu, 28 Maret 2026: akhir pekan (Perpres 21/2023 pasal 3)
    –  Minggu, 29 Maret 2026: akhir pekan (Perpres 21/2023 pasal 3)

Aturan: tanggal diterima adalah hari ke-0; hari ke-1 adalah hari kerja berikutnya.
Dasar: SKB 3 Menteri 1497/2025, 2/2025, 5/2025; Perpres 21/2023 (bawaan produk)
`);
  });

  it('answers machines in JSON', async () => {
    const { out } = await papan('working-days', '--from', '2026-12-14', '--days', '10', '--json');
    expect(JSON.parse(out)).toMatchObject({ ends: '2026-12-30', days: 10, decrees: 'PRODUCT' });
  });

  it.each([
    ['a year without a decree', '2030-01-01', '3', 'NO_DECREE_FOR_YEAR'],
    ['a count that runs into such a year', '2026-12-30', '10', 'NO_DECREE_FOR_YEAR'],
    ['31 February', '2026-02-31', '10', 'DATE_INVALID'],
    ['text for a date', 'besok', '10', 'DATE_INVALID'],
    ['negative days', '2026-03-09', '-5', 'WORKING_DAYS_INVALID'],
    ['no days', '2026-03-09', '0', 'WORKING_DAYS_INVALID'],
    ['half a day', '2026-03-09', '2.5', 'WORKING_DAYS_INVALID'],
    ['text for days', '2026-03-09', 'sepuluh', 'WORKING_DAYS_INVALID'],
    ['days beyond a year', '2026-03-09', '367', 'WORKING_DAYS_INVALID'],
  ])('refuses %s with the rule and the way out', async (_, from, days, expected) => {
    const { code, out, err } = await papan('working-days', '--from', from, '--days', days, '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(JSON.parse(err)).toMatchObject({
      code: expected,
      title: expect.any(String) as string,
      mend: expect.any(String) as string,
      rule: expect.any(String) as string,
    });
  });
});

describe('papan working-days --chain', () => {
  it('prints both warnings and the fine, each with the day on which its time ends', async () => {
    const { code, out } = await papan('working-days', '--chain');
    expect(code).toBe(0);
    expect(out).toBe(`Rantai sanksi (PP 86/2013 pasal 6 dan 7)
Teguran I   diterima Senin, 9 Maret 2026; berakhir Senin, 30 Maret 2026
Teguran II  diterima Selasa, 31 Maret 2026; berakhir Rabu, 15 April 2026
Denda       30 hari kalender setelah Teguran II berakhir; sampai Jumat, 15 Mei 2026
Teguran II dianggap diterima pada hari kerja pertama setelah Teguran I berakhir.
`);
  });

  it('gives machines the dates of the worked case', async () => {
    const golden = JSON.parse(readFileSync('libs/domain/cases/working-days.json', 'utf8')) as { chain: object };
    const { out } = await papan('working-days', '--chain', '--from', '2026-03-09', '--json');
    expect(JSON.parse(out)).toEqual({ chain: golden.chain, decrees: 'PRODUCT' });
  });

  it.each([
    ['a chain that runs into a year without a decree', ['--from', '2026-12-14'], 1, 'NO_DECREE_FOR_YEAR'],
    ['text for a date', ['--from', 'besok'], 1, 'DATE_INVALID'],
    ['days beside those of the regulation', ['--days', '10'], 2, 'WRONG_USAGE'],
  ])('refuses %s', async (_, args, expected, name) => {
    const { code, err } = await papan('working-days', '--chain', ...args, '--json');
    expect(code).toBe(expected);
    expect(JSON.parse(err)).toMatchObject({ code: name });
  });
});

describe('papan coverage', () => {
  it('finds what the press figures of Tanjungbalai allow', async () => {
    const { code, out } = await papan(...TANJUNGBALAI);
    expect(code).toBe(0);
    expect(out).toBe(`Terdaftar                     183.139 = 97,45%
Aktif                         150.499 = 80,08%
Jumlah penduduk yang mungkin  187.925–187.940 jiwa
Kurang menuju 98% terdaftar   1.028–1.043 jiwa
Kurang menuju 100% terdaftar  4.786–4.801 jiwa
Di atas 80% aktif             147–159 jiwa
Aktif per peserta             82,18%
Peserta tidak aktif           32.640 jiwa

Setiap pembulatan yang diberitakan berlaku untuk semua bilangan dalam rentang (setengah dibulatkan ke atas).
`);
  });

  it('reads the Indonesian comma and points as well, and speaks English when asked', async () => {
    const { out } = await papan(
      ...['coverage', '--registered', '183.139', '--registered-percent', '97,45', '--active', '150.499'],
      ...['--active-percent', '80,08%', '--lang', 'en'],
    );
    expect(out).toContain('Possible populations        187,925–187,940 people');
  });

  it('gives machines the intervals as numbers', async () => {
    const { out } = await papan(...TANJUNGBALAI, '--json');
    expect(JSON.parse(out)).toMatchObject({
      population: { from: 187_925, through: 187_940 },
      missingTo98: { from: 1_028, through: 1_043 },
      missingTo100: { from: 4_786, through: 4_801 },
      marginAbove80: { from: 147, through: 159 },
    });
  });

  it.each([
    ['figures that contradict each other', ['183139', '97.45', '150499', '50'], 'FIGURES_CONTRADICT'],
    ['text for a count', ['banyak', '97.45', '150499', '80.08'], 'QUANTITY_INVALID'],
    ['an empty count', ['', '97.45', '150499', '80.08'], 'QUANTITY_INVALID'],
    ['a negative count', ['-3', '97.45', '150499', '80.08'], 'QUANTITY_INVALID'],
    ['a count of 20 digits', ['12345678901234567890', '97.45', '150499', '80.08'], 'QUANTITY_INVALID'],
    ['text for a percentage', ['183139', 'penuh', '150499', '80.08'], 'PERCENT_INVALID'],
    ['a negative percentage', ['183139', '-97.45', '150499', '80.08'], 'PERCENT_INVALID'],
    ['a tenfold percentage', ['183139', '9745', '150499', '80.08'], 'PERCENT_INVALID'],
  ])('refuses %s', async (_, [registered = '', percent = '', active = '', activePercent = ''], expected) => {
    const { code, err } = await papan(
      ...['coverage', '--registered', registered, '--registered-percent', percent],
      ...['--active', active, '--active-percent', activePercent, '--json'],
    );
    expect(code).toBe(1);
    expect(JSON.parse(err)).toMatchObject({ code: expected });
  });
});

describe('papan typed wrongly', () => {
  it.each([
    ['an unknown command', ['nix']],
    ['half a command', ['admin']],
    ['an unknown flag', ['working-days', '--from', '2026-03-09', '--days', '10', '--fast']],
    ['a missing flag', ['working-days', '--from', '2026-03-09']],
    ['a flag without its value', ['working-days', '--from']],
    ['an empty flag', ['working-days', '--from', '', '--days', '10']],
    ['half of a pair', ['coverage', '--registered', '183139']],
    ['a word too many', ['working-days', '--from', '2026-03-09', '--days', '10', 'lagi']],
    ['a language that is not spoken', ['working-days', '--from', '2026-03-09', '--days', '10', '--lang', 'jv']],
    ['an administrator without a name', ['admin', 'create', '--region', '35.05', '--login', 'a@b.contoh']],
  ])('exits with 2 on %s, and points to the help', async (_, args) => {
    const { code, out, err } = await papan(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--help');
  });
});

describe('papan --help', () => {
  it('lists every command in both languages', async () => {
    for (const language of ['id', 'en']) {
      const { code, out } = await papan('--help', '--lang', language);
      expect(code).toBe(0);
      for (const { name } of COMMANDS) expect(out).toContain(name);
    }
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    'explains %s and its flags',
    async (name, command) => {
      const { code, out } = await papan(...name.split(' '), '--help');
      expect(code).toBe(0);
      for (const flag of command.flags) expect(out).toContain(`--${flag.name}`);
      for (const language of ['id', 'en'] as const)
        expect(command.help[language].flags).toHaveLength(command.flags.length);
    },
  );
});
