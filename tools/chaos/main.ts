import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { writeFigures } from '../rig/figures-file';
import { listenForNoise, thisMachine } from '../rig/machine';
import { endOnSignal } from '../rig/node-program';
import { startOwnDatabase } from '../rig/own-database';
import type { OwnDatabase } from '../rig/own-database';
import { Chance } from '@papan/seed';
import { FAULTS, NOT_RUN, schedule } from './faults';
import { runOne, SABOTAGES } from './run-one';
import type { Plan, Report, Sabotage } from './run-one';

const HELP = `npm run chaos -- [options]
Two servers on one database behind a balancer, boards and writers; processes are killed and the network is made bad while
reports stream in. Afterwards what was acknowledged is held against the database and every board against the server.
  --seed N          repeats the same schedule of faults (default: a new one each time; always printed)
  --minutes N       how long (default 10)
  --quick           every promise and every sabotaged twin once, in about a minute
  --sabotage NAME   switches a protection off (${SABOTAGES.join(', ')}): then a check has to fail (exit code 1)
  --write           also writes docs/figures.md
  --report FILE     with --quick: how many passed and failed, as JSON
Histories are kept in tmp/chaos, one line of JSON per event.`;

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    quick: { type: 'boolean', default: false },
    sabotage: { type: 'string' },
    write: { type: 'boolean', default: false },
    report: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** Which promise each twin has to break; that it is found is the test. */
const BREAKS: Readonly<Record<Sabotage, string>> = { 'no-sync': 'R1', 'no-key': 'R3', 'drop-frame': 'R6' };

const SMALL = { tasks: 60, boards: 6, writers: 4, pause: 10, quiet: [200, 500] as const, enough: 0, longest: 30_000 };

/**
 * Nothing but a commit that waits for it writes the log to disk (for ten seconds at least), so that the twin without
 * synchronous commits loses what it acknowledged. For the others it makes no difference.
 */
const FORGETFUL = {
  wal_writer_delay: '10s',
  wal_writer_flush_after: '1GB',
  wal_buffers: '64MB',
  autovacuum: 'off',
  bgwriter_lru_maxpages: '0',
};

endOnSignal();
if (options.help) console.log(HELP);
else process.exitCode = await chaos();

async function chaos(): Promise<number> {
  const seed = Number(options.seed ?? Math.floor(Math.random() * 1_000_000));
  console.log(`seed ${seed}`);
  for (const reason of NOT_RUN) console.log(`NOT RUN  ${reason}`);
  const database = await startOwnDatabase(options.quick || options.sabotage !== undefined ? FORGETFUL : {});
  try {
    if (options.quick) return await quick(database, seed);
    const sabotage = SABOTAGES.find((name) => name === options.sabotage) ?? null;
    if (options.sabotage !== undefined && sabotage === null) throw new Error(`unknown sabotage ${options.sabotage}`);
    const heard = listenForNoise();
    const report = await runOne(database, sabotage === null ? longPlan(seed) : twin(sabotage, seed));
    tell(report);
    await mkdir('tmp', { recursive: true });
    await writeFile('tmp/chaos.json', `${JSON.stringify(report, null, 2)}\n`);
    if (options.write) await writeFigures('chaos', asPage(report, database.version, heard().others));
    return report.findings.some(({ against }) => against.length > 0) ? 1 : 0;
  } finally {
    await database.stop();
  }
}

/** Every promise under each fault once, and each twin; every promise and twin counts as one test. */
async function quick(database: OwnDatabase, seed: number): Promise<number> {
  const honest = await runOne(database, { ...SMALL, name: 'honest', seed, faults: FAULTS, sabotage: null });
  tell(honest);
  const results = honest.findings.map(({ promise, says, against }) => ({
    says: `${promise}: ${says}`,
    passed: against.length === 0,
  }));
  for (const sabotage of SABOTAGES) {
    const report = await runOne(database, twin(sabotage, seed));
    const found = report.findings.find(({ promise }) => promise === BREAKS[sabotage]);
    const passed = (found?.against.length ?? 0) > 0;
    results.push({ says: `the twin ${sabotage} is found out by ${BREAKS[sabotage]}`, passed });
    if (!passed) tell(report);
  }
  for (const { says, passed } of results) console.log(`${passed ? 'ok    ' : 'FAILED'} ${says}`);
  const failed = results.filter(({ passed }) => !passed).length;
  const passed = results.length - failed;
  console.log(`${passed} passed, ${failed} failed (seed ${seed})`);
  if (options.report !== undefined) await writeFile(options.report, JSON.stringify({ passed, failed }));
  return failed === 0 ? 0 : 1;
}

/** The same run with one protection off, and the fault against which it protects. */
function twin(sabotage: Sabotage, seed: number): Plan {
  const plan: Plan = { ...SMALL, name: sabotage, seed, boards: 2, faults: [], enough: 150, sabotage };
  switch (sabotage) {
    case 'no-sync':
      return { ...plan, faults: ['kill-postgres'] };
    case 'no-key':
      return { ...plan, faults: ['cut-answers', 'cut-answers', 'cut-answers'] };
    case 'drop-frame':
      return { ...plan, enough: 400, pause: 5 };
  }
}

function longPlan(seed: number): Plan {
  return {
    name: 'long',
    seed,
    tasks: 1_000,
    boards: 40,
    writers: 12,
    pause: 0,
    faults: schedule(new Chance(seed), 1_000),
    quiet: [800, 3_000],
    enough: 0,
    longest: Number(options.minutes) * 60_000,
    sabotage: null,
  };
}

function tell(report: Report): void {
  const { plan, findings } = report;
  console.log(`\n${plan.name}: ${inWords(report)}`);
  for (const { promise, says, against } of findings) {
    console.log(`  ${against.length === 0 ? 'kept  ' : 'BROKEN'} ${promise} ${says}`);
    for (const one of against.slice(0, 5)) console.log(`         ${one}`);
    if (against.length > 5) console.log(`         … ${against.length} in all`);
  }
  console.log(`  history: ${report.history}`);
}

function inWords(report: Report): string {
  const { acknowledged, unknown, refused, kills, faults, restarts, convergence, plan, seconds } = report;
  const worst = convergence.length === 0 ? '–' : Math.max(...convergence).toFixed(1);
  return (
    `${acknowledged} acknowledged, ${unknown} answers that never came or told nothing, ${refused} refused, ` +
    `${faults} faults with ${kills} kills (${restarts} restarts of a server), ${plan.boards} boards back after ` +
    `${worst} s at most, ${Math.round(seconds)} s`
  );
}

function asPage(report: Report, postgres: string, others: number): string {
  const { findings, convergence, plan } = report;
  const { cores, memoryGiB, node } = thisMachine(postgres);
  const sorted = [...convergence].sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2);
  const rows = findings.map(({ promise, says, against }) => `| ${promise} | ${says} | ${against.length} |`).join('\n');
  const notRun = NOT_RUN.map((reason) => `- NOT RUN: ${reason}`).join('\n');
  return `## Faults

Made by \`npm run chaos -- --seed ${plan.seed} --minutes ${options.minutes} --write\`: two servers on one database behind a balancer,
${plan.boards} boards with the page's own store, ${plan.writers} writers that send again under the same key what got no answer; kill -9 of servers and of
all PostgreSQL processes, frozen processes, cut and swallowed connections.

Reached: ${inWords(report)}. Back after a fault: half of them within ${at(0.5)} s, 99 % within ${at(0.99)} s.
Measured on ${cores} cores, ${memoryGiB} GiB, Node ${node}, PostgreSQL ${postgres}; others took ${Math.round(others * 100)} % of the processors.

| promise | | found against it |
| --- | --- | --- |
${rows}

The sabotaged twins (\`npm run chaos -- --sabotage no-sync\`, \`no-key\`, \`drop-frame\`) have to fail the same checks; \`npm test\` runs them.

${notRun}`;
}
