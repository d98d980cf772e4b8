import { DOCUMENT, Injectable, computed, inject, isDevMode, signal } from '@angular/core';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { TranslocoService, provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import type { TranspileParams, TranslocoTranspiler } from '@jsverse/transloco';
import type { Problem } from '@papan/contracts';
import { LANGUAGES, sayRefusal, word } from '@papan/contracts/words';
import type { Language, WordGroup } from '@papan/contracts/words';
import type { Refusal } from '@papan/domain';
import { readSetting, writeSetting } from '../preferences/settings';
import { fill } from './fill';
import { INDONESIAN } from './messages';
import type { MessageKey, SayArguments } from './messages';

/** The codes of a group of words: `WordCode<'unit'>` is 'people' | 'workers' | … */
export type WordCode<G extends WordGroup> = Parameters<typeof word<G>>[2];

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
  readonly word = <G extends WordGroup>(group: G, code: WordCode<G>): string => word(this.spoken(), group, code);

  /** What was wrong, which rule, what to do; in the language shown now, even where the server had answered in another. */
  readonly refusal = (no: No): { readonly title: string; readonly detail: string; readonly mend: string } => {
    if (no.code !== 'INTERNAL') return sayRefusal(this.spoken(), { code: no.code, params: no.params });
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
      const { ENGLISH } = await import('./english');
      this.transloco.setTranslation(ENGLISH, 'en');
    }
    this.transloco.setActiveLang(language);
    this.spoken.set(language);
    this.root.lang = language;
    writeSetting('language', language);
  };
}

class Transpiler implements TranslocoTranspiler {
  transpile({ value, params }: TranspileParams): unknown {
    return typeof value === 'string' ? fill(value, params) : value;
  }
}

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
