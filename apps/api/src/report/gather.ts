import type { AreaFigure, CampaignView, CoverageView, CutView, MonthView } from '@papan/contracts';
import {
  type Actor,
  type Headline,
  type HolidayDecree,
  type IsoDate,
  type IsoInstant,
  type Measure,
  type Refusal,
  isRefusal,
  may,
  refuse,
  wibDate,
} from '@papan/domain';
import { type FollowUps, followUpsOf } from '@papan/server-compliance';
import { readCoverage, readHeadline, readMonth } from '@papan/server-coverage';
import { campaignsOf, decreesOf } from '@papan/server-organisation';
import { type Database, type Tx, nowOf } from '@papan/server-platform';
import { type AgencyWork, type Exceptions, agencyWork, exceptionsOf } from '@papan/server-tasks';

/** Everything that the monthly report tells, as the reader may know it. */
export interface ReportFacts {
  readonly now: IsoInstant;
  readonly today: IsoDate;
  readonly region: CoverageView['region'];
  readonly cut: CutView;
  /** The months up to the cut, oldest first, the cut included. */
  readonly cuts: readonly CutView[];
  readonly segments: CoverageView['segments'];
  readonly movements: CoverageView['movements'];
  readonly work: CoverageView['work'];
  readonly areas: readonly AreaFigure[];
  readonly decrees: readonly HolidayDecree[];
  readonly agencies: ReadonlyMap<number, { readonly name: string; readonly short: string }>;
  readonly campaign: CampaignView | null;
  /** People verified after the cut, which no cut shows yet; null where the report is not of the newest one. */
  readonly verifiedAfter: Readonly<Record<Measure, number>> | null;
  /** Null: the reader sees the figures, not the table around which the agencies sit. */
  readonly table: { readonly agencies: readonly AgencyWork[]; readonly exceptions: Exceptions } | null;
  /** Null: the reader does not see the cases of employers. */
  readonly employers: FollowUps | null;
}

type Now = Pick<ReportFacts, 'now' | 'today' | 'decrees' | 'agencies' | 'campaign' | 'table' | 'employers'> & {
  readonly headline: Headline | null;
};

/** How often a month is read again when a correction of it comes in between. */
const TRIES = 3;

/** `month`: the day of the cut; the newest one where left out. NOT_FOUND where there is none. */
export async function gatherReport(
  database: Database,
  actor: Actor,
  month: string | undefined,
): Promise<ReportFacts | Refusal> {
  const figures = await figuresOf(database, actor, month);
  if (isRefusal(figures)) return figures;
  const { coverage, cut, areas } = figures;
  const { headline, ...now } = await database.as(actor, (tx) => nowIn(tx, actor), {
    isolation: 'REPEATABLE READ',
    readOnly: true,
  });
  return {
    ...now,
    ...{ region: coverage.region, cut, areas },
    cuts: coverage.cuts.filter(({ asOf }) => asOf <= cut.asOf),
    segments: coverage.segments,
    movements: coverage.movements,
    work: coverage.work,
    verifiedAfter: coverage.cuts.at(-1)?.number === cut.number ? verifiedAfter(headline, cut.asOf) : null,
  };
}

function verifiedAfter(headline: Headline | null, asOf: IsoDate): Readonly<Record<Measure, number>> | null {
  if (headline?.registered.asOf !== asOf) return null;
  return { registered: headline.registered.verifiedAfter, active: headline.active.verifiedAfter };
}

/** The month and what stands around it, both of the same version of the cut. */
async function figuresOf(
  database: Database,
  actor: Actor,
  month: string | undefined,
): Promise<(MonthView & { readonly coverage: CoverageView }) | Refusal> {
  for (let nth = 1; nth <= TRIES; nth += 1) {
    const coverage = await readCoverage(database, actor);
    const day = month ?? coverage.cuts.at(-1)?.asOf;
    if (day === undefined) return refuse('NOT_FOUND');
    const view = await readMonth(database, actor, day);
    if (isRefusal(view)) return view;
    if (coverage.cuts.some(({ number }) => number === view.cut.number)) return { ...view, coverage };
  }
  return refuse('NOT_FOUND');
}

async function nowIn(tx: Tx, actor: Actor): Promise<Now> {
  const { region } = actor;
  const now = await nowOf(tx);
  const today = wibDate(now);
  const agencies = await tx.query<{ id: number; name: string; short: string }>(
    'SELECT id, name, short FROM agency WHERE region = $1 ORDER BY id',
    [region],
  );
  const campaign = (await campaignsOf(tx, region)).find(({ open }) => open) ?? null;
  const atTable = campaign !== null && may(actor, 'board.read', { region }) === true;
  return {
    ...{ now, today, campaign },
    decrees: await decreesOf(tx),
    agencies: new Map(agencies.map(({ id, name, short }) => [id, { name, short }])),
    table: atTable
      ? {
          agencies: await agencyWork(tx, region, campaign.id, today),
          exceptions: await exceptionsOf(tx, region, campaign.id, today),
        }
      : null,
    employers: may(actor, 'case.read', { region }) === true ? await followUpsOf(tx, region) : null,
    headline: await readHeadline(tx, region),
  };
}
