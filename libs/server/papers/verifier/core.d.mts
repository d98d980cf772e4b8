/** The types of what the specs use of `core.mjs`. */
export interface CoreFile {
  readonly name: string;
  readonly size: number;
  readonly read: () => Promise<Uint8Array>;
}
export interface CoreVerdict {
  readonly ok: boolean;
  readonly problems: readonly { readonly file: string; readonly problem: string }[];
  readonly fingerprint: string | null;
  readonly manifest: { readonly case: number } | null;
}
export const WORDS: Readonly<Record<string, string>>;
export function judge(files: readonly CoreFile[], expected?: string): Promise<CoreVerdict>;
export function readZip(source: {
  readonly size: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}): Promise<readonly CoreFile[]>;
export function hex(bytes: Uint8Array): string;
export function sha256(bytes: Uint8Array): Uint8Array;
export function sha512(bytes: Uint8Array): Uint8Array;
export function ed25519Verify(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean;
