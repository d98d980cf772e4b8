import type { Action } from '../access/may';
import type { ClockRule } from './case';
import type { Step, Track } from './codes';

/** What a rule rests on. LOCAL_POLICY is ours or the office's, and can be settled differently: it is never called law. */
export interface Basis {
  readonly kind: 'LAW' | 'BPJS_REGULATION' | 'LOCAL_POLICY';
  /** The article, or the section of our documentation. */
  readonly text: string;
}

/** Whose act a step is. What is not LOCAL is only recorded: by that institution's account, or by the lead on a document. */
export const STEP_OWNERS = ['LOCAL', 'BPJS', 'LICENSING', 'PROSECUTOR'] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];

/** What a step can say beyond its date, its note and its way to the employer. */
export const STEP_FIELDS = [
  'number',
  'signatory',
  'promisedOn',
  'amount',
  'workers',
  'instalments',
  'services',
] as const;
export type StepField = (typeof STEP_FIELDS)[number];

/** A step that has to stand before another, on what ground, and whether its time must have run out. */
export interface Ground {
  readonly step: Step;
  readonly ended?: true;
  readonly basis: Basis;
}

/** One step of the ladder: the rule about it, to be read aloud. */
export interface StepRule {
  readonly track: Track;
  readonly owner: StepOwner;
  /** Who may record it: see `access/may.ts`. */
  readonly action: Action;
  readonly basis: Basis;
  readonly after: readonly Ground[];
  /** What a person will consider when it is done or its time has run out. */
  readonly next: readonly Step[];
  /** Whether it may be taken again while it stands. */
  readonly repeats: boolean;
  /** OURS: we draft the letter, numbered and dated by the registry later; RECORDED: somebody else's paper; NONE. */
  readonly paper: 'OURS' | 'RECORDED' | 'NONE';
  readonly asks: readonly StepField[];
  readonly takes: readonly StepField[];
  /** The waiting time where no setting says otherwise; null where the step has none. */
  readonly clock: ClockRule | null;
}
