/**
 * The program that sets papers, in a process of its own: what the native compiler does to memory, or a crash of it, stays
 * here. Started by `TypstPdf` as it is, without a build; opens no file but the layout and the fonts.
 *
 *   node typst-child.mjs <paper.typ> <font folder>…
 *
 * Hears `{ id, paper, standard }` (`paper` is the JSON that the layout reads) and answers `{ id, memory, pdf | fault }`.
 */
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What is left of compiled papers is thrown away after so many more. */
const KEPT_PAPERS = 4;
/** How often characters without a picture are looked for; each time the compiler names those that it met. */
const ROUNDS = 4;
const NO_PICTURE = '□';
const MISSING = /the text `\\?"(.*?)\\?"` could not be displayed/gs;
const BEYOND_LATIN = /[^\n\u0020-\u024F\u2010-\u2026\u20AC\u2212\u25A1\u200B]/gu;

const [layout = '', ...fontFolders] = process.argv.slice(2);
const source = readFileSync(layout, 'utf8');
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders }] });

process.on('message', (job) => {
  const answer = answerTo(job);
  process.send?.({ id: job.id, memory: process.memoryUsage.rss(), ...answer });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ id: 0, memory: process.memoryUsage.rss() });

function answerTo({ paper, standard }) {
  try {
    return { pdf: withPictures(paper, standard) };
  } catch (error) {
    return { fault: faultOf(error) };
  } finally {
    compiler.evictCache(KEPT_PAPERS);
  }
}

/** Sets the paper; a character that no font can draw becomes a box, because PDF/A has no place for a missing one. */
function withPictures(paper, standard) {
  let data = paper;
  for (let round = 1; ; round += 1) {
    try {
      return compiler.pdf({ mainFileContent: source, inputs: { paper: data } }, { pdfStandard: standard });
    } catch (error) {
      const missing = charactersIn(faultOf(error));
      if (missing.length === 0 || round > ROUNDS) throw error;
      data = round === ROUNDS ? data.replace(BEYOND_LATIN, NO_PICTURE) : boxed(data, missing);
    }
  }
}

function charactersIn(fault) {
  return [...fault.matchAll(MISSING)]
    .map(([, text]) => text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16))))
    .filter((text) => text !== '');
}

/** Replaces the characters inside the JSON text; none of them is a sign of JSON itself. */
function boxed(data, missing) {
  return missing.reduce((text, character) => text.replaceAll(character, NO_PICTURE), data);
}

function faultOf({ message, code }) {
  return [message, code].filter(Boolean).join(' ').slice(0, 1_000_000);
}
