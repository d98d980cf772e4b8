import type { Actor, Role } from '../access/may';
import { SHIPPED_DECREES } from '../calendar/decrees';
import type { IsoDate } from '../calendar/wib';
import type { Duty } from '../organisation/agency';
import { type Refusal, isRefusal, orThrow } from '../refusal/refusal';
import type { BoardEvent, Happening } from '../tasks/events';
import type { Case } from './case';
import type { LadderFacts } from './clock';
import type { Step } from './codes';
import { caseAfter } from './evolve-case';
import { type TakeStepInput, takeStep } from './take-step';

/** The people and papers that the tests of the ladder speak about. Not part of the product. */

const REGION = '35.05';

function actor(person: number, role: Role, agency: number, kind: 'LEAD' | 'OPD' | 'PARTNER', duties: Duty[]): Actor {
  return { person, region: REGION, agency: { id: agency, kind, duties }, role, session: 'desk' };
}

export const LEAD = actor(1, 'lead', 1, 'LEAD', []);
export const DISNAKER = actor(2, 'operator', 2, 'OPD', ['EMPLOYERS']);
export const DISDIK = actor(3, 'operator', 3, 'OPD', []);
export const VERIFIER = actor(4, 'bpjs-verifier', 5, 'PARTNER', ['EMPLOYERS']);
export const INSPECTOR = actor(5, 'bpjs-inspector', 5, 'PARTNER', ['EMPLOYERS']);
export const BPJS_HEAD = actor(6, 'bpjs-head', 5, 'PARTNER', ['EMPLOYERS']);
export const PROSECUTOR = actor(7, 'prosecutor', 6, 'PARTNER', []);
export const COUNTER = actor(8, 'counter', 7, 'OPD', ['EMPLOYERS', 'LICENSING']);
export const VIEWER = actor(9, 'viewer', 8, 'OPD', ['EMPLOYERS']);
export const EVERYBODY = [LEAD, DISNAKER, DISDIK, VERIFIER, INSPECTOR, BPJS_HEAD, PROSECUTOR, COUNTER, VIEWER] as const;

/** SHA-256 of some file. */
export const FILE = 'a'.repeat(64);
export const PROOF = 'b'.repeat(64);

export function facts(today: IsoDate, changes: Partial<LadderFacts> = {}): LadderFacts {
  return { today, settings: [], decrees: SHIPPED_DECREES, ...changes };
}

/** UUIDs, one for each number. */
export function uuid(nth: number): string {
  return `00000000-0000-7000-8000-${String(nth).padStart(12, '0')}`;
}

export function happening(event: BoardEvent, by: Actor = DISNAKER, at = '2026-03-01T02:00:00.000Z'): Happening {
  return { seq: 1, at, by: { person: by.person, agency: by.agency.id }, event };
}

/** The case after these events, which are all about it. */
export function fold(events: readonly BoardEvent[], start?: Case): Case {
  const end = events.reduce<Case | undefined>((theCase, event) => caseAfter(theCase, happening(event)), start);
  if (!end) throw new Error('no case was opened');
  return end;
}

/** CV Contoh Sejahtera: opened on 2 January 2026, not registered, 12 workers missing. */
export function aCase(changes: Partial<Case> = {}): Case {
  const opened = fold([
    {
      type: 'CaseOpened',
      data: {
        case: 1,
        employer: 31,
        on: '2026-01-02',
        source: 'BPJS',
        violations: ['NOT_REGISTERED'],
        workersMissing: 12,
        entry: uuid(1),
      },
      text: null,
    },
  ]);
  return { ...opened, ...changes };
}

/** A step with nothing but its date; what else it says is given. */
export function input(step: Step, on: IsoDate, said: Partial<TakeStepInput> = {}): TakeStepInput {
  return {
    entry: uuid(Math.abs(hash(`${step}${on}${JSON.stringify(said)}`))),
    step,
    on,
    number: '',
    signatory: '',
    note: '',
    sentOn: null,
    receivedOn: null,
    promisedOn: null,
    amount: null,
    workers: null,
    instalments: null,
    services: [],
    document: null,
    sendingProof: null,
    receiptProof: null,
    ...said,
  };
}

function hash(text: string): number {
  return Array.from(text).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, 7);
}

const SIGNED = { number: '123/BA/2026', signatory: 'Kepala' };

/** What each step has to say, as its owner says it. */
const SAID: Readonly<Record<Step, Partial<TakeStepInput>>> = {
  IDENTIFIED: {},
  HIMBAUAN: SIGNED,
  VISIT: SIGNED,
  INSPECTION: { ...SIGNED, workers: 12, document: FILE },
  TEGURAN_I: SIGNED,
  TEGURAN_II: SIGNED,
  DENDA: { ...SIGNED, amount: 1_500_000 },
  TMP2T_REQUESTED: { ...SIGNED, services: ['BUSINESS_LICENCE'] },
  TMP2T_IN_FORCE: { ...SIGNED, services: ['BUSINESS_LICENCE'] },
  TMP2T_LIFTED: SIGNED,
  SKK: SIGNED,
  SUMMONS: SIGNED,
  MEDIATION: {},
  SETTLEMENT: {},
  SMALL_CLAIM: { number: '1/Pdt.G.S/2026' },
};

/** Whose step it is by right. */
export const BY: Readonly<Record<Step, Actor>> = {
  IDENTIFIED: DISNAKER,
  HIMBAUAN: DISNAKER,
  VISIT: DISNAKER,
  INSPECTION: INSPECTOR,
  TEGURAN_I: INSPECTOR,
  TEGURAN_II: INSPECTOR,
  DENDA: INSPECTOR,
  TMP2T_REQUESTED: INSPECTOR,
  TMP2T_IN_FORCE: COUNTER,
  TMP2T_LIFTED: COUNTER,
  SKK: BPJS_HEAD,
  SUMMONS: PROSECUTOR,
  MEDIATION: PROSECUTOR,
  SETTLEMENT: PROSECUTOR,
  SMALL_CLAIM: PROSECUTOR,
};

/** The step as its owner records it on that day, received on the same day where a day of receipt is given. */
export function said(step: Step, on: IsoDate, more: Partial<TakeStepInput> = {}): TakeStepInput {
  const dated = step === 'SUMMONS' || step === 'SETTLEMENT' ? { promisedOn: on } : {};
  return input(step, on, { ...SAID[step], ...dated, ...more });
}

/** The case after the step, recorded by its owner; throws where the ladder says no. */
export function take(theCase: Case, step: Step, on: IsoDate, more: Partial<TakeStepInput> = {}): Case {
  const event = orThrow(
    takeStep(theCase, said(step, on, more), BY[step], facts(on > '2026-12-31' ? on : '2026-12-31')),
  );
  return fold([event], theCase);
}

/** Received on that day, with its proof. */
export function receivedOn(day: IsoDate): Partial<TakeStepInput> {
  return { receivedOn: day, receiptProof: PROOF };
}

/** The code and what it rests on, or "taken". */
export function answer(result: BoardEvent | Refusal): string {
  return isRefusal(result) ? result.code : 'taken';
}
