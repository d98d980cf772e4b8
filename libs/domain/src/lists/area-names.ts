import type { Area } from '../organisation/area';
import { type Refusal, refuse } from '../refusal/refusal';
import { shown } from '../formats/shown';
import { foldedWords } from './folded-words';

/** Finds districts and villages of a region by code or by the name that a list gives. */
export interface AreaNames {
  readonly hasArea: (code: string) => boolean;
  readonly district: (text: string) => string | Refusal;
  /** `district`: the code of the row's district, or null where the list has none. */
  readonly village: (text: string, district: string | null) => string | Refusal;
}

const KINDS: ReadonlySet<string> = new Set(['KEC', 'KECAMATAN', 'DESA', 'DS', 'KEL', 'KELURAHAN']);

/** A name as it is looked up: without "Kec." or "Desa", and however it is parted (`Tlogo Sari`, `Tlogosari`). */
function key(text: string): string {
  const words = foldedWords(text).split(' ');
  const telling = words.filter((word, at) => at > 0 || !KINDS.has(word));
  return (telling.length > 0 ? telling : words).join('');
}

export function areaNames(areas: readonly Area[]): AreaNames {
  const codes = new Set(areas.map(({ code }) => code));
  const districts = new Map(areas.filter(({ kind }) => kind === 'DISTRICT').map(({ code, name }) => [key(name), code]));
  const villages = new Map<string, string[]>();
  for (const { code, name } of areas.filter(({ kind }) => kind === 'VILLAGE')) {
    villages.set(key(name), [...(villages.get(key(name)) ?? []), code]);
  }
  return {
    hasArea: (code) => codes.has(code),
    district: (text) =>
      codes.has(text) ? text : (districts.get(key(text)) ?? refuse('AREA_UNKNOWN', { value: shown(text) })),
    village: (text, district) => {
      if (codes.has(text)) return text;
      const found = (villages.get(key(text)) ?? []).filter(
        (code) => district === null || code.startsWith(`${district}.`),
      );
      const [only] = found;
      if (only === undefined) return refuse('AREA_UNKNOWN', { value: shown(text) });
      return found.length === 1 ? only : refuse('VILLAGE_AMBIGUOUS', { value: shown(text) });
    },
  };
}
