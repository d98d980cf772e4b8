// `npm run chaos`: see `npm run chaos -- --help`.
import { prepareAndBecome } from '../rig/prepare.mjs';

await prepareAndBecome([
  ['tools/chaos/main.ts', 'dist/tools/chaos/main.js'],
  ['tools/chaos/sweeping.ts', 'dist/tools/chaos/sweeping.js'],
]);
