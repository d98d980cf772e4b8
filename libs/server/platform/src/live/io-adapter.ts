import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { SOCKET_PATH } from '@papan/contracts';
import type { Server, ServerOptions } from 'socket.io';
import { isOwnOrigin } from '../http/origin';
import type { SettingsValues } from '../settings/settings';

/**
 * Websockets only, small messages, our own pages only. The Origin is checked before the handshake, since a browser lets
 * every page open a socket to every host and sends the cookie along.
 */
export class PapanIoAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly settings: SettingsValues,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      path: SOCKET_PATH,
      serveClient: false,
      transports: ['websocket'],
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: 4_096,
      pingInterval: 20_000,
      pingTimeout: 10_000,
      connectTimeout: 10_000,
      cors: undefined,
      allowRequest: (request, answer) => answer(null, isOwnOrigin(request.headers, this.settings)),
    } as ServerOptions);
  }
}
