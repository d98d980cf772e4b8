import type { Api } from './api';

interface Cut {
  readonly asOf: string;
  readonly registered: number;
  readonly number: number;
}

interface Area {
  readonly area: string;
  readonly kind: string;
  readonly segments: Readonly<Record<string, readonly [registered: number, active: number]>>;
}

/** The newest cut, as the page of coverage reads it. */
export async function newestCut(api: Api): Promise<Cut> {
  const { cuts } = (await (await api.get('/coverage')).json()) as { cuts: readonly Cut[] };
  const newest = cuts.at(-1);
  if (!newest) throw new Error('no cut');
  return newest;
}

/** A month as a list of lines, every village and segment with `more` people registered than before. */
export async function monthOf(api: Api, asOf: string, more = 0): Promise<readonly string[]> {
  const { areas } = (await (await api.get(`/coverage/months/${asOf}`)).json()) as { areas: readonly Area[] };
  const villages = areas.filter(({ kind }) => kind === 'VILLAGE');
  return [
    'KODE WILAYAH;SEGMEN;TERDAFTAR;AKTIF',
    ...villages.flatMap(({ area, segments }) =>
      Object.entries(segments).map(([segment, [all, active]]) => `${area};${segment};${all + more};${active}`),
    ),
  ];
}

/** A square for each district, side by side around Blitar. */
export function geoJsonOf(districts: readonly { readonly code: string; readonly name: string }[]): object {
  return {
    type: 'FeatureCollection',
    features: districts.map(({ code, name }, at) => {
      const [x, y] = [111.98 + (at % 6) * 0.08, -8.3 + Math.floor(at / 6) * 0.08];
      const ring = [
        [x, y],
        [x + 0.08, y],
        [x + 0.08, y + 0.08],
        [x, y + 0.08],
        [x, y],
      ];
      return {
        type: 'Feature',
        id: code,
        properties: { nama: name },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    }),
  };
}
