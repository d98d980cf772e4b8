import type { Language } from '@papan/contracts/words';
import type { Refusal } from '@papan/domain';

/** What a command answers: lines for people, data for machines; `failed` where the answer is bad news (exit code 1). */
export interface Answer {
  readonly lines: readonly string[];
  readonly data: unknown;
  readonly failed?: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** One call of a command: the flags that were given, read by `text` and `needed`. */
export interface Call {
  readonly language: Language;
  readonly env: Environment;
  /** Folder of the installation. */
  readonly root: string;
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
}

export interface CommandHelp {
  /** One line: what it does. */
  readonly summary: string;
  /** One line for each flag, in the order of `flags`. */
  readonly flags: readonly string[];
}

export interface Flag {
  readonly name: string;
  readonly needed: boolean;
  /** What stands behind the flag in the help, e.g. `35.05`; null for a switch. */
  readonly example: string | null;
}

export interface Command {
  readonly name: string;
  /** The one word behind the name, e.g. a file; its value is found under this name among the flags. */
  readonly operand?: string;
  readonly flags: readonly Flag[];
  readonly help: Readonly<Record<Language, CommandHelp>>;
  run(call: Call): Answer | Refusal | Promise<Answer | Refusal>;
}

/** The command was typed wrongly: exit code 2. */
export class UsageError extends Error {
  constructor(readonly words: Readonly<Record<Language, string>>) {
    super(words.en);
  }
}

/** An expected "no" of the surroundings (database, folder), in words: exit code 1. */
export class Hindrance extends Error {
  constructor(
    readonly code: string,
    readonly words: Readonly<Record<Language, { readonly title: string; readonly mend: string }>>,
  ) {
    super(words.en.title);
  }
}

/** The text behind a flag. Throws UsageError where it is missing or empty. */
export function needed({ flags }: Call, name: string): string {
  const value = flags[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new UsageError({ id: `--${name} wajib diisi.`, en: `--${name} is needed.` });
}

/** The word behind the command's name. Throws UsageError where it is missing. */
export function neededOperand({ flags }: Call, name: string): string {
  const value = flags[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new UsageError({ id: `${name} wajib disebut.`, en: `${name} is needed.` });
}

/** The text behind a flag, or undefined where it was not given. */
export function given({ flags }: Call, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

/** A refusal that takes back what the transaction has written so far. */
export class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
