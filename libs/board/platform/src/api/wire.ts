import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import type { WritableSignal } from '@angular/core';
import { Say } from '../i18n/say';
import { Talk } from './talk';

/** The one line to the API of this page. */
@Injectable({ providedIn: 'root' })
export class Wire extends Talk {
  private readonly lost: WritableSignal<number>;
  /** Whether this browser holds the readable half of a session's cookies; without it, nobody is signed in. */
  readonly holdsSession: () => boolean;
  /** The word that every write repeats; undefined where nobody is signed in. */
  readonly xsrfToken: () => string | undefined;

  constructor() {
    const document = inject(DOCUMENT);
    const { language } = inject(Say);
    const lost = signal(0);
    const xsrfToken = (): string | undefined => cookie(document, 'XSRF-TOKEN');
    super({
      fetch: (path, init) => fetch(path, init),
      xsrfToken,
      language,
      sleep: (millis) => new Promise((wake) => setTimeout(wake, millis)),
      chance: Math.random,
      onEnded: () => lost.update((count) => count + 1),
    });
    this.lost = lost;
    this.xsrfToken = xsrfToken;
    this.holdsSession = () => xsrfToken() !== undefined;
  }

  /** Grows each time the server says that it does not know who asks. */
  get ended() {
    return this.lost.asReadonly();
  }
}

function cookie(document: Document, name: string): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
}
