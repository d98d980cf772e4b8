import { Injectable } from '@nestjs/common';
import { type Actor, type Refusal, isRefusal, may, refuse } from '@papan/domain';
import { type PaperSetting, type WordPaper, renderDocx } from '@papan/server-papers';
import { Database, type Tx, nowOf, todayOf } from '@papan/server-platform';
import { readCases } from '../cases/case-rows';
import { settingsOf } from '../ladder/ladder-facts';
import { type Agencies, type CasePaper, casePaper } from './case-papers';
import { coverLetter } from './handover-cover';
import { caseLabel, paperFacts, settingOf } from './paper-facts';
import { Papers } from './papers';
import { templateOf } from './templates';

export const LETTER_FORMATS = ['docx', 'pdf'] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

/** What is wanted: which paper, in which form, and the agencies that sign it together with the one that asks. */
export interface Wanted {
  readonly kind: CasePaper;
  readonly format: LetterFormat;
  readonly together: readonly number[];
}

/** A paper, ready to be saved. */
export interface Letter {
  /** `himbauan-KP-118.docx` */
  readonly name: string;
  readonly bytes: Buffer;
}

/** A paper with all that it says, before it is set. */
interface Draft {
  readonly case: number;
  readonly paper: WordPaper;
}

interface Drafts {
  readonly drafts: readonly Draft[];
  readonly setting: PaperSetting;
  readonly template: Buffer | undefined;
}

/** Letters of the agency that asks: data out of one view of the database, set outside of it. */
@Injectable()
export class Letters {
  constructor(
    private readonly database: Database,
    private readonly papers: Papers,
  ) {}

  /** One paper of one case. NOT_FOUND where the reader may not know of it. */
  async one(actor: Actor, wanted: Wanted, id: number): Promise<Letter | Refusal> {
    const drafts = await this.draft(actor, wanted, [id]);
    if (isRefusal(drafts)) return drafts;
    const [draft] = drafts.drafts;
    return draft ? this.set(wanted, draft, drafts) : refuse('NOT_FOUND');
  }

  /** The cover letter of a hand-over with all its cases. */
  async cover(actor: Actor, handover: number, format: LetterFormat): Promise<Letter | Refusal> {
    const cover = await this.database.as(actor, (tx) => coverLetter(tx, actor, handover), {
      isolation: 'REPEATABLE READ',
      readOnly: true,
    });
    if (isRefusal(cover)) return cover;
    const paper = { kind: 'HANDOVER', data: cover.data } as const;
    const bytes = await this.print(paper, cover, format);
    return isRefusal(bytes) ? bytes : { name: `surat-pengantar-${handover}.${format}`, bytes };
  }

  /** The same paper of many cases, one after the other, so that a hundred letters never lie in memory at once. */
  async *many(actor: Actor, wanted: Wanted, ids: readonly number[]): AsyncGenerator<Letter | Refusal, void> {
    const drafts = await this.draft(actor, wanted, ids);
    if (isRefusal(drafts)) {
      yield drafts;
      return;
    }
    for (const draft of drafts.drafts) yield await this.set(wanted, draft, drafts);
  }

  private async set({ kind, format }: Wanted, { case: id, paper }: Draft, drafts: Drafts): Promise<Letter | Refusal> {
    const bytes = await this.print(paper, drafts, format);
    return isRefusal(bytes) ? bytes : { name: `${kind.toLowerCase()}-${caseLabel(id)}.${format}`, bytes };
  }

  private async print(
    paper: WordPaper,
    { setting, template }: Pick<Drafts, 'setting' | 'template'>,
    format: LetterFormat,
  ): Promise<Buffer | Refusal> {
    return format === 'pdf' ? this.papers.pdf.render(paper, setting) : renderDocx(paper, setting, template);
  }

  private draft(actor: Actor, wanted: Wanted, ids: readonly number[]): Promise<Drafts | Refusal> {
    return this.database.as(actor, (tx) => draftsOf(tx, actor, wanted, ids), {
      isolation: 'REPEATABLE READ',
      readOnly: true,
    });
  }
}

async function draftsOf(
  tx: Tx,
  actor: Actor,
  { kind, together }: Wanted,
  ids: readonly number[],
): Promise<Drafts | Refusal> {
  const allowed = may(actor, 'case.read', { region: actor.region });
  if (isRefusal(allowed)) return allowed;
  const cases = await readCases(tx, actor.region, ids);
  if (cases.length !== new Set(ids).size) return refuse('NOT_FOUND');
  const when = { now: await nowOf(tx), today: await todayOf(tx) };
  const facts = await paperFacts(
    tx,
    actor.region,
    when,
    cases.map(({ employer }) => employer),
  );
  const strange = together.find((agency) => !facts.agencies.has(agency));
  if (strange !== undefined) return refuse('AGENCY_UNKNOWN', { agency: strange });
  const own = actor.agency.id;
  const agencies: Agencies = [own, ...together.filter((agency) => agency !== own)];
  const settings = await settingsOf(tx, actor.region);
  return {
    drafts: cases.map((one) => ({ case: one.id, paper: casePaper(kind, facts, settings, agencies, one) })),
    setting: settingOf(facts),
    template: await templateOf(tx, actor.region, actor.agency.id, kind),
  };
}
