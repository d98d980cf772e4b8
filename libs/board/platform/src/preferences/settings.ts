/** What this browser remembers for its reader. None of it is about a person. */
export interface Settings {
  readonly language: 'id' | 'en';
  readonly theme: 'light' | 'dark' | 'system';
  readonly density: 'comfortable' | 'compact';
  readonly flash: 'on' | 'off';
}

/** A remembered choice, or null: where storage is blocked the board works, it only forgets. */
export function readSetting(name: keyof Settings): string | null {
  try {
    return localStorage.getItem(`papan.${name}`);
  } catch {
    return null;
  }
}

export function writeSetting<K extends keyof Settings>(name: K, value: Settings[K]): void {
  try {
    localStorage.setItem(`papan.${name}`, value);
  } catch {
    // A browser without storage: the choice holds until the page is closed.
  }
}
