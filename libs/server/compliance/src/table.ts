import { createHash } from 'node:crypto';
import { type Accepted, FreezeStep, OpenCase, RecordReceipt, TakeStep } from '@papan/contracts';
import { type Actor, type Case, type Happening, isRefusal, visibilityClass } from '@papan/domain';
import {
  Commands,
  type Database,
  type Decide,
  type Files,
  type FullRefusal,
  JournalBell,
  type Projection,
  addEvidence,
  readHappenings,
} from '@papan/server-platform';
import { type Seat, actorOf } from '@papan/server-platform/testing';
import { readCase } from './cases/case-rows';
import { freezeOneStep, recordOneReceipt, takeOneStep } from './cases/deeds';
import { openOneCase } from './cases/open-case';

type UseCase = (actor: Actor) => Decide;

/** For specs: people of the small table who deal with employers, without HTTP in between. */
export class Table {
  private readonly commands: Commands;
  private employers = 0;

  constructor(
    readonly database: Database,
    projections: readonly Projection[] = [],
    /** Where the bytes of uploads are kept; without it only their rows are. */
    private readonly files?: Files,
  ) {
    this.commands = new Commands(database, new JournalBell(), projections);
  }

  does(seat: Seat, useCase: UseCase, id: string = crypto.randomUUID()): Promise<Accepted | FullRefusal> {
    const actor = actorOf(seat);
    return this.commands.run({ actor, id, name: 'test', params: {}, body: null }, useCase(actor));
  }

  /** Does it, and throws where it is refused. */
  async must(seat: Seat, useCase: UseCase): Promise<Accepted> {
    const answer = await this.does(seat, useCase);
    if (isRefusal(answer)) throw new Error(`${seat}: ${answer.code} ${JSON.stringify(answer.params)}`);
    return answer;
  }

  /** An employer in the register, put there past every use case; answers its number. */
  async employer(nib: string | null = null): Promise<number> {
    const id = ++this.employers;
    await this.database.as(actorOf('dinkes'), (tx) =>
      tx.query(
        `INSERT INTO employer (region, id, name, nib, address, district, estimated, registered, source, changed_at)
         VALUES ('35.05', $1, $2, $3, 'Jalan Contoh 1', '35.05.10', 40, 12, 'DISNAKER', app_now())`,
        [id, `Badan Usaha Contoh ${id}`, nib],
      ),
    );
    return id;
  }

  /** A file that the seat's agency has uploaded; answers its hash. The bytes are made of the name. */
  async file(seat: Seat, name: string): Promise<string> {
    const bytes = Buffer.from(`%PDF-1.7 ${name}`);
    const hash = (await this.files?.keep(bytes)) ?? createHash('sha256').update(bytes).digest('hex');
    const facts = { hash, originalHash: hash, kind: 'pdf', bytes: bytes.length, name } as const;
    const actor = actorOf(seat);
    await this.database.as(actor, (tx) => addEvidence(tx, actor.region, facts));
    return hash;
  }

  /** A case opened by Disnaker on 2 November 2026; answers its number. */
  async opens(over: Partial<OpenCase> = {}): Promise<number> {
    const employer = over.employer ?? (await this.employer());
    const found = { on: '2026-11-02', violations: ['NOT_REGISTERED'], workersMissing: 28 };
    const body = { employer, entry: crypto.randomUUID(), ...found, ...over };
    const answer = await this.must('disnaker', (actor) => openOneCase({ actor }, OpenCase.parse(body)));
    return answer.case ?? 0;
  }

  /** A step; answers its entry. */
  async takes(seat: Seat, id: number, step: TakeStep['step'], over: Partial<TakeStep> = {}): Promise<string> {
    const body = TakeStep.parse({ entry: crypto.randomUUID(), step, on: '2026-11-02', ...over });
    await this.must(seat, (actor) => takeOneStep({ actor, case: id }, body));
    return body.entry;
  }

  tries(seat: Seat, id: number, step: TakeStep['step'], over: Partial<TakeStep> = {}): Promise<Accepted | FullRefusal> {
    const body = TakeStep.parse({ entry: crypto.randomUUID(), step, on: '2026-11-02', ...over });
    return this.does(seat, (actor) => takeOneStep({ actor, case: id }, body));
  }

  /** An appeal by Disnaker that arrived, with its proof; answers its entry. */
  async appeals(id: number, receivedOn = '2026-11-02'): Promise<string> {
    const entry = await this.takes('disnaker', id, 'HIMBAUAN', { number: `560/${id}`, signatory: 'Kepala Contoh' });
    const receiptProof = await this.file('disnaker', `tanda terima ${id} ${entry}`);
    const body = RecordReceipt.parse({ sentOn: receivedOn, receivedOn, receiptProof });
    await this.must('disnaker', (actor) => recordOneReceipt({ actor, case: id, entry }, body));
    return entry;
  }

  /** An inspection by BPJS with its report; answers its entry. */
  async inspects(id: number): Promise<string> {
    const document = await this.file('pengawas', `bap ${id}`);
    return this.takes('pengawas', id, 'INSPECTION', {
      ...{ number: `BAP/${id}`, signatory: 'Pengawas Contoh', workers: 28, document },
    });
  }

  async freezes(seat: Seat, id: number, entry: string): Promise<void> {
    const signedScan = await this.file(seat, `naskah ${entry}`);
    const body = FreezeStep.parse({ signedScan, number: '560/1', signatory: 'Kepala Contoh', on: '2026-11-02' });
    await this.must(seat, (actor) => freezeOneStep({ actor, case: id, entry }, body));
  }

  /** The case as its row says it, for who sits there; undefined where he sees none. */
  async case(id: number, seat: Seat = 'dinkes'): Promise<Case | undefined> {
    const actor = actorOf(seat);
    const found = await this.database.as(actor, (tx) => readCase(tx, actor.region, id));
    return isRefusal(found) ? undefined : found;
  }

  journal(seat: Seat = 'dinkes'): Promise<readonly Happening[]> {
    const actor = actorOf(seat);
    return this.database.as(actor, (tx) =>
      readHappenings((sql, params) => tx.query(sql, params), actor.region, 0, 1_000_000, visibilityClass(actor)),
    );
  }
}
