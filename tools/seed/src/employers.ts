import type { Area, EmployerTexts, Sector } from '@papan/domain';
import type { Chance } from './chance';

/** An employer that does not exist. */
export interface InventedEmployer extends EmployerTexts {
  readonly district: string | null;
  readonly village: string | null;
  readonly sector: Sector | null;
  /** Workers altogether, and those of them who are registered. */
  readonly estimated: number;
  readonly registered: number;
}

interface Trade {
  readonly sector: Sector;
  readonly forms: readonly string[];
  /** What stands before or behind the invented word; empty: nothing. */
  readonly words: readonly string[];
  readonly workers: readonly [from: number, through: number];
}

/**
 * Names are an invented word and an everyday one, behind a form of business: none comes from a list of businesses. Numbers
 * begin as no office gives them out (NIB 99…, NPWP 99.…), so that none is somebody's.
 */
const STEMS_BEFORE = ['Arwa', 'Belka', 'Cendra', 'Danu', 'Eltira', 'Garwi', 'Hesta', 'Jantra', 'Kalpa', 'Lumbra']
  .concat(['Mentra', 'Nirwa', 'Ontara', 'Pandra', 'Rengga', 'Santra', 'Tirwa', 'Ulwangi', 'Wiraga', 'Yuntra'])
  .concat(['Bramda', 'Cakra', 'Gandra', 'Kembra', 'Lentra', 'Padma', 'Rastra', 'Sembra', 'Tamba', 'Wanda']);
const STEMS_BEHIND = ['ndaru', 'siwa', 'mukti', 'loka', 'wening', 'gading', 'raksa', 'tama', 'yuda', 'sari'].concat([
  'kencana',
  'pala',
  'wijaya',
  'nagari',
  'bumi',
  'dipa',
  'karsa',
  'lingga',
  'mitra',
  'niskala',
]);

const TRADES: readonly Trade[] = [
  {
    sector: 'TRADE',
    forms: ['UD', 'Toko', 'CV', 'UD'],
    words: ['Bangunan', 'Elektronik', 'Sembako', 'Jaya', 'Baru', 'Makmur'],
    workers: [2, 30],
  },
  {
    sector: 'AGRICULTURE',
    forms: ['UD', 'CV', 'PT'],
    words: ['Unggas', 'Tani', 'Telur', 'Pakan', 'Farm'],
    workers: [3, 60],
  },
  {
    sector: 'MANUFACTURING',
    forms: ['PT', 'CV', 'UD'],
    words: ['Rokok', 'Kayu', 'Kerupuk', 'Konveksi', 'Gula', 'Keramik'],
    workers: [8, 180],
  },
  {
    sector: 'HOSPITALITY',
    forms: ['Rumah Makan', 'Hotel', 'CV'],
    words: ['Asri', 'Lesehan', 'Indah', 'Taman'],
    workers: [3, 40],
  },
  { sector: 'CONSTRUCTION', forms: ['CV', 'PT'], words: ['Karya', 'Beton', 'Konstruksi', 'Teknik'], workers: [5, 90] },
  { sector: 'TRANSPORT', forms: ['PO', 'PT', 'CV'], words: ['Trans', 'Logistik', 'Angkutan'], workers: [4, 70] },
  {
    sector: 'SERVICES',
    forms: ['Bengkel', 'CV', 'Salon'],
    words: ['Motor', 'Servis', 'Mandiri', 'Prima'],
    workers: [2, 20],
  },
  { sector: 'EDUCATION', forms: ['Yayasan', 'LKP'], words: ['Insan', 'Bina', 'Cendekia'], workers: [4, 45] },
  { sector: 'HEALTH', forms: ['Klinik', 'Apotek', 'PT'], words: ['Sehat', 'Medika', 'Farma'], workers: [3, 50] },
  { sector: 'FINANCE', forms: ['Koperasi', 'BPR'], words: ['Dana', 'Sejahtera', 'Bersama'], workers: [3, 35] },
  { sector: 'FISHERIES', forms: ['UD', 'CV'], words: ['Mina', 'Bahari', 'Tambak'], workers: [2, 25] },
];

const STREETS = [
  'Melati',
  'Kenanga',
  'Anggrek',
  'Mawar',
  'Sawo',
  'Mangga',
  'Jambu',
  'Cempaka',
  'Flamboyan',
  'Dahlia',
].concat(['Merpati', 'Kutilang', 'Garuda', 'Anyar', 'Lestari', 'Rajawali', 'Teratai', 'Bougenvil']);
const CONTACTS = ['Bagian personalia', 'Bagian keuangan', 'Kantor', 'Pemilik', 'Administrasi'];

/**
 * So many employers with names, NIBs and NPWPs that differ, spread over the villages (the districts where there are none).
 * Some have no number at all, as in real lists. The same chance invents the same employers. `areas` may be empty.
 */
export function inventEmployers(chance: Chance, areas: readonly Area[], count: number): readonly InventedEmployer[] {
  const villages = areas.filter(({ kind }) => kind === 'VILLAGE');
  const places = villages.length > 0 ? villages : areas;
  const taken = new Set<string>();
  const employers: InventedEmployer[] = [];
  while (employers.length < count) {
    const employer = inventOne(chance, places, employers.length);
    const name = taken.has(employer.name) ? `${employer.name} ${inWords(employers.length)}` : employer.name;
    if (taken.has(name)) continue;
    taken.add(name);
    employers.push({ ...employer, name });
  }
  return employers;
}

function inventOne(chance: Chance, places: readonly Area[], nth: number): InventedEmployer {
  const trade = chance.pick(TRADES);
  const place = places.length > 0 ? chance.pick(places) : null;
  const stem = `${chance.pick(STEMS_BEFORE)}${chance.pick(STEMS_BEHIND)}`;
  const [few, many] = trade.workers;
  // Most are small.
  const estimated = few + Math.floor((many - few) * chance.fraction() ** 3);
  const district = place === null ? null : place.code.slice(0, 8);
  return {
    name: [chance.pick(trade.forms), stem, chance.pick(trade.words)].join(' '),
    nib: chance.happens(0.85) ? `99${digits(chance, 5)}${serial(nth)}` : null,
    npwp: chance.happens(0.7) ? `99${serial(nth)}${digits(chance, 4)}000` : null,
    npp: chance.happens(0.5) ? `01${serial(nth)}` : null,
    address: `Jalan ${chance.pick(STREETS)} No. ${chance.between(1, 180)}, RT ${chance.between(1, 9)} RW ${chance.between(1, 12)}`,
    contact: chance.pick(CONTACTS),
    district,
    village: place?.kind === 'VILLAGE' ? place.code : null,
    sector: trade.sector,
    estimated,
    registered: chance.happens(0.45) ? 0 : Math.floor(estimated * chance.fraction()),
  };
}

/** Six digits that no other employer of the list has. */
function serial(nth: number): string {
  return String(100_000 + ((nth * 7_919) % 900_000)).padStart(6, '0');
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => String(chance.between(0, 9))).join('');
}

/** A second shop of the same name has a numeral, as signs have. */
function inWords(nth: number): string {
  const numerals = ['II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  return `${numerals[nth % numerals.length] ?? 'II'} ${String.fromCharCode(65 + (nth % 26))}`;
}
