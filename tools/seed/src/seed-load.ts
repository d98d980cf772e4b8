import { type Area, type Campaign, SHIPPED_DECREES, addDays, wibDate } from '@papan/domain';
import { hashPassword } from '@papan/server-platform';
import { BLITAR_PARTIES } from './blitar/parties';
import { Chance } from './chance';
import { DEMO_DEADLINE, DEMO_STARTS_AT, LINES } from './demo-figures';
import { type Scene, direct } from './director';
import { asOwner } from './owner';
import type { RegionStory } from './region-story';
import { DEMO_PASSWORD } from './seed-demo';
import { Stage } from './stage';
import { agenciesFrom, castOf, headsFor, peopleFor } from './table';
import type { TaskScript } from './task-script';
import { writeJournal } from './write-journal';
import { writePeople, writeShownAccounts } from './write-people';
import { writeDecrees, writeRegion } from './write-region';

const CODE = '35.99';
const CAMPAIGN: Campaign = {
  id: 1,
  title: 'Kampanye uji beban',
  agreement: { number: 'CONTOH/UJI/2026', parties: ['Uji', 'BPJS Kesehatan'], date: null, subject: 'Uji beban' },
  startsOn: '2026-09-28',
  deadline: DEMO_DEADLINE,
  lines: [...LINES],
  open: true,
  example: true,
};

/** Where a load was written: who signs in, and how much there is to see. */
export interface Load {
  readonly region: string;
  readonly lead: string;
  readonly operator: string;
  readonly verifier: string;
  readonly password: string;
  readonly tasks: number;
  readonly entries: number;
}

/**
 * A region of its own, 35.99, with so many tasks in every state and their history, for measurements and browser tests;
 * its rows are the fold of its journal. The clock is moved to the demonstration's only where no demonstration has set it.
 */
export async function seedLoad(ownerUrl: string, tasks: number): Promise<Load> {
  const story = loadStory(tasks);
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
    await writeJournal(owner, CODE, story.happenings, async () => {
      // Each entry changes the region's row: within one great transaction every change would walk past all before it.
      await owner.query('COMMIT');
      await owner.query('BEGIN');
    });
  });
  const login = (role: string): string => story.people.find((it) => it.role === role)?.login ?? '';
  return {
    region: CODE,
    lead: login('lead'),
    operator: login('operator'),
    verifier: login('bpjs-verifier'),
    password: DEMO_PASSWORD,
    tasks,
    entries: story.happenings.length,
  };
}

function loadStory(tasks: number): RegionStory {
  const chance = new Chance(tasks);
  const areas = Array.from({ length: 22 }, (_, at): Area => {
    const number = String(at + 1).padStart(2, '0');
    return { code: `${CODE}.${number}`, name: `Uji ${number}`, kind: 'DISTRICT' };
  });
  const agencies = agenciesFrom(BLITAR_PARTIES);
  const heads = headsFor(agencies, {}, chance);
  const people = peopleFor(
    agencies,
    [
      ['dinkes', 'DINKES', 'lead'],
      ['disdik', 'DISDIK', 'operator'],
      ['bpjs', 'BPJS-KES', 'bpjs-verifier'],
    ],
    'uji.contoh',
    chance,
    () => undefined,
  );
  const stage = new Stage(agencies, areas, [CAMPAIGN]);
  const scene: Scene = {
    stage,
    cast: castOf(agencies, people),
    chance,
    decrees: SHIPPED_DECREES,
    campaign: CAMPAIGN.id,
    from: '2026-09-28',
    through: addDays(wibDate(DEMO_STARTS_AT), -3),
    lastDay: wibDate(DEMO_DEADLINE),
  };
  const workers = agencies.filter(({ kind }) => kind === 'OPD');
  for (let nth = 1; nth <= tasks; nth += 1)
    direct(scene, script(nth, chance, chance.pick(workers).code, areas), chance.between(40, 900));
  return {
    region: { code: CODE, name: 'Kabupaten Uji', example: true },
    areas,
    agencies,
    heads,
    people,
    campaigns: [CAMPAIGN],
    decrees: SHIPPED_DECREES,
    happenings: stage.play(),
    endsAt: DEMO_STARTS_AT,
    cases: null,
    coverage: null,
  };
}

function script(nth: number, chance: Chance, agency: string, areas: readonly Area[]): TaskScript {
  const area = chance.pick(areas);
  return {
    key: `uji-${nth}`,
    agency,
    title: `${chance.pick(['Daftarkan warga', 'Data pekerja', 'Sisir keluarga'])} Kecamatan ${area.name}, bagian ${nth}`,
    description: 'Tugas buatan untuk uji beban.',
    evidence: 'Daftar dan tanda terima',
    unit: chance.pick(['people', 'people', 'workers', 'documents', 'employers'] as const),
    segment: null,
    area: area.code,
  };
}
