// The floor "one process": HTTP request → one transaction of an update and an insert → a broadcast to all sockets of the
// board. What stands between this and the product is what the product's promises cost.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompress, constants } from 'node:zlib';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { Server } from 'socket.io';
import { FLOOR_LOG, FLOOR_UPDATE } from './floor-schema';

const compress = promisify(brotliCompress);
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const cache = new Map<number, Buffer>();

const http = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
io.on('connection', (socket) => {
  socket.on('watch', ({ board }: { board: number }) => {
    void socket.join(String(board));
    socket.emit('watching', { board });
  });
});
http.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, place, board, task] = (request.url ?? '').split('/');
  if (place === 'ready') {
    await pool.query('SELECT');
    response.end('ok');
  } else if (place === 'rows') {
    send(response, await pack(Number(board)));
  } else if (place === 'cached') {
    const kept = cache.get(Number(board)) ?? (await pack(Number(board)));
    cache.set(Number(board), kept);
    send(response, kept);
  } else if (place === 'update') {
    const { mark, delta } = JSON.parse(await bodyOf(request)) as { mark: string; delta: number };
    const change = await update(Number(board), Number(task), mark, delta);
    io.to(board ?? '').emit('change', change);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ seq: change.seq }));
  } else {
    response.writeHead(404).end();
  }
}

/** Answers with the row and what happened, about 750 bytes as JSON. */
async function update(board: number, task: number, mark: string, delta: number) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<Record<string, unknown>>(FLOOR_UPDATE, [board, task, delta]);
    const event = { type: 'ProgressReported', mark, task, delta };
    const logged = await client.query<{ id: string; at: Date }>(FLOOR_LOG, [board, task, JSON.stringify(event)]);
    await client.query('COMMIT');
    const [entry] = logged.rows;
    return { seq: Number(entry?.id), at: entry?.at, event, task: rows[0] };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function pack(board: number): Promise<Buffer> {
  const { rows } = await pool.query<Record<string, unknown>>('SELECT * FROM task WHERE board = $1 ORDER BY id', [
    board,
  ]);
  return await compress(JSON.stringify(rows), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

function send(response: ServerResponse, packed: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'br' }).end(packed);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
