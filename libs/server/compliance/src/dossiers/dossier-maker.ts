import { basename } from 'node:path';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { DossierTrouble } from '@papan/contracts';
import { EMPLOYERS_AUDIENCE, isRefusal } from '@papan/domain';
import { DossierFault, type DossierInput, type SealedDossier, sealDossier } from '@papan/server-papers';
import { type Clock, Database, Files, Sweeper, SystemCommands, type Tx, derivedId } from '@papan/server-platform';
import { lockCases, writeCases } from '../cases/case-rows';
import { changesBy } from '../cases/settle';
import { Papers } from '../letters/papers';
import type { DossierContent } from './dossier-content';
import { type DossierName, DossierShelf } from './dossier-shelf';

/** How long one try may take before another instance takes the dossier up. */
const LEASE = '2 minutes';

/**
 * Makes the dossiers that wait, one at a time on every instance. A row is claimed for a while, the file is made outside of
 * any transaction and is whole under its name or not there at all; then the row, the case and the journal say so together.
 * The same content, moment and key give the same file: a try that was cut off is simply made again, and its journal entry,
 * whose id is derived from the dossier, cannot be written twice. Source: docs/domain.md#handover.
 */
@Injectable()
export class DossierMaker implements OnModuleInit {
  private readonly log = new Logger('Dossiers');

  constructor(
    private readonly database: Database,
    private readonly system: SystemCommands,
    private readonly files: Files,
    private readonly papers: Papers,
    private readonly shelf: DossierShelf,
    private readonly sweeper: Sweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({ name: 'dossiers', step: () => this.makeOne() });
  }

  /** Makes the dossier that has waited longest; false where none waits. */
  async makeOne(): Promise<boolean> {
    const claimed = await this.claim();
    if (!claimed) return false;
    try {
      const sealed = await this.seal(claimed);
      if (sealed) await this.finish(claimed, sealed);
    } catch (error) {
      // The next try comes when the lease is over; the reason is kept where the operator looks.
      this.log.error({ ...claimed, reason: error instanceof Error ? error.name : typeof error });
      await this.note(claimed, troubleOf(error));
    }
    return true;
  }

  private async claim(): Promise<DossierName | undefined> {
    const [row] = await this.database.ask<DossierName>(
      'SELECT region, handover, case_id AS "case" FROM claim_dossier($1::interval)',
      [LEASE],
    );
    return row;
  }

  private async seal(name: DossierName): Promise<SealedDossier | undefined> {
    const input = await this.database.asSystem(name.region, (tx) => this.inputOf(tx, name), { readOnly: true });
    const tools = { pdf: this.papers.pdf, key: await this.papers.key() };
    const sealed = await sealDossier(input, tools, await this.shelf.place(name));
    if (!isRefusal(sealed)) return sealed;
    await this.note(name, { text: sealed.code, code: sealed.code === 'PAPERS_UNAVAILABLE' ? 'PRESS' : 'OTHER' });
    return undefined;
  }

  private async inputOf(tx: Tx, name: DossierName): Promise<DossierInput> {
    const [row] = await tx.query<{ content: DossierContent; anchor: DossierInput['anchor'] }>(
      `SELECT d.content, h.anchor FROM dossier d
         JOIN handover h ON h.region = d.region AND h.id = d.handover
        WHERE d.region = $1 AND d.handover = $2 AND d.case_id = $3`,
      [name.region, name.handover, name.case],
    );
    if (!row) throw new Error('the dossier that was claimed is not there');
    const files = row.content.files.map((file) => ({ ...file, path: this.files.path(file.sha256) }));
    return { ...row.content, ...name, files, anchor: row.anchor };
  }

  /** The journal says that it is sealed, once, together with the rows. */
  private async finish(name: DossierName, sealed: SealedDossier): Promise<void> {
    const { region, handover, case: id } = name;
    await this.system.run({ region, id: derivedId('dossier', region, handover, id) }, async (tx, clock) => {
      const cases = await lockCases(tx, region, [id]);
      if (isRefusal(cases)) throw new Error('the case of a dossier is not there');
      const event = {
        type: 'DossierSealed',
        data: { handover, case: id, manifest: sealed.manifest, files: sealed.files },
        text: null,
      } as const;
      await writeSealed(tx, clock, name, sealed);
      // A case that has begun anew meanwhile keeps what was handed over; it is not handed over a second time by that.
      const own = cases.filter((one) => one.handover?.id === handover);
      const changes = changesBy(event, clock, { person: null, agency: null }, own);
      const no = await writeCases(tx, region, changes, clock.today);
      if (no) throw new Error(`a sealed dossier could not be written: ${no.code}`);
      return { event, audience: EMPLOYERS_AUDIENCE };
    });
  }

  private async note({ region, handover, case: id }: DossierName, { text, code, file }: Trouble): Promise<void> {
    await this.database.asSystem(region, (tx) =>
      tx.query(
        `UPDATE dossier SET trouble = $4, trouble_code = $5, trouble_file = $6
          WHERE region = $1 AND handover = $2 AND case_id = $3`,
        [region, handover, id, text.slice(0, 500), code, file ?? null],
      ),
    );
  }
}

/** What went wrong: in the operator's words, and in those that are told on the page of the hand-over. */
interface Trouble {
  readonly text: string;
  readonly code: DossierTrouble;
  /** Its name in the dossier. */
  readonly file?: string;
}

function troubleOf(error: unknown): Trouble {
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof DossierFault) return { text, code: 'FILE', file: basename(error.file) };
  const full = (error as { readonly code?: unknown } | null)?.code === 'ENOSPC';
  return { text, code: full ? 'SPACE' : 'OTHER' };
}

async function writeSealed(
  tx: Tx,
  { now }: Clock,
  { region, handover, case: id }: DossierName,
  { manifest, fingerprint, files, bytes }: SealedDossier,
): Promise<void> {
  await tx.query('SELECT FROM handover WHERE region = $1 AND id = $2 FOR UPDATE', [region, handover]);
  await tx.query(
    `UPDATE dossier SET manifest = $4, fingerprint = $5, files = $6, bytes = $7, sealed_at = $8,
            trouble = NULL, trouble_code = NULL, trouble_file = NULL
      WHERE region = $1 AND handover = $2 AND case_id = $3 AND sealed_at IS NULL`,
    [region, handover, id, manifest, fingerprint, files, bytes, now],
  );
  await tx.query(
    `UPDATE handover h SET state = 'SEALED' WHERE region = $1 AND id = $2 AND state = 'CONFIRMED'
        AND NOT EXISTS (SELECT FROM dossier d WHERE d.region = $1 AND d.handover = $2 AND d.sealed_at IS NULL)`,
    [region, handover],
  );
}
