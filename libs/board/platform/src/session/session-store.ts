import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { Me, MembershipView, SignIn } from '@papan/contracts';
import { epochMillis, instantFromMillis, may } from '@papan/domain';
import type { Action, Actor, IsoInstant, Refusal, Resource } from '@papan/domain';
import type { Result } from '../api/result';
import { Wire } from '../api/wire';

/** UNKNOWN until the server was asked; ENDED: it was signed in, the page and what is typed stay. */
export type SessionState = 'UNKNOWN' | 'OUT' | 'IN' | 'ENDED' | 'UNREACHABLE';

const POST = 'papan.post';

/** Who sits at this page, in which post, and what that post may do. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly wire = inject(Wire);
  private readonly known = signal<Me | null>(null);
  private readonly stateNow = signal<SessionState>('UNKNOWN');
  /** `35.05/7`: region and person of the chosen post; of this tab, so that two regions can lie side by side. */
  private readonly post = signal(sessionStorage.getItem(POST) ?? '');
  private asking: Promise<SessionState> | undefined;
  /** When, on this page's own clock, the server last said what time it is. */
  private toldAt = 0;

  readonly state = this.stateNow.asReadonly();
  readonly me = this.known.asReadonly();
  readonly memberships = computed(() => this.known()?.memberships ?? []);

  /** The active post: the chosen one, else the first. */
  readonly membership = computed<MembershipView | null>(() => {
    const all = this.memberships();
    return all.find((one) => postOf(one) === this.post()) ?? all[0] ?? null;
  });

  readonly region = computed(() => this.membership()?.region ?? null);
  readonly demo = computed(() => this.known()?.demo ?? false);

  /** The asking person as the domain sees him; null while nobody is signed in. */
  readonly actor = computed<Actor | null>(() => {
    const [me, post] = [this.known(), this.membership()];
    if (!me || !post) return null;
    const agency = { id: post.agency, kind: post.agencyKind, duties: post.duties };
    return { person: post.person, region: post.region, agency, role: post.role, session: me.session };
  });

  constructor() {
    effect(() => {
      if (this.wire.ended() > 0) untracked(() => this.ended());
    });
  }

  /** Asks the server once who this is; later calls get the same answer. */
  load(): Promise<SessionState> {
    if (this.stateNow() === 'IN' || this.stateNow() === 'ENDED') return Promise.resolve(this.stateNow());
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** Whether the actor may do it; the same rule as the server's, which decides. */
  may(action: Action, resource: Omit<Resource, 'region'> = {}): true | Refusal | false {
    const actor = this.actor();
    return actor ? may(actor, action, { region: actor.region, ...resource }) : false;
  }

  /** For templates: a plain yes or no. */
  can(action: Action, resource: Omit<Resource, 'region'> = {}): boolean {
    return this.may(action, resource) === true;
  }

  async signIn(body: SignIn): Promise<Result<Me>> {
    const result = await this.wire.send<Me>('POST', '/api/session', body);
    if (result.ok) this.enter(result.value);
    return result;
  }

  /** Ends the session on the server and forgets it here. */
  async signOut(): Promise<Result<unknown>> {
    const result = await this.wire.send('DELETE', '/api/session', undefined);
    if (result.ok || ('problem' in result && result.problem.status === 401)) this.leave();
    return result;
  }

  /** The server ended the session: say so, keep the page and everything typed. */
  ended(): void {
    this.stateNow.update((state) => (state === 'IN' ? 'ENDED' : state === 'ENDED' ? state : 'OUT'));
  }

  /** Gives up the ended session; the sign-in page follows. */
  leave(): void {
    this.known.set(null);
    this.stateNow.set('OUT');
  }

  /** Takes up another post of the same person. False where he has none there. */
  take(region: string, person?: number): boolean {
    const found = this.memberships().find((one) => one.region === region && (!person || one.person === person));
    if (!found) return false;
    this.post.set(postOf(found));
    sessionStorage.setItem(POST, postOf(found));
    return true;
  }

  private async ask(): Promise<SessionState> {
    if (!this.wire.holdsSession()) {
      this.stateNow.set('OUT');
      return 'OUT';
    }
    const result = await this.wire.get<Me>('/api/session');
    if (result.ok) this.enter(result.value);
    else this.stateNow.set('problem' in result && result.problem.status === 401 ? 'OUT' : 'UNREACHABLE');
    return this.stateNow();
  }

  /** The server's time as the session told it, for those who have no board; the device's own before anybody signed in. */
  serverTime(): IsoInstant {
    const told = this.known()?.serverTime;
    return instantFromMillis(told ? epochMillis(told) + Math.round(performance.now() - this.toldAt) : Date.now());
  }

  private enter(me: Me): void {
    this.toldAt = performance.now();
    this.known.set(me);
    this.stateNow.set('IN');
  }
}

function postOf({ region, person }: MembershipView): string {
  return `${region}/${person}`;
}
