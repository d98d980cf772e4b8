import type { Agent } from 'node:http';
import { call, readJson } from '../rig/http-call';
import { LightSocket } from '../rig/light-socket';
import type { BoardSize, Subject } from './subject';

/** Open boards that count what reaches them. */
export class Readers {
  private readonly waiting = new Map<string, { left: number; done: (at: number) => void }>();
  private lastText = '';
  private lastMarks: readonly string[] = [];
  private readonly heardBy: number[];

  private constructor(
    private readonly subject: Subject,
    private readonly sockets: readonly LightSocket[],
  ) {
    this.heardBy = sockets.map(() => 0);
    sockets.forEach((socket, nth) => {
      socket.onEvent = (text) => this.hear(nth, text);
    });
  }

  /** Opens `count` boards, at most 20 at a time, and waits until all of them watch. */
  static async open(subject: Subject, agent: Agent, board: BoardSize, count: number): Promise<Readers> {
    const answer = await call(agent, subject.port, subject.open(board, 0));
    const snapshot = readJson(answer);
    const sockets: LightSocket[] = [];
    for (let nth = 0; nth < count; nth += 20) {
      const some = Array.from({ length: Math.min(20, count - nth) }, (_, at) =>
        openOne(subject, board, nth + at, snapshot),
      );
      sockets.push(...(await Promise.all(some)));
    }
    return new Readers(subject, sockets);
  }

  /** Resolves with the time (performance.now) at which the last board has the change; -1 when some never got it. */
  allHave(mark: string, patience: number): Promise<number> {
    return new Promise((resolve) => {
      const done = (at: number): void => {
        clearTimeout(timer);
        this.waiting.delete(mark);
        resolve(at);
      };
      const timer = setTimeout(done, patience, -1);
      this.waiting.set(mark, { left: this.sockets.length, done });
    });
  }

  /** Changes heard since the readers were opened, summed over them. */
  heard(): number {
    return this.heardBy.reduce((sum, one) => sum + one, 0);
  }

  get count(): number {
    return this.sockets.length;
  }

  close(): void {
    for (const socket of this.sockets) socket.close();
  }

  private hear(nth: number, text: string): void {
    // The same words go to many: they are read once.
    if (text !== this.lastText) {
      this.lastMarks = this.subject.marksIn(text);
      this.lastText = text;
    }
    for (const mark of this.lastMarks) {
      this.heardBy[nth] = (this.heardBy[nth] ?? 0) + 1;
      const wait = this.waiting.get(mark);
      if (wait !== undefined && --wait.left === 0) wait.done(performance.now());
    }
  }
}

/** One board that watches: open socket, and the first word after "watch". */
export async function openOne(
  subject: Subject,
  board: BoardSize,
  reader: number,
  snapshot: unknown,
): Promise<LightSocket> {
  const socket = await LightSocket.open(subject.socket(board, reader));
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${subject.name}: no answer to "watch"`)), 20_000);
    socket.onEvent = (text) => {
      if (!subject.isWelcome(text)) return;
      clearTimeout(timer);
      resolve();
    };
    const { event, message } = subject.watch(board, snapshot);
    socket.emit(event, message);
  });
  return socket;
}
