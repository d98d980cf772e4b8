// `npm run bench`: see `npm run bench -- --help`.
import { prepareAndRun } from '../rig/prepare.mjs';

prepareAndRun([
  ['tools/bench/main.ts', 'dist/tools/bench/main.js'],
  ['tools/bench/floor-server.ts', 'dist/tools/bench/floor-server.js'],
]);
