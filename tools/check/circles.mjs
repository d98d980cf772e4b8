// Finds import circles in the whole repository (type imports count too: they tie files together in the reader's head)
// and compares them with the agreed list in circles.json, which is empty.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const SOURCE = /\.(ts|mjs|cjs)$/;
const SKIPPED = new Set(['node_modules', 'dist', 'test-results']);

/**
 * Groups of files that import each other in a circle, each sorted, paths relative to `root`.
 *
 * @param {string} root folder with tsconfig.base.json
 * @param {readonly string[]} folders where to look, relative to `root`
 * @returns {string[][]}
 */
export function findCircles(root, folders) {
  const files = folders.flatMap((folder) => sourcesBelow(join(root, folder)));
  const imports = new Map(files.map((file) => [file, importsOf(file, compilerOptions(root))]));
  return strongComponents(imports)
    .filter((group) => group.length > 1 || importsItself(group[0], imports))
    .map((group) => group.map((file) => relative(root, file)).sort())
    .sort((a, b) => (String(a) < String(b) ? -1 : 1));
}

/** @param {string} folder @returns {string[]} */
function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sourcesBelow(path);
    return SOURCE.test(entry.name) ? [path] : [];
  });
}

/** @param {string} root @returns {ts.CompilerOptions} */
function compilerOptions(root) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  return ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root).options;
}

/** @param {string} file @param {ts.CompilerOptions} options @returns {string[]} */
function importsOf(file, options) {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => ts.resolveModuleName(fileName, file, options, ts.sys).resolvedModule)
    .flatMap((found) =>
      found === undefined || found.isExternalLibraryImport ? [] : [resolve(found.resolvedFileName)],
    );
}

/** @param {string | undefined} file @param {ReadonlyMap<string, readonly string[]>} imports */
const importsItself = (file, imports) => file !== undefined && (imports.get(file) ?? []).includes(file);

/**
 * Tarjan's algorithm: each group is a largest set of files that can all reach one another.
 *
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[][]}
 */
function strongComponents(graph) {
  /** @type {Map<string, number>} */
  const order = new Map();
  /** @type {string[]} */
  const path = [];
  /** @type {Set<string>} */
  const onPath = new Set();
  /** @type {string[][]} */
  const groups = [];

  /** @param {string} file @returns {number} */
  const visit = (file) => {
    const number = order.size;
    order.set(file, number);
    path.push(file);
    onPath.add(file);
    let low = number;
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (onPath.has(next)) low = Math.min(low, order.get(next) ?? low);
    }
    if (low === number) {
      const group = path.splice(path.indexOf(file));
      for (const member of group) onPath.delete(member);
      groups.push(group);
    }
    return low;
  };

  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return groups;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = resolve(dirname(process.argv[1]), '../..');
  const found = findCircles(root, ['libs', 'apps', 'tools']);
  const agreed = JSON.parse(readFileSync(join(root, 'tools/check/circles.json'), 'utf8'));
  if (!isDeepStrictEqual(found, agreed)) {
    console.error('Import circles, other than agreed in tools/check/circles.json:');
    for (const circle of found) console.error(`  ${circle.join('\n    ')}`);
    process.exit(1);
  }
}
