import type { Employer } from '../employer';
import { isSlipOf, npwpKey } from './identity-numbers';
import { type Trigrams, dice, trigramsOf } from './likeness';
import { NAME_LIKE, NameIndex } from './name-index';
import { normalAddress, normalName } from './normal-words';

/** What is compared of an employer, or of a row that may become one. */
export type Comparable = Pick<Employer, 'nib' | 'npwp' | 'npp' | 'name' | 'address' | 'district' | 'village'>;

/** By what two entries look like one employer. A person decides. */
export const MATCH_REASONS = ['NIB', 'NPWP', 'NPP', 'NAME'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** A proposal: this employer may be the same. `percent`: how alike names and addresses are, 0 to 100. */
export interface Likely {
  readonly employer: number;
  readonly reason: MatchReason;
  readonly percent: number;
}

/** Names that are alike are proposed together with addresses as alike as this. Source: docs/domain.md#doubles. */
const ADDRESS_LIKE = 0.5;
/** Where an address is not known, in one district, the name alone has to be as alike as this. */
const NAME_ALONE = 0.9;
/** How much the name counts in the percentage. */
const NAME_WEIGHT = 0.65;

const PROPOSED_AT_MOST = 5;
/** So many bearers of one name or number are compared; more of them mean that it says nothing. */
const BEARERS_LOOKED_AT = 60;

interface Entry {
  readonly id: number;
  readonly entry: Comparable;
  readonly name: number;
  readonly address: Trigrams;
}

/** Finds who may be the same employer among thousands: by three maps for the numbers, and by names that are alike. */
export class EmployerIndex {
  private readonly byNumber = new Map<string, number[]>();
  private readonly byPlace = new Map<string, number[]>();
  private readonly entries = new Map<number, Entry>();
  private readonly names = new NameIndex();
  /** Who bears each name. */
  private readonly bearers: Entry[][] = [];

  add(id: number, entry: Comparable): void {
    const name = this.names.add(normalName(entry.name));
    const made: Entry = { id, entry, name, address: trigramsOf(normalAddress(entry.address)) };
    this.entries.set(id, made);
    (this.bearers[name] ??= []).push(made);
    for (const [, key] of numberKeys(entry)) append(this.byNumber, key, id);
    const place = placeKey(entry);
    if (place !== null) append(this.byPlace, place, id);
  }

  /**
   * The one employer that the entry names for certain: by its NIB, else by BPJS's number, else by a tax number whose bearer
   * has a like name and no other NIB, else by the very same name and address. Null where there is none or more than one.
   */
  identify(entry: Comparable): number | null {
    for (const [reason, key] of numberKeys(entry)) {
      const found = this.bearersOf(key).filter((id) => reason === 'NIB' || this.fits(id, entry, reason));
      if (found.length === 1) return found[0] ?? null;
      if (found.length > 1) return null;
    }
    const place = placeKey(entry);
    const neighbours = place === null ? [] : (this.byPlace.get(place) ?? []);
    const same = neighbours.filter((id) => this.fits(id, entry, 'NAME') && this.isThere(id, entry));
    return same.length === 1 ? (same[0] ?? null) : null;
  }

  /** Who may be the same, the likeliest first, at most five; without those that `isKnown` to be others. */
  near(entry: Comparable, isKnown: (id: number) => boolean = () => false): readonly Likely[] {
    const found = new Map<number, Likely>();
    for (const [reason, key] of numberKeys(entry)) {
      for (const id of this.bearersOf(key)) {
        const other = this.entries.get(id);
        if (other && !found.has(id)) found.set(id, { employer: id, reason, percent: this.percent(entry, other) });
      }
    }
    for (const likely of this.nearByName(entry)) if (!found.has(likely.employer)) found.set(likely.employer, likely);
    const likely = [...found.values()].filter(({ employer }) => !isKnown(employer));
    return likely.sort(likeliestFirst).slice(0, PROPOSED_AT_MOST);
  }

  private nearByName(entry: Comparable): readonly Likely[] {
    const address = trigramsOf(normalAddress(entry.address));
    return this.names.like(trigramsOf(normalName(entry.name))).flatMap(([name, alike]) =>
      (this.bearers[name] ?? []).slice(0, BEARERS_LOOKED_AT).flatMap((other): readonly Likely[] => {
        if (!samePlace(entry, other.entry) || otherBusiness(entry, other.entry)) return [];
        const near = dice(address, other.address);
        const known = address.length > 0 && other.address.length > 0;
        if (known ? near < ADDRESS_LIKE : alike < NAME_ALONE) return [];
        return [{ employer: other.id, reason: 'NAME', percent: weigh(alike, known ? near : alike) }];
      }),
    );
  }

  private bearersOf(number: string): readonly number[] {
    return (this.byNumber.get(number) ?? []).slice(0, BEARERS_LOOKED_AT);
  }

  /** Whether nothing says that the employer found is another one. */
  private fits(id: number, entry: Comparable, reason: MatchReason): boolean {
    const other = this.entries.get(id);
    if (!other || (entry.nib !== null && other.entry.nib !== null && entry.nib !== other.entry.nib)) return false;
    if (reason === 'NPWP') return this.percentOfNames(entry, other) >= NAME_LIKE;
    if (reason !== 'NAME') return true;
    return !differ(npwpOf(entry), npwpOf(other.entry)) && !differ(entry.npp, other.entry.npp);
  }

  /** The same place: with an address, nothing that is known of both differs; without one, all of it is the same. */
  private isThere(id: number, entry: Comparable): boolean {
    const other = this.entries.get(id);
    if (!other) return false;
    const { district, village } = other.entry;
    if (other.address.length === 0) return district === entry.district && village === entry.village;
    return !differ(district, entry.district) && !differ(village, entry.village);
  }

  private percentOfNames(entry: Comparable, other: Entry): number {
    return dice(trigramsOf(normalName(entry.name)), this.names.piecesOf(other.name));
  }

  private percent(entry: Comparable, other: Entry): number {
    const near = dice(trigramsOf(normalAddress(entry.address)), other.address);
    return weigh(this.percentOfNames(entry, other), near);
  }
}

function weigh(name: number, address: number): number {
  return Math.round(100 * (NAME_WEIGHT * name + (1 - NAME_WEIGHT) * address));
}

function likeliestFirst(one: Likely, other: Likely): number {
  const order = MATCH_REASONS.indexOf(one.reason) - MATCH_REASONS.indexOf(other.reason);
  return order || other.percent - one.percent || one.employer - other.employer;
}

function numberKeys(entry: Comparable): readonly (readonly [MatchReason, string])[] {
  const { nib, npp } = entry;
  const npwp = npwpOf(entry);
  return [
    ...(nib === null ? [] : [['NIB', `nib ${nib}`] as const]),
    ...(npp === null ? [] : [['NPP', `npp ${npp}`] as const]),
    ...(npwp === null ? [] : [['NPWP', `npwp ${npwp}`] as const]),
  ];
}

function npwpOf({ npwp }: Comparable): string | null {
  return npwp === null ? null : npwpKey(npwp);
}

/** The very same words; null where the name says nothing. */
function placeKey({ name, address }: Comparable): string | null {
  const words = normalName(name);
  return words === '' ? null : `${words}|${normalAddress(address)}`;
}

/** Two districts that are both known and differ are two places. */
function samePlace(one: Comparable, other: Comparable): boolean {
  return !differ(one.district, other.district);
}

/** Two business numbers that differ by more than a slip of the hand belong to two businesses. */
function otherBusiness(one: Comparable, other: Comparable): boolean {
  return one.nib !== null && other.nib !== null && one.nib !== other.nib && !isSlipOf(one.nib, other.nib);
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function append<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
