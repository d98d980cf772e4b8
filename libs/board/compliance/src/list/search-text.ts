import { Injectable, signal } from '@angular/core';

/**
 * What is searched for in the list of cases. It may be the name of an employer, which belongs in no address: it is kept
 * here as long as the page, so that the way back from a case finds it again.
 */
@Injectable({ providedIn: 'root' })
export class SearchText {
  readonly text = signal('');
}
