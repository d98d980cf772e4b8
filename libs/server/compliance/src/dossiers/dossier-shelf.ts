import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface DossierName {
  readonly region: string;
  readonly handover: number;
  readonly case: number;
}

/** Where sealed dossiers lie: `dossiers/35.05/3-118.zip` in the folder of the data. */
export class DossierShelf {
  /** `dataDir`: absolute. */
  constructor(private readonly dataDir: string) {}

  path({ region, handover, case: id }: DossierName): string {
    if (!/^\d{2}\.\d{2}$/.test(region)) throw new TypeError('not a region code');
    return join(this.dataDir, 'dossiers', region, `${Math.trunc(handover)}-${Math.trunc(id)}.zip`);
  }

  /** The same, with the folder that it lies in. */
  async place(name: DossierName): Promise<string> {
    const path = this.path(name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return path;
  }
}
