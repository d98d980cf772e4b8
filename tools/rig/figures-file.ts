import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

const FILE = 'docs/figures.md';
const INTRODUCTION = `# Figures

Times do not travel from machine to machine; ratios to the floor of the same run do. Each part names the command that made it.
`;

/** Puts `text` (Markdown) in place of the part `name` of docs/figures.md, or at its end when the part is new. */
export async function writeFigures(name: string, text: string): Promise<void> {
  const before = await readFile(FILE, 'utf8').catch(() => INTRODUCTION);
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const part = `${open}\n\n${text.trim()}\n\n${close}`;
  const [start, end] = [before.indexOf(open), before.indexOf(close)];
  const after = start < 0 ? `${before}\n${part}\n` : before.slice(0, start) + part + before.slice(end + close.length);
  const style = await resolveConfig(FILE);
  await writeFile(FILE, await format(after, { ...style, parser: 'markdown' }));
}
