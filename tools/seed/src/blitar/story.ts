import {
  type Area,
  type Campaign,
  type HolidayDecree,
  SHIPPED_DECREES,
  addDays,
  countsPersons,
  missingTo,
  wibDate,
  wibInstant,
} from '@papan/domain';
import { Chance } from '../chance';
import { BLITAR_CUT, DEADLINE_2018, DEMO_DEADLINE, DEMO_STARTS_AT, LINES } from '../demo-figures';
import { type Cast, type Scene, direct } from '../director';
import { officeMoment } from '../office-hours';
import { type RegionStory, type StoryPerson } from '../region-story';
import { type Part, Stage } from '../stage';
import { agenciesFrom, castOf, headsFor, namedAsHead, peopleFor } from '../table';
import { targetsFor } from '../targets';
import type { TaskScript } from '../task-script';
import { BLITAR_BLOCKERS } from './blockers';
import { blitarCoverage } from './coverage';
import { BLITAR_ACCOUNTS, BLITAR_ACTING, BLITAR_PARTIES } from './parties';
import { HISTORY_OF_2018 } from './story-2018';
import { tellCases } from './appeals';
import { blitarTasks } from './tasks';

const CODE = '35.05';
const CAMPAIGN_2018 = 1;
const CAMPAIGN_2026 = 2;
const FIRST_DAY = '2026-09-28';

export const BLITAR_CAMPAIGNS: readonly Campaign[] = [
  {
    id: CAMPAIGN_2018,
    title: 'Menuju UHC 2018',
    agreement: {
      number: '119/I.22/409.05/2018',
      parties: ['Pemerintah Kabupaten Blitar', 'BPJS Kesehatan Kantor Cabang Kediri'],
      date: null,
      subject:
        'Optimalisasi Kepesertaan Program Jaminan Kesehatan Nasional untuk mewujudkan Universal Health Coverage di Kabupaten Blitar',
    },
    startsOn: null,
    deadline: DEADLINE_2018,
    lines: [{ measure: 'registered', percent: 100 }],
    open: false,
    example: false,
  },
  {
    id: CAMPAIGN_2026,
    title: 'Percepatan UHC 2026',
    agreement: {
      number: 'CONTOH/119/409.05/2026',
      parties: ['Pemerintah Kabupaten Blitar', 'BPJS Kesehatan Kantor Cabang Kediri'],
      date: FIRST_DAY,
      subject: 'Contoh: percepatan kepesertaan JKN sampai 98% penduduk terdaftar dan 80% aktif',
    },
    startsOn: FIRST_DAY,
    deadline: DEMO_DEADLINE,
    lines: [...LINES],
    open: true,
    example: true,
  },
];

/** The people missing to 98 % at the cut: what the tasks of the running campaign share among them. */
export const BLITAR_MISSING = missingTo(98, BLITAR_CUT.registered, BLITAR_CUT.population).missing;

/**
 * Kabupaten Blitar up to Monday 2 November 2026, 08.00 WIB: two campaigns, eighteen parties, five weeks of work.
 * `areas` are its real districts and villages; everything else is made, and the same for the same seed.
 */
export function blitarStory(areas: readonly Area[], seed = 350_5): RegionStory {
  const chance = new Chance(seed);
  const agencies = agenciesFrom(BLITAR_PARTIES);
  const heads = headsFor(agencies, BLITAR_ACTING, chance);
  const people = peopleFor(agencies, BLITAR_ACCOUNTS, 'blitar.contoh', chance, namedAsHead(agencies, heads));
  const stage = new Stage(agencies, areas, BLITAR_CAMPAIGNS);
  const cast = castOf(agencies, people);
  const scene: Scene = {
    stage,
    cast,
    chance,
    decrees: SHIPPED_DECREES,
    campaign: CAMPAIGN_2026,
    from: FIRST_DAY,
    through: addDays(wibDate(DEMO_STARTS_AT), -3),
    lastDay: wibDate(DEMO_DEADLINE),
  };
  tell2018(stage, cast);
  const { scripts, targets, parts } = tellTasks(scene, areas);
  tellHandOvers(scene, parts, targets);
  tellBlockers(scene, parts, scripts);
  const coverage = blitarCoverage(areas);
  stage.tellCuts(cast.verifier, coverage);
  tellAllocations(scene, scripts, targets);
  const cases = tellCases(scene, { agencies, areas, heads, people });
  const happenings = stage.play();
  const decrees: readonly HolidayDecree[] = SHIPPED_DECREES;
  const region = { code: CODE, name: 'Kabupaten Blitar', example: true };
  return {
    region,
    areas,
    agencies,
    heads,
    people,
    campaigns: BLITAR_CAMPAIGNS,
    decrees,
    happenings,
    endsAt: DEMO_STARTS_AT,
    cases,
    coverage,
  };
}

function tellTasks(scene: Scene, areas: readonly Area[]) {
  const blocked = new Set(BLITAR_BLOCKERS.map((it) => it.task));
  const scripts = blitarTasks(areas).map((script) => (blocked.has(script.key) ? { ...script, early: true } : script));
  const targets = targetsFor(scripts, BLITAR_MISSING);
  const parts = new Map(scripts.map((script) => [script.key, direct(scene, script, targets.get(script.key) ?? 1)]));
  return { scripts, targets, parts };
}

/** Workers of a feed mill go to Disnaker as a whole, a third of the micro businesses of Kademangan to Disperindag. */
function tellHandOvers(
  { stage, cast, chance }: Scene,
  parts: ReadonlyMap<string, Part>,
  targets: ReadonlyMap<string, number>,
): void {
  const hand = (key: string, to: string, amount: number, due: string, reason: string): void => {
    const part = parts.get(key);
    const receiver = cast.operators.get(to);
    if (!part || !receiver) throw new Error(`nothing to hand over: ${key}`);
    const handed = stage.reassign(officeMoment('2026-10-14', chance), cast.lead, part, {
      agency: receiver.agency,
      amount,
      due,
      reason,
    });
    stage.deed(officeMoment('2026-10-15', chance), receiver, handed, 'accept');
  };
  const whole = targets.get('nakkan-talun') ?? 0;
  const third = Math.floor((targets.get('dinkop-kademangan') ?? 0) / 3);
  hand('nakkan-talun', 'DISNAKER', whole, '2026-11-26', 'Pekerjanya karyawan pabrik pakan, bukan kandang keluarga.');
  hand('dinkop-kademangan', 'DISPERINDAG', third, '2026-11-30', 'Sepertiga pelaku usaha berjualan tetap di pasar.');
}

function tellBlockers(
  { stage, cast, chance }: Scene,
  parts: ReadonlyMap<string, Part>,
  scripts: readonly TaskScript[],
): void {
  for (const { task, lifter, code, text, since, wantedBy, lifted } of BLITAR_BLOCKERS) {
    const part = parts.get(task);
    const script = scripts.find((it) => it.key === task);
    if (!part || !script) throw new Error(`no task ${task} to be blocked`);
    const lifterId = cast.byAgency(lifter).agency;
    const raised = stage.raise(officeMoment(since, chance), cast.byAgency(script.agency), part, {
      code,
      text,
      lifter: lifterId,
      wantedBy,
    });
    if (lifted) stage.lift(officeMoment(lifted.on, chance), cast.byAgency(lifter), raised, lifted.note);
  }
}

/** Most of what the tasks of an agency ask for is given out; the rest stays unallocated until the November meeting. */
function tellAllocations(scene: Scene, scripts: readonly TaskScript[], targets: ReadonlyMap<string, number>): void {
  const { stage, cast, chance } = scene;
  const shares = new Map<string, number>();
  for (const { key, agency, unit, fate } of scripts) {
    if (!countsPersons(unit) || fate === 'DRAFT') continue;
    shares.set(agency, (shares.get(agency) ?? 0) + (targets.get(key) ?? 0));
  }
  for (const [code, people] of shares) {
    stage.tell(officeMoment('2026-10-06', chance), cast.lead, {
      type: 'AllocationSet',
      data: {
        campaign: CAMPAIGN_2026,
        measure: 'registered',
        agency: cast.byAgency(code).agency,
        people: Math.floor((people * 0.82) / 50) * 50,
      },
      text: null,
    });
  }
}

function tell2018(stage: Stage, cast: Cast): void {
  for (const row of HISTORY_OF_2018) {
    const worker: StoryPerson = cast.byAgency(row.agency);
    const part = stage.create(wibInstant(row.assigned, '09:00:00'), cast.lead, {
      campaign: CAMPAIGN_2018,
      agency: worker.agency,
      title: row.title,
      description: row.description,
      evidence: row.evidence,
      unit: 'documents',
      segment: null,
      area: null,
      target: row.target,
      start: row.assigned,
      due: row.due,
      visibility: 'campaign',
      draft: false,
    });
    const at = wibInstant(row.done, '10:00:00');
    const entry = row.entry;
    stage.report(at, worker, part, { entry, delta: row.target, reached: 0, rejected: 0, note: row.note });
    stage.deed(wibInstant(row.done, '10:05:00'), worker, part, 'submit');
    const judge = row.agency === 'DINKES' ? cast.verifier : cast.lead;
    stage.deed(wibInstant(row.done, '14:20:00'), judge, part, 'close');
  }
}
