// `npm run papan -- <command>`: the operator's command line.
import { become, build, install, productNode } from './prepare.mjs';

await install();
await build('cli');
become(productNode(), ['--enable-source-maps', 'dist/apps/cli/main.js', ...process.argv.slice(2)]);
