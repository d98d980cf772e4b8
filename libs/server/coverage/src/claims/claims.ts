import type { PublishedFigureView, RecordClaim } from '@papan/contracts';
import { type Actor, type Refusal, checkQuantity, checkText, isIsoDate, isRefusal, may, refuse } from '@papan/domain';
import type { Database, Decide } from '@papan/server-platform';
import { PUBLISHED } from '../published-figures';

const LIMITS = { source: 200, note: 2_000, denominator: 200 } as const;
/** Only what is below 1,000 % and has two decimals at most has room in the register. */
const isPercent = (percent: number): boolean => percent < 1_000 && Math.round(percent * 100) / 100 === percent;

/** What was published about the region: what ships with the product, then what its own people found, oldest first. */
export function claimsOf(database: Database, actor: Actor): Promise<PublishedFigureView[]> {
  return database.as(
    actor,
    async (tx) => {
      const shipped = await tx.query<PublishedFigureView>(
        `SELECT ${PUBLISHED} FROM published_figure WHERE region_code = $1 ORDER BY position, id`,
        [actor.region],
      );
      const found = await tx.query<PublishedFigureView>(
        `SELECT 'claim:' || c.number AS id, json_build_object('code', r.code, 'name', r.name) AS region,
                CASE WHEN coalesce(c.registered, c.active) IS NULL THEN 'CLAIM' ELSE 'DATA' END AS kind,
                c.as_of::text AS "asOf", c.source,
                c.registered::float8, c.registered_percent::float8 AS "registeredPercent",
                c.active::float8, c.active_percent::float8 AS "activePercent",
                NULL AS unregistered, NULL AS "unregisteredPercent", c.population::float8, c.denominator,
                c.says_uhc AS "saysUhc", c.note
           FROM claim c JOIN region r ON r.code = c.region WHERE c.region = $1 ORDER BY c.number`,
        [actor.region],
      );
      return [...shipped, ...found];
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

/**
 * Records what somebody said in public. What contradicts itself is recorded as it was said: that it does is what the
 * register shows. Nothing of it enters a calculation.
 */
export function recordClaim(actor: Actor, claim: RecordClaim): Decide {
  return async (tx, clock) => {
    const allowed = may(actor, 'claim.record', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
    const checked = checkClaim(claim, clock.today);
    if (isRefusal(checked)) return checked;
    const [row] = await tx.query<{ number: number }>(
      `INSERT INTO claim (region, as_of, source, note, registered, registered_percent, active, active_percent, population,
                          denominator, says_uhc, person, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING number`,
      [
        ...[actor.region, checked.asOf, checked.source, checked.note, checked.registered, checked.registeredPercent],
        ...[checked.active, checked.activePercent, checked.population, checked.denominator, checked.saysUhc],
        ...[actor.person, clock.now],
      ],
    );
    const data = { claim: row?.number ?? 0, asOf: checked.asOf };
    return { event: { type: 'ClaimRecorded', data, text: null }, audience: null, answer: {} };
  };
}

function checkClaim(claim: RecordClaim, today: string): RecordClaim | Refusal {
  const { asOf } = claim;
  if (asOf !== null && !isIsoDate(asOf)) return refuse('DATE_INVALID', { field: 'asOf', value: asOf });
  if (asOf !== null && asOf > today) return refuse('REPORT_DATE_IN_FUTURE', { on: asOf, today });
  const source = checkText('source', claim.source, LIMITS.source, true);
  if (isRefusal(source)) return source;
  const note = checkText('note', claim.note, LIMITS.note, true);
  if (isRefusal(note)) return note;
  const denominator = checkText('denominator', claim.denominator ?? '', LIMITS.denominator, false);
  if (isRefusal(denominator)) return denominator;
  return wrongNumber(claim) ?? { ...claim, source, note, denominator: denominator || null };
}

function wrongNumber({ registered, active, population, ...told }: RecordClaim): Refusal | undefined {
  for (const [field, value] of Object.entries({ registered, active, population })) {
    const count = value === null ? value : checkQuantity(field, value, field === 'population' ? 1 : 0, 'people');
    if (isRefusal(count)) return count;
  }
  const percents = [told.registeredPercent, told.activePercent].flatMap((percent) => percent ?? []);
  const wrong = percents.find((percent) => !isPercent(percent));
  return wrong === undefined ? undefined : refuse('PERCENT_INVALID', { value: String(wrong) });
}
