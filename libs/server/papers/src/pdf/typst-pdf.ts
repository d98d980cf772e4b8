import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type Refusal, refuse } from '@papan/domain';
import type { Paper, PaperSetting } from '../data';
import { ownFile } from '../house';
import { laidOut } from './laid-out';
import { PaperFault, PdfPort } from './pdf-port';

export interface TypstOptions {
  /** Further fonts (TTF, OTF) of the region: PAPERS_FONT_DIR. */
  readonly fontFolder?: string | undefined;
  /** Longest time for one paper, in milliseconds. */
  readonly limit?: number;
  /** Resident memory in bytes above which the process is replaced before the next paper. */
  readonly memory?: number;
  /** The program that sets the papers; another one in tests. */
  readonly program?: string;
}

interface Said {
  readonly id: number;
  readonly memory: number;
  readonly pdf?: Uint8Array;
  readonly fault?: string;
}

const LIMIT = 30_000;
const MEMORY = 400 * 1024 * 1024;
/** A paper is text; more than this is no paper. */
const LONGEST_PAPER = 4_000_000;
const STANDARD = 'a-2b';

/**
 * Sets papers with Typst in a process of its own, one after the other. The process starts at the first paper, ends with this
 * one, and is replaced when it crashed, hung or grew; what is secret in our environment does not reach it.
 */
export class TypstPdf extends PdfPort {
  private child: ChildProcess | undefined;
  private memory = 0;
  private jobs = 0;
  private last: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(private readonly options: TypstOptions = {}) {
    super();
  }

  render(paper: Paper, setting: PaperSetting): Promise<Buffer | Refusal> {
    return this.set(laidOut(paper, setting), STANDARD);
  }

  /** Sets a paper that is laid out already; the specs also ask for PDF/UA. */
  set(paper: string, standard: string): Promise<Buffer | Refusal> {
    if (paper.length > LONGEST_PAPER) return Promise.reject(new PaperFault('the paper is too long'));
    const answer = this.last.then(() => this.next(paper, standard));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** Ends the process. What is still waiting fails. */
  async close(): Promise<void> {
    this.closed = true;
    await this.end();
  }

  private async next(paper: string, standard: string): Promise<Buffer | Refusal> {
    if (this.closed) throw new PaperFault('the papers are closed');
    if (this.memory > (this.options.memory ?? MEMORY)) await this.end();
    const child = this.child ?? (await this.start());
    if (child === undefined) return refuse('PAPERS_UNAVAILABLE');
    this.jobs += 1;
    const job = { id: this.jobs, paper, standard };
    const said = await this.ask(child, job.id, () => child.send(job));
    if (said.pdf === undefined) throw new PaperFault(said.fault ?? 'the paper was not set');
    return Buffer.from(said.pdf);
  }

  /** The process, or undefined where it cannot run: no compiler was built for this machine. */
  private async start(): Promise<ChildProcess | undefined> {
    const child = fork(this.options.program ?? ownFile('src', 'pdf', 'typst-child.mjs'), this.arguments(), {
      env: {},
      execArgv: ['--max-old-space-size=256', '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.once('exit', () => {
      if (this.child === child) this.child = undefined;
    });
    this.child = child;
    try {
      await this.ask(child, 0, () => true);
      return child;
    } catch (error) {
      if (error instanceof PaperFault) return undefined;
      throw error;
    }
  }

  private arguments(): readonly string[] {
    const arimo = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/arimo/package.json'));
    const { fontFolder } = this.options;
    return [ownFile('src', 'pdf', 'paper.typ'), arimo, ...(fontFolder ? [fontFolder] : [])];
  }

  /** Waits for the answer with this number. While nothing is asked, the process holds nobody back from ending. */
  private ask(child: ChildProcess, id: number, begin: () => boolean): Promise<Said> {
    hold(child, true);
    return new Promise<Said>((done, fail) => {
      let why = 'the program that sets papers ended';
      const limit = setTimeout(() => {
        why = 'setting the paper took too long';
        child.kill('SIGKILL');
      }, this.options.limit ?? LIMIT);
      const heard = (said: Said): void => {
        this.memory = said.memory;
        if (said.id !== id) return;
        stop();
        done(said);
      };
      const gone = (): void => stop(new PaperFault(why));
      const stop = (error?: Error): void => {
        clearTimeout(limit);
        child.off('message', heard).off('exit', gone).off('error', gone);
        hold(child, false);
        if (error) fail(error);
      };
      child.on('message', heard).once('exit', gone).once('error', gone);
      begin();
    });
  }

  private async end(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    this.memory = 0;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    hold(child, true);
    await new Promise<void>((done) => {
      child.once('exit', () => done());
      child.kill('SIGKILL');
    });
  }
}

function hold(child: ChildProcess, held: boolean): void {
  if (held) child.ref();
  else child.unref();
  if (held) child.channel?.ref();
  else child.channel?.unref();
}
