import { type CanActivate, type ExecutionContext, Injectable, SetMetadata, createParamDecorator } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Action, type Actor, type Refusal, isRefusal, refuse } from '@papan/domain';
import type { Request } from 'express';
import { Refused } from '../http/refused';
import { sabotaged } from '../settings/sabotage';
import { mayPerhaps } from './may-perhaps';
import { Sessions } from './sessions';
import type { SignedIn, SignedInRequest } from './signed-in';

/** `signed-in`: for oneself, without a region (one's sessions, the regions in which one serves). */
export type Door = Action | 'signed-in' | 'public';

export const DOOR = 'papan:door';

/** Everybody may call it, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata(DOOR, 'public' satisfies Door);

/**
 * Who may call the handler. The guard refuses what no resource could make right: not signed in, not a member of the
 * region in the path (without one: a post in any region will do), a role that never does this, a phone. What depends on the resource is asked by the use case,
 * once it is loaded: `may(actor, action, resource)`. Several actions: any of them opens the door.
 */
export const May = (...actions: readonly [Action | 'signed-in', ...Action[]]): MethodDecorator =>
  SetMetadata(DOOR, actions.length === 1 ? actions[0] : actions);

/** Who acts, in the region of the path. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (!actor) throw new Error('@CurrentActor() needs a route with :region and an action in @May(…)');
  return actor;
});

/** Who is signed in, whatever the region. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = requestOf(context);
  if (!signedIn) throw new Error('@CurrentSession() needs @May(…)');
  return signedIn;
});

/** The one global guard. A handler that says nothing is refused here, after `checkDoors` has refused it at the start. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const door = this.reflector.get<Door | readonly Door[] | undefined>(DOOR, context.getHandler());
    if (door === 'public') return true;
    if (door === undefined) throw new Refused(refuse('NOT_FOUND'));
    const request = requestOf(context);
    const signedIn = await this.sessions.authenticate(request.headers.cookie);
    if (!signedIn) throw new Refused(refuse('NOT_SIGNED_IN'));
    request.signedIn = signedIn;
    if (door === 'signed-in') return true;
    request.actor = this.enter(signedIn, [door].flat() as readonly Action[], request);
    return true;
  }

  private enter(signedIn: SignedIn, actions: readonly Action[], request: Request): Actor {
    const { region } = request.params;
    if (region === undefined) return enterAnywhere(signedIn, actions);
    const actor = typeof region === 'string' ? signedIn.actors.get(region) : undefined;
    if (sabotaged('no-guard')) return actor ?? anyActor(signedIn);
    if (!actor) throw new Refused(refuse('NOT_FOUND'));
    const no = refusalOf(actor, actions);
    if (no) throw new Refused(no);
    return actor;
  }
}

/** What belongs to no region (published figures): open to whoever may do it somewhere. */
function enterAnywhere({ actors }: SignedIn, actions: readonly Action[]): Actor {
  const refusals: Refusal[] = [];
  for (const actor of actors.values()) {
    const no = refusalOf(actor, actions);
    if (!no) return actor;
    refusals.push(no);
  }
  throw new Refused(refusals[0] ?? refuse('NOT_FOUND'));
}

/** Why none of these actions is ever the actor's; undefined where one is. */
function refusalOf(actor: Actor, actions: readonly Action[]): Refusal | undefined {
  const verdicts = actions.map((action) => mayPerhaps(actor, action));
  return verdicts.includes(true) ? undefined : verdicts.find(isRefusal);
}

/** For the test that takes the guard away: whoever is signed in goes everywhere, as himself. */
function anyActor({ actors }: SignedIn): Actor {
  const [actor] = actors.values();
  if (!actor) throw new Refused(refuse('NOT_FOUND'));
  return actor;
}

function requestOf(context: ExecutionContext): Request & SignedInRequest {
  return context.switchToHttp().getRequest<Request & SignedInRequest>();
}
