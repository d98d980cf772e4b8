import { isAreaCode, isWithin } from '../../organisation/area';
import { type Refusal, isRefusal, refuse } from '../../refusal/refusal';
import { checkQuantity, checkText } from '../../tasks/text';
import type { Employer, EmployerTexts } from '../employer';
import { readIdentity } from './identity-numbers';

export const EMPLOYER_TEXT_FIELDS = ['name', 'nib', 'npwp', 'npp', 'address', 'contact'] as const;
export const EMPLOYER_FACT_FIELDS = ['district', 'village', 'sector', 'estimated', 'registered'] as const;
export const EMPLOYER_FIELDS = [...EMPLOYER_TEXT_FIELDS, ...EMPLOYER_FACT_FIELDS] as const;
export type EmployerField = (typeof EMPLOYER_FIELDS)[number];

export type EmployerFacts = Pick<Employer, (typeof EMPLOYER_FACT_FIELDS)[number]>;
/** Everything about an employer that a form or a list can say. */
export type EmployerPlan = EmployerTexts & EmployerFacts;

/** Longest texts, in characters. */
export const EMPLOYER_NAME_LIMIT = 160;
export const EMPLOYER_ADDRESS_LIMIT = 300;
export const EMPLOYER_CONTACT_LIMIT = 160;

/** What the rules need to know of the region: which area codes it has. */
export interface KnownAreas {
  readonly hasArea: (code: string) => boolean;
}

/**
 * The plan with its texts trimmed and its numbers without punctuation, or the first thing that is wrong with it. A village
 * brings its district with it.
 */
export function checkEmployer(plan: EmployerPlan, areas: KnownAreas): EmployerPlan | Refusal {
  const texts = checkTexts(plan);
  if (isRefusal(texts)) return texts;
  const place = checkPlace(plan, areas);
  if (isRefusal(place)) return place;
  const estimated = checkQuantity('estimated', plan.estimated, 0, 'workers');
  if (isRefusal(estimated)) return estimated;
  const registered = checkQuantity('registered', plan.registered, 0, 'workers');
  if (isRefusal(registered)) return registered;
  return { ...texts, ...place, sector: plan.sector, estimated, registered };
}

/** The same, with every field that is wrong: a list is mended in one go. */
export function problemsOfEmployer(plan: EmployerPlan, areas: KnownAreas): readonly Refusal[] {
  return [
    checkText('name', plan.name, EMPLOYER_NAME_LIMIT, true),
    checkText('address', plan.address, EMPLOYER_ADDRESS_LIMIT, false),
    checkText('contact', plan.contact, EMPLOYER_CONTACT_LIMIT, false),
    readIdentity('nib', plan.nib),
    readIdentity('npwp', plan.npwp),
    readIdentity('npp', plan.npp),
    checkPlace(plan, areas),
    checkQuantity('estimated', plan.estimated, 0, 'workers'),
    checkQuantity('registered', plan.registered, 0, 'workers'),
  ].filter(isRefusal);
}

function checkTexts(plan: EmployerTexts): EmployerTexts | Refusal {
  const name = checkText('name', plan.name, EMPLOYER_NAME_LIMIT, true);
  if (isRefusal(name)) return name;
  const address = checkText('address', plan.address, EMPLOYER_ADDRESS_LIMIT, false);
  if (isRefusal(address)) return address;
  const contact = checkText('contact', plan.contact, EMPLOYER_CONTACT_LIMIT, false);
  if (isRefusal(contact)) return contact;
  const nib = readIdentity('nib', plan.nib);
  if (isRefusal(nib)) return nib;
  const npwp = readIdentity('npwp', plan.npwp);
  if (isRefusal(npwp)) return npwp;
  const npp = readIdentity('npp', plan.npp);
  return isRefusal(npp) ? npp : { name, address, contact, nib, npwp, npp };
}

const DISTRICT_CODE = 8;

function checkPlace(
  { district, village }: Pick<EmployerPlan, 'district' | 'village'>,
  { hasArea }: KnownAreas,
): Pick<EmployerPlan, 'district' | 'village'> | Refusal {
  if (district !== null && !(isAreaCode(district) && district.length === DISTRICT_CODE && hasArea(district)))
    return refuse('AREA_UNKNOWN', { value: district });
  if (village === null) return { district, village };
  if (!(isAreaCode(village) && village.length > DISTRICT_CODE && hasArea(village)))
    return refuse('AREA_UNKNOWN', { value: village });
  if (district !== null && !isWithin(village, district)) return refuse('VILLAGE_OUTSIDE_DISTRICT', {});
  return { district: village.slice(0, DISTRICT_CODE), village };
}
