import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Metrics } from '../health/metrics';
import { derivedId } from './derived-id';
import { Sweeper } from './sweeper';

beforeAll(() => {
  Logger.overrideLogger(false);
});

/** Resolves when it was called so many times. */
function counted(): { readonly step: () => void; readonly until: (times: number) => Promise<void> } {
  let times = 0;
  return {
    step: () => {
      times++;
    },
    until: async (wanted) => {
      while (times < wanted) await sleep(1);
    },
  };
}

describe('the sweeper', () => {
  it('calls a sweep again at once as long as there is work, and after a rest when there was none', async () => {
    const sweeper = new Sweeper(new Metrics());
    const calls = counted();
    let left = 5;
    sweeper.register({
      name: 'five',
      everyMs: 1,
      step: () => {
        calls.step();
        return Promise.resolve(left-- > 0);
      },
    });
    sweeper.onApplicationBootstrap();
    await calls.until(8);
    await sweeper.onModuleDestroy();
    expect(left).toBeLessThan(0);
  });

  it('goes on with the others, and with the same one later, when a sweep fails', async () => {
    const metrics = new Metrics();
    const sweeper = new Sweeper(metrics);
    const [sick, well] = [counted(), counted()];
    sweeper.register({
      name: 'sick',
      everyMs: 1,
      step: () => {
        sick.step();
        return Promise.reject(new Error('not today'));
      },
    });
    sweeper.register({
      name: 'well',
      everyMs: 1,
      step: () => {
        well.step();
        return Promise.resolve(false);
      },
    });
    sweeper.onApplicationBootstrap();
    await Promise.all([sick.until(3), well.until(3)]);
    await sweeper.onModuleDestroy();
    expect(await metrics.registry.metrics()).toMatch(/papan_sweep_failures_total\{sweep="sick"\} [3-9]/);
  });

  it('finishes what is under way when the server ends, and begins nothing more', async () => {
    const sweeper = new Sweeper(new Metrics());
    const begun = counted();
    let finished = 0;
    sweeper.register({
      name: 'slow',
      everyMs: 1,
      step: async () => {
        begun.step();
        await sleep(20);
        finished++;
        return true;
      },
    });
    sweeper.onApplicationBootstrap();
    await begun.until(1);
    await sweeper.onModuleDestroy();
    const atTheEnd = finished;
    await sleep(50);
    expect([atTheEnd > 0, finished]).toEqual([true, atTheEnd]);
  });
});

describe('a derived id', () => {
  it('is a UUID, the same for the same thing and another for another', () => {
    const id = derivedId('deadline', '35.05', 'CASE_STEP', 12, 'a');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(derivedId('deadline', '35.05', 'CASE_STEP', 12, 'a')).toBe(id);
    expect(derivedId('deadline', '35.05', 'CASE_STEP', 1, '2a')).not.toBe(id);
  });
});
