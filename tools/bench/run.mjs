// `npm run bench`: see `npm run bench -- --help`.
import { prepareAndBecome } from '../rig/prepare.mjs';

await prepareAndBecome([
  ['tools/bench/main.ts', 'dist/tools/bench/main.js'],
  ['tools/bench/floor-server.ts', 'dist/tools/bench/floor-server.js'],
]);
