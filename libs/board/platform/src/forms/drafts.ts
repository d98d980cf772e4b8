import { Injectable, computed, inject, signal } from '@angular/core';
import type { Signal } from '@angular/core';
import { SessionStore } from '../session/session-store';

export type Fields = Readonly<Record<string, string>>;

/** What somebody has typed and not yet sent: one record of texts, kept until it is saved or thrown away. */
export interface Draft {
  readonly values: Signal<Fields>;
  /** Something was typed. */
  readonly dirty: Signal<boolean>;
  /** The typed text, or the proposal where nothing was typed. */
  get(field: string, proposal?: string): string;
  set(field: string, value: string): void;
  clear(): void;
}

const PREFIX = 'papan.draft';

/**
 * The drafts of this tab. They outlive a closed drawer, a reload, a lost line and an ended session; they carry the post
 * of their writer, so that another person at the same desk does not find them in his forms.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly session = inject(SessionStore);
  private readonly open = new Map<string, Draft>();

  /** The draft of a form: `of('118/report')`. */
  of(form: string): Draft {
    const key = this.key(form);
    const known = this.open.get(key);
    if (known) return known;
    const made = makeDraft(key);
    this.open.set(key, made);
    return made;
  }

  private key(form: string): string {
    const post = this.session.membership();
    return `${PREFIX}/${post?.region ?? ''}/${post?.person ?? ''}/${form}`;
  }
}

/** A draft that lives in the storage of the tab; where there is none, it lives as long as the page. */
export function makeDraft(key: string, storage: Storage | null = tabStorage()): Draft {
  const values = signal<Fields>(read(storage, key));
  const keep = (next: Fields): void => {
    values.set(next);
    write(storage, key, next);
  };
  return {
    values: values.asReadonly(),
    dirty: computed(() => Object.keys(values()).length > 0),
    get: (field, proposal = '') => values()[field] ?? proposal,
    set: (field, value) => keep({ ...values(), [field]: value }),
    clear: () => keep({}),
  };
}

function read(storage: Storage | null, key: string): Fields {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Fields) : {};
  } catch {
    return {};
  }
}

function write(storage: Storage | null, key: string, values: Fields): void {
  try {
    if (Object.keys(values).length === 0) storage?.removeItem(key);
    else storage?.setItem(key, JSON.stringify(values));
  } catch {
    // Storage full or blocked: the draft lives as long as the page.
  }
}

function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
