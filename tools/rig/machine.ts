import { cpus, totalmem } from 'node:os';
import { cpuOfTree, machineTimes } from './processes';

/** What a run was measured on. */
export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly memoryGiB: number;
  readonly node: string;
  readonly postgres: string;
}

export function thisMachine(postgres: string): Machine {
  const [first] = cpus();
  return {
    cores: cpus().length,
    model: first?.model ?? '?',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres,
  };
}

/** Parts (0…1) of all processor time that others took, and that the host took away, while something ran. */
export interface Noise {
  readonly others: number;
  readonly stolen: number;
}

/** Begins to listen; the function that comes back tells what was heard since. */
export function listenForNoise(): () => Noise {
  const [began, machine, ours] = [performance.now(), machineTimes(), cpuOfTree(process.pid)];
  return () => {
    const now = machineTimes();
    const all = (performance.now() - began) * cpus().length;
    const busy = now.busy - machine.busy;
    const own = cpuOfTree(process.pid) - ours;
    return { others: Math.max(0, busy - own) / all, stolen: (now.stolen - machine.stolen) / all };
  };
}
