import type { Refusal } from '@papan/domain';
import type { Paper, PaperSetting } from '../data';

/** Whoever can set papers as PDF. */
export abstract class PdfPort {
  /**
   * The paper as PDF/A-2b, tagged, with title, language and embedded fonts. The same paper and setting give the same bytes.
   * Refuses PAPERS_UNAVAILABLE where this machine cannot. Throws PaperFault where the paper could not be set.
   */
  abstract render(paper: Paper, setting: PaperSetting): Promise<Buffer | Refusal>;
}

/** A paper could not be set although the machine can: our mistake, too much for the limits, or a crash. */
export class PaperFault extends Error {
  override readonly name = 'PaperFault';
}
