// Memeriksa keutuhan berkas perkara tanpa jaringan dan tanpa paket lain: node periksa.mjs <folder|zip> [sidik-kunci]
// Verifies a dossier offline without packages: node periksa.mjs <folder|zip> [fingerprint of the key]
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/* core */

async function filesIn(folder, prefix = '') {
  const files = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const [path, name] = [join(folder, entry.name), prefix + entry.name];
    if (entry.isDirectory()) files.push(...(await filesIn(path, `${name}/`)));
    else if (entry.isFile())
      files.push({ name, size: (await stat(path)).size, read: async () => new Uint8Array(await readFile(path)) });
    else files.push({ name, size: 0, read: () => Promise.reject(new Error('no file')) });
  }
  return files;
}

async function zipAt(path) {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  const read = async (offset, length) => {
    const { buffer, bytesRead } = await file.read(
      new Uint8Array(Math.min(length, size)),
      0,
      Math.min(length, size),
      offset,
    );
    return buffer.subarray(0, bytesRead);
  };
  return { file, files: await readZip({ size, read }) };
}

async function main([path = dirname(fileURLToPath(import.meta.url)), expected = '']) {
  const isFolder = (await stat(path)).isDirectory();
  const verdict = isFolder ? await judge(await filesIn(path), expected) : await judgeZip(path, expected);
  console.log(verdict.ok ? 'UTUH: semua berkas sama dengan saat disegel.' : 'TIDAK UTUH:');
  for (const { file, problem } of verdict.problems) console.log(`  ${file}: ${WORDS[problem]}`);
  if (verdict.manifest) console.log(inOneLine(verdict.manifest));
  console.log(`Sidik kunci: ${inGroups(verdict.fingerprint) || '-'}`);
  console.log('Bandingkan sidik kunci dengan yang diumumkan penyegel melalui jalur lain.');
  process.exitCode = verdict.ok ? 0 : 1;
}

async function judgeZip(path, expected) {
  try {
    const { file, files } = await zipAt(path);
    const verdict = await judge(files, expected);
    await file.close();
    return verdict;
  } catch {
    return { ok: false, problems: [{ file: path, problem: 'UNREADABLE' }], fingerprint: null, manifest: null };
  }
}

await main(process.argv.slice(2));
