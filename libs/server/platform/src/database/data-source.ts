import { DataSource, type DataSourceOptions, type EntitySchema, type MixedList } from 'typeorm';
import { sabotaged } from '../settings/sabotage';

export type Entities = MixedList<string | EntitySchema | (new () => object)>;

/** Time limits of the app's connections, in the database itself, where a hanging client cannot forget them. */
const APP_LIMITS = {
  statement_timeout: '10s',
  lock_timeout: '3s',
  idle_in_transaction_session_timeout: '5s',
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
} as const;

/** `-c name=value …`, as a connection says it at its start. */
export function startOptions(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value.replace(/([\\ ])/g, '\\$1')}`)
    .join(' ');
}

export interface AppSourceOptions {
  readonly url: string;
  readonly entities: Entities;
  /** Connections kept at most. */
  readonly connections: number;
  readonly onPoolError: (error: unknown) => void;
}

/** The app role's pool behind TypeORM; not yet connected. */
export function appDataSource(options: AppSourceOptions): DataSource {
  return new DataSource(appSourceOptions(options));
}

/** The same pool as settings, for the framework to open and to close. */
export function appSourceOptions({ url, entities, connections, onPoolError }: AppSourceOptions): DataSourceOptions {
  const limits = sabotaged('no-sync') ? { ...APP_LIMITS, synchronous_commit: 'off' } : APP_LIMITS;
  return {
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    logging: false,
    installExtensions: false,
    applicationName: 'papan-app',
    poolSize: connections,
    poolErrorHandler: onPoolError,
    connectTimeoutMS: 3_000,
    extra: { options: startOptions(limits), keepAlive: true, keepAliveInitialDelayMillis: 5_000 },
  };
}
