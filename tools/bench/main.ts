import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { keptOpen } from '../rig/http-call';
import { writeFigures } from '../rig/figures-file';
import { listenForNoise, thisMachine } from '../rig/machine';
import type { Machine, Noise } from '../rig/machine';
import { endOnSignal } from '../rig/node-program';
import { startOwnDatabase } from '../rig/own-database';
import { bareFigures } from './bare';
import { FULL_COVERAGE, QUICK_COVERAGE, startCoverage } from './coverage';
import { startFloor } from './floor';
import { FULL_LADDER, QUICK_LADDER, startLadder } from './ladder';
import { startProduct } from './product';
import { compare, table } from './results';
import type { Line, Round } from './results';
import { spread } from './statistics';
import type { Subject } from './subject';
import { FULL, QUICK, WORKS } from './works';
import type { Bench, Figures } from './works';

const HELP = `npm run bench -- [options]
Measures the product beside its floors, on a PostgreSQL server and ports of its own, and prints both with their ratio.
  --rounds N   rounds, product and floor in turns (default 3, with --quick 1)
  --only TEXT  only the works whose code name contains TEXT (startAndMemory, opening, joiningAtOnce, oneWriter,
               manyWriters, telling, writingWhileWatched, ladder, coverage)
  --quick      a little of everything: shows that the bench works; its figures mean nothing
  --profile    keeps a profile of the product's processor time in tmp/profile
  --write      also writes docs/figures.md
Always writes tmp/bench.json.`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string' },
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const PROFILING = ['--cpu-prof', '--cpu-prof-dir=tmp/profile'];

interface Result {
  readonly machine: Machine;
  readonly at: string;
  readonly lines: readonly Line[];
  readonly bare: readonly Line[];
  readonly noise: readonly Noise[];
}

endOnSignal();
if (options.help) console.log(HELP);
else await bench();

async function bench(): Promise<void> {
  const database = await startOwnDatabase({ max_connections: '100' });
  const stops = [() => database.stop()];
  try {
    const floor = await startFloor(database);
    stops.unshift(() => floor.subject.stop());
    const product = await startProduct(database, options.profile ? PROFILING : []);
    stops.unshift(() => product.subject.stop());
    const agent = keptOpen();
    const ladder = 'ladder'.includes(options.only)
      ? await startLadder(database, agent, options.quick ? QUICK_LADDER : FULL_LADDER)
      : null;
    if (ladder) stops.unshift(() => ladder.stop());
    const coverage = 'coverage'.includes(options.only)
      ? await startCoverage(database, agent, options.quick ? QUICK_COVERAGE : FULL_COVERAGE)
      : null;
    if (coverage) stops.unshift(() => coverage.stop());
    for (const { url } of [floor, product, ...(ladder ? [ladder] : []), ...(coverage ? [coverage] : [])])
      await database.prove(url);
    const tools: Bench = {
      agent,
      effort: options.quick ? QUICK : FULL,
      postgresPid: () => database.pid(),
    };
    const rounds: Round[] = [];
    const cases: Round[] = [];
    const figures: Round[] = [];
    const bare: Figures[] = [];
    const noise: Noise[] = [];
    const wanted = Number(options.rounds ?? (options.quick ? 1 : 3));
    for (let nth = 1; nth <= wanted; nth++) {
      const heard = listenForNoise();
      rounds.push(await measure(tools, floor.subject, product.subject, nth));
      bare.push(await bareFigures(floor.url, floor.subject, tools.agent, tools.effort.writing));
      if (ladder) cases.push({ floor: new Map(), product: await ladder.measure(nth) });
      if (coverage) figures.push({ floor: new Map(), product: await coverage.measure(nth) });
      noise.push(heard());
      console.log(`round ${nth} of ${wanted}: ${inWords(noise.at(-1))}`);
    }
    await report({
      machine: thisMachine(database.version),
      at: new Date().toISOString(),
      lines: [...compare(rounds), ...compare(cases), ...compare(figures)],
      bare: compare(bare.map((figures) => ({ floor: new Map(), product: figures }))),
      noise,
    });
  } finally {
    for (const stop of stops) await stop();
  }
}

/** One round: every work on both, the one right after the other, and who begins changes from round to round. */
async function measure(tools: Bench, floor: Subject, product: Subject, nth: number): Promise<Round> {
  const round: Round = { floor: new Map(), product: new Map() };
  const order = nth % 2 === 1 ? [floor, product] : [product, floor];
  for (const { name, work } of WORKS) {
    if (!name.includes(options.only)) continue;
    for (const subject of order) {
      for (const [figure, value] of await work(tools, subject)) round[subject.name].set(figure, value);
    }
  }
  return round;
}

async function report(result: Result): Promise<void> {
  const { lines, bare } = result;
  const strange = lines.filter(({ product }) => !Number.isFinite(product.median));
  if (lines.length === 0 || strange.length > 0) {
    throw new Error(`no figure for: ${strange.map(({ work }) => work).join(', ') || 'anything'}`);
  }
  console.log(`\n${table(lines)}\n`);
  for (const line of bare) console.log(`below the floor: ${line.work}: ${told(line)}`);
  console.log(`\n${described(result)}`);
  await mkdir('tmp', { recursive: true });
  await writeFile('tmp/bench.json', `${JSON.stringify(result, null, 2)}\n`);
  if (options.write) await writeFigures('bench', asPage(result));
  const judged = lines.filter(({ reached }) => reached !== null);
  console.log(`${judged.filter(({ reached }) => reached).length} of ${judged.length} goals reached; tmp/bench.json`);
}

function described({ machine, noise }: Result): string {
  const { cores, model, memoryGiB, node, postgres } = machine;
  const part = (values: readonly number[]): string => `${Math.round(spread(values).median * 100)} %`;
  return (
    `${cores} cores (${model}), ${memoryGiB} GiB, Node ${node}, PostgreSQL ${postgres}, ${noise.length} rounds; ` +
    `of all processor time others took ${part(noise.map(({ others }) => others))}, ` +
    `stolen ${part(noise.map(({ stolen }) => stolen))} (medians of the rounds)`
  );
}

function asPage(result: Result): string {
  const below = result.bare.map((line) => `- ${line.work}: ${told(line)}`).join('\n');
  return `## Speed

Made by \`npm run bench -- --write\`. The floor is the least that could do the work: one process that takes an HTTP request,
runs one transaction of an update and an insert through \`pg\` and broadcasts about 750 bytes by socket.io; opening is measured
against a board kept packed in memory. The cases of employers have no floor: 10,000 cases with 50,000 steps, on a server of
their own, against goals in seconds; nor have the figures of coverage, 514 regencies and cities with 36 months by six segments
of their districts, on a server of their own. Product and floor took turns, work by work. CPU is that of the server and of all
PostgreSQL processes, per update. Load generator, server and database shared the cores. A ratio is the median of the rounds' own ratios, so
it need not be that of the two medians beside it.

Measured on ${described(result)}.

${table(result.lines)}

Below the floor, in the same run:

${below}`;
}

function told({ unit, product }: Line): string {
  const value = (number: number): string => number.toPrecision(3);
  return `${value(product.median)} ${unit} (${value(product.min)}–${value(product.max)})`;
}

function inWords(noise: Noise | undefined): string {
  const percent = (part: number): string => `${Math.round(part * 100)} %`;
  return `others took ${percent(noise?.others ?? 0)} of the processors, stolen ${percent(noise?.stolen ?? 0)}`;
}
