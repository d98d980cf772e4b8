import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { writeFigures } from '../rig/figures-file';
import { listenForNoise, thisMachine } from '../rig/machine';
import { endOnSignal } from '../rig/node-program';
import { startOwnDatabase } from '../rig/own-database';
import type { OwnDatabase } from '../rig/own-database';
import type { Finding } from './checks';
import { Chance } from '@papan/seed';
import { FAULTS, NOT_RUN, schedule } from './faults';
import { openField } from './deadlines';
import type { DeadlinePlan, DeadlineReport } from './deadlines';
import { runOne, SABOTAGES } from './run-one';
import type { Plan, Report, Sabotage } from './run-one';

/** Clocks that run out while those who sweep are killed and the database goes away. */
const CLOCKS: DeadlinePlan = {
  name: 'deadlines',
  deadlines: 1_000,
  instances: 3,
  within: 30,
  killEvery: 250,
  kills: 60,
  hasOutage: true,
  sabotage: null,
};
const QUICK_CLOCKS: DeadlinePlan = { ...CLOCKS, within: 4, kills: 8 };
/** Without lock and guard, calm weather is enough to double them. */
const TWIN: DeadlinePlan = {
  ...CLOCKS,
  ...{ name: 'double-fire', deadlines: 150, within: 1, killEvery: 0, hasOutage: false, sabotage: 'double-fire' },
};

const HELP = `npm run chaos -- [options]
Two servers on one database behind a balancer, boards and writers; processes are killed and the network is made bad while
reports stream in. Afterwards what was acknowledged is held against the database and every board against the server.
  --seed N          repeats the same schedule of faults (default: a new one each time; always printed)
  --minutes N       how long (default 10)
  --quick           every promise and every sabotaged twin once, in about a minute
  --clocks          only the deadlines
  --sabotage NAME   switches a protection off (${[...SABOTAGES, TWIN.name].join(', ')}): then a check has to fail (exit code 1)
  --write           also writes docs/figures.md
  --report FILE     with --quick: how many passed and failed, as JSON
Histories are kept in tmp/chaos, one line of JSON per event.`;

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    quick: { type: 'boolean', default: false },
    clocks: { type: 'boolean', default: false },
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
    if (options.clocks) return (await clocks(database, [CLOCKS])).some(isBroken) ? 1 : 0;
    if (options.sabotage === TWIN.name) return (await clocks(database, [TWIN])).some(isBroken) ? 1 : 0;
    const sabotage = SABOTAGES.find((name) => name === options.sabotage) ?? null;
    if (options.sabotage !== undefined && sabotage === null) throw new Error(`unknown sabotage ${options.sabotage}`);
    const heard = listenForNoise();
    const report = await runOne(database, sabotage === null ? longPlan(seed) : twin(sabotage, seed));
    tell(report);
    const timely = sabotage === null ? await clocks(database, [CLOCKS]) : [];
    await mkdir('tmp', { recursive: true });
    await writeFile('tmp/chaos.json', `${JSON.stringify({ ...report, clocks: timely }, null, 2)}\n`);
    if (options.write) await writeFigures('chaos', asPage(report, timely, database.version, heard().others));
    return report.findings.some(({ against }) => against.length > 0) || timely.some(isBroken) ? 1 : 0;
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
  for (const { plan, finding } of await clocks(database, [QUICK_CLOCKS, TWIN])) {
    const isFound = finding.against.length > 0;
    if (plan.sabotage === null) results.push({ says: `${finding.promise}: ${finding.says}`, passed: !isFound });
    else results.push({ says: `the twin ${plan.sabotage} is found out by ${finding.promise}`, passed: isFound });
  }
  for (const { says, passed } of results) console.log(`${passed ? 'ok    ' : 'FAILED'} ${says}`);
  const failed = results.filter(({ passed }) => !passed).length;
  const passed = results.length - failed;
  console.log(`${passed} passed, ${failed} failed (seed ${seed})`);
  if (options.report !== undefined) await writeFile(options.report, JSON.stringify({ passed, failed }));
  return failed === 0 ? 0 : 1;
}

/** Runs with clocks, one after the other in one database. */
async function clocks(database: OwnDatabase, plans: readonly DeadlinePlan[]): Promise<readonly DeadlineReport[]> {
  const field = await openField(database);
  const reports: DeadlineReport[] = [];
  try {
    for (const plan of plans) {
      const report = await field.run(plan);
      tellFindings(`${plan.name}: ${clocksInWords(report)}`, [report.finding]);
      reports.push(report);
    }
    return reports;
  } finally {
    await field.close();
  }
}

function isBroken({ finding }: DeadlineReport): boolean {
  return finding.against.length > 0;
}

function clocksInWords({ plan, kills, seconds }: DeadlineReport): string {
  const outage = plan.hasOutage ? ', one outage of the database' : '';
  return `${plan.deadlines} deadlines, ${plan.instances} instances, ${kills} kills${outage}, ${Math.round(seconds)} s`;
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
  tellFindings(`${plan.name}: ${inWords(report)}`, findings);
  console.log(`  history: ${report.history}`);
}

function tellFindings(title: string, findings: readonly Finding[]): void {
  console.log(`\n${title}`);
  for (const { promise, says, against } of findings) {
    console.log(`  ${against.length === 0 ? 'kept  ' : 'BROKEN'} ${promise} ${says}`);
    for (const one of against.slice(0, 5)) console.log(`         ${one}`);
    if (against.length > 5) console.log(`         … ${against.length} in all`);
  }
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

function asPage(report: Report, timely: readonly DeadlineReport[], postgres: string, others: number): string {
  const { findings, convergence, plan } = report;
  const { cores, memoryGiB, node } = thisMachine(postgres);
  const sorted = [...convergence].sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2);
  const all = [...findings, ...timely.map(({ finding }) => finding)];
  const rows = all.map(({ promise, says, against }) => `| ${promise} | ${says} | ${against.length} |`).join('\n');
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

${timely.map((one) => `R8: ${clocksInWords(one)}.`).join('\n')}

The sabotaged twins (\`npm run chaos -- --sabotage no-sync\`, \`no-key\`, \`drop-frame\`, \`double-fire\`) have to fail the same checks; \`npm test\` runs them.

${notRun}`;
}
