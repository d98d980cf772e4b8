import type { Chance } from './chance';

/**
 * Names of people who do not exist: given names and second names that thousands bear, put together by chance. They come
 * from no list of persons, and no post or agency suggests them.
 */
const MEN = {
  given: ['Agus', 'Arif', 'Bambang', 'Dwi', 'Edi', 'Hadi', 'Heru', 'Imam', 'Joko', 'Slamet', 'Teguh', 'Wahyu'],
  second: ['Cahyono', 'Hartanto', 'Kusuma', 'Nugroho', 'Pamungkas', 'Prasetyo', 'Santoso', 'Setiawan', 'Wibowo'],
};
const WOMEN = {
  given: ['Anik', 'Dewi', 'Endang', 'Indah', 'Lilik', 'Nanik', 'Ratna', 'Rini', 'Siti', 'Sri', 'Titik', 'Yuni'],
  second: ['Andayani', 'Handayani', 'Kurniawati', 'Lestari', 'Rahayu', 'Setyowati', 'Utami', 'Wahyuni', 'Wulandari'],
};
const DEGREES = ['S.Sos.', 'S.E.', 'S.T.', 'S.KM.', 'S.Pd.', 'S.AP.', 'A.Md.', 'S.Kom.'];
const MASTERS = ['M.Si.', 'M.AP.', 'M.M.', 'M.Kes.', 'M.Pd.'];

/** A full name with a degree, as it stands on a letter. */
export function operatorName(chance: Chance): string {
  return `${bareName(chance, chance.happens(0.5))}, ${chance.pick(DEGREES)}`;
}

/** A full name as a head of agency writes it: with titles before and behind. */
export function headName(chance: Chance, doctor: boolean): string {
  const woman = chance.happens(0.4);
  const academic = chance.happens(0.35) ? chance.pick([woman ? 'Dra. ' : 'Drs. ', 'Ir. ']) : '';
  const before = doctor ? 'dr. ' : academic;
  const first = before === '' ? `${chance.pick(DEGREES.slice(0, 5))}, ` : '';
  return `${before}${bareName(chance, woman)}, ${first}${chance.pick(MASTERS)}`;
}

function bareName(chance: Chance, woman: boolean): string {
  const { given, second } = woman ? WOMEN : MEN;
  const name = chance.pick(given);
  // Many Indonesians bear one name.
  return chance.happens(0.08) ? chance.pick(second) : `${name} ${chance.pick(second)}`;
}
