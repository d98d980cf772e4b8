// Opens the verifier page in a browser without WebCrypto, drops a zip file on it and prints what the page then says, as a
// list of texts: node page-says.mjs <page.html> (<dossier.zip> <fingerprint or ''>)…
// A program of its own, because jest does not load the browser.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { JSDOM } from 'jsdom';

const [page = '', ...cases] = process.argv.slice(2);
const said = [];
for (let at = 0; at < cases.length; at += 2) said.push(await pageSays(cases[at], cases[at + 1]));
console.log(JSON.stringify(said));

async function pageSays(zip, expected) {
  const { window } = new JSDOM(readFileSync(page, 'utf8'), { runScripts: 'dangerously', beforeParse: withoutCrypto });
  const { document } = window;
  document.getElementById('expected').value = expected;
  const input = document.getElementById('zip');
  Object.defineProperty(input, 'files', {
    value: [new window.File([new Uint8Array(readFileSync(zip))], 'KP-118.zip')],
  });
  input.dispatchEvent(new window.Event('change'));
  const verdict = document.getElementById('verdict');
  while (verdict.hidden || verdict.textContent.startsWith('Sedang')) await pause(5);
  const text = verdict.textContent;
  window.close();
  return text;
}

function withoutCrypto(window) {
  Object.assign(window, { TextDecoder, TextEncoder });
  Object.defineProperty(window, 'crypto', { value: undefined });
}
