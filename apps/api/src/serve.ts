import { StartRefused, readSettings } from '@papan/server-platform';
import { PostgresRefused } from '@papan/server-postgres';
import { type RunningApp, createApp } from './create-app';
import { demoAccounts } from './demo';

/** Exit codes of the server, after sysexits.h. */
const EXIT = { ok: 0, refused: 78, failed: 70, frozen: 75 } as const;

/** Starts the server and stays until SIGINT or SIGTERM. `--empty`: without the demonstration. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const ended = untilAskedToEnd();
  try {
    const settings = readSettings(env);
    const running = await createApp({
      settings,
      databaseUrl: env['DATABASE_URL'] || undefined,
      appUrl: env['DATABASE_APP_URL'] || undefined,
      tailUrl: env['DATABASE_TAIL_URL'] || undefined,
      empty: args.includes('--empty'),
      onFrozen: () =>
        end(EXIT.frozen, 'Basis data tidak menjawab; server berhenti.\nThe database does not answer; the server ends.'),
    });
    await greet(running, settings.host);
    await ended;
    const insist = setTimeout(() => process.exit(EXIT.failed), 15_000);
    insist.unref();
    await running.close();
    process.exit(EXIT.ok);
  } catch (error) {
    if (error instanceof StartRefused || error instanceof PostgresRefused) end(EXIT.refused, error.message);
    end(EXIT.failed, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}

async function greet({ port, addresses }: RunningApp, host: string): Promise<void> {
  const name = host === '0.0.0.0' || host === '127.0.0.1' || host === '::' ? 'localhost' : host;
  say(`Papan UHC: http://${name}:${port}`);
  const accounts = await demoAccounts(addresses.owner);
  if (accounts.length === 0) return;
  say('', 'Data contoh. Akun contoh / demo accounts:');
  const widest = Math.max(...accounts.map(({ login }) => login.length));
  for (const { login, password, name: person } of accounts) say(`  ${login.padEnd(widest)}  ${password}  ${person}`);
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function end(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
