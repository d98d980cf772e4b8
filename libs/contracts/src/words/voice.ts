import {
  type BoardEventType,
  type Refusal,
  formatInteger,
  formatList,
  formatShortDate,
  isIsoDate,
} from '@papan/domain';
import type { ID } from './id';
import type { EventParams, RefusalWords, SameShape } from './shape';

/** Indonesian is the source; English has the same shape or does not compile. */
export type Language = 'id' | 'en';
export const LANGUAGES: readonly Language[] = ['id', 'en'];

/** All words of one language. */
export type Book = SameShape<typeof ID>;
export type WordGroup = Exclude<keyof typeof ID, 'refusals'>;
/** The codes of a group of words: `WordCode<'unit'>` is 'people' | 'workers' | … */
export type WordCode<G extends WordGroup> = keyof (typeof ID)[G] & string;

/** Some of the words of one language, or all of them. */
type Words = { readonly [G in keyof Book]?: Partial<Book[G]> };

/** Words, refusals and histories out of one book, so that a reader of one language need not fetch the other's. */
export interface Voice {
  /** The word for a code: `word('unit', 'people')` is "jiwa". */
  readonly word: <G extends WordGroup>(group: G, code: WordCode<G>) => string;
  /** Whether the book has the words for this refusal. */
  readonly knows: (code: string) => boolean;
  /** A refusal in words: what was wrong, which rule, what to do. `{name}` in a text stands for a parameter. */
  readonly refusal: (refusal: Pick<Refusal, 'code' | 'params'>) => RefusalWords;
  /** One line of a history: `event('TaskEdited', { who: 'Siti', fields: 'target' })` is "Siti mengubah target". */
  readonly event: <T extends BoardEventType>(type: T, params: Readonly<Record<EventParams[T], string>>) => string;
}

/** The voice that speaks out of a book; `language` shapes its numbers and dates. */
export function voiceOf(language: Language, book: Words): Voice {
  const find = (group: WordGroup, code: string): string | undefined => {
    const words: Readonly<Record<string, string>> = book[group] ?? {};
    return Object.hasOwn(words, code) ? words[code] : undefined;
  };
  const word = <G extends WordGroup>(group: G, code: WordCode<G>): string => find(group, code) ?? code;

  /** `target, due` → "target dan tenggat". */
  const sayFields = (fields: string): string =>
    formatList(
      fields.split(', ').map((field) => find('field', field) ?? field),
      language,
    );

  const sayParam = (name: string, value: string | number): string => {
    if (typeof value === 'number') {
      return NAMING.includes(name) || !Number.isInteger(value) ? String(value) : formatInteger(value, language);
    }
    for (const group of CODED[name] ?? []) {
      const found = find(group, value);
      if (found !== undefined) return found;
    }
    if (name === 'fields') return sayFields(value);
    return isIsoDate(value) ? formatShortDate(value, language) : value;
  };

  const refusals: Readonly<Record<string, RefusalWords>> = book.refusals ?? {};

  return {
    word,
    knows: (code) => Object.hasOwn(refusals, code),
    refusal: ({ code, params }) => {
      const { title, detail, mend } = refusals[code] ?? { title: code, detail: '', mend: '' };
      const fill = (text: string): string =>
        fillIn(text, (name) => {
          const value = params[name];
          return value === undefined ? undefined : sayParam(name, value);
        });
      return { title: fill(title), detail: fill(detail), mend: fill(mend) };
    },
    event: (type, params) => {
      const known: Readonly<Record<string, string>> = params;
      return fillIn(word('event', type), (name) => known[name]);
    },
  };
}

/** Parameters that hold a code, and the groups in which it may be found: a card dropped on a column names the column. */
const CODED: Readonly<Record<string, readonly WordGroup[]>> = {
  status: ['status', 'caseStatus'],
  deed: ['deed', 'column'],
  role: ['role'],
  unit: ['unit'],
  field: ['field'],
  counter: ['field'],
  action: ['action'],
  step: ['step'],
  needs: ['step', 'caseStatus'],
  violation: ['violation'],
  proof: ['proof'],
  reason: ['reopenReason'],
  state: ['handoverState'],
  since: ['basis'],
};

/** Numbers that name something; they are not amounts and carry no dots. */
const NAMING: readonly string[] = [
  'year',
  'agency',
  'campaign',
  'task',
  'blocker',
  'seen',
  'version',
  'into',
  'case',
  'handover',
  'line',
];

function fillIn(text: string, say: (name: string) => string | undefined): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => say(name) ?? whole);
}
