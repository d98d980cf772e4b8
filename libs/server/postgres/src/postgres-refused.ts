/**
 * Why the embedded server was not started:
 * `FOREIGN_FOLDER` the folder holds something that is not ours; `LIVE_FOLDER` another running installation uses it;
 * `BROKEN_FOLDER` the database in it cannot be opened; `NO_ACCESS` it belongs to another user;
 * `PORT_TAKEN` the asked port is in use; `UNSUPPORTED` no binaries for this machine; `NOT_RUNNING` nothing to attach to.
 */
export type PostgresRefusalCode =
  'FOREIGN_FOLDER' | 'LIVE_FOLDER' | 'BROKEN_FOLDER' | 'NO_ACCESS' | 'PORT_TAKEN' | 'UNSUPPORTED' | 'NOT_RUNNING';

/** An expected "no" of the launcher; `id` and `en` are whole sentences for the person at the terminal. */
export class PostgresRefused extends Error {
  override readonly name = 'PostgresRefused';

  constructor(
    readonly code: PostgresRefusalCode,
    readonly id: string,
    readonly en: string,
  ) {
    super(`${id}\n${en}`);
  }
}

export const foreignFolder = (dataDir: string): PostgresRefused =>
  new PostgresRefused(
    'FOREIGN_FOLDER',
    `Folder data ${dataDir} berisi berkas lain yang bukan milik Papan UHC. Pilih folder kosong lewat DATA_DIR.`,
    `The data folder ${dataDir} holds files that are not of Papan UHC. Choose an empty folder with DATA_DIR.`,
  );

export const liveFolder = (dataDir: string, pid: number): PostgresRefused =>
  new PostgresRefused(
    'LIVE_FOLDER',
    `Folder data ${dataDir} sedang dipakai Papan UHC lain (proses ${pid}). Hentikan dahulu, atau pilih DATA_DIR lain.`,
    `The data folder ${dataDir} is in use by another Papan UHC (process ${pid}). Stop it first, or choose another DATA_DIR.`,
  );

export const brokenFolder = (dataDir: string, detail: string): PostgresRefused =>
  new PostgresRefused(
    'BROKEN_FOLDER',
    `Basis data di ${dataDir} rusak atau tidak lengkap: ${detail}. Tidak ada yang diubah. Pulihkan dari cadangan, atau pilih DATA_DIR lain.`,
    `The database in ${dataDir} is broken or incomplete: ${detail}. Nothing was changed. Restore a backup, or choose another DATA_DIR.`,
  );

export const noAccess = (dataDir: string): PostgresRefused =>
  new PostgresRefused(
    'NO_ACCESS',
    `Folder data ${dataDir} milik pengguna lain. Jalankan sebagai pengguna itu, atau pilih DATA_DIR lain.`,
    `The data folder ${dataDir} belongs to another user. Run as that user, or choose another DATA_DIR.`,
  );

export const portTaken = (port: number): PostgresRefused =>
  new PostgresRefused(
    'PORT_TAKEN',
    `Port basis data ${port} sudah dipakai program lain.`,
    `The database port ${port} is in use by another program.`,
  );

export const unsupported = (detail: string): PostgresRefused =>
  new PostgresRefused(
    'UNSUPPORTED',
    `PostgreSQL bawaan tidak dapat dijalankan di sini (${detail}). Sediakan PostgreSQL sendiri lewat DATABASE_URL.`,
    `The embedded PostgreSQL cannot run here (${detail}). Bring your own PostgreSQL with DATABASE_URL.`,
  );

export const notRunning = (dataDir: string): PostgresRefused =>
  new PostgresRefused(
    'NOT_RUNNING',
    `Tidak ada Papan UHC yang berjalan di folder data ${dataDir}.`,
    `No Papan UHC is running in the data folder ${dataDir}.`,
  );
