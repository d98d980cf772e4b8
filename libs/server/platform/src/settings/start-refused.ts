/** Why the server does not start. Said to the operator, in Indonesian and English. */
const REASONS = {
  ROLE_SECRET_ELSEWHERE: [
    'Peran basis data {role} sedang dipakai, tetapi rahasianya tidak ada di DATA_DIR/secrets. Pakai DATA_DIR yang sama, atau isi DATABASE_APP_URL dan DATABASE_TAIL_URL.',
    'The database role {role} is in use, but its secret is not in DATA_DIR/secrets. Share DATA_DIR, or set DATABASE_APP_URL and DATABASE_TAIL_URL.',
  ],
  ROLE_CHANGED: [
    'Basis data ini dipasang untuk peran {installed}, tetapi alamat yang diberikan memakai {given}.',
    'This database was installed for the role {installed}, but the address given signs in as {given}.',
  ],
  ROLE_TOO_STRONG: [
    'Peran aplikasi {role} terlalu kuat ({why}): peran itu dapat melewati dinding antardaerah. Pakai peran biasa.',
    'The app role {role} is too strong ({why}): it could pass the walls between regions. Use an ordinary role.',
  ],
  NOT_DURABLE: [
    'PostgreSQL berjalan dengan {setting} = {value}: data yang sudah dijawab "tersimpan" dapat hilang. Nyalakan dahulu.',
    'PostgreSQL runs with {setting} = {value}: what was answered as saved could be lost. Switch it on first.',
  ],
  DATABASE_UNREACHABLE: [
    'Basis data di {where} tidak dapat dihubungi ({why}).',
    'The database at {where} cannot be reached ({why}).',
  ],
  ROLES_NOT_CREATABLE: [
    'Pemilik basis data tidak boleh membuat peran. Isi DATABASE_APP_URL dan DATABASE_TAIL_URL.',
    'The owner of the database may not create roles. Set DATABASE_APP_URL and DATABASE_TAIL_URL.',
  ],
  SCHEMA_NEWER: [
    'Basis data ini lebih baru daripada program ini (migrasi {migration}). Jalankan versi yang baru.',
    'This database is newer than this program (migration {migration}). Run the newer version.',
  ],
  PORT_TAKEN: [
    'Port {port} sedang dipakai program lain. Pilih port lain: PORT=3001 npm start',
    'Port {port} is in use by another program. Choose another: PORT=3001 npm start',
  ],
  SETTING_INVALID: ['Setelan {name} tidak sah: {why}', 'The setting {name} is invalid: {why}'],
} as const satisfies Record<string, readonly [string, string]>;

export type StartRefusal = keyof typeof REASONS;

/** The server does not start, for a reason that the operator can mend. */
export class StartRefused extends Error {
  constructor(
    readonly reason: StartRefusal,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    const fill = (text: string): string =>
      text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
    super(REASONS[reason].map(fill).join('\n'));
    this.name = 'StartRefused';
  }
}
