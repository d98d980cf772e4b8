import { Inject, Injectable } from '@nestjs/common';
import { type Bye, type Down, SOCKET_EVENT, Up } from '@papan/contracts';
import { type Happening, isRefusal, may } from '@papan/domain';
import type { Server, Socket } from 'socket.io';
import { Database } from '../database/database';
import { Metrics } from '../health/metrics';
import { Sessions } from '../identity/sessions';
import type { SignedIn } from '../identity/signed-in';
import { type Head, JournalTail, type Stretch, type TailListener } from '../journal/journal-tail';
import { type JournalEntry, visibleTo } from '../journal/read-happenings';
import { sabotaged } from '../settings/sabotage';
import { Settings } from '../settings/settings';
import { Doorstep } from './doorstep';
import { Gate } from './gate';
import { LiveSocket, type Place, classRoom, regionRoom } from './live-socket';
import { type Post, postsToday } from './posts-today';

export const SIGNED_IN = 'signedIn';

const CHECK_SESSIONS_MS = 2_000;
const CHECK_SLOW_MS = 500;
/** A reader who does not take what is sent for so long is cut off; he comes back with his cursor. */
const PATIENCE_MS = 5_000;
/** Further behind than this, a snapshot is cheaper than the journal. */
const BEHIND_AT_MOST = 5_000;
const AT_ONCE = 1_000;
/** Of the tail's three connections: at least one is left for the heartbeat and for what is new. */
const CATCHING_UP_AT_ONCE = 2;

/**
 * The live side: what the tail reads is told to every socket, as far as its reader may see it. A frame is made once for
 * all readers who see the same. Each socket has a cursor; one that comes late gets exactly what it misses.
 */
@Injectable()
export class Live implements TailListener {
  private readonly sockets = new Map<Socket, LiveSocket>();
  private readonly regions = new Map<string, Set<LiveSocket>>();
  private readonly gate = new Gate(CATCHING_UP_AT_ONCE);
  private readonly doorstep = new Doorstep();
  private readonly timers: NodeJS.Timeout[] = [];
  private io: Server | undefined;
  private told = 0;

  constructor(
    private readonly tail: JournalTail,
    @Inject(Sessions) private readonly sessions: Pick<Sessions, 'authenticate' | 'stillValid'>,
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {
    this.metrics.watchLive(() => ({ sockets: this.sockets.size, regions: this.tail.watched }));
  }

  /** Takes over a socket server: who may come in, what is heard, what is told. */
  serve(io: Server): void {
    this.io = io;
    this.tail.listen(this);
    this.doorstep.guard(io, () => this.metrics.garbage.inc());
    io.use((socket, next) => {
      if (!this.doorstep.enter(socket.conn)) {
        this.metrics.garbage.inc();
        socket.conn.close(true);
        return;
      }
      void this.admit(socket).then((refusal) => {
        this.doorstep.leave(socket.conn);
        next(refusal === null ? undefined : new Error(refusal));
      });
    });
    io.on('connection', (socket) => this.welcome(socket));
    this.timers.push(
      setInterval(() => void this.endSessions(), CHECK_SESSIONS_MS),
      setInterval(() => this.mindTheSlow(), CHECK_SLOW_MS),
    );
  }

  /** Why a socket does not come in; null where it does. The reader's page goes on without it, by asking now and then. */
  private async admit(socket: Socket): Promise<'NOT_SIGNED_IN' | 'TOO_MANY_SOCKETS' | 'DATABASE_DOWN' | null> {
    try {
      const signedIn = await this.sessions.authenticate(socket.request.headers.cookie);
      if (!signedIn) return 'NOT_SIGNED_IN';
      if (this.isCrowded(signedIn)) return 'TOO_MANY_SOCKETS';
      socket.data = { [SIGNED_IN]: signedIn };
      return null;
    } catch {
      return 'DATABASE_DOWN';
    }
  }

  private isCrowded({ sessionId }: SignedIn): boolean {
    let open = 0;
    for (const { signedIn } of this.sockets.values()) if (signedIn.sessionId === sessionId) open++;
    return open >= this.settings.socketsPerSession;
  }

  /** Tells every board why the line ends; they come back to another instance, or to the next start. */
  goodbye(reason: Bye['reason'] = 'SHUTTING_DOWN'): void {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    for (const socket of this.sockets.values()) socket.bye(reason);
  }

  onStretch({ region, epoch, from, through, entries }: Stretch): void {
    const sockets = this.regions.get(region);
    if (!sockets || !this.io) return;
    for (const socket of sockets) if (socket.isSlow) this.setAside(socket, from);
    const frame = (events: readonly Happening[]): Down => ({
      type: 'frame',
      region,
      epoch,
      from,
      through,
      events: [...events],
    });
    const heard = this.forget(entries);
    const secret = heard.some(({ audience }) => audience !== null);
    if (!secret) {
      this.io.to(regionRoom(region)).emit(SOCKET_EVENT, frame(heard.map(({ happening }) => happening)));
      this.metrics.frames.inc();
      return;
    }
    for (const [rooms, events] of this.shares(region, sockets, heard)) {
      this.io.to(rooms).emit(SOCKET_EVENT, frame(events));
      this.metrics.frames.inc();
    }
  }

  onEpoch(region: string, epoch: number): void {
    for (const socket of this.regions.get(region) ?? []) {
      if (!socket.place) continue;
      socket.leave();
      socket.place.state = 'reset';
      socket.send({ type: 'reset', region, epoch });
    }
  }

  onHeartbeat(region: string, { epoch, head, serverTime }: Head): void {
    this.io?.to(regionRoom(region)).emit(SOCKET_EVENT, { type: 'heartbeat', region, epoch, head, serverTime });
  }

  /** Rooms that see the same of these entries share one frame. */
  private shares(
    region: string,
    sockets: ReadonlySet<LiveSocket>,
    entries: readonly JournalEntry[],
  ): Iterable<readonly [string[], readonly Happening[]]> {
    const classes = new Set([...sockets].flatMap(({ place }) => (place?.state === 'room' ? [place.cls] : [])));
    const shares = new Map<string, [string[], readonly Happening[]]>();
    for (const cls of classes) {
      const events = visibleTo(entries, cls);
      const key = events.map(({ seq }) => seq).join(',');
      const share = shares.get(key) ?? [[], events];
      share[0].push(classRoom(region, cls));
      shares.set(key, share);
    }
    return shares.values();
  }

  /** A fault for the tests: the frame goes out with its numbers, but without what happened. */
  private forget(entries: readonly JournalEntry[]): readonly JournalEntry[] {
    return sabotaged('drop-frame') && ++this.told % 5 === 0 ? [] : entries;
  }

  private welcome(socket: Socket): void {
    const { [SIGNED_IN]: signedIn } = socket.data as { [SIGNED_IN]: SignedIn };
    // Many may have been let in at the same moment.
    if (this.isCrowded(signedIn)) {
      socket.disconnect(true);
      return;
    }
    const live = new LiveSocket(socket, signedIn);
    this.sockets.set(socket, live);
    socket.on('disconnect', () => this.farewell(socket, live));
    socket.onAny((name: unknown, ...said: readonly unknown[]) => {
      void this.hear(live, name === SOCKET_EVENT && said.length === 1 ? said[0] : undefined);
    });
  }

  private farewell(socket: Socket, live: LiveSocket): void {
    this.sockets.delete(socket);
    this.leaveRegion(live);
  }

  private async hear(socket: LiveSocket, said: unknown): Promise<void> {
    if (!socket.open) return;
    const up = Up.safeParse(said);
    if (!up.success) {
      this.metrics.garbage.inc();
      if (socket.strike()) socket.bye('GARBAGE');
      return;
    }
    if (!socket.mayAsk()) {
      this.metrics.limited.inc();
      return;
    }
    try {
      await this.answer(socket, up.data);
    } catch {
      // The database is away; the reader asks again when the next heartbeat shows a gap.
      this.metrics.skipped.inc();
    }
  }

  private async answer(socket: LiveSocket, up: Up): Promise<void> {
    const region = up.type === 'watch' ? up.region : socket.place?.region;
    const actor = region === undefined ? undefined : socket.actorIn(region);
    if (!actor || isRefusal(may(actor, 'board.read', { region: actor.region }))) {
      socket.bye('NOT_ALLOWED');
      return;
    }
    const question = ++socket.question;
    if (!(await this.enterRegion(socket, actor.region, question))) return;
    const place = socket.settle(actor, up.cursor.epoch, up.cursor.seq);
    await this.catchUp(socket, place);
  }

  /** Sends what the socket misses, and lets it into its room at the very moment when nothing is missing. */
  private async catchUp(socket: LiveSocket, place: Place): Promise<void> {
    const current = (): boolean => socket.open && socket.place === place;
    while (current()) {
      const at = this.tail.position(place.region);
      if (!at) return;
      if (place.epoch !== at.epoch || at.through - place.seq > BEHIND_AT_MOST) {
        this.reset(socket, place, at.epoch);
        return;
      }
      if (place.seq > at.through && !(await this.isWritten(place))) {
        this.reset(socket, place, at.epoch);
        return;
      }
      if (!current()) return;
      if (place.seq > at.through) continue;
      const kept = this.tail.keptAfter(place.region, place.seq);
      if (kept) {
        socket.sendFrame(place, at.through, visibleTo(kept, place.cls));
        socket.join();
        return;
      }
      const entries = await this.gate.run(() => this.tail.readAfter(place.region, place.seq, AT_ONCE));
      const last = entries.at(-1);
      if (!last || !current()) return;
      const through = Math.min(last.happening.seq, at.through);
      const due = entries.filter(({ happening }) => happening.seq <= through);
      socket.sendFrame(place, through, visibleTo(due, place.cls));
    }
  }

  /** A reader may be ahead of this instance's tail, when another instance told him first. */
  private async isWritten(place: Place): Promise<boolean> {
    const head = await this.gate.run(() => this.tail.head(place.region));
    if (!head || head.epoch !== place.epoch || head.head < place.seq) return false;
    this.tail.wake(place.region);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return true;
  }

  private reset(socket: LiveSocket, place: Place, epoch: number): void {
    place.state = 'reset';
    socket.send({ type: 'reset', region: place.region, epoch });
  }

  /** Every watch of the tail has its unwatch: an older question that comes in late, or a socket gone meanwhile, gives it back. */
  private async enterRegion(socket: LiveSocket, region: string, question: number): Promise<boolean> {
    if (this.regions.get(region)?.has(socket)) return true;
    this.leaveRegion(socket);
    await this.tail.watch(region);
    if (question !== socket.question || !socket.open) {
      this.tail.unwatch(region);
      return false;
    }
    const sockets = this.regions.get(region) ?? new Set();
    this.regions.set(region, sockets.add(socket));
    return true;
  }

  private leaveRegion(socket: LiveSocket): void {
    for (const [region, sockets] of this.regions) {
      if (!sockets.delete(socket)) continue;
      if (sockets.size === 0) this.regions.delete(region);
      this.tail.unwatch(region);
    }
    socket.leave();
    socket.place = undefined;
  }

  /** A slow reader no longer gets frames, so that nothing heaps up for him; he is brought up to date once he reads. */
  private setAside(socket: LiveSocket, from: number): void {
    this.metrics.skipped.inc();
    if (socket.place?.state !== 'room') return;
    socket.leave();
    socket.place.state = 'behind';
    socket.place.seq = from;
    socket.slowSince = performance.now();
  }

  private mindTheSlow(): void {
    for (const socket of this.sockets.values()) {
      const { place, slowSince } = socket;
      if (!place) continue;
      if (slowSince === undefined) {
        const at = this.tail.position(place.region);
        if (socket.isSlow && at) this.setAside(socket, at.through);
      } else if (socket.isDrained) {
        socket.slowSince = undefined;
        void this.catchUp(socket, place).catch(() => this.metrics.skipped.inc());
      } else if (performance.now() - slowSince > PATIENCE_MS) {
        this.metrics.dropped.inc();
        socket.drop();
      }
    }
  }

  /** Whose post is another one now comes back as what he is today; who has none here does not come back. */
  private endIfChanged(socket: LiveSocket, isValid: boolean, posts: readonly Post[]): void {
    if (!isValid) return socket.bye('SESSION_ENDED');
    if (socket.renew(posts)) return;
    const servesHere = posts.some(({ region }) => region === socket.place?.region);
    socket.bye(servesHere ? 'SESSION_ENDED' : 'NOT_ALLOWED');
  }

  private async endSessions(): Promise<void> {
    const ids = [...new Set([...this.sockets.values()].map(({ signedIn }) => signedIn.sessionId))];
    if (ids.length === 0) return;
    try {
      const valid = await this.sessions.stillValid(ids);
      const posts = await postsToday(this.database, ids);
      const asked = new Set(ids);
      for (const socket of this.sockets.values()) {
        const id = socket.signedIn.sessionId;
        if (asked.has(id)) this.endIfChanged(socket, valid.has(id), posts.get(id) ?? []);
      }
    } catch {
      // The database is away: nobody can be told apart; the next round asks again.
    }
  }
}
