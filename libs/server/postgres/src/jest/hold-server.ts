import { startEmbeddedPostgres } from '../start-embedded-postgres';

// Starts the server of a folder and holds it until killed: the process that the specs kill.
const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('usage: hold-server <folder>');
const server = await startEmbeddedPostgres({ dataDir });
process.stdout.write(`${JSON.stringify({ url: server.url, pid: server.pid, port: server.port })}\n`);
setInterval(() => undefined, 60_000);
