import type { CheckAtCounter, CounterAnswer } from '@papan/contracts';
import { EMPLOYERS_AUDIENCE, isRefusal, may, readIdentity, refuse } from '@papan/domain';
import type { Decide, Tx } from '@papan/server-platform';
import type { InRegion } from '../cases/in-region';

/**
 * One field: a business number in; blocked, not blocked, or lifted out, with the number of the case. The counter reads no
 * table: a function of the database answers, and nothing else. Every check is written down.
 */
export function checkAtCounter({ actor }: InRegion, body: CheckAtCounter): Decide {
  return async (tx, clock) => {
    const allowed = may(actor, 'counter.check', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
    const nib = readIdentity('nib', body.nib) ?? refuse('NIB_INVALID', { digits: 0 });
    if (isRefusal(nib)) return nib;
    const counter = await answerFor(tx, nib);
    await tx.query(
      `INSERT INTO counter_check (region, nib, answer, case_id, person, at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [actor.region, nib, counter.answer, counter.case, actor.person, clock.now],
    );
    const data = { case: counter.case, answer: counter.answer };
    return { event: { type: 'CounterChecked', data, text: null }, audience: EMPLOYERS_AUDIENCE, answer: { counter } };
  };
}

async function answerFor(tx: Tx, nib: string): Promise<CounterAnswer> {
  const [row] = await tx.query<CounterAnswer>(
    'SELECT answer, case_id AS "case", lifted_on AS "liftedOn" FROM counter_answer($1)',
    [nib],
  );
  if (!row) throw new Error('the counter was told nothing');
  return row;
}
