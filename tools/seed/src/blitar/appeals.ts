import { addDays, epochMillis, wibDate, wibInstant } from '@papan/domain';
import { Chance } from '../chance';
import type { CaseFacts } from '../compliance/case-facts';
import { type CaseStory, caseStory } from '../compliance/case-story';
import { playersOf } from '../compliance/players';
import type { Walk } from '../compliance/walk';
import { DEMO_STARTS_AT } from '../demo-figures';
import type { Scene } from '../director';
import type { RegionStory } from '../region-story';

/** The year whose figures the story follows. */
const SEED = 2019;
const GIVEN_AT = wibInstant('2026-10-06', '08:20:00');
const TAKEN_AT = wibInstant('2026-10-06', '11:05:00');
const LINKED_AT = wibInstant('2026-10-07', '09:30:00');

/** A task about the appeals to some of the employers: its progress is counted from their cases. */
interface AppealTask {
  readonly agency: 'DISNAKER' | 'DPMPTSP';
  readonly title: string;
  readonly description: string;
  readonly cases: (walk: Walk) => boolean;
}

/** Letters that are on their way or have just arrived; every third is of DPMPTSP, as the licence holders are its own. */
const RECENT = ['APPEAL_UNPROVED', 'APPEAL_RUNNING'];
const ofLicensing = ({ nth }: Walk): boolean => nth % 3 === 2;

const TASKS: readonly AppealTask[] = [
  {
    agency: 'DISNAKER',
    title: 'Himbauan kepada 38 badan usaha yang belum mendaftarkan pekerjanya',
    description: 'Tugas ini terhubung dengan perkaranya: yang dihitung hanya surat dengan bukti terima.',
    cases: (walk) =>
      (RECENT.includes(walk.script.fate) && !ofLicensing(walk)) ||
      (walk.script.fate === 'APPEAL_ENDED' && walk.nth % 3 === 1 && walk.nth < 15),
  },
  {
    agency: 'DPMPTSP',
    title: 'Himbauan kepada pemegang NIB yang belum menjadi peserta',
    description: 'Tugas ini terhubung dengan perkaranya: yang dihitung hanya surat dengan bukti terima.',
    cases: (walk) => RECENT.includes(walk.script.fate) && ofLicensing(walk),
  },
];

type Region = Pick<RegionStory, 'agencies' | 'areas' | 'heads' | 'people'>;

/**
 * What Kabupaten Blitar does about its employers, told with the figures that the press reported for June 2019, and the two
 * tasks that are about some of these cases.
 */
export function tellCases({ stage, cast, campaign, decrees }: Scene, region: Region): CaseFacts {
  const { agencies, areas, heads, people } = region;
  const story = caseStory({
    players: playersOf('35.05', agencies, people, heads),
    areas,
    decrees,
    lastDay: addDays(wibDate(DEMO_STARTS_AT), -3),
    endsAt: DEMO_STARTS_AT,
    seed: SEED,
  });
  for (const { at, by, event } of story.told) stage.happen(at, by, () => event);
  const chance = new Chance(SEED + 1);
  const { lead } = cast;
  for (const { agency, title, description, cases } of TASKS) {
    const walks = story.walks.filter(cases);
    const worker = cast.byAgency(agency);
    const part = stage.create(GIVEN_AT, lead, {
      ...{ campaign, agency: worker.agency, title, description, target: walks.length, unit: 'employers' },
      ...{ segment: 'PPU_BU', area: null, start: wibDate(GIVEN_AT), due: '2026-11-13', visibility: 'campaign' },
      ...{ evidence: 'Bukti kirim dan bukti terima pada tiap perkara', draft: false },
    });
    stage.deed(TAKEN_AT, worker, part, 'accept');
    const byLead = { person: lead.id, agency: lead.agency };
    stage.happen(LINKED_AT, byLead, () => ({
      type: 'CasesLinked',
      data: { task: part.id, added: walks.map(({ road }) => road.number), removed: [] },
      text: null,
    }));
    const received = walks.flatMap(firstReceipt);
    const before = received.filter(({ at }) => at <= LINKED_AT).length;
    if (before > 0) stage.countFromCases(LINKED_AT, byLead, part, chance.uuid(epochMillis(LINKED_AT)), before);
    for (const { at, by } of received) {
      if (at > LINKED_AT) stage.countFromCases(at, by, part, chance.uuid(epochMillis(at)), 1);
    }
  }
  return { files: story.files, list: story.list };
}

/** When the first appeal of a case was proven to have arrived, and who entered it. */
function firstReceipt({ road }: Walk): CaseStory['told'] {
  const found = road.told.find(({ event }) => event.type === 'ReceiptRecorded' && event.data.receivedOn !== null);
  return found ? [found] : [];
}
