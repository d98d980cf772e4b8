import type { Server } from 'socket.io';
import { TokenBucket } from '../http/token-bucket';

/** A board says a few words a minute; what is far beyond that is a flood, whatever is in it. */
const PACKETS = { perSecond: 10, burst: 60 };

interface Line {
  readonly readyState: string;
  on(event: 'packet', hear: () => void): unknown;
  close(discard?: boolean): void;
}

/** What stands between a websocket and the server: floods are cut off, and one handshake at a time is looked at. */
export class Doorstep {
  private readonly waiting = new WeakSet<object>();

  /** Cuts a line that sends more packets than a board ever would; `onFlood` counts them. */
  guard(io: Server, onFlood: () => void): void {
    io.engine.on('connection', (line: Line) => {
      const packets = new TokenBucket(PACKETS.perSecond, PACKETS.burst);
      line.on('packet', () => {
        if (packets.take()) return;
        onFlood();
        line.close(true);
      });
    });
  }

  /** Whether this line may begin a handshake: not while another one of it is still being looked at. */
  enter(line: object): boolean {
    if (this.waiting.has(line)) return false;
    this.waiting.add(line);
    return true;
  }

  leave(line: object): void {
    this.waiting.delete(line);
  }
}
