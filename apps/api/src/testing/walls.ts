import { type Action, type Actor, type Resource, isRefusal, may } from '@papan/domain';
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
}

const REPORT = () => ({ entry: crypto.randomUUID(), delta: 1 });

/** An open and a restricted task for each of two agencies, and both for the neighbouring city. */
export async function makeWorld(api: TestApi): Promise<World> {
  const secrets: Secret[] = [];
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
  return { secrets };
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
  readonly action: Action;
}

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
  'PeopleController.endSessions': () => ({ action: 'people.manage' }),
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
export async function walkWalls(
  api: TestApi,
  { secrets }: World,
  { policy, seats = SEAT_NAMES }: Walk,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const regional = api.routes.filter(({ path }) => path.includes('/:region'));
  for (const seat of seats) {
    const browser = await api.as(seat);
    const actor = actorOf(seat);
    for (const route of regional.filter(({ handler }) => handler !== 'PeopleController.endSessions')) {
      for (const secret of concerning(route, secrets)) {
        const answer = await ask(browser, route, secret);
        const where = `${seat} ${route.method} ${route.path} (${secret.canary}) → ${answer.status}`;
        findings.push(...leaks(actor, secrets, answer).map((canary) => `${where} received ${canary}`));
        if (policy) findings.push(...disagreements(actor, route, secret, answer).map((why) => `${where} ${why}`));
        if (policy && isHidden(actor, secret)) {
          const nothing = await ask(browser, route, { ...secret, task: 9999, blocker: 9999, hash: 'e'.repeat(64) });
          if (!sameAnswer(nothing, answer))
            findings.push(`${where} differs from ${nothing.status} of what is not there`);
        }
      }
    }
  }
  return findings;
}

const NAMES_A_SECRET = /:task|:blocker|:hash/;

/** Routes that name no task are asked once for each region. */
function concerning({ path }: Route, secrets: readonly Secret[]): readonly Secret[] {
  if (NAMES_A_SECRET.test(path)) return secrets;
  return secrets.filter(({ region }, at) => secrets.findIndex((other) => other.region === region) === at);
}

function ask(browser: Browser, route: Route, { region, task, blocker, hash }: Secret): Promise<Response> {
  const values: Readonly<Record<string, string>> = {
    ...{
      region,
      task: String(task),
      blocker: String(blocker),
      hash,
      campaign: '1',
      measure: 'registered',
      agency: '2',
    },
  };
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? '1');
  const query = route.handler === 'BoardController.events' ? '?epoch=1&after=0' : '';
  const body = ASKS[route.handler]?.().body;
  return browser.send(route.method, path + query, body, { 'If-Match': '"1"', 'Accept-Language': 'id' });
}

/** Canaries in the answer that are nobody's business who sits here. */
function leaks(actor: Actor, secrets: readonly Secret[], answer: Response): readonly string[] {
  const said = `${answer.text} ${JSON.stringify(answer.headers)}`;
  return secrets
    .filter((secret) => isHidden(actor, secret) && said.includes(secret.canary))
    .map(({ canary }) => canary);
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
function disagreements(actor: Actor, route: Route, secret: Secret, answer: Response): readonly string[] {
  const aboutTask = NAMES_A_SECRET.test(route.path);
  const resource = aboutTask ? resourceOf(secret) : { region: secret.region };
  const actions = ASKS[route.handler] ? [ASKS[route.handler]?.().action] : [route.door].flat();
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
