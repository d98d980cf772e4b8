// `npm start [-- --empty]`: from a fresh clone to a running board.
// Environment: PORT (3000), HOST, DATA_DIR (.data), DATABASE_URL instead of the embedded PostgreSQL.
import { createServer } from 'node:net';
import { become, build, install, productNode, refuse } from './prepare.mjs';

const EMBEDDED = ['linux-x64', 'linux-arm64'];

refuseForeignMachine();
await refuseBusyPort(process.env.PORT ?? '3000', process.env.HOST);
await install();
await build('api', 'board', 'cli');
become(productNode(), ['--enable-source-maps', 'dist/apps/api/main.js', ...process.argv.slice(2)]);

function refuseForeignMachine() {
  const machine = `${process.platform}-${process.arch}`;
  if (process.env.DATABASE_URL || EMBEDDED.includes(machine)) return;
  refuse(
    `PostgreSQL bawaan tidak tersedia untuk ${machine}: sediakan PostgreSQL sendiri lewat DATABASE_URL.`,
    `There is no embedded PostgreSQL for ${machine}: bring your own with DATABASE_URL.`,
  );
}

/**
 * Said before minutes go into installing and building.
 *
 * @param {string} text
 * @param {string | undefined} host
 */
async function refuseBusyPort(text, host) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    refuse(`PORT harus bilangan 0–65535, bukan "${text}".`, `PORT must be a number from 0 to 65535, not "${text}".`);
  }
  const problem = await /** @type {Promise<NodeJS.ErrnoException | undefined>} */ (
    new Promise((done) => {
      const server = createServer().once('error', done);
      server.listen({ port, host }, () => server.close(() => done(undefined)));
    })
  );
  if (problem?.code === 'EADDRINUSE') {
    refuse(
      `Port ${port} sudah dipakai program lain. Hentikan program itu, atau pilih port lain: PORT=3001 npm start`,
      `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=3001 npm start`,
    );
  }
  if (problem !== undefined) refuse(`Port ${port}: ${problem.message}`, `Port ${port}: ${problem.message}`);
}
