export { attachEmbeddedPostgres, useEmbeddedPostgres } from './attach-embedded-postgres';
export { freePort } from './free-port';
export { PostgresRefused, type PostgresRefusalCode } from './postgres-refused';
export { startEmbeddedPostgres } from './start-embedded-postgres';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres';
