import { createHash } from 'node:crypto';
import { type Accepted, ConfirmHandover, OpenCase, RecordReceipt, TakeStep } from '@papan/contracts';
import { type Actor, isRefusal } from '@papan/domain';
import {
  confirmOneHandover,
  openOneCase,
  proposeOneHandover,
  recordOneReceipt,
  takeOneStep,
} from '@papan/server-compliance';
import { Commands, type Decide, JournalBell, addEvidence } from '@papan/server-platform';
import { type Seat, actorOf } from '@papan/server-platform/testing';
import type { TestApi } from './table-api';

/** An employer with a case, and the word in its name that only those who deal with it may ever receive. */
export interface CaseSecret {
  readonly region: string;
  readonly canary: string;
  readonly employer: number;
  readonly case: number;
  /** Whether the prosecutor was given it. */
  readonly isHandedOver: boolean;
  /** The summons of the one that was handed over. */
  readonly entry: string;
  readonly handover: number;
  readonly import: number;
  /** Of a paper that the case holds. */
  readonly paper: string;
}

const SIGNED = { number: '560/1', signatory: 'Kepala Contoh', on: '2026-11-02' };

/** In each region one case that was handed over to the prosecutor and one that was not. */
export async function plantCases(api: TestApi, regions: readonly string[]): Promise<readonly CaseSecret[]> {
  const secrets: CaseSecret[] = [];
  for (const region of regions) {
    for (const isHandedOver of [true, false]) secrets.push(await new Planter(api, region).plant(isHandedOver));
  }
  return secrets;
}

/** People of any region, also of one whose seats are empty. */
class Planter {
  private readonly commands: Commands;

  constructor(
    private readonly api: TestApi,
    private readonly region: string,
  ) {
    this.commands = new Commands(api.door, new JournalBell());
  }

  async plant(isHandedOver: boolean): Promise<CaseSecret> {
    const canary = `KENARI-${this.region.replace('.', '')}-usaha-${isHandedOver ? 'diserahkan' : 'dalam'}`;
    const employer = isHandedOver ? 1 : 2;
    await this.employer(employer, canary);
    const violations = ['NOT_REGISTERED'];
    const opened = {
      employer,
      entry: crypto.randomUUID(),
      on: '2026-11-02',
      violations,
      workersMissing: 9,
      note: canary,
    };
    const id = (await this.does('disnaker', (actor) => openOneCase({ actor }, OpenCase.parse(opened)))).case ?? 0;
    const entry = await this.step('disnaker', id, 'HIMBAUAN');
    const receiptProof = await this.file('disnaker', canary);
    const received = RecordReceipt.parse({ receivedOn: '2026-11-02', receiptProof });
    await this.does('disnaker', (actor) => recordOneReceipt({ actor, case: id, entry }, received));
    const document = await this.file('pengawas', `bap ${canary}`);
    await this.step('pengawas', id, 'INSPECTION', { workers: 9, document });
    const secret = { region: this.region, canary, employer, case: id, isHandedOver, paper: receiptProof, import: 1 };
    if (!isHandedOver) return { ...secret, entry, handover: 9_999 };
    await this.list(canary);
    const handover = await this.handOver(id);
    const summons = await this.step('jaksa', id, 'SUMMONS', { promisedOn: '2026-11-20' });
    return { ...secret, entry: summons, handover };
  }

  private async handOver(id: number): Promise<number> {
    const proposal = { cases: [id], note: '' };
    const { handover = 0 } = await this.does('bpjs', (actor) => proposeOneHandover({ actor }, proposal));
    await this.does('kacab', (actor) => confirmOneHandover({ actor }, handover, ConfirmHandover.parse(SIGNED)));
    return handover;
  }

  private async step(seat: Seat, id: number, step: string, over: object = {}): Promise<string> {
    const body = TakeStep.parse({ ...SIGNED, entry: crypto.randomUUID(), step, ...over });
    await this.does(seat, (actor) => takeOneStep({ actor, case: id }, body));
    return body.entry;
  }

  private async employer(id: number, name: string): Promise<void> {
    await this.api.door.as(this.actor('dinkes'), async (tx) => {
      await tx.query('SELECT next_number($1)', ['employer']);
      await tx.query(
        `INSERT INTO employer (region, id, name, address, contact, nib, source, changed_at)
         VALUES ($1, $2, $3, $3, $3, '1234567890123', 'DISNAKER', app_now())`,
        [this.region, id, name],
      );
    });
  }

  /** A list that was taken in and not loaded yet. */
  private async list(canary: string): Promise<void> {
    const upload = crypto.randomUUID();
    const cells = JSON.stringify([canary]);
    await this.api.database.owning(
      `INSERT INTO employer_import (region, id, upload, source, file, name, heading_line, headings, rows, person, uploaded_at)
       VALUES ($1, 1, $2, 'DISNAKER', repeat('a', 64), $3, 1, '["NAMA"]', 1, 1, app_now())`,
      [this.region, upload, canary],
    );
    await this.api.database.owning('INSERT INTO import_row (region, upload, line, cells) VALUES ($1, $2, 2, $3)', [
      ...[this.region, upload, cells],
    ]);
  }

  private async file(seat: Seat, name: string): Promise<string> {
    const hash = createHash('sha256').update(`${this.region} ${name}`).digest('hex');
    const facts = { hash, originalHash: hash, kind: 'pdf', bytes: 9, name } as const;
    await this.api.door.as(this.actor(seat), (tx) => addEvidence(tx, this.region, facts));
    return hash;
  }

  private actor(seat: Seat): Actor {
    return { ...actorOf(seat), region: this.region };
  }

  private async does(seat: Seat, useCase: (actor: Actor) => Decide): Promise<Accepted> {
    const actor = this.actor(seat);
    const command = { actor, id: crypto.randomUUID(), name: 'plant', params: {}, body: null };
    const answer = await this.commands.run(command, useCase(actor));
    if (isRefusal(answer)) throw new Error(`${seat}: ${answer.code} ${JSON.stringify(answer.params)}`);
    return answer;
  }
}
