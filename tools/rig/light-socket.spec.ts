import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { LightSocket } from './light-socket';

const http = createServer();
const io = new Server(http, {
  path: '/ws',
  transports: ['websocket'],
  allowRequest: (request, answer) => answer(null, request.headers.origin === 'http://ours'),
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  port = (http.address() as AddressInfo).port;
  io.on('connection', (socket) => {
    socket.on('papan', (said: unknown) => socket.emit('papan', said));
  });
});
afterAll(() => io.close());

const open = (origin = 'http://ours') => LightSocket.open({ port, path: '/ws', headers: { origin } });

test.each([10, 200, 100_000])('what a server says in %i characters is heard whole', async (length) => {
  const socket = await open();
  const heard = new Promise<string>((resolve) => {
    socket.onEvent = resolve;
  });
  io.emit('papan', { text: 'ä'.repeat(length) });
  expect(JSON.parse(await heard)).toEqual(['papan', { text: 'ä'.repeat(length) }]);
  socket.close();
});

test('a server hears what is said to it', async () => {
  const socket = await open();
  const heard = new Promise<string>((resolve) => {
    socket.onEvent = resolve;
  });
  socket.emit('papan', { type: 'watch', text: 'x'.repeat(500) });
  expect(JSON.parse(await heard)).toEqual(['papan', { type: 'watch', text: 'x'.repeat(500) }]);
  socket.close();
});

test('a refused socket says so', async () => {
  await expect(open('http://theirs')).rejects.toThrow(/refused/);
});

test('a socket that the server ends is told to be closed', async () => {
  const socket = await open();
  const closed = new Promise<void>((resolve) => {
    socket.onClose = resolve;
  });
  io.disconnectSockets(true);
  await closed;
});
