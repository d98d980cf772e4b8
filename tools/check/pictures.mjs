// `npm run pictures`: builds the product and draws its main screens into docs/pictures, in Chromium, on a fresh demo.
import { build, houseEnvironment, install, run } from '../start/prepare.mjs';
import { findOrInstallChromium, HOW_TO_GET_CHROMIUM } from './chromium.mjs';

await install();
const chromium = await findOrInstallChromium();
if (!chromium) {
  console.error(HOW_TO_GET_CHROMIUM);
  process.exit(1);
}
await build('api', 'board');
const { code } = await run('playwright', ['test', '-c', 'apps/board-e2e/pictures.config.ts'], {
  env: houseEnvironment({ CHROMIUM_PATH: chromium }),
});
process.exit(code);
