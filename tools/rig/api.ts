import { startProgram } from './node-program';
import type { Program } from './node-program';

/** One instance of the product's server. */
export interface ApiPlan {
  readonly port: number;
  /** Address of the database for its owner. */
  readonly url: string;
  /** Folder of its secrets; instances on one database share it. */
  readonly dataDir: string;
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly nodeArgs?: readonly string[];
}

/** Starts it without the demonstration and waits until it can work. */
export function startApi({ port, url, dataDir, name, env, nodeArgs }: ApiPlan): Promise<Program> {
  return startProgram({
    name,
    main: 'dist/apps/api/main.js',
    args: ['--empty'],
    port,
    readyPath: '/readyz',
    env: {
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      // A few sessions stand for many readers and writers.
      MAX_SOCKETS_PER_SESSION: '1000',
      MAX_WRITES_PER_SECOND: '100000',
      ...env,
    },
    ...(nodeArgs ? { nodeArgs } : {}),
  });
}
