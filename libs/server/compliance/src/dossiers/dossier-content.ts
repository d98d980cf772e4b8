import { type Case, type CaseStep, type IsoDate } from '@papan/domain';
import { type DossierFile, type DossierInput, STEP_WORDS } from '@papan/server-papers';
import type { UsedFile } from '@papan/server-platform';
import { STEP_PAPERS, type StepPaper, chronologyOf, papersOf } from '../letters/case-papers';
import { type Parties, coverOf } from '../letters/handover-cover';
import { type PaperFacts, settingOf } from '../letters/paper-facts';

/** A file of the dossier, without its bytes: they lie in the store of evidence under their hash. */
export type ListedFile = Pick<DossierFile, 'name' | 'what' | 'number' | 'date' | 'sha256'>;

/** All that a dossier is made of. It is fixed when the hand-over is confirmed: made twice, it is the same. */
export type DossierContent = Omit<DossierInput, 'region' | 'handover' | 'case' | 'files' | 'anchor'> & {
  readonly files: readonly ListedFile[];
};

/** The power of attorney by which cases were handed over. */
export interface Confirmed {
  readonly handover: number;
  readonly number: string;
  readonly signatory: string;
  readonly on: IsoDate;
}

/**
 * What is handed over of one case: every step up to and including the SKK with its papers. Inner notes stay behind.
 * @param files the evidence of the case.
 */
export function dossierContent(
  facts: PaperFacts,
  parties: Parties,
  { handover, number, signatory, on }: Confirmed,
  theCase: Case,
  files: readonly UsedFile[],
): DossierContent {
  const steps = handedOver(theCase).map((step) => ({ ...step, note: '' }));
  const listed = listFiles(steps, files);
  const names = new Map(listed.map((file) => [file.sha256, `asli/${file.name}`]));
  return {
    madeAt: facts.now,
    setting: settingOf(facts),
    cover: coverOf(facts, parties, { handover, state: 'CONFIRMED', skk: { number, on, signatory } }, [theCase]),
    chronology: chronologyOf(facts, theCase, steps, (hash) => names.get(hash)),
    files: listed,
  };
}

/** The steps up to and including the latest SKK; nothing where the case was never handed over. */
export function handedOver({ steps }: Pick<Case, 'steps'>): readonly CaseStep[] {
  const skk = steps.findLast(({ step }) => step === 'SKK');
  return skk ? steps.filter(({ nth }) => nth <= skk.nth) : [];
}

/** The papers of the steps in order, each content once: `03-himbauan-bukti-terima.pdf`. */
function listFiles(steps: readonly CaseStep[], files: readonly UsedFile[]): readonly ListedFile[] {
  const known = new Map(files.map((file) => [file.hash, file]));
  const listed: ListedFile[] = [];
  const seen = new Set<string>();
  for (const step of steps) {
    for (const [hash, paper] of papersOf(step)) {
      const file = known.get(hash);
      if (!file || seen.has(hash)) continue;
      seen.add(hash);
      listed.push(listedFile(listed.length + 1, step, paper, file));
    }
  }
  return listed;
}

function listedFile(at: number, step: CaseStep, paper: StepPaper, { hash, kind }: UsedFile): ListedFile {
  const what = [STEP_WORDS[step.step], ...(paper === 'document' ? [] : [STEP_PAPERS[paper]])];
  const isLetter = paper === 'document' || paper === 'signedScan';
  const date: IsoDate | null = isLetter ? step.on : paper === 'sendingProof' ? step.sentOn : step.receivedOn;
  const name = [String(at).padStart(2, '0'), ...what.map(slugOf)].join('-');
  return { name: `${name}.${kind}`, what: what.join(', '), number: isLetter ? step.number : '', date, sha256: hash };
}

function slugOf(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
