import type { AreaNames } from '../../lists/area-names';
import { type Line, textOf } from '../../lists/columns';
import { foldedWords } from '../../lists/folded-words';
import { shown } from '../../formats/shown';
import { isRefusal } from '../../refusal/refusal';
import type { FigureMapping } from '../figure-files';
import { saysTotal, withoutTotal } from './figure-words';

/** The region whose figures a file has. */
export interface FigureRegion {
  readonly code: string;
  readonly name: string;
}

/** What a line of a file is about. */
export type Place =
  | { readonly kind: 'AREA'; readonly code: string }
  /** A sum: of a district or village, or of everything above it. */
  | { readonly kind: 'TOTAL'; readonly of: string | null }
  | { readonly kind: 'UNKNOWN'; readonly check: 'AREA_UNKNOWN' | 'CODE_SYSTEM'; readonly about: string };

const EVERYTHING: Place = { kind: 'TOTAL', of: null };

interface Told {
  readonly code: string;
  readonly district: string;
  readonly village: string;
}

/**
 * Finds the areas of the lines, one after the other: spreadsheets leave a merged cell empty below its first line, so a
 * district, and with segments in lines the whole place, goes on until another one is told.
 */
export class PlaceFinder {
  private district: string | null = null;
  private last: Place = EVERYTHING;
  private readonly anywhere: boolean;

  private readonly region: FigureRegion;
  private readonly names: AreaNames;
  private readonly mapping: FigureMapping;
  /** Columns with figures and segments: what stands in them names no place. */
  private readonly others: ReadonlySet<number>;

  constructor(region: FigureRegion, names: AreaNames, mapping: FigureMapping, others: ReadonlySet<number>) {
    [this.region, this.names, this.mapping, this.others] = [region, names, mapping, others];
    const { code, district, village } = mapping;
    this.anywhere = code !== undefined || district !== undefined || village !== undefined;
  }

  find(line: Line): Place {
    const place = this.placeOf(line);
    if (place.kind === 'AREA' && place.code.length >= 8) this.district = place.code.slice(0, 8);
    this.last = place;
    return place;
  }

  private placeOf({ cells }: Line): Place {
    const labels = cells.flatMap((cell, column) => (this.others.has(column) ? [] : [textOf(cell)]));
    const text = (column: number | undefined): string => (column === undefined ? '' : textOf(cells[column]));
    const { mapping } = this;
    const told = { code: text(mapping.code), district: text(mapping.district), village: text(mapping.village) };
    if (labels.some(saysTotal)) return { kind: 'TOTAL', of: this.totalOf(told, labels) };
    if (!this.anywhere) return { kind: 'AREA', code: this.region.code };
    if (told.code !== '') return this.byCode(told.code, told);
    if (told.district === '' && told.village === '') return mapping.segment === undefined ? EVERYTHING : this.last;
    const digits = [told.village, told.district].find((one) => /^\d[\d.]*$/.test(one));
    return digits === undefined ? this.byNames(told) : this.byCode(digits, { ...told, code: digits });
  }

  /** The district or village of a sum; null where it names none. */
  private totalOf({ code, village, district }: Told, labels: readonly string[]): string | null {
    if (this.names.hasArea(code)) return code;
    const named = [village, district, ...labels].map(withoutTotal).filter((one) => one !== '');
    for (const one of named) {
      const found = this.names.district(one);
      if (!isRefusal(found)) return found;
    }
    return null;
  }

  private byCode(text: string, told: Told): Place {
    const code = text.replace(/\s/g, '');
    if (code === this.region.code || code === this.region.code.replace('.', '')) return EVERYTHING;
    const dotted = withDots(code);
    if (this.names.hasArea(dotted)) {
      // Ten digits without dots could be BPS's as well; the name beside them tells.
      if (/^\d{10}$/.test(code) && !this.saysSame(dotted, told)) return unknown('CODE_SYSTEM', text);
      return this.contradicted(dotted, told) ?? { kind: 'AREA', code: dotted };
    }
    if (/^\d{4,}$/.test(code)) return unknown('CODE_SYSTEM', text);
    if (/^\d{2}\.\d{2}(\.\d+)*\.?$/.test(code)) {
      return unknown(code.startsWith(this.region.code) ? 'AREA_UNKNOWN' : 'CODE_SYSTEM', text);
    }
    return this.byNames({ ...told, code: '', district: told.district || text });
  }

  private byNames({ district: districtText, village: villageText }: Told): Place {
    if (districtText !== '' && this.isRegion(districtText)) return EVERYTHING;
    const named = districtText === '' ? this.district : this.names.district(districtText);
    if (isRefusal(named)) return unknown('AREA_UNKNOWN', districtText);
    if (villageText === '')
      return named === null ? unknown('AREA_UNKNOWN', districtText) : { kind: 'AREA', code: named };
    return this.villageIn(villageText, this.mapping.district === undefined ? null : named);
  }

  /** A column of names may have districts and villages one below the other. */
  private villageIn(text: string, district: string | null): Place {
    if (this.isRegion(text)) return EVERYTHING;
    const asDistrict = district === null ? this.names.district(text) : null;
    const isDistrict = typeof asDistrict === 'string' && /^KEC(AMATAN)?\b/.test(foldedWords(text));
    const village = isDistrict ? asDistrict : this.names.village(text, district);
    if (!isRefusal(village)) return { kind: 'AREA', code: village };
    const within = this.mapping.district === undefined ? this.names.village(text, this.district) : village;
    if (!isRefusal(within)) return { kind: 'AREA', code: within };
    return typeof asDistrict === 'string' ? { kind: 'AREA', code: asDistrict } : unknown('AREA_UNKNOWN', text);
  }

  private saysSame(code: string, { district, village }: Told): boolean {
    return (
      village !== '' && this.names.village(village, code.slice(0, 8)) === code && !this.otherDistrict(code, district)
    );
  }

  /** The code says one area, the names beside it another one of the region. */
  private contradicted(code: string, { district, village }: Told): Place | undefined {
    const other = village === '' || code.length < 13 ? code : this.names.village(village, code.slice(0, 8));
    if ((isRefusal(other) || other === code) && !this.otherDistrict(code, district)) return undefined;
    return unknown('AREA_UNKNOWN', `${code} ≠ ${village || district}`);
  }

  private otherDistrict(code: string, district: string): boolean {
    if (district === '') return false;
    const found = this.names.district(district);
    return !isRefusal(found) && found !== code.slice(0, 8);
  }

  private isRegion(text: string): boolean {
    const long = (name: string): string => foldedWords(name).replace(/^KAB /, 'KABUPATEN ');
    return long(text) === long(this.region.name);
  }
}

function unknown(check: 'AREA_UNKNOWN' | 'CODE_SYSTEM', text: string): Place {
  return { kind: 'UNKNOWN', check, about: shown(text) };
}

/** `350510` and `3505101008` as the Ministry of Home Affairs writes them; everything else as it is. */
function withDots(code: string): string {
  return code.replace(
    /^(\d{2})(\d{2})(\d{2})(\d{4})?$/,
    (_, province, regency, district, village: string | undefined) =>
      [province, regency, district, ...(village === undefined ? [] : [village])].join('.'),
  );
}
