import {
  type Area,
  type Campaign,
  SHIPPED_DECREES,
  type Segment,
  type Unit,
  addDays,
  countsPersons,
  missingTo,
  wibDate,
} from '@papan/domain';
import { Chance } from '../chance';
import { DEMO_DEADLINE, DEMO_STARTS_AT, KOTA_CUT, LINES } from '../demo-figures';
import { type Scene, direct } from '../director';
import { officeMoment } from '../office-hours';
import type { RegionStory } from '../region-story';
import { Stage } from '../stage';
import { agenciesFrom, castOf, headsFor, peopleFor } from '../table';
import { targetsFor } from '../targets';
import type { TaskScript } from '../task-script';
import { kotaCoverage } from './coverage';
import { KOTA_ACCOUNTS, KOTA_ACTING, KOTA_PARTIES } from './parties';

const CAMPAIGN = 1;
const FIRST_DAY = '2026-09-28';

export const KOTA_CAMPAIGNS: readonly Campaign[] = [
  {
    id: CAMPAIGN,
    title: 'Menjaga UHC Kota Blitar 2026',
    agreement: {
      number: 'CONTOH/440/410.103/2026',
      parties: ['Pemerintah Kota Blitar', 'BPJS Kesehatan Kantor Cabang Kediri'],
      date: FIRST_DAY,
      subject: 'Contoh: menjaga 98% terdaftar dan keaktifan di atas 80%',
    },
    startsOn: FIRST_DAY,
    deadline: DEMO_DEADLINE,
    lines: [...LINES],
    open: true,
    example: true,
  },
];

export const KOTA_MISSING = missingTo(98, KOTA_CUT.registered, KOTA_CUT.population).missing;

/** Kota Blitar, behind the wall: small, nearly there, and none of the regency's business. `known`: names by login. */
export function kotaStory(areas: readonly Area[], known: ReadonlyMap<string, string>, seed = 357_2): RegionStory {
  const chance = new Chance(seed);
  const agencies = agenciesFrom(KOTA_PARTIES);
  const heads = headsFor(agencies, KOTA_ACTING, chance);
  const people = peopleFor(agencies, KOTA_ACCOUNTS, 'kotablitar.contoh', chance, (login) => known.get(login));
  const stage = new Stage(agencies, areas, KOTA_CAMPAIGNS);
  const cast = castOf(agencies, people);
  const scene: Scene = {
    stage,
    cast,
    chance,
    decrees: SHIPPED_DECREES,
    campaign: CAMPAIGN,
    from: FIRST_DAY,
    through: addDays(wibDate(DEMO_STARTS_AT), -3),
    lastDay: wibDate(DEMO_DEADLINE),
  };
  const scripts = kotaTasks(areas);
  const targets = targetsFor(scripts, KOTA_MISSING);
  for (const script of scripts) direct(scene, script, targets.get(script.key) ?? 1);
  const coverage = kotaCoverage(areas);
  stage.tellCuts(cast.verifier, coverage);
  const dinsos = scripts.filter((it) => it.agency === 'DINSOS' && countsPersons(it.unit));
  stage.tell(officeMoment('2026-10-06', chance), cast.lead, {
    type: 'AllocationSet',
    data: {
      campaign: CAMPAIGN,
      measure: 'registered',
      agency: cast.byAgency('DINSOS').agency,
      people: dinsos.reduce((sum, it) => sum + (targets.get(it.key) ?? 0), 0),
    },
    text: null,
  });
  const happenings = stage.play();
  return {
    region: { code: '35.72', name: 'Kota Blitar', example: true },
    areas,
    agencies,
    heads,
    people,
    campaigns: KOTA_CAMPAIGNS,
    decrees: SHIPPED_DECREES,
    happenings,
    endsAt: DEMO_STARTS_AT,
    cases: null,
    coverage,
  };
}

function kotaTasks(areas: readonly Area[]): readonly TaskScript[] {
  const districts = areas.filter((it) => it.kind === 'DISTRICT');
  const row = (
    agency: string,
    unit: Unit,
    title: string,
    extra: Partial<TaskScript> = {},
    segment: Segment | null = null,
  ): TaskScript => ({
    key: `${agency}-${title}`,
    agency,
    title,
    unit,
    segment,
    area: null,
    description: '',
    evidence: 'Daftar dan tanda terima',
    ...extra,
  });
  return [
    ...districts.map((district, at) =>
      row(
        'DINKES',
        'people',
        `Daftarkan warga baru tanpa jaminan di Kecamatan ${district.name}`,
        { area: district.code, weight: [4, 3, 5][at] ?? 4, early: true },
        'PBPU_BP_PEMDA',
      ),
    ),
    ...districts.map((district) =>
      row('DINSOS', 'documents', `Padankan DTSEN di Kecamatan ${district.name}`, { area: district.code, target: 7 }),
    ),
    row('DINSOS', 'people', 'Usulkan kembali PBI yang dinonaktifkan', { weight: 3 }, 'PBI_JK'),
    row(
      'DISDIK',
      'people',
      'Daftarkan guru honorer sekolah swasta kota',
      { target: 46, fate: 'IN_PROGRESS' },
      'PPU_BU',
    ),
    row('DISDIK', 'employers', 'Ajak yayasan sekolah swasta mendaftar', { target: 12 }, 'PPU_BU'),
    row('DPMPTSP', 'employers', 'Cocokkan pemegang NIB kota dengan badan usaha terdaftar', { target: 310 }),
    row('DINKOP', 'people', 'Daftarkan pelaku usaha mikro sentra oleh-oleh', { target: 38 }, 'PBPU_MANDIRI'),
    row('DISPENDUKCAPIL', 'documents', 'Bersihkan data kematian di 21 kelurahan', { target: 21 }),
    row('DISPENDUKCAPIL', 'documents', 'Sediakan DKB semester I per kelurahan', { target: 21, fate: 'DONE' }),
    row('SETDA-KESRA', 'documents', 'Siapkan rapat evaluasi keaktifan', { target: 1, fate: 'ACCEPTED' }),
  ];
}
