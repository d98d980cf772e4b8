import { type Case, type CaseStep, type IsoDate, type Step } from '@papan/domain';
import { type DossierFile, type DossierInput, STEP_WORDS } from '@papan/server-papers';
import type { UsedFile } from '@papan/server-platform';
import { chronologyOf } from '../letters/case-papers';
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
    chronology: chronologyOf(facts, theCase, steps, names),
    files: listed,
  };
}

/** The steps up to and including the latest SKK; nothing where the case was never handed over. */
export function handedOver({ steps }: Pick<Case, 'steps'>): readonly CaseStep[] {
  const skk = steps.findLast(({ step }) => step === 'SKK');
  return skk ? steps.filter(({ nth }) => nth <= skk.nth) : [];
}

const PARTS = [
  ['document', 'naskah'],
  ['signedScan', 'naskah-bertanda-tangan'],
  ['sendingProof', 'bukti-kirim'],
  ['receiptProof', 'bukti-terima'],
] as const;

const PART_WORDS: Readonly<Record<(typeof PARTS)[number][1], string>> = {
  naskah: '',
  'naskah-bertanda-tangan': 'naskah bertanda tangan',
  'bukti-kirim': 'bukti kirim',
  'bukti-terima': 'bukti terima',
};

/** The papers of the steps in order, each content once: `03-himbauan-bukti-terima.pdf`. */
function listFiles(steps: readonly CaseStep[], files: readonly UsedFile[]): readonly ListedFile[] {
  const known = new Map(files.map((file) => [file.hash, file]));
  const listed: ListedFile[] = [];
  const seen = new Set<string>();
  for (const step of steps) {
    for (const [field, part] of PARTS) {
      const hash = step[field];
      const file = known.get(hash ?? '');
      if (hash === null || !file || seen.has(hash)) continue;
      seen.add(hash);
      listed.push(listedFile(listed.length + 1, step, part, file));
    }
  }
  return listed;
}

function listedFile(at: number, step: CaseStep, part: keyof typeof PART_WORDS, { hash, kind }: UsedFile): ListedFile {
  const word = slugOf(step.step);
  const what = [STEP_WORDS[step.step], PART_WORDS[part]].filter(Boolean).join(', ');
  const isLetter = part === 'naskah' || part === 'naskah-bertanda-tangan';
  const date: IsoDate | null = isLetter ? step.on : part === 'bukti-kirim' ? step.sentOn : step.receivedOn;
  const name = [String(at).padStart(2, '0'), word, ...(part === 'naskah' ? [] : [part])].join('-');
  return { name: `${name}.${kind}`, what, number: isLetter ? step.number : '', date, sha256: hash };
}

function slugOf(step: Step): string {
  return STEP_WORDS[step].toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
