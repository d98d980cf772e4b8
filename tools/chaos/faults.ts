import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '@papan/seed';
import type { Cluster } from './cluster';

export const FAULTS = [
  'kill-api',
  'kill-postgres',
  'freeze-api',
  'freeze-postgres',
  'cut',
  'cut-answers',
  'black-hole',
  'delay',
] as const;
export type FaultName = (typeof FAULTS)[number];

/** Which of them end processes with kill -9. */
export const KILLS: readonly FaultName[] = ['kill-api', 'kill-postgres'];

/** Faults that this machine cannot have, with the reason; they are said, not counted. */
export const NOT_RUN: readonly string[] = [
  'full disk: needs a small file system of its own (root with the right to mount)',
  'clock jumps: needs faketime',
  'one-way loss between server and database: needs network namespaces (root)',
];

/** Does the harm and undoes it; resolves when the fault is over. */
export async function inflict(fault: FaultName, cluster: Cluster, chance: Chance): Promise<void> {
  const { balancer } = cluster;
  const victim = chance.pick(cluster.instances);
  switch (fault) {
    case 'kill-api':
      // One that is still starting again is no victim.
      await victim.untilUp();
      await victim.kill();
      // The fault is over as soon as somebody serves: the other one, unless he is still starting again himself.
      await cluster.untilServed();
      return;
    case 'kill-postgres':
      await cluster.killDatabase();
      return;
    case 'freeze-api':
      victim.signal('SIGSTOP');
      await sleep(chance.between(500, 4_000));
      victim.signal('SIGCONT');
      return;
    case 'freeze-postgres':
      cluster.freezeDatabase(true);
      await sleep(chance.between(500, 3_000));
      cluster.freezeDatabase(false);
      return;
    case 'cut':
      balancer.cut();
      return;
    case 'cut-answers':
      balancer.change({ cutsAnswers: true });
      await sleep(chance.between(100, 600));
      balancer.change({});
      return;
    case 'black-hole':
      balancer.change({ swallows: true });
      await sleep(chance.between(500, 4_000));
      balancer.change({});
      return;
    case 'delay':
      balancer.change({ delay: chance.between(20, 300) });
      await sleep(chance.between(500, 2_000));
      balancer.change({});
      return;
  }
}

/** A schedule of so many faults: each kind about as often as its weight says, in an order that the seed decides. */
export function schedule(chance: Chance, count: number): readonly FaultName[] {
  const basket: readonly FaultName[] = [...FAULTS, 'kill-api', 'kill-api', 'kill-api', 'kill-postgres', 'cut-answers'];
  return Array.from({ length: count }, () => chance.pick(basket));
}
