import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Language } from '@papan/contracts/words';
import { formatLongMoment } from '@papan/domain';
import { type DossierProblem, type DossierVerdict, fingerprintOf, verifyDossier } from '@papan/server-papers';
import { type Call, type Command, Hindrance, UsageError, given, neededOperand } from '../command';

/** `papan case verify-dossier FILE`: whether a dossier is as it was sealed. Needs no database and no network. */
export const caseVerifyDossier: Command = {
  name: 'case verify-dossier',
  operand: 'FILE',
  flags: [{ name: 'key', needed: false, example: 'FINGERPRINT|FILE.pem' }],
  help: {
    id: {
      summary: 'Memeriksa keutuhan berkas perkara (zip atau folder) tanpa jaringan dan menyebut berkas yang berubah.',
      flags: ['sidik kunci yang diumumkan penyegel, atau kunci publiknya'],
    },
    en: {
      summary: 'Verifies a dossier (zip or folder) offline and names each file that is not as it was sealed.',
      flags: ['fingerprint of the key that should have sealed it, or the public key'],
    },
  },
  async run(call) {
    const path = resolve(call.root, neededOperand(call, 'FILE'));
    const verdict = await verified(path, await expectedKey(call));
    return { lines: inWords(verdict, call.language), data: verdict, failed: !verdict.ok };
  },
};

async function verified(path: string, expected: string | undefined): Promise<DossierVerdict> {
  try {
    return await verifyDossier(path, expected);
  } catch (error) {
    throw unreadable(path, error);
  }
}

const FINGERPRINT = /^[0-9a-f]{64}$/;

/** The fingerprint behind `--key`: as it is written, or of the key in the file that it names. */
async function expectedKey(call: Call): Promise<string | undefined> {
  const key = given(call, 'key');
  if (key === undefined) return undefined;
  const fingerprint = key.replace(/[\s:]/g, '').toLowerCase();
  if (FINGERPRINT.test(fingerprint)) return fingerprint;
  const path = resolve(call.root, key);
  try {
    return fingerprintOf(key.includes('BEGIN PUBLIC KEY') ? key : await readFile(path, 'utf8'));
  } catch {
    throw new UsageError({
      id: '--key adalah sidik kunci (64 angka heksadesimal) atau berkas kunci publik (PEM).',
      en: '--key is a fingerprint (64 hexadecimal digits) or a file with a public key (PEM).',
    });
  }
}

function unreadable(path: string, error: unknown): unknown {
  if (!['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR'].includes((error as { code?: string }).code ?? '')) return error;
  return new Hindrance('FILE_UNREADABLE', {
    id: { title: `Berkas ${path} tidak dapat dibaca.`, mend: 'Periksa nama dan izin berkas.' },
    en: { title: `The file ${path} cannot be read.`, mend: 'Check its name and permissions.' },
  });
}

const WORDS = {
  id: {
    whole: 'UTUH: semua berkas sama dengan saat disegel.',
    broken: 'TIDAK UTUH:',
    sealed: (region: string, handover: number, id: number, at: string, files: number) =>
      `Daerah ${region}, penyerahan ${handover}, kasus ${id}, disegel ${at}, ${files} berkas.`,
    key: 'Sidik kunci:',
    compare: 'Bandingkan sidik kunci dengan yang diumumkan penyegel melalui jalur lain, atau sebut dengan --key.',
    problems: {
      ALTERED: 'isinya berubah',
      MISSING: 'tidak ada',
      EXTRA: 'tidak tercantum dalam manifes',
      DOUBLE: 'ada dua kali',
      UNREADABLE: 'tidak dapat dibaca',
      SIGNATURE: 'tidak cocok dengan tanda tangan dalam manifest.sig',
      FOREIGN_KEY: 'ditandatangani dengan kunci lain',
    },
  },
  en: {
    whole: 'WHOLE: every file is as it was sealed.',
    broken: 'NOT WHOLE:',
    sealed: (region: string, handover: number, id: number, at: string, files: number) =>
      `Region ${region}, hand-over ${handover}, case ${id}, sealed ${at}, ${files} files.`,
    key: 'Fingerprint of the key:',
    compare: 'Compare the fingerprint with the one that the sealer made known by another way, or name it with --key.',
    problems: {
      ALTERED: 'its content was altered',
      MISSING: 'is missing',
      EXTRA: 'is not in the manifest',
      DOUBLE: 'is there twice',
      UNREADABLE: 'cannot be read',
      SIGNATURE: 'does not hold against the signature in manifest.sig',
      FOREIGN_KEY: 'was signed with another key',
    },
  },
} as const;

function inWords({ ok, problems, fingerprint, manifest }: DossierVerdict, language: Language): readonly string[] {
  const text = WORDS[language];
  const said: Readonly<Record<DossierProblem, string>> = text.problems;
  const lines = [ok ? text.whole : text.broken, ...problems.map(({ file, problem }) => `  ${file}: ${said[problem]}`)];
  if (manifest) {
    const { region, handover, case: id, madeAt, files } = manifest;
    lines.push(text.sealed(region, handover, id, formatLongMoment(madeAt, language), files.length));
  }
  return [...lines, `${text.key} ${fingerprint?.replace(/(.{4})(?=.)/g, '$1 ') ?? '–'}`, text.compare];
}
