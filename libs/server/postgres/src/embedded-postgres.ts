/** How to start the embedded server. */
export interface EmbeddedPostgresOptions {
  /** Folder of this installation: database, secrets and log live below it. Made if it is not there. */
  readonly dataDir: string;
  /** Port on 127.0.0.1; without it the port of the last start if free, else any free one. */
  readonly port?: number;
  /** Server settings on top of ours, as `postgres -c name=value`. For tests and measurements. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL server that listens on 127.0.0.1 only. */
export interface EmbeddedPostgres {
  /** Connection address of the owner role, password included: never to be logged. */
  readonly url: string;
  readonly port: number;
  /** Process id of the server now; it changes when a killed server was started again. */
  readonly pid: number;
  /** Ends the server in good order (open transactions are rolled back). The last step of a shutdown. May be called twice. */
  stop(): Promise<void>;
}

export const OWNER_ROLE = 'papan_owner';
export const DATABASE = 'papan';

/** Address of `database` on our own server for the owner role. */
export function ownerUrl(port: number, password: string, database = DATABASE): string {
  return `postgresql://${OWNER_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
