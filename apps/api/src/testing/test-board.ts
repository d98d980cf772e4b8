import {
  type Bye,
  type Down,
  type Frame,
  type Heartbeat,
  type Reset,
  SOCKET_EVENT,
  SOCKET_PATH,
} from '@papan/contracts';
import type { Happening } from '@papan/domain';
import { type Socket, io } from 'socket.io-client';

/** An open board that keeps what it was told, in the order in which it came. */
export class TestBoard {
  readonly heard: Down[] = [];
  readonly socket: Socket;
  private readonly waiting = new Set<() => void>();

  constructor(
    url: string,
    cookie: string | undefined,
    readonly region: string,
    origin: string | null = url,
  ) {
    this.socket = io(url, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { ...(origin === null ? {} : { origin }), ...(cookie === undefined ? {} : { cookie }) },
    });
    this.socket.on(SOCKET_EVENT, (message: Down) => {
      this.heard.push(message);
      this.look();
    });
    this.socket.on('disconnect', () => this.look());
  }

  connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.socket.connected) return resolve();
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
    });
  }

  watch(epoch: number, seq: number): void {
    this.socket.emit(SOCKET_EVENT, { type: 'watch', region: this.region, cursor: { epoch, seq } });
  }

  resync(epoch: number, seq: number): void {
    this.socket.emit(SOCKET_EVENT, { type: 'resync', cursor: { epoch, seq } });
  }

  close(): void {
    this.socket.disconnect();
  }

  get frames(): readonly Frame[] {
    return this.heard.filter((it) => it.type === 'frame');
  }

  get events(): readonly Happening[] {
    return this.frames.flatMap(({ events }) => events);
  }

  get heartbeats(): readonly Heartbeat[] {
    return this.heard.filter((it) => it.type === 'heartbeat');
  }

  get resets(): readonly Reset[] {
    return this.heard.filter((it) => it.type === 'reset');
  }

  get bye(): Bye['reason'] | undefined {
    return this.heard.find((it) => it.type === 'bye')?.reason;
  }

  /** Everything up to here has been told. */
  get through(): number {
    return this.frames.at(-1)?.through ?? -1;
  }

  /** Frames follow each other without a hole and without saying anything twice. */
  get isContinuous(): boolean {
    return this.frames.every(({ from }, at) => at === 0 || from === this.frames[at - 1]?.through);
  }

  /** Waits until it holds; throws after `patience` milliseconds. */
  until(holds: () => boolean, patience = 8_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        if (!holds()) return;
        done();
        resolve();
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`the board waited in vain; heard: ${JSON.stringify(this.heard.slice(-5))}`));
      }, patience);
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(check);
      };
      this.waiting.add(check);
      check();
    });
  }

  private look(): void {
    for (const check of [...this.waiting]) check();
  }
}
