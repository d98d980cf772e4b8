import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EMPLOYERS_AUDIENCE, fireDeadline, isRefusal } from '@papan/domain';
import { type Clock, type DeadlineHandler, Deadlines, type DueDeadline, type Tx } from '@papan/server-platform';
import { lockCases, writeCases } from '../cases/case-rows';
import { CASE_STEP } from '../cases/clocks';
import { changesBy } from '../cases/settle';
import { ladderFacts } from './ladder-facts';

/** When the clock of a step has run out: what could be done next is proposed. The legal act stays a person's. */
@Injectable()
export class CaseDeadlines implements DeadlineHandler, OnModuleInit {
  readonly kind = CASE_STEP;

  constructor(private readonly deadlines: Deadlines) {}

  onModuleInit(): void {
    this.deadlines.register(this);
  }

  async fire(tx: Tx, { region, subject, entry }: DueDeadline, clock: Clock) {
    const cases = await lockCases(tx, region, [subject], 'NOWAIT');
    const found = isRefusal(cases) ? undefined : cases[0];
    if (!found) return null;
    const event = fireDeadline(found, entry, await ladderFacts(tx, region, clock.today));
    if (!event) return null;
    const no = await writeCases(
      tx,
      region,
      changesBy(event, clock, { person: null, agency: null }, [found]),
      clock.today,
    );
    if (no) throw new Error(`a clock that ran out could not be written: ${no.code}`);
    return { event, audience: EMPLOYERS_AUDIENCE };
  }
}
