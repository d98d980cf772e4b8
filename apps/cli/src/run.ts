import { parseArgs } from 'node:util';
import { type Language, sayRefusal } from '@papan/contracts/words';
import { type Refusal, isRefusal } from '@papan/domain';
import { type Answer, type Call, type Command, type Environment, Hindrance, RolledBack, UsageError } from './command';
import { COMMANDS } from './commands';
import { helpFor, overview } from './help';

/** What a run leaves: the exit code (0 done, 1 refused, 2 wrong usage) and what was written. */
export interface Result {
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line. Throws only what nobody expected. */
export async function runPapan(args: readonly string[], env: Environment, root: string): Promise<Result> {
  const language = languageIn(args);
  const json = args.includes('--json');
  try {
    return await dispatch(args, { env, root, language }, json);
  } catch (error) {
    if (error instanceof UsageError) return wrongUsage(error, language, json);
    if (error instanceof RolledBack) return refused(error.refusal, language, json);
    if (error instanceof Hindrance) return hindered(error, language, json);
    throw error;
  }
}

async function dispatch(args: readonly string[], call: Omit<Call, 'flags'>, json: boolean): Promise<Result> {
  const { language } = call;
  const names = args.slice(0, firstFlag(args));
  const said = names.join(' ');
  const command = COMMANDS.find(({ name, operand }) => name === said || (operand && said.startsWith(`${name} `)));
  if (!command) {
    const asked = names.length === 0 && (args.length === 0 || args.includes('--help'));
    if (asked) return done(overview(COMMANDS, language));
    throw unknownCommand(names);
  }
  const flags = parse(command, args.slice(command.name.split(' ').length));
  if (flags['help'] === true) return done(helpFor(command, language));
  const answer = await command.run({ ...call, flags });
  return isRefusal(answer) ? refused(answer, language, json) : told(answer, json);
}

function firstFlag(args: readonly string[]): number {
  const at = args.findIndex((arg) => arg.startsWith('-'));
  return at < 0 ? args.length : at;
}

/** Reads the flags of a command, strictly. A negative number behind a flag is its value, not a flag. */
function parse(command: Command, args: readonly string[]): Call['flags'] {
  const joined = args.reduce<string[]>((before, arg) => {
    const flag = before.at(-1);
    if (/^-\d/.test(arg) && flag?.startsWith('--') && !flag.includes('=')) before[before.length - 1] = `${flag}=${arg}`;
    else before.push(arg);
    return before;
  }, []);
  const own = command.flags.map(
    ({ name, example }) => [name, { type: example === null ? 'boolean' : 'string' }] as const,
  );
  try {
    const { values, positionals } = parseArgs({
      args: joined,
      strict: true,
      allowPositionals: command.operand !== undefined,
      options: {
        ...Object.fromEntries(own),
        help: { type: 'boolean' },
        json: { type: 'boolean' },
        lang: { type: 'string' },
      },
    });
    const { lang } = values as { lang?: string };
    if (lang !== undefined && lang !== 'id' && lang !== 'en') {
      throw new UsageError({ id: `Bahasa "${lang}" tidak ada: id atau en.`, en: `No language "${lang}": id or en.` });
    }
    if (positionals.length > 1) throw tooManyWords();
    return command.operand ? { ...values, [command.operand]: positionals[0] } : values;
  } catch (error) {
    throw unreadable(error) ?? error;
  }
}

/** What Node's reader of flags found wrong, in our words. */
function unreadable(error: unknown): UsageError | undefined {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const [flag = ''] = /--?[\w-]+/.exec(message) ?? [];
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return new UsageError({ id: `Pilihan ${flag} tidak dikenal.`, en: `Unknown option ${flag}.` });
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return new UsageError({ id: `Nilai pilihan ${flag} tidak terbaca.`, en: `The value of ${flag} cannot be read.` });
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return tooManyWords();
    default:
      return undefined;
  }
}

function tooManyWords(): UsageError {
  return new UsageError({
    id: 'Ada kata yang berlebih pada perintah.',
    en: 'There is a word too many in the command.',
  });
}

function unknownCommand(names: readonly string[]): UsageError {
  const name = names.join(' ').slice(0, 60);
  return names.length === 0
    ? new UsageError({ id: 'Perintah belum disebut.', en: 'No command was given.' })
    : new UsageError({ id: `Perintah "${name}" tidak dikenal.`, en: `Unknown command "${name}".` });
}

function languageIn(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  const value = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  return value === 'en' ? 'en' : 'id';
}

function told({ lines, data, failed = false }: Answer, json: boolean): Result {
  return { code: failed ? 1 : 0, out: json ? `${JSON.stringify(data)}\n` : written(lines), err: '' };
}

function done(lines: readonly string[]): Result {
  return { code: 0, out: written(lines), err: '' };
}

function refused(refusal: Refusal, language: Language, json: boolean): Result {
  const words = sayRefusal(language, refusal);
  const { code, rule, params } = refusal;
  if (json) return { code: 1, out: '', err: `${JSON.stringify({ code, ...words, rule, params })}\n` };
  const ruleWord = language === 'id' ? 'Aturan' : 'Rule';
  return { code: 1, out: '', err: written([words.title, words.detail, words.mend, `${ruleWord}: ${rule}`]) };
}

function hindered({ code, words }: Hindrance, language: Language, json: boolean): Result {
  const { title, mend } = words[language];
  if (json) return { code: 1, out: '', err: `${JSON.stringify({ code, title, mend })}\n` };
  return { code: 1, out: '', err: written(mend === '' ? [title] : [title, mend]) };
}

function wrongUsage({ words }: UsageError, language: Language, json: boolean): Result {
  const title = words[language];
  const mend = language === 'id' ? 'Lihat: npm run papan -- --help' : 'See: npm run papan -- --help';
  if (json) return { code: 2, out: '', err: `${JSON.stringify({ code: 'WRONG_USAGE', title, mend })}\n` };
  return { code: 2, out: '', err: written([title, mend]) };
}

function written(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
