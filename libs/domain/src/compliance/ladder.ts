import type { ClockRule } from './case';
import { STEPS, type Step, type Track } from './codes';
import type { Basis, Ground, StepRule } from './step-rule';

const law = (text: string): Basis => ({ kind: 'LAW', text });
const OURS: Basis = { kind: 'LOCAL_POLICY', text: 'docs/domain.md#ladder' };
const INSPECTIONS: Basis = { kind: 'BPJS_REGULATION', text: 'Peraturan BPJS Kesehatan 3/2019' };
const DUTY = law('UU 24/2011 art. 15, 17');
const WARNINGS = law('PP 86/2013 art. 6');
const FINE = law('PP 86/2013 art. 7');
const SERVICES = law('PP 86/2013 art. 8–9');
const POWER = law('UU 16/2004; UU 11/2021 art. 30(2)');

const signed = ['number', 'signatory'] as const;
const identified: Ground = { step: 'IDENTIFIED', basis: OURS };
const date: ClockRule = { kind: 'DATE_IN_DOCUMENT' };

/**
 * The ladder. Law fixes TEGURAN_I → TEGURAN_II → DENDA and nothing else; the refusal of services and the power of attorney
 * run beside it. PATUH and TUTUP are possible from every open case. Source: docs/domain.md#ladder.
 */
export const LADDER: Readonly<Record<Step, StepRule>> = {
  // ── What local practice does before any sanction ──
  IDENTIFIED: {
    track: 'LOCAL',
    owner: 'LOCAL',
    action: 'case.open',
    basis: DUTY,
    after: [],
    next: ['HIMBAUAN', 'VISIT', 'INSPECTION'],
    repeats: false,
    paper: 'NONE',
    asks: [],
    takes: [],
    clock: null,
  },
  HIMBAUAN: {
    track: 'LOCAL',
    owner: 'LOCAL',
    action: 'case.appeal',
    basis: OURS,
    after: [identified],
    next: ['HIMBAUAN', 'VISIT', 'INSPECTION'],
    repeats: true,
    paper: 'OURS',
    asks: [],
    takes: signed,
    clock: { kind: 'CALENDAR_DAYS', days: 14 },
  },
  VISIT: {
    track: 'LOCAL',
    owner: 'LOCAL',
    action: 'case.appeal',
    basis: OURS,
    after: [identified],
    next: ['VISIT', 'INSPECTION'],
    repeats: true,
    paper: 'OURS',
    asks: [],
    takes: [...signed, 'promisedOn', 'workers'],
    clock: date,
  },
  INSPECTION: {
    track: 'LOCAL',
    owner: 'BPJS',
    action: 'case.inspect',
    basis: INSPECTIONS,
    after: [identified],
    next: ['TEGURAN_I', 'TMP2T_REQUESTED', 'SKK'],
    repeats: true,
    paper: 'RECORDED',
    asks: [...signed, 'workers'],
    takes: ['amount'],
    clock: null,
  },
  // ── The chain of PP 86/2013: two warnings, then the fine ──
  TEGURAN_I: {
    track: 'SANCTION',
    owner: 'BPJS',
    action: 'case.sanction',
    basis: WARNINGS,
    after: [{ step: 'INSPECTION', basis: OURS }],
    next: ['TEGURAN_II'],
    repeats: false,
    paper: 'RECORDED',
    asks: signed,
    takes: [],
    clock: { kind: 'WORKING_DAYS', days: 10 },
  },
  TEGURAN_II: {
    track: 'SANCTION',
    owner: 'BPJS',
    action: 'case.sanction',
    basis: WARNINGS,
    after: [{ step: 'TEGURAN_I', ended: true, basis: WARNINGS }],
    next: ['DENDA', 'TMP2T_REQUESTED', 'SKK'],
    repeats: false,
    paper: 'RECORDED',
    asks: signed,
    takes: [],
    clock: { kind: 'WORKING_DAYS', days: 10 },
  },
  DENDA: {
    track: 'SANCTION',
    owner: 'BPJS',
    action: 'case.sanction',
    basis: FINE,
    after: [{ step: 'TEGURAN_II', ended: true, basis: FINE }],
    next: ['TMP2T_REQUESTED', 'SKK'],
    repeats: false,
    paper: 'RECORDED',
    asks: [...signed, 'amount'],
    takes: [],
    clock: { kind: 'CALENDAR_DAYS_AFTER_PREVIOUS', days: 30 },
  },
  // ── Certain public services are refused, at the request of BPJS, by the local government ──
  TMP2T_REQUESTED: {
    track: 'TMP2T',
    owner: 'BPJS',
    action: 'case.sanction',
    basis: SERVICES,
    after: [{ step: 'INSPECTION', basis: OURS }],
    next: ['TMP2T_IN_FORCE'],
    repeats: false,
    paper: 'RECORDED',
    asks: [...signed, 'services'],
    takes: [],
    clock: null,
  },
  TMP2T_IN_FORCE: {
    track: 'TMP2T',
    owner: 'LICENSING',
    action: 'case.refuse-services',
    basis: SERVICES,
    after: [{ step: 'TMP2T_REQUESTED', basis: SERVICES }],
    next: ['SKK'],
    repeats: false,
    paper: 'RECORDED',
    asks: [...signed, 'services'],
    takes: [],
    clock: null,
  },
  TMP2T_LIFTED: {
    track: 'TMP2T',
    owner: 'LICENSING',
    action: 'case.refuse-services',
    basis: SERVICES,
    after: [{ step: 'TMP2T_IN_FORCE', basis: SERVICES }],
    next: [],
    repeats: true,
    paper: 'RECORDED',
    asks: signed,
    takes: [],
    clock: null,
  },
  // ── The prosecutor acts for BPJS under a special power of attorney ──
  SKK: {
    track: 'PROSECUTOR',
    owner: 'BPJS',
    action: 'handover.confirm',
    basis: POWER,
    after: [identified],
    next: ['SUMMONS'],
    repeats: false,
    paper: 'RECORDED',
    asks: signed,
    takes: ['promisedOn'],
    clock: date,
  },
  SUMMONS: {
    track: 'PROSECUTOR',
    owner: 'PROSECUTOR',
    action: 'case.prosecute',
    basis: POWER,
    after: [{ step: 'SKK', basis: POWER }],
    next: ['SUMMONS', 'MEDIATION', 'SETTLEMENT', 'SMALL_CLAIM'],
    repeats: true,
    paper: 'RECORDED',
    asks: [...signed, 'promisedOn'],
    takes: [],
    clock: date,
  },
  MEDIATION: {
    track: 'PROSECUTOR',
    owner: 'PROSECUTOR',
    action: 'case.prosecute',
    basis: POWER,
    after: [
      { step: 'SKK', basis: POWER },
      { step: 'SUMMONS', basis: OURS },
    ],
    next: ['MEDIATION', 'SETTLEMENT', 'SMALL_CLAIM'],
    repeats: true,
    paper: 'RECORDED',
    asks: [],
    takes: signed,
    clock: null,
  },
  SETTLEMENT: {
    track: 'PROSECUTOR',
    owner: 'PROSECUTOR',
    action: 'case.prosecute',
    basis: POWER,
    after: [
      { step: 'SKK', basis: POWER },
      { step: 'SUMMONS', basis: OURS },
    ],
    next: ['SUMMONS', 'SMALL_CLAIM'],
    repeats: true,
    paper: 'RECORDED',
    asks: ['promisedOn'],
    takes: [...signed, 'amount', 'workers', 'instalments'],
    clock: date,
  },
  SMALL_CLAIM: {
    track: 'PROSECUTOR',
    owner: 'PROSECUTOR',
    action: 'case.prosecute',
    basis: POWER,
    after: [
      { step: 'SKK', basis: POWER },
      { step: 'SUMMONS', basis: OURS },
    ],
    next: [],
    repeats: true,
    paper: 'RECORDED',
    asks: ['number'],
    takes: ['signatory', 'amount'],
    clock: null,
  },
};

export function trackOf(step: Step): Track {
  return LADDER[step].track;
}

export function stepsOf(track: Track): readonly Step[] {
  return STEPS.filter((step) => LADDER[step].track === track);
}

/**
 * What of its own clock a step does not lose to the next one of its track: the term of a power of attorney runs on while
 * the prosecutor summons and settles.
 */
export const OUTLASTS_ITS_TRACK: readonly Step[] = ['SKK'];

/** Public services that may be refused to an employer (PP 86/2013 art. 9; the licences bear newer names today). */
export const REFUSED_SERVICES = [
  'BUSINESS_LICENCE',
  'TENDER_LICENCE',
  'FOREIGN_WORKER_PERMIT',
  'LABOUR_SUPPLY_LICENCE',
  'BUILDING_PERMIT',
] as const;
export type RefusedService = (typeof REFUSED_SERVICES)[number];
