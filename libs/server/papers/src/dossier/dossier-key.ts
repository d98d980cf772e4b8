import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
} from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'dossier-ed25519.pem';

/** The key that seals dossiers: Ed25519 (RFC 8032), made once per installation, readable for the owner of the process only. */
export class DossierKey {
  private constructor(private readonly key: KeyObject) {
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${FILE} holds no Ed25519 key`);
  }

  /** The installation's key, made at first use. Instances that share the folder share the key, whoever comes first. */
  static async load(secretsFolder: string): Promise<DossierKey> {
    const path = join(secretsFolder, FILE);
    const known = await readIfThere(path);
    if (known !== undefined) return new DossierKey(createPrivateKey(known));
    await mkdir(secretsFolder, { recursive: true, mode: 0o700 });
    await placeOnce(path, DossierKey.generate().privatePem());
    return new DossierKey(createPrivateKey(await readFile(path, 'utf8')));
  }

  /** A new key that is kept nowhere. */
  static generate(): DossierKey {
    return new DossierKey(generateKeyPairSync('ed25519').privateKey);
  }

  get publicKeyPem(): string {
    return publicPem(createPublicKey(this.key));
  }

  get fingerprint(): string {
    return fingerprintOf(this.publicKeyPem);
  }

  sign(bytes: Uint8Array): Buffer {
    return sign(null, bytes, this.key);
  }

  private privatePem(): string {
    return this.key.export({ type: 'pkcs8', format: 'pem' }).toString();
  }
}

/**
 * SHA-256 of a public key in hex, over its SubjectPublicKeyInfo: what `openssl pkey -pubin -outform DER | sha256sum` says.
 * Throws where the text is no public key of Ed25519.
 */
export function fingerprintOf(pem: string): string {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('no Ed25519 key');
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

function publicPem(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes the file whole, unless another has been faster: then theirs stays. */
async function placeOnce(path: string, text: string): Promise<void> {
  const half = `${path}.${randomUUID()}`;
  const file = await open(half, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(half, path);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    await unlink(half);
  }
}
