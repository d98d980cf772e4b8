import type { Refusal } from '@papan/domain';
import { EN } from './en';
import { ID } from './id';

/** Indonesian is the source; English has the same shape or does not compile. */
export type Language = 'id' | 'en';
export const LANGUAGES: readonly Language[] = ['id', 'en'];

const WORDS = { id: ID, en: EN } as const;

export type WordGroup = Exclude<keyof typeof ID, 'refusals'>;

/** The word for a code, in the reader's language: `word('id', 'unit', 'people')` is "jiwa". */
export function word<G extends WordGroup>(language: Language, group: G, code: keyof (typeof ID)[G]): string {
  return WORDS[language][group][code] as string;
}

/** A refusal in words: what was wrong, which rule, what to do. `{name}` in a text stands for a parameter. */
export function sayRefusal(
  language: Language,
  refusal: Pick<Refusal, 'code' | 'params'>,
): { readonly title: string; readonly detail: string; readonly mend: string } {
  const { title, detail, mend } = WORDS[language].refusals[refusal.code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(refusal.params[name] ?? whole));
  return { title: fill(title), detail: fill(detail), mend: fill(mend) };
}

/** `en-GB,en;q=0.9` → `en`; whatever does not prefer English is Indonesian. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'id';
}
