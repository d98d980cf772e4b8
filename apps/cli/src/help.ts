import type { Language } from '@papan/contracts/words';
import type { Command, Flag } from './command';

const WORDS = {
  id: {
    usage: 'Pemakaian',
    commands: 'Perintah',
    options: 'Pilihan',
    everywhere: ['tampilkan bantuan', 'keluaran untuk mesin', 'bahasa keluaran: id (baku) atau en'],
    more: 'Bantuan tiap perintah: papan <perintah> --help',
    exit: 'Kode keluar: 0 berhasil, 1 ditolak, 2 salah pakai.',
    database: 'Basis data: DATABASE_URL, atau PostgreSQL bawaan di DATA_DIR (.data).',
  },
  en: {
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    everywhere: ['show help', 'output for machines', 'language of the output: id (default) or en'],
    more: 'Help for a command: papan <command> --help',
    exit: 'Exit codes: 0 done, 1 refused, 2 wrong usage.',
    database: 'Database: DATABASE_URL, or the embedded PostgreSQL of DATA_DIR (.data).',
  },
} as const;

const EVERYWHERE = ['--help', '--json', '--lang id|en'] as const;

/** Help for everything. */
export function overview(commands: readonly Command[], language: Language): readonly string[] {
  const text = WORDS[language];
  return [
    `${text.usage}: npm run papan -- <${language === 'id' ? 'perintah' : 'command'}>`,
    '',
    `${text.commands}:`,
    ...columns(commands.map((command) => [command.name, command.help[language].summary])),
    '',
    `${text.options}:`,
    ...columns(EVERYWHERE.map((flag, at) => [flag, text.everywhere[at] ?? ''])),
    '',
    text.more,
    text.exit,
    text.database,
  ];
}

/** Help for one command. */
export function helpFor({ name, operand, flags, help }: Command, language: Language): readonly string[] {
  const text = WORDS[language];
  const own = flags.map((flag, at): readonly [string, string] => [shape(flag), help[language].flags[at] ?? '']);
  const usage = flags.map((flag) => (flag.needed ? shape(flag) : `[${shape(flag)}]`));
  return [
    help[language].summary,
    '',
    `${text.usage}: npm run papan -- ${[name, ...(operand ? [operand] : []), ...usage].join(' ')}`,
    '',
    `${text.options}:`,
    ...columns([...own, ...EVERYWHERE.map((flag, at) => [flag, text.everywhere[at] ?? ''] as const)]),
  ];
}

function shape({ name, example }: Flag): string {
  return example === null ? `--${name}` : `--${name} ${example}`;
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
