import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICK = 10;

/** Milliseconds of processor time that a process and its ended children have used; 0 when it is gone. */
function cpuOf(pid: number): number {
  const fields = statOf(pid);
  // Fields 14–17 of /proc/PID/stat: user and system time, own and of children waited for.
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK;
}

/** Milliseconds of processor time of a process and of all that descend from it. */
export function cpuOfTree(pid: number): number {
  return treeOf(pid).reduce((sum, one) => sum + cpuOf(one), 0);
}

/** A process and all that descend from it, as numbers. */
export function treeOf(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), Number(statOf(Number(name))[1]));
  }
  const tree = [pid];
  for (const known of tree) {
    for (const [child, parent] of parents) if (parent === known) tree.push(child);
  }
  return tree;
}

/** MiB of memory in RAM (VmRSS) of one process. */
export function memoryOf(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? NaN) / 1024;
}

/** MiB of memory in RAM of a process and of all that descend from it. */
export function memoryOfTree(pid: number): number {
  return treeOf(pid).reduce((sum, one) => sum + memoryOrNone(one), 0);
}

/** A process that has just ended holds nothing. */
function memoryOrNone(pid: number): number {
  try {
    return memoryOf(pid) || 0;
  } catch {
    return 0;
  }
}

/** Fields 3 and on of /proc/PID/stat; empty when the process is gone. The name before them may hold spaces. */
function statOf(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** What all processors together have done since boot, in milliseconds. */
export interface MachineTimes {
  readonly busy: number;
  readonly stolen: number;
}

/** First line of /proc/stat: user nice system idle iowait irq softirq steal. */
export function machineTimes(): MachineTimes {
  const line = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0] ?? '';
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line.split(/\s+/).slice(1).map(Number);
  return { busy: (user + nice + system + irq + softirq) * TICK, stolen: steal * TICK };
}
