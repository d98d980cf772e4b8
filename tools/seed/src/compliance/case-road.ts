import {
  type Actor,
  type BoardEvent,
  type Case,
  type CaseStep,
  type Happening,
  type IsoDate,
  type IsoInstant,
  type LadderFacts,
  type Refusal,
  type Step,
  type TakeStepInput,
  type Way,
  addDays,
  caseAfter,
  epochMillis,
  fireDeadline,
  freezeStep,
  instantFromMillis,
  isRefusal,
  openCase,
  recordAttendance,
  recordReceipt,
  reopenCase,
  takeStep,
  verifyCase,
  closeCase,
  wibDate,
  wibInstant,
} from '@papan/domain';

/** Something that happened to a case, at its own time; the journal of the region puts it in line with all the rest. */
export interface Told {
  readonly at: IsoInstant;
  readonly by: Happening['by'];
  readonly event: BoardEvent;
}

/** What a rule says that the day alone does not. */
export type Rules = Pick<LadderFacts, 'settings' | 'decrees'>;

const NOBODY: Happening['by'] = { person: null, agency: null };
/** Acts of one case keep their order, however close they are. */
const APART = 61_000;

const BLANK: Omit<TakeStepInput, 'entry' | 'step' | 'on'> = {
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
};

/**
 * The way of one case, each act through the rules of the domain and folded at once. Clocks run out on the way as the sweep
 * would let them: at midnight, told by nobody. An act that the rules refuse is a mistake in the script and throws.
 */
export class CaseRoad {
  readonly told: Told[] = [];
  private found: Case | undefined;
  private last = Number.NEGATIVE_INFINITY;

  constructor(
    readonly number: number,
    readonly employer: number,
    private readonly rules: Rules,
  ) {}

  get case(): Case {
    if (!this.found) throw new Error(`the script speaks of case ${this.number} before it is opened`);
    return this.found;
  }

  /** The latest step of this kind. Throws where there is none. */
  latest(step: Step): CaseStep {
    const found = this.case.steps.findLast((one) => one.step === step);
    if (!found) throw new Error(`case ${this.number} has no ${step}`);
    return found;
  }

  open(at: IsoInstant, actor: Actor, input: Omit<Parameters<typeof openCase>[0], 'case' | 'employer'>): void {
    this.act(at, actor, (today) =>
      openCase({ ...input, case: this.number, employer: this.employer }, actor, { today, openCase: null }),
    );
  }

  take(
    at: IsoInstant,
    actor: Actor,
    input: Pick<TakeStepInput, 'entry' | 'step' | 'on'> & Partial<TakeStepInput>,
  ): void {
    this.act(at, actor, (today) => takeStep(this.case, { ...BLANK, ...input }, actor, { ...this.rules, today }));
  }

  freeze(at: IsoInstant, actor: Actor, entry: string, input: Parameters<typeof freezeStep>[2]): void {
    this.act(at, actor, (today) => freezeStep(this.case, entry, input, actor, { today }));
  }

  receive(at: IsoInstant, actor: Actor, entry: string, way: Way): void {
    this.act(at, actor, (today) => recordReceipt(this.case, entry, way, actor, { ...this.rules, today }));
  }

  attend(at: IsoInstant, actor: Actor, entry: string, attended: boolean, note = ''): void {
    this.act(at, actor, (today) => recordAttendance(this.case, entry, { attended, note }, actor, { today }));
  }

  verify(at: IsoInstant, actor: Actor, input: Parameters<typeof verifyCase>[1]): void {
    this.act(at, actor, (today) => verifyCase(this.case, input, actor, { today }));
  }

  close(at: IsoInstant, actor: Actor, input: Parameters<typeof closeCase>[1]): void {
    this.act(at, actor, (today) => closeCase(this.case, input, actor, { today }));
  }

  reopen(at: IsoInstant, actor: Actor, input: Parameters<typeof reopenCase>[1]): void {
    this.act(at, actor, (today) => reopenCase(this.case, input, actor, { today }));
  }

  /** Something that was decided about several cases at once; the journal holds it once, so it is not told here. */
  undergo(at: IsoInstant, by: Happening['by'], event: BoardEvent): void {
    this.waitUntil(at);
    this.fold({ at, by, event });
    this.last = epochMillis(at);
  }

  /** Lets every clock run out that ends before the moment. */
  waitUntil(at: IsoInstant): void {
    for (;;) {
      const [next] = this.runningOut().filter((one) => one.at < at);
      if (!next) return;
      const today = wibDate(next.at);
      const event = fireDeadline(this.case, next.entry, { ...this.rules, today });
      if (!event) throw new Error(`a clock of case ${this.number} has run out and says nothing`);
      this.tell({ at: next.at, by: NOBODY, event });
    }
  }

  private act(at: IsoInstant, actor: Actor, decide: (today: IsoDate) => BoardEvent | Refusal): void {
    const moment = instantFromMillis(Math.max(epochMillis(at), this.last + APART));
    if (this.found) this.waitUntil(moment);
    const event = decide(wibDate(moment));
    if (isRefusal(event)) {
      throw new Error(`case ${this.number}, ${moment}: ${event.code} ${JSON.stringify(event.params)}`);
    }
    this.tell({ at: moment, by: { person: actor.person, agency: actor.agency.id }, event });
  }

  private tell(told: Told): void {
    this.fold(told);
    this.told.push(told);
    this.last = epochMillis(told.at);
  }

  private fold({ at, by, event }: Told): void {
    this.found = caseAfter(this.found, { seq: 0, at, by, event });
  }

  private runningOut(): readonly { readonly at: IsoInstant; readonly entry: string }[] {
    return this.case.steps
      .flatMap(({ entry, clock }) =>
        clock?.state === 'RUNNING' && clock.ends !== null
          ? [{ at: wibInstant(addDays(clock.ends, 1), '00:00:01'), entry }]
          : [],
      )
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  }
}
