import {
  type Actor,
  type Area,
  type Happening,
  SHIPPED_DECREES,
  addDays,
  epochMillis,
  instantFromMillis,
  wibInstant,
} from '@papan/domain';
import { hashPassword } from '@papan/server-platform';
import { BLITAR_ACCOUNTS, BLITAR_PARTIES } from './blitar/parties';
import { Chance } from './chance';
import { CaseRoad, type Told } from './compliance/case-road';
import { licenceList } from './compliance/licence-list';
import { type Players, playersOf } from './compliance/players';
import { writeCases } from './compliance/write-cases';
import { DEMO_STARTS_AT } from './demo-figures';
import { inventEmployers } from './employers';
import { asOwner } from './owner';
import type { RegionStory } from './region-story';
import { DEMO_PASSWORD } from './seed-demo';
import { agenciesFrom, headsFor, namedAsHead, peopleFor } from './table';
import { writeJournal } from './write-journal';
import { writePeople, writeShownAccounts } from './write-people';
import { writeDecrees, writeRegion } from './write-region';

const CODE = '35.98';
const TODAY = '2026-11-02';

/** Where a load of cases was written, and who works there. */
export interface CaseLoad {
  readonly region: string;
  /** Members by the login before the @, as in the demonstration: dinkes, disnaker, pemeriksa.bpjs, kepala.bpjs … */
  readonly members: readonly { readonly login: string; readonly number: number }[];
  readonly password: string;
  readonly cases: number;
  readonly steps: number;
}

/**
 * A region of its own, 35.98, with so many employers of one list, a case against each, and five steps in each case: known,
 * appealed to, visited, inspected, warned, with the clock of ten working days running. For measurements; the rows are the
 * fold of the journal. The papers that the steps name have hashes and no bytes.
 */
export async function seedCases(ownerUrl: string, cases: number): Promise<CaseLoad> {
  const chance = new Chance(cases);
  const story = peopledRegion(chance);
  const players = playersOf(CODE, story.agencies, story.people, story.heads);
  const upload = chance.uuid(epochMillis(DEMO_STARTS_AT));
  const employers = inventEmployers(chance, [], cases).map((employer, at) => {
    return { ...employer, district: story.areas[at % story.areas.length]?.code ?? null };
  });
  const list = licenceList(wibInstant('2026-07-01', '09:00'), upload, employers, story.areas);
  const { disnaker } = players;
  const told: readonly Told[] = [
    { at: list.at, by: { person: disnaker.person, agency: disnaker.agency.id }, event: list.event },
    ...Array.from({ length: cases }, (_, at) => wayOf(at + 1, players, chance)).flatMap((road) => road.told),
  ];
  const happenings = [...told]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((it, at): Happening => ({ seq: at + 1, ...it }));
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await asOwner(ownerUrl, async (owner) => {
    await writeRegion(owner, story);
    await writeDecrees(owner, story.decrees);
    await writePeople(owner, [story], passwordHash);
    await writeShownAccounts(owner, [story], DEMO_PASSWORD);
    await owner.query(
      `UPDATE clock SET shift = $1::timestamptz - clock_timestamp()
        WHERE NOT EXISTS (SELECT FROM installation WHERE key = 'demo')`,
      [DEMO_STARTS_AT],
    );
    const pause = async (): Promise<void> => {
      await owner.query('COMMIT');
      await owner.query('BEGIN');
    };
    const board = await writeJournal(owner, CODE, happenings, pause);
    const region = { code: CODE, agencies: story.agencies, happenings, board, today: TODAY };
    await writeCases(owner, region, { files: null, list });
  });
  return {
    region: CODE,
    members: story.people.map(({ login, id }) => ({ login: login.split('@')[0] ?? '', number: id })),
    password: DEMO_PASSWORD,
    cases,
    steps: cases * 5,
  };
}

function peopledRegion(chance: Chance): RegionStory {
  const agencies = agenciesFrom(BLITAR_PARTIES);
  const heads = headsFor(agencies, {}, chance);
  const areas = Array.from({ length: 22 }, (_, at): Area => {
    const number = String(at + 1).padStart(2, '0');
    return { code: `${CODE}.${number}`, name: `Uji ${number}`, kind: 'DISTRICT' };
  });
  return {
    region: { code: CODE, name: 'Kabupaten Uji Kepatuhan', example: true },
    ...{ areas, agencies, heads, campaigns: [], decrees: SHIPPED_DECREES, happenings: [], cases: null, coverage: null },
    people: peopleFor(agencies, BLITAR_ACCOUNTS, 'uji-kepatuhan.contoh', chance, namedAsHead(agencies, heads)),
    endsAt: DEMO_STARTS_AT,
  };
}

/** Each case a second after the last; every step before the time of the one before it has run out. */
function wayOf(number: number, players: Players, chance: Chance): CaseRoad {
  const road = new CaseRoad(number, number, { settings: [], decrees: SHIPPED_DECREES });
  const at = (day: string): string => instantFromMillis(epochMillis(wibInstant(day, '08:00')) + number * 1000);
  const paper = (): string => Array.from({ length: 8 }, () => `${chance.hex(7)}a`).join('');
  const take = (day: string, actor: Actor, step: Parameters<CaseRoad['take']>[2]['step'], rest: object): void =>
    road.take(at(day), actor, { entry: chance.uuid(epochMillis(at(day))), step, on: day, ...rest });
  const signed = { number: `UJI/${number}`, signatory: 'Uji' };
  const missing = chance.between(1, 40);
  road.open(at('2026-09-14'), players.disnaker, {
    entry: chance.uuid(epochMillis(at('2026-09-14'))),
    ...{ source: 'DISNAKER', violations: ['NOT_REGISTERED'], workersMissing: missing, note: '' },
  });
  const received = (day: string): object => ({ receivedOn: day, receiptProof: paper() });
  take('2026-09-21', players.disnaker, 'HIMBAUAN', { ...signed, ...received('2026-09-21') });
  take('2026-09-28', players.disnaker, 'VISIT', { promisedOn: '2026-10-12' });
  take('2026-10-06', players.inspector, 'INSPECTION', { ...signed, workers: missing, document: paper() });
  const warned = addDays('2026-10-26', number % 5);
  take(warned, players.inspector, 'TEGURAN_I', { ...signed, document: paper(), ...received(warned) });
  return road;
}
