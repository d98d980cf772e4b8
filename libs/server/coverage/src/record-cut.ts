import type { RecordCut } from '@papan/contracts';
import {
  type Actor,
  type EventOf,
  type Refusal,
  checkQuantity,
  checkText,
  isIsoDate,
  isRefusal,
  may,
  refuse,
} from '@papan/domain';
import type { Decide, Tx } from '@papan/server-platform';
import { holdFigures, writeCut } from './write-cut';

/**
 * A cut of BPJS Kesehatan: the members at a date, and the population they are compared with. It absorbs the verified
 * entries up to its date. A cut may replace one of the same date, never go behind the one that stands.
 */
export function recordCut(actor: Actor, cut: RecordCut): Decide {
  return async (tx, clock) => {
    const allowed = may(actor, 'cut.record', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
    const checked = checkCut(cut, clock.today);
    if (isRefusal(checked)) return checked;
    const standing = await standingDate(tx, actor.region);
    if (standing !== null && cut.asOf < standing) return refuse('DATE_INVALID', { field: 'asOf', value: cut.asOf });
    const event: EventOf<'CutRecorded'> = { type: 'CutRecorded', data: checked, text: null };
    const told = { cut: checked, level: 'TOTAL', quota: null, file: null, person: actor.person, cells: [] } as const;
    await writeCut(tx, actor.region, clock.now, told);
    return { event, audience: null, answer: {} };
  };
}

function checkCut(cut: RecordCut, today: string): EventOf<'CutRecorded'>['data'] | Refusal {
  if (!isIsoDate(cut.asOf)) return refuse('DATE_INVALID', { field: 'asOf', value: cut.asOf });
  if (cut.asOf > today) return refuse('REPORT_DATE_IN_FUTURE', { on: cut.asOf, today });
  const counts = { population: cut.population, registered: cut.registered, active: cut.active };
  for (const [field, value] of Object.entries(counts)) {
    const count = checkQuantity(field, value, field === 'population' ? 1 : 0, 'people');
    if (isRefusal(count)) return count;
  }
  if (cut.active > cut.registered)
    return refuse('FIGURES_CONTRADICT', { figures: `${cut.active} > ${cut.registered}` });
  const populationVersion = checkText('populationVersion', cut.populationVersion, 60, true);
  if (isRefusal(populationVersion)) return populationVersion;
  const source = checkText('source', cut.source, 200, true);
  if (isRefusal(source)) return source;
  return { asOf: cut.asOf, ...counts, populationVersion, source, example: cut.example };
}

/** The date of the cut that stands. Two cuts at the same moment come one after the other. */
async function standingDate(tx: Tx, region: string): Promise<string | null> {
  await holdFigures(tx, region);
  const [row] = await tx.query<{ day: string | null }>('SELECT max(as_of)::text AS day FROM cut WHERE region = $1', [
    region,
  ]);
  return row?.day ?? null;
}
