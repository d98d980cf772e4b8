import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export interface SocketTarget {
  readonly port: number;
  /** Where the socket.io server listens: `/ws` or `/socket.io`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Kinds of websocket frames. */
const TEXT = 1;
const CLOSE = 8;

/**
 * The least that speaks socket.io over a websocket, so that hundreds of readers in one process weigh little beside the
 * server that is measured: a TCP connection, text frames, the ping, one event name.
 */
export class LightSocket {
  /** Gets the JSON text of each event (`["name",{…}]`). */
  onEvent: (text: string) => void = () => undefined;
  onClose: () => void = () => undefined;
  private pending: Buffer = Buffer.alloc(0);
  private upgraded = false;

  private constructor(
    private readonly wire: Socket,
    private readonly settle: { open: () => void; fail: (error: Error) => void },
  ) {
    wire.setNoDelay(true);
    wire.on('data', (bytes) => this.read(bytes));
    wire.once('error', (error) => settle.fail(error));
    wire.once('close', () => {
      settle.fail(new Error('closed before it was open'));
      this.onClose();
    });
  }

  /** Resolves when the server has let the socket in; rejects when it refuses. */
  static open({ port, path, headers }: SocketTarget): Promise<LightSocket> {
    return new Promise((resolve, reject) => {
      const wire = connect(port, '127.0.0.1');
      const socket: LightSocket = new LightSocket(wire, { open: () => resolve(socket), fail: reject });
      const lines = [
        `GET ${path}/?EIO=4&transport=websocket HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ];
      wire.write(`${lines.join('\r\n')}\r\n\r\n`);
    });
  }

  emit(event: string, message: unknown): void {
    this.send(`42${JSON.stringify([event, message])}`);
  }

  close(): void {
    this.wire.destroy();
  }

  private send(text: string): void {
    const body = Buffer.from(text);
    const length = body.length < 126 ? [0x80 | body.length] : [0x80 | 126, body.length >> 8, body.length & 0xff];
    // A mask of zeros is a valid mask, and leaves the text as it is.
    this.wire.write(Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), body]));
  }

  private read(bytes: Buffer): void {
    this.pending = this.pending.length === 0 ? bytes : Buffer.concat([this.pending, bytes]);
    if (!this.upgraded && !this.readUpgrade()) return;
    for (let text = this.nextFrame(); text !== undefined; text = this.nextFrame()) this.hear(text);
  }

  private readUpgrade(): boolean {
    const end = this.pending.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const head = this.pending.subarray(0, end).toString('latin1');
    this.pending = this.pending.subarray(end + 4);
    this.upgraded = head.startsWith('HTTP/1.1 101');
    if (!this.upgraded) {
      this.settle.fail(new Error(`refused: ${head.slice(0, head.indexOf('\r\n'))}`));
      this.close();
    }
    return this.upgraded;
  }

  /** Text of the next whole frame; undefined while there is none. Servers of socket.io send no fragments. */
  private nextFrame(): string | undefined {
    const bytes = this.pending;
    if (bytes.length < 2) return undefined;
    const short = (bytes[1] ?? 0) & 0x7f;
    const start = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (bytes.length < start) return undefined;
    const size = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
    if (bytes.length < start + size) return undefined;
    this.pending = bytes.subarray(start + size);
    const kind = (bytes[0] ?? 0) & 0x0f;
    // The server says goodbye and waits for us to go.
    if (kind === CLOSE) this.close();
    return kind === TEXT ? bytes.toString('utf8', start, start + size) : '';
  }

  private hear(text: string): void {
    if (text.startsWith('42')) this.onEvent(text.slice(2));
    else if (text === '2') this.send('3');
    else if (text.startsWith('0')) this.send('40');
    else if (text.startsWith('40')) this.settle.open();
    else if (text.startsWith('44')) {
      this.settle.fail(new Error(`refused: ${text}`));
      this.close();
    }
  }
}
