import type { Chance } from './chance';

/**
 * Names of people who do not exist: put together from syllables, so that they sound Javanese and belong to nobody.
 * No name of a list of real persons is used.
 */
const FIRST = [
  'War',
  'Sar',
  'Kus',
  'Mur',
  'Har',
  'Sul',
  'Rat',
  'Nur',
  'Wid',
  'Yul',
  'Pur',
  'Sit',
  'Lest',
  'Bud',
  'Tri',
];
const MIDDLE = ['a', 'o', 'i', 'u', 'an', 'in', 'om', 'ad'];
const MALE_END = ['sdoko', 'ntoro', 'mbodo', 'ryadi', 'djono', 'gianto', 'ngkoso', 'wibowo'];
const FEMALE_END = ['ndari', 'ningrum', 'stuti', 'ngsih', 'wanti', 'mbarsari', 'nirasa', 'yekti'];
const FAMILY = ['Kalimbara', 'Wanendra', 'Praksono', 'Jatimurna', 'Sumbogo', 'Wiratmaya', 'Gandrasta', 'Lodaya'];
const DEGREES = ['S.Sos.', 'S.E.', 'S.T.', 'S.KM.', 'S.Pd.', 'S.AP.', 'A.Md.', 'S.Kom.'];
const MASTERS = ['M.Si.', 'M.AP.', 'M.M.', 'M.Kes.', 'M.Pd.'];

/** A full name with a degree, as it stands on a letter. */
export function operatorName(chance: Chance): string {
  return `${bareName(chance)}, ${chance.pick(DEGREES)}`;
}

/** A full name as a head of agency writes it: with titles before and behind. */
export function headName(chance: Chance, doctor: boolean): string {
  const before = doctor ? 'dr. ' : chance.happens(0.35) ? chance.pick(['Drs. ', 'Ir. ', 'Dra. ']) : '';
  const first = before === '' || doctor ? `${chance.pick(DEGREES.slice(0, 5))}, ` : '';
  return `${before}${bareName(chance)}, ${doctor ? '' : first}${chance.pick(MASTERS)}`;
}

function bareName(chance: Chance): string {
  const end = chance.pick(chance.happens(0.5) ? MALE_END : FEMALE_END);
  const given = `${chance.pick(FIRST)}${chance.pick(MIDDLE)}${end}`;
  return chance.happens(0.15) ? given : `${given} ${chance.pick(FAMILY)}`;
}
