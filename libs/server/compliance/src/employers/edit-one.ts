import type { EditEmployer } from '@papan/contracts';
import {
  type Actor,
  EMPLOYERS_AUDIENCE,
  EMPLOYER_FIELDS,
  type Employer,
  type EmployerConflict,
  type IsoInstant,
  editEmployer,
  isEmployerConflict,
  isRefusal,
  refuse,
} from '@papan/domain';
import type { Decide, FullRefusal, Tx } from '@papan/server-platform';
import { changed, lockEmployers, updateEmployer } from './employer-rows';
import { knownAreas } from './known-areas';

/**
 * Corrects some fields of an employer of which version `seen` was shown. Disjoint corrections merge; fields that somebody
 * changed meanwhile come back as EMPLOYER_FIELD_CONFLICT with both values, by whom and when.
 */
export function editOneEmployer(actor: Actor, id: number, seen: number, edits: EditEmployer): Decide {
  return async (tx, { now }) => {
    const locked = await lockEmployers(tx, actor, [id], 'employer.write');
    if (isRefusal(locked)) return locked;
    const [before] = locked;
    if (!before) return refuse('NOT_FOUND');
    const { employer, fieldVersions } = before;
    const codes = [employer.district, employer.village, edits.district, edits.village];
    const event = editEmployer(employer, fieldVersions, seen, edits, await knownAreas(tx, actor.region, codes));
    if (isEmployerConflict(event)) return conflict(tx, actor.region, employer, event.conflicts);
    if (isRefusal(event)) return event;
    const { fields, district, village, sector, estimated, registered } = event.data;
    const { after, versions } = changed(
      before,
      given({ district, village, sector, estimated, registered, ...event.text }),
      EMPLOYER_FIELDS.filter((field) => fields.includes(field)),
      now,
    );
    await updateEmployer(tx, actor.region, after, versions);
    return { event, audience: EMPLOYERS_AUDIENCE, answer: { employer: id, version: after.version } };
  };
}

/** Without what the correction does not speak of. */
function given(changes: Readonly<Record<string, unknown>>): Partial<Employer> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

async function conflict(
  tx: Tx,
  region: string,
  employer: Employer,
  conflicts: readonly EmployerConflict[],
): Promise<FullRefusal> {
  const changes = await lastChanges(tx, region, employer.id);
  return {
    ...refuse('EMPLOYER_FIELD_CONFLICT', { fields: conflicts.map(({ field }) => field).join(', ') }),
    version: employer.version,
    conflicts: conflicts.map((one) => {
      const last = changes.find(({ fields }) => fields.includes(one.field));
      return { ...one, by: last?.by ?? null, at: last?.at ?? null };
    }),
  };
}

interface FieldChange {
  readonly by: number | null;
  readonly at: IsoInstant;
  readonly fields: readonly string[];
}

/** The corrections of the employer by hand, newest first. */
function lastChanges(tx: Tx, region: string, employer: number): Promise<FieldChange[]> {
  return tx.query<FieldChange>(
    `SELECT (j.entry::jsonb #>> '{actor,person}')::int AS by, instant_text(j.at) AS at,
            j.entry::jsonb #> '{data,fields}' AS fields
       FROM employer_event e JOIN journal j ON j.region = e.region AND j.seq = e.seq
      WHERE e.region = $1 AND e.employer = $2 AND j.type = 'EmployerChanged' ORDER BY e.seq DESC`,
    [region, employer],
  );
}
