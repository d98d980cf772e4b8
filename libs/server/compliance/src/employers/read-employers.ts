import type { DoublePairs, DoubleView, EmployerDetail, EmployerList, EmployerRow } from '@papan/contracts';
import { type Actor, type Happening, type Likely, type Refusal, isRefusal, may, refuse } from '@papan/domain';
import { type Database, type EntryRow, type Tx, audienceIs, entryOf } from '@papan/server-platform';
import { EMPLOYER_COLUMNS, OPEN_CASE } from './employer-rows';
import type { Register, Registers } from './the-register';

const PAGE_SIZE = 50;
const SEARCH_LIMIT = 100;
const LOOK = { isolation: 'REPEATABLE READ', readOnly: true } as const;

export interface EmployerQuery {
  readonly q: string;
  readonly district: string | null;
  /** From 1. */
  readonly page: number;
}

/** Those whose name holds the words, or one of whose numbers holds the digits; without the merged ones. */
const FOUND = `
  e.region = $1 AND e.merged_into IS NULL AND ($3::text IS NULL OR e.district = $3)
  AND ($2 = '' OR position($2 in lower(e.name)) > 0
       OR ($4 <> '' AND (position($4 in e.nib) > 0 OR position($4 in e.npwp) > 0 OR position($4 in lower(e.npp)) > 0)))`;

/** A page of the register, by name. */
export function listEmployers(database: Database, actor: Actor, query: EmployerQuery): Promise<EmployerList | Refusal> {
  return looking(database, actor, async (tx) => {
    const words = query.q.trim().toLowerCase().slice(0, SEARCH_LIMIT);
    const params = [actor.region, words, query.district, words.replace(/[^0-9a-z]/g, '')];
    const [count] = await tx.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM employer e WHERE ${FOUND}`,
      params,
    );
    const employers = await tx.query<EmployerRow>(
      `SELECT ${EMPLOYER_COLUMNS}, ${OPEN_CASE} FROM employer e WHERE ${FOUND}
        ORDER BY lower(e.name), e.id LIMIT ${PAGE_SIZE} OFFSET $5`,
      [...params, (query.page - 1) * PAGE_SIZE],
    );
    return { total: count?.total ?? 0, page: query.page, pageSize: PAGE_SIZE, employers };
  });
}

/** One employer with those who may be the same, and what happened to it. */
export async function readEmployer(
  database: Database,
  registers: Registers,
  actor: Actor,
  id: number,
): Promise<EmployerDetail | Refusal> {
  const found = await looking(database, actor, async (tx) => {
    const [row] = await tx.query<EmployerRow>(
      `SELECT ${EMPLOYER_COLUMNS}, ${OPEN_CASE} FROM employer e WHERE e.region = $1 AND e.id = $2`,
      [actor.region, id],
    );
    if (!row) return refuse('NOT_FOUND');
    const { openCase, ...employer } = row;
    const history = await historyOf(tx, actor.region, id);
    return { employer, openCase, history, register: await registers.seenBy(tx, actor.region) };
  });
  if (isRefusal(found)) return found;
  const { employer, openCase, history } = found;
  const register = await found.register();
  const likely = employer.mergedInto === null ? register.near(employer, id) : [];
  return { employer, openCase, history, doubles: viewsOf(register, likely) };
}

/** Those who may be the same, as the board shows them. */
export function viewsOf({ byId }: Pick<Register, 'byId'>, likely: readonly Likely[]): readonly DoubleView[] {
  return likely.flatMap(({ employer: id, reason, percent }) => {
    const employer = byId.get(id);
    return employer ? [{ employer, reason, percent }] : [];
  });
}

const PAIRS_SHOWN = 100;

/** Pairs that look like one employer and that nobody has decided. */
export async function listDoubles(
  database: Database,
  registers: Registers,
  actor: Actor,
): Promise<DoublePairs | Refusal> {
  const found = await looking(database, actor, (tx) => registers.seenBy(tx, actor.region));
  if (isRefusal(found)) return found;
  const register = await found();
  const pairs = await register.pairs();
  const shown = pairs.slice(0, PAIRS_SHOWN).flatMap((pair) => {
    const one = register.byId.get(pair.one);
    return one ? viewsOf(register, [pair]).map(({ employer: other, ...why }) => ({ one, other, ...why })) : [];
  });
  return { total: pairs.length, pairs: shown };
}

async function looking<T>(
  database: Database,
  actor: Actor,
  read: (tx: Tx) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const allowed = may(actor, 'case.read', { region: actor.region });
  return isRefusal(allowed) ? allowed : database.as(actor, read, LOOK);
}

const NEWEST = 200;

async function historyOf(tx: Tx, region: string, employer: number): Promise<readonly Happening[]> {
  const rows = await tx.query<EntryRow>(
    `SELECT j.epoch, j.audience, j.entry, p.body
       FROM employer_event e JOIN journal j ON j.region = e.region AND j.seq = e.seq
       LEFT JOIN journal_private p ON p.region = j.region AND p.seq = j.seq
      WHERE e.region = $1 AND e.employer = $2 AND ${audienceIs('j.audience')} ORDER BY e.seq DESC LIMIT ${NEWEST}`,
    [region, employer],
  );
  return rows.map((row) => entryOf(row).happening).reverse();
}
