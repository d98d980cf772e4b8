import type { AgencyView, AreaView, CampaignView, DecreeView, Directory, PersonView } from '@papan/contracts';
import { type Actor, type AgencyHead, type IsoDate, findHeadOn, may, wibDate } from '@papan/domain';
import { Database, type Tx } from '@papan/server-platform';
import { Injectable } from '@nestjs/common';

interface Edition {
  readonly version: string;
  readonly today: IsoDate;
  readonly directory: Directory;
}

/**
 * The names around the table, kept per region until a version number says that one of them changed. The number moves
 * with every change of the rows, whoever makes it; the day matters too, since heads serve for periods.
 */
@Injectable()
export class Directories {
  private readonly kept = new Map<string, Edition>();

  constructor(private readonly database: Database) {}

  /** The directory of the actor's region; who sees no board sees no names of officials either. */
  async read(actor: Actor): Promise<Directory> {
    const directory = await this.edition(actor);
    return may(actor, 'board.read', { region: actor.region }) === true ? directory : withoutNames(directory);
  }

  private edition(actor: Actor): Promise<Directory> {
    return this.database.as(
      actor,
      async (tx) => {
        const { version, today } = await editionNow(tx, actor.region);
        const kept = this.kept.get(actor.region);
        if (kept?.version === version && kept.today === today) return kept.directory;
        const directory = await readDirectory(tx, actor.region, today);
        this.kept.set(actor.region, { version, today, directory });
        return directory;
      },
      { isolation: 'REPEATABLE READ', readOnly: true },
    );
  }
}

/** For readers of figures: agencies, areas, campaigns, and nobody's name. */
function withoutNames(directory: Directory): Directory {
  return { ...directory, people: [], agencies: directory.agencies.map((agency) => ({ ...agency, head: null })) };
}

async function editionNow(tx: Tx, region: string): Promise<Pick<Edition, 'version' | 'today'>> {
  const [row] = await tx.query<{ version: string | null; now: string }>(
    `SELECT (SELECT version FROM directory_version WHERE region = $1) AS version, instant_text(app_now()) AS now`,
    [region],
  );
  if (!row) throw new Error('the database said no time');
  return { version: row.version ?? '0', today: wibDate(row.now) };
}

/** Reads the directory of the transaction's region as of a day. */
export async function readDirectory(tx: Tx, region: string, today: IsoDate): Promise<Directory> {
  return {
    region: await regionOf(tx, region),
    agencies: await agenciesOf(tx, region, today),
    people: await peopleOf(tx, region),
    areas: await areasWithin(tx, region, null),
    campaigns: await campaignsOf(tx, region),
    decrees: await decreesOf(tx),
  };
}

async function regionOf(tx: Tx, region: string): Promise<Directory['region']> {
  const [row] = await tx.query<Directory['region']>('SELECT code, name, example FROM region WHERE code = $1', [region]);
  if (!row) throw new Error('the region is not there');
  return row;
}

async function agenciesOf(tx: Tx, region: string, today: IsoDate): Promise<AgencyView[]> {
  const heads = await tx.query<AgencyHead>(
    `SELECT agency, name, capacity, from_day::text AS "from", until_day::text AS "until" FROM agency_head WHERE region = $1`,
    [region],
  );
  const agencies = await tx.query<Omit<AgencyView, 'head'>>(
    'SELECT id, code, name, short, prefix, kind, role, duties FROM agency WHERE region = $1 ORDER BY id',
    [region],
  );
  return agencies.map((agency) => {
    const head = findHeadOn(heads, agency.id, today);
    return { ...agency, head: head ? { name: head.name, capacity: head.capacity, from: head.from } : null };
  });
}

/** Everybody who serves or served, by number: old entries of the journal name people who have left. */
function peopleOf(tx: Tx, region: string): Promise<PersonView[]> {
  return tx.query<PersonView>(
    `SELECT DISTINCT ON (m.number) m.number AS id, p.name, m.agency
       FROM membership m JOIN person p ON p.id = m.person
      WHERE m.region = $1 ORDER BY m.number, m.from_day DESC`,
    [region],
  );
}

/** The districts of the region, or the villages of one district. */
export function areasWithin(tx: Tx, region: string, district: string | null): Promise<AreaView[]> {
  return tx.query<AreaView>(
    `SELECT code, name, kind FROM area
      WHERE region = $1 AND CASE WHEN $2::text IS NULL THEN kind = 'DISTRICT' ELSE starts_with(code, $2 || '.') END
      ORDER BY code`,
    [region, district],
  );
}

export function campaignsOf(tx: Tx, region: string): Promise<CampaignView[]> {
  return tx.query<CampaignView>(
    `SELECT c.id, c.title, c.open, c.example, c.starts_on::text AS "startsOn", instant_text(c.deadline) AS deadline,
            json_build_object('number', a.number, 'parties', a.parties, 'date', a.signed_on::text,
                              'subject', a.subject) AS agreement,
            (SELECT coalesce(json_agg(json_build_object('measure', l.measure, 'percent', l.percent::float8,
                                                        'from', coalesce(l.from_day, c.starts_on)::text)
                                      ORDER BY l.measure DESC), '[]')
               FROM campaign_line l WHERE l.region = c.region AND l.campaign = c.id) AS lines
       FROM campaign c JOIN agreement a ON a.region = c.region AND a.number = c.agreement
      WHERE c.region = $1 ORDER BY c.open DESC, c.id DESC`,
    [region],
  );
}

/** National data, the same for every region and reader. */
export function decreesOf(tx: Tx): Promise<DecreeView[]> {
  return tx.query<DecreeView>(
    `SELECT d.year, d.basis,
            coalesce(json_agg(h.day::text ORDER BY h.day) FILTER (WHERE h.kind = 'NATIONAL'), '[]') AS national,
            coalesce(json_agg(h.day::text ORDER BY h.day) FILTER (WHERE h.kind = 'COLLECTIVE_LEAVE'), '[]') AS "collectiveLeave"
       FROM holiday_decree d LEFT JOIN holiday h ON h.year = d.year GROUP BY d.year, d.basis ORDER BY d.year`,
    [],
  );
}
