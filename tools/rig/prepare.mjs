// Puts in place what a measurement or a fault run needs (packages, the product, the tool itself) and becomes the tool.
import { become, build, install, productNode, refuse, run } from '../start/prepare.mjs';

/**
 * Builds the server and `programs` (pairs of entry and outfile) and becomes the first of them, with the arguments given
 * on the command line.
 *
 * @param {readonly (readonly [entry: string, outfile: string])[]} programs
 */
export async function prepareAndBecome(programs) {
  await install();
  await build('api');
  for (const [entry, outfile] of programs) {
    const { code, output } = await run(productNode(), ['tools/build/bundle.mjs', entry, outfile], { quiet: true });
    if (code !== 0) refuse(`Pembangunan ${entry} gagal.`, `Building ${entry} failed.\n${output}`);
  }
  become(productNode(), ['--enable-source-maps', programs[0]?.[1] ?? '', ...process.argv.slice(2)]);
}
