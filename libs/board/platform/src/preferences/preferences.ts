import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';
import { readSetting, writeSetting } from './settings';
import type { Settings } from './settings';

export const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];
export const DENSITIES = ['comfortable', 'compact'] as const satisfies readonly Settings['density'][];

/**
 * How the reader likes the screen. Written on `<html>`: `data-theme` (light, dark; absent = as the device) and
 * `data-density` (comfortable, compact), where the style sheets find it.
 */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly root = inject(DOCUMENT).documentElement;
  readonly theme = signal<Settings['theme']>(oneOf(THEMES, readSetting('theme')));
  readonly density = signal<Settings['density']>(oneOf(DENSITIES, readSetting('density')));
  /** Whether changes by others are marked for some seconds. */
  readonly flash = signal(readSetting('flash') !== 'off');

  constructor() {
    effect(() => {
      const theme = this.theme();
      if (theme === 'system') delete this.root.dataset['theme'];
      else this.root.dataset['theme'] = theme;
      writeSetting('theme', theme);
    });
    effect(() => {
      this.root.dataset['density'] = this.density();
      writeSetting('density', this.density());
    });
    effect(() => writeSetting('flash', this.flash() ? 'on' : 'off'));
  }
}

function oneOf<T extends string>(choices: readonly [T, ...T[]], value: string | null): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}
