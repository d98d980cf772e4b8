import { Injectable, computed, inject, signal } from '@angular/core';
import { SessionStore } from '@papan/board-platform';

/** A view that its reader has given a name; `address` are the query parameters without the text that was searched. */
export interface OwnView {
  readonly name: string;
  readonly address: Readonly<Record<string, string>>;
}

const KEY = 'papan.caseViews';
/** More than these crowd the list. */
const MOST = 12;

/** The views that a person has saved in this browser, by region and person. */
@Injectable({ providedIn: 'root' })
export class OwnViews {
  private readonly session = inject(SessionStore);
  private readonly changes = signal(0);

  readonly all = computed<readonly OwnView[]>(() => {
    this.changes();
    return read(this.key());
  });

  save(view: OwnView): void {
    const others = this.all().filter(({ name }) => name !== view.name);
    this.keep([...others, view].slice(-MOST));
  }

  remove(name: string): void {
    this.keep(this.all().filter((view) => view.name !== name));
  }

  private keep(views: readonly OwnView[]): void {
    try {
      localStorage.setItem(this.key(), JSON.stringify(views));
    } catch {
      // A browser without storage: nothing is kept, and nothing breaks.
    }
    this.changes.update((count) => count + 1);
  }

  private key(): string {
    const post = this.session.membership();
    return `${KEY}/${post?.region ?? ''}/${post?.person ?? ''}`;
  }
}

function read(key: string): readonly OwnView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView) : [];
  } catch {
    return [];
  }
}

function isView(one: unknown): one is OwnView {
  if (typeof one !== 'object' || one === null || !('name' in one) || !('address' in one)) return false;
  return typeof one.name === 'string' && typeof one.address === 'object' && one.address !== null;
}
