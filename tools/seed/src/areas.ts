import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Area } from '@papan/domain';

/** The lists of districts and villages in the package idn-area-data (data licence ODbL, see NOTICE). */
const DATA = join('node_modules', 'idn-area-data', 'data');

/**
 * Districts and villages of one region by their Kemendagri codes, read when the demonstration is loaded.
 * `root` is the folder of the installation. Throws where the package is not installed.
 */
export async function areasOf(region: string, root = process.cwd()): Promise<readonly Area[]> {
  const [districts, villages] = await Promise.all([
    rowsOf(join(root, DATA, 'districts.csv'), region),
    rowsOf(join(root, DATA, 'villages.csv'), region),
  ]);
  return [
    ...districts.map(({ code, name }): Area => ({ code, name, kind: 'DISTRICT' })),
    ...villages.map(({ code, name }): Area => ({ code, name, kind: 'VILLAGE' })),
  ];
}

/** The name of a region or city by its code, as the Ministry writes it: "Kabupaten Blitar". Undefined where there is none. */
export async function findRegionName(region: string, root = process.cwd()): Promise<string | undefined> {
  const rows = await rowsOf(join(root, DATA, 'regencies.csv'), region, '');
  return rows[0]?.name;
}

type Named = Pick<Area, 'code' | 'name'>;

/** The regencies and cities of a province by their codes: "35"; of the whole country for "". */
export function regionsOf(province: string, root = process.cwd()): Promise<readonly Named[]> {
  return listOf('regencies.csv', province, root);
}

/** The districts of a province, or of the whole country. */
export function districtsOf(province: string, root = process.cwd()): Promise<readonly Named[]> {
  return listOf('districts.csv', province, root);
}

async function listOf(file: string, province: string, root: string): Promise<readonly Named[]> {
  const rows = await rowsOf(join(root, DATA, file), province, province === '' ? '' : '.');
  return rows.filter(({ code }) => /^\d/.test(code));
}

/** Lines of `code,parent,name`; names with a comma stand in quotes. */
async function rowsOf(file: string, region: string, after = '.'): Promise<readonly { code: string; name: string }[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${region}${after}`))
    .map((line) => {
      const [code = '', , ...name] = line.trim().split(',');
      return { code, name: name.join(',').replace(/^"|"$/g, '') };
    });
}
