import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

/** What the network does to the bytes between the clients and the servers. */
interface Weather {
  /** Added to every piece, in milliseconds. */
  readonly delay: number;
  /** Pieces vanish in both directions, and nobody is told. */
  readonly swallows: boolean;
  /** A connection breaks as soon as its server begins to answer: the request was heard, the answer never arrives. */
  readonly cutsAnswers: boolean;
}

const FAIR: Weather = { delay: 0, swallows: false, cutsAnswers: false };

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  /** Once swallowed, a connection is never whole again. */
  isBroken: boolean;
}

/** A plain TCP balancer in front of the servers: round robin, no stickiness, and a network that can be made bad. */
export class Balancer {
  private weather = FAIR;
  private next = 0;
  private readonly pairs = new Set<Pair>();

  private constructor(
    private readonly server: Server,
    private readonly ports: readonly number[],
  ) {
    server.on('connection', (client) => this.take(client));
  }

  static async listen(port: number, ports: readonly number[]): Promise<Balancer> {
    const server = createServer();
    const balancer = new Balancer(server, ports);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return balancer;
  }

  change(weather: Partial<Weather>): void {
    this.weather = { ...FAIR, ...weather };
  }

  /** Breaks every connection. */
  cut(): void {
    for (const pair of this.pairs) this.end(pair);
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** The first server that takes the connection gets it. */
  private take(client: Socket, tries = 0): void {
    const port = this.ports[this.next++ % this.ports.length] ?? 0;
    const server = connect(port, '127.0.0.1');
    client.pause();
    client.once('error', () => server.destroy());
    server.once('connect', () => this.join({ client, server, isBroken: false }));
    server.once('error', () => {
      if (tries + 1 < this.ports.length && !client.destroyed) this.take(client, tries + 1);
      else client.destroy();
    });
  }

  private join(pair: Pair): void {
    const { client, server } = pair;
    this.pairs.add(pair);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => this.end(pair));
      socket.on('close', () => this.end(pair));
    }
    client.on('data', (bytes) => this.pass(pair, server, bytes, false));
    server.on('data', (bytes) => this.pass(pair, client, bytes, true));
    client.resume();
  }

  private pass(pair: Pair, to: Socket, bytes: Buffer, isAnswer: boolean): void {
    const { delay, swallows, cutsAnswers } = this.weather;
    if (isAnswer && cutsAnswers) return this.end(pair);
    if (swallows) pair.isBroken = true;
    if (pair.isBroken) return;
    if (delay === 0) to.write(bytes);
    else setTimeout(() => to.destroyed || to.write(bytes), delay);
  }

  private end(pair: Pair): void {
    this.pairs.delete(pair);
    pair.client.destroy();
    pair.server.destroy();
  }
}
