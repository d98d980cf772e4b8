// One instance that does nothing but sweep: the product's own Sweeper and Deadlines on the product's own door to the
// database, without HTTP, so that it starts again quickly after each kill. Its deadlines write one row each.
import {
  type DeadlineHandler,
  Database,
  Deadlines,
  JournalBell,
  Metrics,
  Sweeper,
  appDataSource,
} from '@papan/server-platform';

/** The kind of clock that this run sets. */
const KIND = 'CHAOS';

const url = process.env['DATABASE_APP_URL'] ?? '';
const source = appDataSource({ url, entities: [], connections: 3, onPoolError: () => undefined });
const metrics = new Metrics();
const sweeper = new Sweeper(metrics);

const handler: DeadlineHandler = {
  kind: KIND,
  fire: async (tx, { subject, entry }) => {
    await tx.query('INSERT INTO rig.effect (entry, instance) VALUES ($1, $2)', [entry, process.pid]);
    const data = { case: subject, entry, step: 'TEGURAN_I', ended: '2026-11-01', proposes: [] } as const;
    return { event: { type: 'DeadlineFired', data, text: null }, audience: null };
  },
};

await source.initialize();
new Deadlines(new Database(source), new JournalBell(), metrics, sweeper).register(handler);
sweeper.onApplicationBootstrap();
process.stdout.write('sweeping\n');
// Until it is killed.
setInterval(() => undefined, 60_000);
