import type { Actor, IsoInstant } from '@papan/domain';
import { type ExampleFile, examplePaper, examplePhoto } from './example-files';

/** A file that somebody put in, as the table of uploads knows it. */
export interface Kept extends ExampleFile {
  readonly person: number;
  readonly agency: number;
  readonly at: IsoInstant;
}

/** Where the papers of the story lie until they are written to the store; each content once. */
export class Cabinet {
  readonly kept = new Map<string, Kept>();
  private photos = 0;

  /** The hash of a paper with these lines. */
  paper(at: IsoInstant, by: Actor, name: string, lines: readonly string[]): string {
    return this.keep(at, by, examplePaper(name, lines));
  }

  /** The hash of a new photo. */
  photo(at: IsoInstant, by: Actor, name: string): string {
    this.photos += 1;
    return this.keep(at, by, examplePhoto(name, this.photos));
  }

  private keep(at: IsoInstant, by: Actor, file: ExampleFile): string {
    if (!this.kept.has(file.hash)) this.kept.set(file.hash, { ...file, person: by.person, agency: by.agency.id, at });
    return file.hash;
  }
}
