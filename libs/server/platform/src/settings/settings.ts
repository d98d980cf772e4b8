import { join, resolve } from 'node:path';
import { StartRefused } from './start-refused';

/** How this server runs; read once from the environment. An injectable value, not a global. */
export abstract class Settings {
  abstract readonly host: string;
  abstract readonly port: number;
  /** Folder of the embedded database and of the secrets; absolute. */
  abstract readonly dataDir: string;
  /** Folder of the evidence files; absolute. Shared by all instances on one database. */
  abstract readonly filesDir: string;
  /** Origins under which browsers know this server; empty: whatever host they ask for. */
  abstract readonly publicOrigins: readonly string[];
  /** How many proxies in front say truly where a request came from. 0: none, the headers are ignored. */
  abstract readonly trustProxy: number;
  /** Plain HTTP between machines is accepted, with a cookie that is not `Secure`. */
  abstract readonly allowHttp: boolean;
  /** Connections of the app role. */
  abstract readonly connections: number;
  /** Transactions under way or waiting at most; one more is answered 429. */
  abstract readonly places: number;
  /** Open boards of one session at the same time; one more is refused. */
  abstract readonly socketsPerSession: number;
  /** Writes of one session per second, and four times as many at once; one more is answered 429. */
  abstract readonly writesPerSecond: number;
  /** Folder of the built board, absolute; null where only the API is served. */
  abstract readonly boardFolder: string | null;
  /** Mail server, `smtp://…` or `smtps://…`; null: no mail is sent. */
  abstract readonly smtpUrl: string | null;
  /** Sender of the mails: `Papan UHC <papan@example.go.id>`. */
  abstract readonly mailFrom: string;
  abstract readonly version: string;
  abstract readonly logLevel: string;
}

/** The same, as a plain value. */
export type SettingsValues = { readonly [K in keyof Settings]: Settings[K] };

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings that the environment gives. Throws StartRefused naming the first invalid one. */
export function readSettings(env: Environment, folder: string = process.cwd()): SettingsValues {
  const allowHttp = flag(env, 'ALLOW_HTTP');
  const trustProxy = whole(env, 'TRUST_PROXY', 0, 0, 10);
  const open = allowHttp || trustProxy > 0;
  const dataDir = resolve(folder, env['DATA_DIR'] || '.data');
  return {
    host: env['HOST'] || (open ? '0.0.0.0' : '127.0.0.1'),
    port: whole(env, 'PORT', 3000, 0, 65_535),
    dataDir,
    filesDir: env['FILES_DIR'] ? resolve(folder, env['FILES_DIR']) : join(dataDir, 'files'),
    publicOrigins: origins(env['PUBLIC_ORIGIN']),
    trustProxy,
    allowHttp,
    connections: whole(env, 'DATABASE_CONNECTIONS', 12, 1, 200),
    places: whole(env, 'MAX_IN_FLIGHT', 200, 1, 100_000),
    socketsPerSession: whole(env, 'MAX_SOCKETS_PER_SESSION', 10, 1, 100_000),
    writesPerSecond: whole(env, 'MAX_WRITES_PER_SECOND', 50, 1, 100_000),
    boardFolder: resolve(folder, env['BOARD_DIR'] || join('dist', 'apps', 'board', 'browser')),
    ...mail(env),
    version: env['PAPAN_VERSION'] || '0.1.0',
    logLevel: env['LOG_LEVEL'] || 'info',
  };
}

function flag(env: Environment, name: string): boolean {
  const text = env[name] || '0';
  if (!['0', '1', 'true', 'false'].includes(text)) throw new StartRefused('SETTING_INVALID', { name, why: '0 / 1' });
  return text === '1' || text === 'true';
}

function whole(env: Environment, name: string, otherwise: number, least: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new StartRefused('SETTING_INVALID', { name, why: `${least} – ${most}` });
}

/** Mail is on where both are set; one without the other is a mistake that somebody would notice too late. */
function mail(env: Environment): Pick<SettingsValues, 'smtpUrl' | 'mailFrom'> {
  const [url, from] = [env['SMTP_URL'] ?? '', env['MAIL_FROM'] ?? ''];
  if (url === '') return { smtpUrl: null, mailFrom: '' };
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    throw new StartRefused('SETTING_INVALID', { name: 'SMTP_URL', why: 'smtp://mail.example.go.id:587' });
  if (!/^([^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(from))
    throw new StartRefused('SETTING_INVALID', { name: 'MAIL_FROM', why: 'Papan UHC <papan@example.go.id>' });
  return { smtpUrl: url, mailFrom: from };
}

function origins(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const address = URL.canParse(part) ? new URL(part) : null;
      if (address && /^https?:$/.test(address.protocol) && address.origin === part.replace(/\/$/, ''))
        return address.origin;
      throw new StartRefused('SETTING_INVALID', { name: 'PUBLIC_ORIGIN', why: 'https://papan.example.go.id' });
    });
}
