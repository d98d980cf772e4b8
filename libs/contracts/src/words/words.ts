import {
  type BoardEventType,
  type Refusal,
  formatInteger,
  formatList,
  formatShortDate,
  isIsoDate,
} from '@papan/domain';
import { EN } from './en';
import { ID } from './id';
import type { EventParams, SameShape } from './shape';

/** Indonesian is the source; English has the same shape or does not compile. */
export type Language = 'id' | 'en';
export const LANGUAGES: readonly Language[] = ['id', 'en'];

const WORDS: Readonly<Record<Language, SameShape<typeof ID>>> = { id: ID, en: EN };

export type WordGroup = Exclude<keyof typeof ID, 'refusals'>;

/** The word for a code, in the reader's language: `word('id', 'unit', 'people')` is "jiwa". */
export function word<G extends WordGroup>(language: Language, group: G, code: keyof (typeof ID)[G] & string): string {
  return find(language, group, code) ?? code;
}

function find(language: Language, group: WordGroup, code: string): string | undefined {
  const words: Readonly<Record<string, string>> = WORDS[language][group];
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

/** A refusal in words: what was wrong, which rule, what to do. `{name}` in a text stands for a parameter. */
export function sayRefusal(
  language: Language,
  refusal: Pick<Refusal, 'code' | 'params'>,
): { readonly title: string; readonly detail: string; readonly mend: string } {
  const { title, detail, mend } = WORDS[language].refusals[refusal.code];
  const fill = (text: string): string =>
    fillIn(text, (name) => {
      const value = refusal.params[name];
      return value === undefined ? undefined : sayParam(language, name, value);
    });
  return { title: fill(title), detail: fill(detail), mend: fill(mend) };
}

/** One line of a history: `sayEvent('id', 'TaskEdited', { who: 'Siti', fields: 'target' })` is "Siti mengubah target". */
export function sayEvent<T extends BoardEventType>(
  language: Language,
  type: T,
  params: Readonly<Record<EventParams[T], string>>,
): string {
  const known: Readonly<Record<string, string>> = params;
  return fillIn(word(language, 'event', type), (name) => known[name]);
}

/** `en-GB,en;q=0.9` → `en`; whatever does not prefer English is Indonesian. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'id';
}

/** Parameters that hold a code, and the groups in which it may be found: a card dropped on a column names the column. */
const CODED: Readonly<Record<string, readonly WordGroup[]>> = {
  status: ['status'],
  deed: ['deed', 'column'],
  role: ['role'],
  unit: ['unit'],
  field: ['field'],
  counter: ['field'],
  action: ['action'],
};

/** Numbers that name something; they are not amounts and carry no dots. */
const NAMING: readonly string[] = ['year', 'agency', 'campaign', 'task', 'blocker', 'seen', 'version'];

function sayParam(language: Language, name: string, value: string | number): string {
  if (typeof value === 'number') {
    return NAMING.includes(name) || !Number.isInteger(value) ? String(value) : formatInteger(value, language);
  }
  for (const group of CODED[name] ?? []) {
    const found = find(language, group, value);
    if (found !== undefined) return found;
  }
  if (name === 'fields') return sayFields(language, value);
  return isIsoDate(value) ? formatShortDate(value, language) : value;
}

/** `target, due` → "target dan tenggat". */
function sayFields(language: Language, fields: string): string {
  return formatList(
    fields.split(', ').map((field) => find(language, 'field', field) ?? field),
    language,
  );
}

function fillIn(text: string, say: (name: string) => string | undefined): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => say(name) ?? whole);
}
