import type {
  Action,
  AgencyKind,
  Basis,
  BlockerCode,
  BoardEventType,
  Capacity,
  CaseStatus,
  CloseReason,
  Column,
  ComplianceProof,
  Deed,
  EmployerSource,
  FigureCheckCode,
  FigureKind,
  HandoverState,
  LadderKnob,
  Measure,
  Movement,
  RefusalCode,
  RefusedService,
  ReopenReason,
  Role,
  Sector,
  Segment,
  SessionKind,
  TaskStatus,
  Track,
  Unit,
  Violation,
  Visibility,
} from '@papan/domain';
import type { ComplianceEventParams } from './compliance.shape';
import type { FieldName } from './field-names';

type WordFor<Code extends string> = Readonly<Record<Code, string>>;

/** A refusal in three short texts: what was wrong, which rule it rests on, what to do next. */
export interface RefusalWords {
  readonly title: string;
  readonly detail: string;
  readonly mend: string;
}

/** Every group of words and every code in it. A code of the domain without a word does not compile. */
export interface WordBook {
  readonly status: WordFor<TaskStatus>;
  readonly column: WordFor<Column>;
  /** Verbs for buttons; those after `cancel` are no moves of the table, but are named in refusals and menus too. */
  readonly deed: WordFor<Deed | 'report' | 'correct' | 'verify' | 'reassign'>;
  /** What somebody is refused to do; the last two are about sessions and stand in no table. */
  readonly action: WordFor<Action | 'session.end' | 'phone'>;
  readonly unit: WordFor<Unit>;
  readonly segment: WordFor<Segment>;
  readonly role: WordFor<Role>;
  readonly agencyKind: WordFor<AgencyKind>;
  readonly capacity: WordFor<Capacity>;
  readonly blocker: WordFor<BlockerCode>;
  readonly measure: WordFor<Measure>;
  readonly visibility: WordFor<Visibility>;
  readonly sessionKind: WordFor<SessionKind>;
  readonly field: WordFor<FieldName>;
  readonly track: WordFor<Track>;
  /** Steps, and what is set beside them. */
  readonly step: WordFor<LadderKnob>;
  readonly caseStatus: WordFor<CaseStatus>;
  readonly violation: WordFor<Violation>;
  readonly closeReason: WordFor<CloseReason>;
  readonly reopenReason: WordFor<ReopenReason>;
  readonly proof: WordFor<ComplianceProof>;
  readonly employerSource: WordFor<EmployerSource>;
  readonly sector: WordFor<Sector>;
  /** Public services that are refused. */
  readonly service: WordFor<RefusedService>;
  readonly handoverState: WordFor<HandoverState | 'WITHDRAWN'>;
  /** What a rule rests on. */
  readonly basis: WordFor<Basis['kind']>;
  /** Why people came and went. */
  readonly movement: WordFor<Movement>;
  readonly figureKind: WordFor<FigureKind>;
  /** What is odd about a file with figures; said by `sayFigureCheck`. */
  readonly figureCheck: WordFor<FigureCheckCode>;
  /** Sentences of a history; the parameters of each: `EventParams`. */
  readonly event: WordFor<BoardEventType>;
  readonly refusals: Readonly<Record<RefusalCode, RefusalWords>>;
}

/** The words that a reader needs from the start: some groups, and of a group some words. */
export type FirstBook = { readonly [Group in keyof WordBook]?: Partial<WordBook[Group]> };

/** The same keys all the way down, any words. */
export type SameShape<T> = T extends string ? string : { readonly [Key in keyof T]: SameShape<T[Key]> };

/**
 * What each sentence of a history speaks about. Everything comes as text that is ready to be read (`+300`, `5 Agu 2026`,
 * "jiwa"); `who` is a person's name or the agency's short name.
 */
export interface EventParams extends ComplianceEventParams {
  readonly TaskCreated: 'who' | 'agency' | 'target' | 'unit' | 'due';
  /** `fields`: a list of field names, "target dan tenggat". */
  readonly TaskEdited: 'who' | 'fields';
  /** `from`, `to`: words for the statuses. */
  readonly TaskMoved: 'who' | 'from' | 'to';
  /** `newTask`: its label, DSK-118. */
  readonly TaskReassigned: 'who' | 'amount' | 'unit' | 'agency' | 'newTask';
  /** `delta` without a sign: the sentence has it. `on`: the day of the work. */
  readonly ProgressReported: 'who' | 'delta' | 'unit' | 'on';
  /** `delta` with its sign; `corrected` names the entry: "+250 (5 Nov 2026)". */
  readonly ProgressCorrected: 'who' | 'delta' | 'unit' | 'corrected';
  /** `registered` and `active` with their signs. */
  readonly ProgressVerified: 'who' | 'registered' | 'active' | 'asOf';
  /** `blocker`: the word for its code; `agency`: the one that can lift it. */
  readonly BlockerRaised: 'who' | 'blocker' | 'agency';
  readonly BlockerLifted: 'who' | 'blocker';
  /** `name`: of the file; `kind`: "PDF"; `size`: "1,2 MB". */
  readonly EvidenceAttached: 'who' | 'name' | 'kind' | 'size';
  /** `from`: the day on which it begins. */
  readonly EscalationSet: 'who' | 'from';
  readonly AllocationSet: 'who' | 'people' | 'measure' | 'agency';
  readonly CutRecorded: 'who' | 'asOf' | 'registered' | 'active' | 'population';
  readonly PopulationRecorded: 'who' | 'semester' | 'people';
  readonly MovementsRecorded: 'who' | 'asOf';
  readonly MapLayerPublished: 'who' | 'areas';
  readonly MapLayerWithdrawn: 'who';
  readonly ClaimRecorded: 'who';
}
