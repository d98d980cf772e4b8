import type { Actor, SessionKind } from '@papan/domain';

/** Who sends a request: a person through a session, with one actor for each region in which the person serves today. */
export interface SignedIn {
  readonly sessionId: string;
  readonly personId: string;
  readonly kind: SessionKind;
  /** Keyed by the code of the region, `35.05`. */
  readonly actors: ReadonlyMap<string, Actor>;
}

/** What the guard hangs on a request, for the handlers behind it. */
export interface SignedInRequest {
  signedIn?: SignedIn;
  actor?: Actor;
}
