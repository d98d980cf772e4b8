import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '@papan/server-postgres';
import { call, keptOpen } from '../rig/http-call';
import { Balancer } from './balancer';

let asked = 0;
const server = createServer((_, response) => {
  asked++;
  response.end('ok');
});
let agent = keptOpen();
let balancer: Balancer;
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = await freePort();
  const nobody = await freePort();
  balancer = await Balancer.listen(port, [nobody, (server.address() as AddressInfo).port]);
});
beforeEach(() => {
  balancer.change({});
  agent.destroy();
  agent = keptOpen();
  asked = 0;
});
afterAll(async () => {
  agent.destroy();
  await balancer.close();
  server.close();
});

const ask = () => call(agent, port, { method: 'GET', path: '/', headers: {} }, 500);

test('a server that is down is passed over', async () => {
  await expect(ask()).resolves.toMatchObject({ status: 200 });
  await expect(ask()).resolves.toMatchObject({ status: 200 });
});

test('a cut answer leaves the sender in the dark about what the server did', async () => {
  balancer.change({ cutsAnswers: true });
  await expect(ask()).rejects.toThrow();
  expect(asked).toBe(1);
});

test('a black hole swallows the request, and the sender runs out of patience', async () => {
  balancer.change({ swallows: true });
  await expect(ask()).rejects.toThrow('no answer in time');
  expect(asked).toBe(0);
});

test('a slow network is slow both ways', async () => {
  balancer.change({ delay: 60 });
  const began = performance.now();
  await expect(ask()).resolves.toMatchObject({ status: 200 });
  expect(performance.now() - began).toBeGreaterThan(110);
});
