import { Injectable, signal } from '@angular/core';

/** What was searched for, while the page is open: words of a name never stand in the address. */
@Injectable({ providedIn: 'root' })
export class SearchMemory {
  readonly words = signal('');
}
