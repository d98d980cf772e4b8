import { type Action, type Actor, POLICY, type Refusal, type Role, may, refuse } from '@papan/domain';

/**
 * Whether there is any resource on which the actor could do this; asked before the resource is loaded.
 * Where `may` says yes, this says yes. Actions on what is *not* one's own pass for every role: that nobody verifies his
 * own work is a refusal that teaches, and it needs the task to be known.
 */
export function mayPerhaps(actor: Actor, action: Action): true | Refusal {
  const anywhere = may(actor, action, { region: actor.region });
  if (anywhere === true || anywhere.code === 'STEP_UP_NEEDED') return anywhere;
  const row: Readonly<Record<string, readonly Role[]>> = POLICY[action];
  const roles = Object.values(row).flat();
  if (Object.keys(row).every((relation) => relation === 'any' || relation === 'employers' || relation === 'licensing'))
    return anywhere;
  return 'other' in row || roles.includes(actor.role) || refuse('ROLE_NOT_ALLOWED', { action, role: actor.role });
}
