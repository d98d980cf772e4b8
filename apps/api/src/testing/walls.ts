import { type Action, type Actor, type Resource, isRefusal, may, seesEmployers } from '@papan/domain';
import type { Route } from '@papan/server-platform';
import {
  BPJS,
  DINKES,
  DISDIK,
  DISNAKER,
  SEAT_NAMES,
  type Seat,
  actorOf,
  photoOf,
} from '@papan/server-platform/testing';
import type { Response } from 'supertest';
import { type CaseSecret, plantCases } from './case-secrets';
import { plantCut } from './plant-figures';
import type { Browser, TestApi } from './table-api';

/** A task of the world in which the walls are tried, with the word that only its readers may ever receive. */
interface Secret {
  readonly region: string;
  readonly agency: number;
  readonly restricted: boolean;
  readonly canary: string;
  readonly task: number;
  readonly blocker: number;
  /** Of a photo that was put to the task. */
  readonly hash: string;
}

export interface World {
  readonly secrets: readonly Secret[];
  readonly cases: readonly CaseSecret[];
}

const REPORT = () => ({ entry: crypto.randomUUID(), delta: 1 });

/** An open and a restricted task for each of two agencies, and two cases, and all of them for the neighbouring city. */
export async function makeWorld(api: TestApi): Promise<World> {
  const secrets: Secret[] = [];
  for (const region of ['35.05', '35.72']) {
    const cells = [[`${region}.10.2001`, 'PBI_JK', 300, 250]] as const;
    await plantCut(api.database, { region, asOf: '2026-01-01', registered: 300, active: 250, level: 'VILLAGE', cells });
    await api.database.owning(
      `INSERT INTO figure_file (region, id, upload, kind, file, name, heading_line, headings, rows, person, uploaded_at)
       VALUES ($1, 1, gen_random_uuid(), 'MONTH', repeat('a', 64), 'angka.csv', 1, '[]', 1, 1, now())`,
      [region],
    );
  }
  for (const [region, seat] of [
    ['35.05', 'dinkes'],
    ['35.72', 'kota'],
  ] as const) {
    const lead = await api.as(seat);
    for (const agency of [DISDIK, DISNAKER]) {
      for (const restricted of [false, true]) {
        const canary = `KENARI-${region.replace('.', '')}-${agency}-${restricted ? 'rahasia' : 'terbuka'}`;
        secrets.push({
          ...(await plant(lead, region, agency, restricted, canary)),
          region,
          agency,
          restricted,
          canary,
        });
      }
    }
  }
  return { secrets, cases: await plantCases(api, ['35.05', '35.72']) };
}

async function plant(lead: Browser, region: string, agency: number, restricted: boolean, canary: string) {
  const { task } = created(
    await lead.post(`/api/regions/${region}/tasks`, {
      ...{ campaign: 1, agency, title: canary, description: canary, evidence: canary, unit: 'people', target: 500 },
      ...{ due: '2026-12-15', visibility: restricted ? 'agency' : 'campaign' },
    }),
  );
  const { blocker } = created(
    await lead.post(`/api/regions/${region}/tasks/${task}/blockers`, {
      code: 'DATA',
      text: canary,
      lifter: restricted ? DINKES : BPJS,
    }),
  );
  await lead.patch(`/api/regions/${region}/tasks/${task}`, 1, { description: `${canary} lagi` });
  return { task, blocker, hash: await plantEvidence(lead, region, task, canary) };
}

/** The word is the name of the file, and what is said about the letter in it. */
async function plantEvidence(lead: Browser, region: string, task: number, canary: string): Promise<string> {
  const photo = await photoOf('jpeg', 40 + task, canary.length);
  const { hash } = (await lead.upload(photo, `${canary}.jpg`, {}, region)).body as { hash: string };
  await lead.post(`/api/regions/${region}/tasks/${task}/evidence`, { hash, letterNumber: canary, note: canary });
  return hash;
}

function created({ body, text, status }: Response): { readonly task: number; readonly blocker: number } {
  if (status !== 201) throw new Error(text);
  return body as { task: number; blocker: number };
}

/** What is asked of a route, and of which action and resource the policy is asked. */
interface Ask {
  readonly body?: object;
  /** Several: any of them is enough. */
  readonly action: Action | readonly Action[];
}

const STEP = { step: 'HIMBAUAN', on: '2026-11-02' };
const FOUND = { violations: ['NOT_REGISTERED'], workersMissing: 3 };

/** Employer, case and hand-over 1 are there in both regions; what is refused by a rule has gone past the walls. */
const ASKS_ABOUT_EMPLOYERS: Readonly<Record<string, () => Ask>> = {
  'EmployersController.record': () => ({ action: 'employer.write', body: { name: `UD ${crypto.randomUUID()}` } }),
  'EmployersController.edit': () => ({
    action: 'employer.write',
    body: { estimated: Math.floor(Math.random() * 900) },
  }),
  'EmployersController.merge': () => ({ action: 'employer.write', body: { into: 1 } }),
  'EmployersController.apart': () => ({ action: 'employer.write', body: { other: 1 } }),
  'CasesController.open': () => ({ action: 'case.open', body: { employer: 1, entry: crypto.randomUUID(), ...FOUND } }),
  'CasesController.violations': () => ({ action: 'case.open', body: { violations: ['ARREARS'], on: '2026-11-01' } }),
  'CasesController.many': () => ({
    action: 'case.appeal',
    body: { cases: [{ case: 1, entry: crypto.randomUUID(), command: crypto.randomUUID() }], ...STEP },
  }),
  'CasesController.step': () => ({ action: 'case.appeal', body: { entry: crypto.randomUUID(), ...STEP } }),
  'CasesController.receipt': () => ({ action: 'case.prosecute', body: {} }),
  'CasesController.freeze': () => ({
    action: 'case.prosecute',
    body: { signedScan: 'a'.repeat(64), number: '1', signatory: 'x', on: '2026-11-02' },
  }),
  'CasesController.attendance': () => ({ action: 'case.prosecute', body: { attended: true } }),
  'CasesController.verify': () => ({
    action: 'case.verify',
    body: {
      ...{ on: '2026-11-02', proof: 'REGISTRATION', workers: 0, ended: [], workersMissing: 3, number: '1' },
      document: 'a'.repeat(64),
    },
  }),
  'CasesController.close': () => ({
    action: 'case.close',
    body: { on: '2026-11-02', reason: 'BANKRUPT', number: '1', document: 'a'.repeat(64) },
  }),
  'CasesController.reopen': () => ({
    action: 'case.open',
    body: { entry: crypto.randomUUID(), on: '2026-11-02', reason: 'NEW_ARREARS', ...FOUND },
  }),
  'TaskCasesController.read': () => ({ action: 'case.read' }),
  'TaskCasesController.link': () => ({ action: 'task.edit', body: { cases: [1] } }),
  'LadderController.set': () => ({
    action: 'settings.manage',
    body: { from: '2026-12-01', step: 'HIMBAUAN', clock: { kind: 'CALENDAR_DAYS', days: 14 } },
  }),
  'LadderController.accept': () => ({ action: 'deadlines.accept', body: { year: 2027 } }),
  'HandoverController.propose': () => ({ action: 'handover.propose', body: { cases: [1] } }),
  'HandoverController.confirm': () => ({
    action: 'handover.confirm',
    body: { number: '1', signatory: 'x', on: '2026-11-02' },
  }),
  'HandoverController.withdraw': () => ({ action: ['handover.propose', 'handover.confirm'], body: { note: 'x' } }),
  'CounterController.check': () => ({ action: 'counter.check', body: { nib: '1234567890123' } }),
};

/** A body that its schema takes, for each handler that has one; deeds are tried by the first of them. */
const ASKS: Readonly<Record<string, () => Ask>> = {
  'TasksController.read': () => ({ action: 'board.read' }),
  'TasksController.plan': () => ({
    action: 'task.create',
    body: { campaign: 1, agency: 2, title: 'Baru', unit: 'people', target: 5, due: '2026-12-15' },
  }),
  'TasksController.edit': () => ({ action: 'task.edit', body: { target: 400 + Math.floor(Math.random() * 90) } }),
  'TasksController.deed': () => ({ action: 'task.accept', body: { deed: 'accept' } }),
  'TasksController.report': () => ({ action: 'progress.report', body: REPORT() }),
  'TasksController.correct': () => ({
    action: 'progress.correct',
    body: { ...REPORT(), corrects: crypto.randomUUID(), note: 'salah' },
  }),
  'TasksController.verify': () => ({
    action: 'progress.verify',
    body: { asOf: '2026-11-01', source: { kind: 'BPJS' }, entries: [{ ...REPORT(), measure: 'registered' }] },
  }),
  'TasksController.reassign': () => ({
    action: 'task.reassign',
    body: { agency: 5, amount: 1, due: '2026-12-15', reason: 'x' },
  }),
  'TasksController.raise': () => ({ action: 'blocker.raise', body: { code: 'DATA', text: 'x', lifter: 4 } }),
  'TasksController.evidence': () => ({ action: 'board.read' }),
  'TasksController.attach': () => ({ action: 'evidence.attach', body: { hash: 'f'.repeat(64) } }),
  'EvidenceController.read': () => ({ action: 'board.read' }),
  'EvidenceController.preview': () => ({ action: 'board.read' }),
  'TasksController.lift': () => ({ action: 'blocker.lift', body: {} }),
  'TasksController.allocate': () => ({ action: 'allocation.set', body: { people: 3 } }),
  'CoverageController.record': () => ({
    action: 'cut.record',
    body: { asOf: '2026-11-01', population: 9, populationVersion: 'x', registered: 2, active: 1, source: 'x' },
  }),
  'ClaimsController.record': () => ({ action: 'claim.record', body: { source: 'x', note: 'x' } }),
  'PeopleController.endSessions': () => ({ action: 'people.manage' }),
  'NoticesController.read': () => ({ action: 'notices.read', body: { through: 0 } }),
  'NoticesController.choose': () => ({
    action: 'notices.read',
    body: { mail: 'OFF', language: 'id', quietFrom: '20:00', quietUntil: '06:00' },
  }),
  'NoticesController.setEscalation': () => ({
    action: 'settings.manage',
    body: { from: '2026-11-30', delays: [1, 3, 5, 10], opens: '07:30', closes: '16:00' },
  }),
  ...ASKS_ABOUT_EMPLOYERS,
};

/** One thing that went past a wall, or was stopped by one that should be open. */
export type Finding = string;

export interface Walk {
  /** Also compare every answer with the policy; without it only what must stay hidden is looked at. */
  readonly policy: boolean;
  /** Who walks; default: everybody. */
  readonly seats?: readonly Seat[];
}

/**
 * Every route of the running server, asked by every seat about every task; answers what should not have happened.
 * A number that does not exist (9,999) must be answered like a task that the reader may not know of.
 */
export async function walkWalls(api: TestApi, world: World, walk: Walk): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const regional = api.routes.filter(({ path, door }) => path.includes('/:region') && door !== 'public');
  const routes = regional.filter(({ handler }) => handler !== 'PeopleController.endSessions');
  for (const seat of walk.seats ?? SEAT_NAMES) {
    const visit: Visit = { seat, actor: actorOf(seat), browser: await api.as(seat), world, policy: walk.policy };
    for (const route of routes) {
      findings.push(
        ...(NAMES_A_CASE.test(route.path) ? await aboutCases(visit, route) : await aboutTasks(visit, route)),
      );
    }
  }
  return findings;
}

interface Visit {
  readonly seat: Seat;
  readonly actor: Actor;
  readonly browser: Browser;
  readonly world: World;
  readonly policy: boolean;
}

async function aboutTasks(visit: Visit, route: Route): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const { seat, actor, browser, world, policy } = visit;
  for (const secret of concerning(route, world.secrets)) {
    const answer = await ask(browser, route, secret);
    const where = `${seat} ${route.method} ${route.path} (${secret.canary}) → ${answer.status}`;
    findings.push(...leaks(actor, world, answer).map((canary) => `${where} received ${canary}`));
    if (policy) findings.push(...disagreements(actor, route, secret, answer).map((why) => `${where} ${why}`));
    if (policy && isHidden(actor, secret)) {
      const nothing = await ask(browser, route, { ...secret, task: 9999, blocker: 9999, hash: 'e'.repeat(64) });
      if (!sameAnswer(nothing, answer)) findings.push(`${where} differs from ${nothing.status} of what is not there`);
    }
  }
  return findings;
}

/** The case that was handed over is asked of every seat; of the other nobody may hear who is not told of employers. */
async function aboutCases(visit: Visit, route: Route): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const { seat, actor, browser, world, policy } = visit;
  for (const secret of world.cases) {
    const answer = await askAboutCase(browser, route, secret);
    const where = `${seat} ${route.method} ${route.path} (${secret.canary}) → ${answer.status}`;
    findings.push(...leaks(actor, world, answer).map((canary) => `${where} received ${canary}`));
    if (!policy) continue;
    if (secret.isHandedOver)
      findings.push(...disagreements(actor, route, secret, answer).map((why) => `${where} ${why}`));
    if (isCaseHidden(actor, secret)) {
      const nothing = await askAboutCase(browser, route, { ...secret, ...NOTHING });
      if (!sameAnswer(nothing, answer)) findings.push(`${where} differs from ${nothing.status} of what is not there`);
    }
  }
  return findings;
}

const NOTHING = { employer: 9_999, case: 9_999, handover: 9_999, import: 9_999, paper: 'e'.repeat(64) };
const NAMES_A_SECRET = /:task|:blocker|:hash/;
const NAMES_A_CASE = /:case|:employer|:handover|:import|:kind/;

/** Routes that name no task are asked once for each region. */
function concerning({ path }: Route, secrets: readonly Secret[]): readonly Secret[] {
  if (NAMES_A_SECRET.test(path)) return secrets;
  return secrets.filter(({ region }, at) => secrets.findIndex((other) => other.region === region) === at);
}

function ask(browser: Browser, route: Route, { region, task, blocker, hash }: Secret): Promise<Response> {
  const named = { region, area: `${region}.10`, task: String(task), blocker: String(blocker), hash };
  return send(browser, route, { ...named, campaign: '1', measure: 'registered', agency: '2' });
}

function askAboutCase(browser: Browser, route: Route, secret: CaseSecret): Promise<Response> {
  const { region, employer, case: id, handover, entry, paper } = secret;
  const named = {
    region,
    employer: String(employer),
    case: String(id),
    handover: String(handover),
    entry,
    hash: paper,
  };
  return send(browser, route, { ...named, import: String(secret.import), kind: 'HIMBAUAN' });
}

const QUERIES: Readonly<Record<string, string>> = {
  'BoardController.events': '?epoch=1&after=0',
  'HandoverController.readiness': '?cases=1,2',
  'LettersController.many': '?cases=1',
};

function send(browser: Browser, route: Route, values: Readonly<Record<string, string>>): Promise<Response> {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? '1');
  const body = ASKS[route.handler]?.().body;
  const headers = { 'If-Match': '"1"', 'Accept-Language': 'id' };
  return browser.send(route.method, path + (QUERIES[route.handler] ?? ''), body, headers);
}

/** Canaries in the answer that are nobody's business who sits here. */
function leaks(actor: Actor, { secrets, cases }: World, answer: Response): readonly string[] {
  const said = `${answer.text} ${JSON.stringify(answer.headers)}`;
  const hidden = [
    ...secrets.filter((secret) => isHidden(actor, secret)),
    ...cases.filter((secret) => isCaseHidden(actor, secret)),
  ];
  return hidden.map(({ canary }) => canary).filter((canary) => said.includes(canary));
}

/** Agencies with the duty are told of every employer of their region, the prosecutor of those that were handed over. */
function isCaseHidden(actor: Actor, { region, isHandedOver }: CaseSecret): boolean {
  if (actor.region !== region) return true;
  return actor.role === 'prosecutor' ? !isHandedOver : !seesEmployers(actor);
}

function isHidden(actor: Actor, secret: Secret): boolean {
  const verdict = may({ ...actor, role: 'auditor' }, 'board.read', resourceOf(secret));
  return isRefusal(verdict);
}

function resourceOf({ region, agency, restricted }: Secret): Resource {
  return {
    region,
    agency,
    visibility: restricted ? 'agency' : 'campaign',
    sides: [agency, restricted ? DINKES : BPJS],
  };
}

/** Where the server and the policy disagree on yes or no. */
function disagreements(actor: Actor, route: Route, secret: Secret | CaseSecret, answer: Response): readonly string[] {
  const aboutTask = 'task' in secret && NAMES_A_SECRET.test(route.path);
  const resource = aboutTask ? resourceOf(secret) : { region: secret.region };
  const actions = [ASKS[route.handler]?.().action ?? route.door].flat();
  const allowed = actions.some((action) => may(actor, action as Action, resource) === true);
  const passed = ![401, 403, 404].includes(answer.status);
  if (answer.status >= 500) return ['broke'];
  return allowed === passed ? [] : [`but the policy says ${allowed ? 'yes' : 'no'}`];
}

function sameAnswer(one: Response, other: Response): boolean {
  const plain = ({ status, text }: Response): string => `${status} ${text.replace(/"trace":"[^"]*"/, '')}`;
  const aboutTheBoard = one.status < 400 && one.status === other.status;
  return aboutTheBoard || plain(one) === plain(other);
}
