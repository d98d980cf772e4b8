import { type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { Server } from 'socket.io';
import { Live } from './live';

/** The door of the sockets; what is said there is in `contracts/live.ts`. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<Server> {
  constructor(private readonly live: Live) {}

  afterInit(io: Server): void {
    this.live.serve(io);
  }
}
