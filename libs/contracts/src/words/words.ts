import type { BoardEventType, Refusal } from '@papan/domain';
import { ENGLISH_VOICE } from './english';
import { WHOLE_INDONESIAN_VOICE } from './indonesian-whole';
import type { EventParams, RefusalWords } from './shape';
import type { Language, Voice, WordCode, WordGroup } from './voice';

const VOICES: Readonly<Record<Language, Voice>> = { id: WHOLE_INDONESIAN_VOICE, en: ENGLISH_VOICE };

/** The word for a code, in the reader's language: `word('id', 'unit', 'people')` is "jiwa". */
export function word<G extends WordGroup>(language: Language, group: G, code: WordCode<G>): string {
  return VOICES[language].word(group, code);
}

/** A refusal in words: what was wrong, which rule, what to do. `{name}` in a text stands for a parameter. */
export function sayRefusal(language: Language, refusal: Pick<Refusal, 'code' | 'params'>): RefusalWords {
  return VOICES[language].refusal(refusal);
}

/** One line of a history: `sayEvent('id', 'TaskEdited', { who: 'Siti', fields: 'target' })` is "Siti mengubah target". */
export function sayEvent<T extends BoardEventType>(
  language: Language,
  type: T,
  params: Readonly<Record<EventParams[T], string>>,
): string {
  return VOICES[language].event(type, params);
}

/** `en-GB,en;q=0.9` → `en`; whatever does not prefer English is Indonesian. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'id';
}
