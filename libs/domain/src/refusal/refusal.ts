import { CATALOGUE } from './catalogue';

/** Every code in the catalogue; a code that is not there does not compile. */
export type RefusalCode = keyof typeof CATALOGUE;

/** What a refusal speaks about: numbers, names, dates. The words are put around them in `libs/contracts/words`. */
export type RefusalParams = Readonly<Record<string, string | number>>;

/**
 * An expected "no", returned as a value (a surprise is thrown).
 * `rule` names the article or the section of the documentation that the "no" rests on.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly params: RefusalParams;
  readonly rule: string;
}

export function refuse(code: RefusalCode, params: RefusalParams = {}): Refusal {
  return { refused: true, code, params, rule: CATALOGUE[code].rule };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}

/** For places where a refusal would be a mistake of ours (seeds, tests): throws instead. */
export function orThrow<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`${value.code} ${JSON.stringify(value.params)} (${value.rule})`);
  return value;
}
