import { SOCKET_EVENT, SOCKET_PATH } from '@papan/contracts';
import type { Down } from '@papan/contracts';
import type { ManagerOptions, Socket, SocketOptions } from 'socket.io-client';
import type { Transport } from './transport';

type Io = (uri: string, options: Partial<ManagerOptions & SocketOptions>) => Socket;

export interface SocketTransportOptions {
  /** Origin of the server; '' is the page's own. */
  readonly origin: string;
  /** Fetches socket.io's client: after the first paint in the browser. */
  readonly io: () => Promise<Io>;
  /** Cookie and Origin, where there is no browser to send them. */
  readonly headers?: Record<string, string>;
}

/** The line over socket.io; repeating is the store's business, so every line is a new one. */
export function socketTransport({ origin, io, headers }: SocketTransportOptions): Transport {
  return ({ opened, said, closed }) => {
    let socket: Socket | undefined;
    let isOver = false;
    const over = (): void => {
      if (isOver) return;
      isOver = true;
      socket?.disconnect();
      closed();
    };
    io().then((connect) => {
      if (isOver) return;
      socket = connect(origin, {
        path: SOCKET_PATH,
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        timeout: 5_000,
        ...(headers ? { extraHeaders: headers } : {}),
      });
      socket.on('connect', opened);
      socket.on(SOCKET_EVENT, (message: Down) => said(message));
      socket.on('connect_error', over);
      socket.on('disconnect', over);
    }, over);
    return {
      send: (message) => void socket?.emit(SOCKET_EVENT, message),
      close: () => {
        isOver = true;
        socket?.disconnect();
      },
    };
  };
}
