import { SOCKET_EVENT, type Bye, type Down } from '@papan/contracts';
import { type Actor, type Happening, visibilityClass } from '@papan/domain';
import type { Socket } from 'socket.io';
import { TokenBucket } from '../http/token-bucket';
import type { SignedIn } from '../identity/signed-in';
import { type Post, isSamePost } from './posts-today';

/** Where a socket stands in a region's journal. */
export interface Place {
  readonly region: string;
  /** Who reads, as he was when he began to: if he is no longer, he reads no longer. */
  readonly reader: Post;
  readonly cls: string;
  epoch: number;
  /** Everything up to here has been sent. While the socket is in its room, the room's own position counts. */
  seq: number;
  /** `room`: gets what everybody gets; `behind`: is being, or waits to be, brought up to date; `reset`: has to ask anew. */
  state: 'room' | 'behind' | 'reset';
}

interface Engine {
  readonly writeBuffer: readonly unknown[];
  readonly transport: { readonly socket?: { readonly bufferedAmount: number; terminate(): void } };
  close(discard?: boolean): void;
}

const PACKETS_WAITING_AT_MOST = 16;
const BYTES_WAITING_AT_MOST = 1_000_000;
const STRIKES = 5;
const BURST = 12;
const ASKS_PER_SECOND = 2;

export function regionRoom(region: string): string {
  return `region/${region}`;
}

export function classRoom(region: string, cls: string): string {
  return `class/${region}/${cls}`;
}

/** One open board: who reads it, where it stands, how much patience is left. */
export class LiveSocket {
  place: Place | undefined;
  private actors: ReadonlyMap<string, Actor>;
  /** Grows with each question, so that the answer to an older one is dropped. */
  question = 0;
  slowSince: number | undefined;
  private strikes = 0;
  private readonly asks = new TokenBucket(ASKS_PER_SECOND, BURST);

  constructor(
    private readonly socket: Socket,
    readonly signedIn: SignedIn,
  ) {
    this.actors = signedIn.actors;
  }

  get open(): boolean {
    return this.socket.connected;
  }

  actorIn(region: string): Actor | undefined {
    return this.actors.get(region);
  }

  /** Where the reader serves today; true where that leaves what he watches as it was. */
  renew(posts: readonly Post[]): boolean {
    const { kind } = this.signedIn;
    this.actors = new Map(posts.map((post) => [post.region, { ...post, session: kind }]));
    if (!this.place) return true;
    const today = this.actorIn(this.place.region);
    return today !== undefined && isSamePost(today, this.place.reader);
  }

  settle(actor: Actor, epoch: number, seq: number): Place {
    this.leave();
    this.place = { region: actor.region, reader: actor, cls: visibilityClass(actor), epoch, seq, state: 'behind' };
    return this.place;
  }

  /** From here on the socket gets what its class gets. */
  join(): void {
    if (!this.place) return;
    this.place.state = 'room';
    this.slowSince = undefined;
    void this.socket.join([regionRoom(this.place.region), classRoom(this.place.region, this.place.cls)]);
  }

  leave(): void {
    if (!this.place) return;
    void this.socket.leave(regionRoom(this.place.region));
    void this.socket.leave(classRoom(this.place.region, this.place.cls));
  }

  send(message: Down): void {
    this.socket.emit(SOCKET_EVENT, message);
  }

  sendFrame(place: Place, through: number, events: readonly Happening[]): void {
    const { region, epoch, seq } = place;
    this.send({ type: 'frame', region, epoch, from: seq, through, events: [...events] });
    place.seq = through;
  }

  /** The last word, then the line is cut. */
  bye(reason: Bye['reason']): void {
    this.send({ type: 'bye', reason });
    this.socket.disconnect(true);
  }

  /** Cuts the line of one who no longer reads: there is no point in waiting for what lies in the buffer. */
  drop(): void {
    this.send({ type: 'bye', reason: 'SLOW_READER' });
    this.engine.close(true);
    this.engine.transport.socket?.terminate();
  }

  /** Packets lie here that the reader has not taken. */
  get isSlow(): boolean {
    const { writeBuffer, transport } = this.engine;
    return (
      writeBuffer.length > PACKETS_WAITING_AT_MOST || (transport.socket?.bufferedAmount ?? 0) > BYTES_WAITING_AT_MOST
    );
  }

  get isDrained(): boolean {
    return this.engine.writeBuffer.length === 0;
  }

  /** Counts one message that is not in the language; true when it was one too many. */
  strike(): boolean {
    return ++this.strikes >= STRIKES;
  }

  /** Whether one more question is within the reader's share: a few at once, then two a second. */
  mayAsk(): boolean {
    return this.asks.take();
  }

  private get engine(): Engine {
    return this.socket.conn as unknown as Engine;
  }
}
