import {
  type Area,
  type BoardEvent,
  type Happening,
  type HolidayDecree,
  type IsoDate,
  type IsoInstant,
  type LadderSettings,
  changeSetting,
  confirmHandover,
  epochMillis,
  orThrow,
  proposeHandover,
  recordEmployer,
  wibDate,
  wibInstant,
} from '@papan/domain';
import { Chance } from '../chance';
import { type InventedEmployer, inventEmployers } from '../employers';
import { Cabinet, type Kept } from './cabinet';
import type { CaseFacts } from './case-facts';
import { CaseRoad, type Told } from './case-road';
import { type CaseFate, type CaseScript, HANDED_FATES, caseScripts } from './plan';
import { licenceList } from './licence-list';
import type { Players } from './players';
import { Walk } from './walk';
import { WAYS } from './ways';

/** What happened to employers, in no order yet. */
export interface CaseStory extends CaseFacts {
  readonly files: ReadonlyMap<string, Kept>;
  readonly told: readonly Told[];
  readonly walks: readonly Walk[];
}

export interface CaseStage {
  readonly players: Players;
  readonly areas: readonly Area[];
  readonly decrees: readonly HolidayDecree[];
  readonly lastDay: IsoDate;
  readonly endsAt: IsoInstant;
  readonly seed: number;
}

/** The day of the power of attorney. In 2019 it was 27 May; in 2026 that day is a holiday, so it is the day before. */
export const SKK_ON: IsoDate = '2026-05-26';
export const SKK_TERM: IsoDate = '2026-12-31';
const PROPOSED_AT = wibInstant('2026-05-25', '10:12:00');
const CONFIRMED_AT = wibInstant(SKK_ON, '14:05:00');

/**
 * For two days an appeal ran for 45 working days, as a trial that was given up: two letters received then run into a year
 * whose decree nobody has loaded. Dated data of the office, as every waiting time that is not law.
 */
const SETTINGS: readonly { readonly at: IsoInstant; readonly setting: LadderSettings[number] }[] = [
  {
    at: wibInstant('2026-10-27', '13:40:00'),
    setting: { from: '2026-10-29', step: 'HIMBAUAN', clock: { kind: 'WORKING_DAYS', days: 45 } },
  },
  {
    at: wibInstant('2026-10-30', '13:55:00'),
    setting: { from: '2026-11-02', step: 'HIMBAUAN', clock: { kind: 'CALENDAR_DAYS', days: 14 } },
  },
];

/** Tells the way of every case through the rules of the ladder. The same for the same seed. */
export function caseStory(stage: CaseStage): CaseStory {
  const { players, areas, decrees, lastDay, endsAt, seed } = stage;
  const chance = new Chance(seed);
  const cabinet = new Cabinet();
  const scripts = caseScripts(chance);
  const invented = inventEmployers(chance, areas, scripts.length + LICENSED);
  const settings = SETTINGS.map(({ setting }) => setting);
  const around = { chance, players, decrees, cabinet, lastDay };
  const nths = new Map<CaseFate, number>();
  const walks = scripts.map((script, at) => {
    const nth = nths.get(script.fate) ?? 0;
    nths.set(script.fate, nth + 1);
    const road = new CaseRoad(at + 1, at + 1, { settings, decrees });
    return new Walk(around, script, invented[at] ?? nobody(at), road, nth);
  });
  for (const walk of walks) WAYS[walk.script.fate].before(walk);
  const handover = handOver(stage, walks, chance, cabinet);
  for (const walk of walks) {
    WAYS[walk.script.fate].after?.(walk);
    walk.road.waitUntil(endsAt);
  }
  const licensed = [...invented.slice(scripts.length), ...invented.slice(TWICE[0], TWICE[1]).map(writtenOtherwise)];
  const list = licenceList(LISTED_AT, chance.uuid(epochMillis(LISTED_AT)), licensed, areas);
  const { licensing } = players;
  return {
    told: [
      { at: list.at, by: { person: licensing.person, agency: licensing.agency.id }, event: list.event },
      ...walks.flatMap((walk) => [recorded(walk, stage), ...walk.road.told]),
      ...handover,
      ...SETTINGS.map(({ at, setting }) => settled(players, at, setting)),
    ],
    walks,
    files: cabinet.kept,
    list,
  };
}

const LICENSED = 360;
/** Employers with a case who stand in the licence list once more, otherwise written: a person has to decide. */
const TWICE = [60, 63] as const;
const LISTED_AT = wibInstant('2026-10-01', '09:20:00');

function writtenOtherwise(employer: InventedEmployer): InventedEmployer {
  const { name, address } = employer;
  return {
    ...employer,
    name: name.replace(' ', '. '),
    address: address.replace('Jalan', 'Jl.'),
    nib: null,
    npwp: null,
  };
}

function nobody(at: number): never {
  throw new Error(`no employer for case ${at + 1}`);
}

/** The register has the employer before the case is opened, entered by the same hand. */
function recorded({ road, script, employer }: Walk, { areas }: CaseStage): Told {
  const [opened] = road.told;
  if (!opened) throw new Error(`case ${road.number} was never opened`);
  const known = new Set(areas.map((it) => it.code));
  const plan = {
    ...employer,
    estimated: script.missing + script.registered,
    registered: script.registered,
    source: script.source,
  };
  const event = orThrow(recordEmployer(road.employer, plan, { hasArea: (code) => known.has(code) }));
  return { at: opened.at, by: opened.by, event };
}

/** One power of attorney for all of them: entered by the inspector, confirmed by the head of BPJS's office. */
function handOver({ players }: CaseStage, walks: readonly Walk[], chance: Chance, cabinet: Cabinet): readonly Told[] {
  const { inspector, bpjsHead } = players;
  const handed = walks.filter(({ script }) => HANDED_FATES.includes(script.fate)).map(({ road }) => road);
  const both = (at: IsoInstant, by: Happening['by'], event: BoardEvent): Told => {
    for (const road of handed) road.undergo(at, by, event);
    return { at, by, event };
  };
  for (const road of handed) road.waitUntil(PROPOSED_AT);
  const note = 'Telaahan bersama Kejaksaan Negeri selesai; berkas tiap badan usaha lengkap.';
  const proposed = orThrow(
    proposeHandover(
      HANDOVER,
      handed.map((road) => road.case),
      note,
      inspector,
      { today: wibDate(PROPOSED_AT), settings: SETTINGS.map(({ setting }) => setting) },
    ),
  );
  const first = both(PROPOSED_AT, { person: inspector.person, agency: inspector.agency.id }, proposed);
  const number = 'CONTOH/SKK/44/VII-13/0526';
  const document = cabinet.paper(CONFIRMED_AT, bpjsHead, 'surat-kuasa-khusus.pdf', [
    'SURAT KUASA KHUSUS',
    `Nomor ${number}`,
    `Lampiran: ${handed.length} badan usaha`,
  ]);
  const entries = new Map(handed.map((road) => [road.number, chance.uuid(epochMillis(CONFIRMED_AT))]));
  const confirmed = orThrow(
    confirmHandover(
      { id: HANDOVER, state: 'PROPOSED', proposedBy: inspector.person, cases: handed.map((road) => road.number) },
      handed.map((road) => road.case),
      { number, signatory: players.signatory('BPJS-KES'), on: SKK_ON, term: SKK_TERM, document, entries },
      bpjsHead,
      { today: SKK_ON, settings: SETTINGS.map(({ setting }) => setting) },
    ),
  );
  return [first, both(CONFIRMED_AT, { person: bpjsHead.person, agency: bpjsHead.agency.id }, confirmed)];
}

export const HANDOVER = 1;

function settled({ lead }: Players, at: IsoInstant, setting: LadderSettings[number]): Told {
  const event = orThrow(changeSetting(setting, lead, { today: wibDate(at) }));
  return { at, by: { person: lead.person, agency: lead.agency.id }, event };
}

/** Numbers of the script, checked by its spec: how many cases of each fate. */
export function countFates(scripts: readonly Pick<CaseScript, 'fate'>[]): ReadonlyMap<CaseFate, number> {
  const counts = new Map<CaseFate, number>();
  for (const { fate } of scripts) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  return counts;
}
