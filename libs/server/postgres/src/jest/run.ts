import type { EmbeddedPostgres } from '../embedded-postgres';

/** What this run of the tests has started, kept between its start and its end. */
export const run: { server?: EmbeddedPostgres; folder?: string } = {};
