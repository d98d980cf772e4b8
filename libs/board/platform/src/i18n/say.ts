import { DOCUMENT, Injectable, computed, inject, isDevMode, signal } from '@angular/core';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { TranslocoService, provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import type { TranspileParams, TranslocoTranspiler } from '@jsverse/transloco';
import type { Problem } from '@papan/contracts';
import type { Language, Voice, WordCode, WordGroup } from '@papan/contracts/words';
import { INDONESIAN_VOICE, LANGUAGES } from '@papan/contracts/words/indonesian';
import type { Refusal } from '@papan/domain';
import { readSetting, writeSetting } from '../preferences/settings';
import { fill } from './fill';
import { INDONESIAN, INDONESIAN_ON_DEMAND } from './messages';
import type { MessageKey, RoomOnDemand, SayArguments } from './messages';

/** Anything that says no: a refusal of the domain, or the server's problem in its own words. */
export type No = Pick<Refusal, 'code' | 'params'> | Problem;

/**
 * The voice of the board: every sentence by its key, every code by its word, in the language of the reader.
 * Reads a signal, so that templates and computed values follow when the language changes.
 */
@Injectable({ providedIn: 'root' })
export class Say {
  private readonly transloco = inject(TranslocoService);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly spoken = signal<Language>('id');
  private readonly learned = new Set<RoomOnDemand>();
  /** The words of the contracts: those of the first page, until a room on demand brings the rest. */
  private readonly indonesian = signal<Voice>(INDONESIAN_VOICE);
  /** Fetched with its dictionary. */
  private english: Voice | undefined;

  readonly language = this.spoken.asReadonly();
  readonly languages = LANGUAGES;
  /** The same as `language`, for the formats of the domain. */
  readonly locale = computed(() => this.spoken());

  constructor() {
    this.transloco.setTranslation(INDONESIAN, 'id');
    const remembered = readSetting('language');
    if (remembered === 'en') void this.speak('en');
    else this.root.lang = 'id';
  }

  /** A sentence: `say('home.until', { day: '31 Desember 2026' })`. */
  readonly say = <Key extends MessageKey>(key: Key, ...[params]: SayArguments<Key>): string =>
    this.transloco.translate(key, params, this.spoken());

  /** The word for a code of the domain: `word('unit', 'people')` is "jiwa". */
  readonly word = <G extends WordGroup>(group: G, code: WordCode<G>): string => this.voice().word(group, code);

  /** One line of a history: "Siti mengubah target". */
  readonly event: Voice['event'] = (type, params) => this.voice().event(type, params);

  /** What was wrong, which rule, what to do; in the language shown now, even where the server had answered in another. */
  readonly refusal = (no: No): { readonly title: string; readonly detail: string; readonly mend: string } => {
    if (no.code !== 'INTERNAL') {
      const voice = this.voice();
      // The server has said it in words already, should those of that room not be here yet.
      return !voice.knows(no.code) && 'title' in no ? no : voice.refusal({ code: no.code, params: no.params });
    }
    const trace = 'trace' in no ? no.trace : '';
    return {
      title: this.say('shell.internalTitle'),
      detail: this.say('shell.internalDetail', { trace }),
      mend: this.say('shell.internalMend'),
    };
  };

  /** What is said where no answer came at all. */
  readonly unreachable = (): { readonly title: string; readonly detail: string; readonly mend: string } => ({
    title: this.say('shell.unreachableTitle'),
    detail: '',
    mend: this.say('shell.unreachableMend'),
  });

  /** Changes the language; the old one stays on the screen until the new dictionary is there. */
  readonly speak = async (language: Language): Promise<void> => {
    if (language === 'en') {
      const { ENGLISH, ENGLISH_VOICE } = await import('./english');
      this.english = ENGLISH_VOICE;
      this.transloco.setTranslation(ENGLISH, 'en');
    }
    this.transloco.setActiveLang(language);
    this.spoken.set(language);
    this.root.lang = language;
    writeSetting('language', language);
  };

  /** Fetches the dictionary of a room that is not here from the start. English has all of them at once. */
  async learn(room: RoomOnDemand): Promise<true> {
    if (this.learned.has(room)) return true;
    const [words, { WHOLE_INDONESIAN_VOICE }] = await Promise.all([
      INDONESIAN_ON_DEMAND[room](),
      import('./whole-indonesian'),
    ]);
    this.learned.add(room);
    this.indonesian.set(WHOLE_INDONESIAN_VOICE);
    this.transloco.setTranslation({ [room]: words }, 'id');
    return true;
  }

  private voice(): Voice {
    return (this.spoken() === 'en' ? this.english : undefined) ?? this.indonesian();
  }
}

class Transpiler implements TranslocoTranspiler {
  transpile({ value, params }: TranspileParams): unknown {
    return typeof value === 'string' ? fill(value, params) : value;
  }
}

/** For routes: the page comes when its words are there. */
export const learns = (room: RoomOnDemand) => (): Promise<true> => inject(Say).learn(room);

/** Everything that `Say` stands on. */
export function provideSay(): readonly (Provider | EnvironmentProviders)[] {
  return [
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'id',
        missingHandler: { logMissingKey: true },
        prodMode: !isDevMode(),
      },
    }),
    provideTranslocoTranspiler(Transpiler),
  ];
}
